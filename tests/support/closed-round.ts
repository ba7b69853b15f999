/** A published round whose parts were collected by link and closed with few answers, just enough, or any number. */
import { computeResults } from '#modules/results/compute.ts'
import { freezeResults } from '#modules/results/freeze.ts'
import { publishResults } from '#modules/results/publish.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { answerColumns } from '#modules/surveys/packed-answers.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { submitAnswers } from '#modules/surveys/submit.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator, readRules } from './cast.ts'
import { answersOf, type Collected, collect, newKey, room } from './collecting.ts'

/** By the rule of 2568 a small subdistrict organization needs 30 answers in eitPublic; of iit no rule is known. */
const answered = [
  { agencyCode: 'HILL', iit: 12, eitPublic: 12 },
  { agencyCode: 'FIELD', iit: 6, eitPublic: 30 },
  { agencyCode: 'RIVER', iit: 12, eitPublic: 3 },
]

export async function publishClosedRound(database: Database): Promise<void> {
  const collected = await collect(database)
  await database.pool.query("update agencies set type_code = 'subdistrictOrganization', size = 'S'")
  for (const { agencyCode, iit, eitPublic } of answered) {
    await fill(collected, { agencyCode, part: 'iit', count: iit })
    await fill(collected, { agencyCode, part: 'eitPublic', count: eitPublic })
  }
  const acting = (verb: (context: Context) => Promise<unknown>) => act(collected.doorway, operator, verb)
  await acting(recordWhole)
  await acting((context) => computeResults(context, fiscalYear))
  await acting((context) => freezeResults(context, fiscalYear))
  await acting((context) => publishResults(context, fiscalYear))
}

interface Filled {
  readonly agencyCode: string
  readonly part: string
  readonly count: number
}

async function fill(collected: Collected, { agencyCode, part, count }: Filled): Promise<void> {
  const collecting = await collected.linkOf(agencyCode, part)
  const send = (_: unknown, pattern: number) =>
    submitAnswers(collected.intake, { collecting, key: newKey(), answers: answersOf(collecting, pattern) })
  await Promise.all(Array.from({ length: count }, send))
  await act(collected.doorway, operator, (context) =>
    closePart(context, { fiscalYear, agencyCode, part, room }),
  )
}

/** Six answers of HILL's eitSurvey, which nobody collects by link. */
async function recordWhole(context: Context): Promise<void> {
  const { framework } = await readRules()
  const columns = answerColumns(framework, 'eitSurvey') ?? []
  await recordAnswers(context, {
    ...{ fiscalYear, agencyCode: 'HILL', part: 'eitSurvey', answeredOn: '2025-08-15' },
    columns: columns.map(({ id }) => id),
    answers: Array.from({ length: 6 }, () => Uint8Array.from(columns, () => 0)),
  })
}
