/** The demo's round that takes answers now: opened around today, with links, headcounts and some answers already in. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Actor } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { contentHash } from '#base/id.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { findRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { type Collecting, standingAt } from '#modules/surveys/collecting.ts'
import { findLink, listLinks } from '#modules/surveys/links.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { answerColumns } from '#modules/surveys/packed-answers.ts'
import { stateHeadcount } from '#modules/surveys/state-headcount.ts'
import { type Intake, submitAnswers } from '#modules/surveys/submit.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { generateAnswers } from '../../../seeds/demo/generate.ts'
import { demoFile } from './cast.ts'

const loader: Actor = { kind: 'system', name: 'demo' }
const dayMilliseconds = 86_400_000

const openRoundSchema = z.strictObject({
  fiscalYear: z.int(),
  opensDaysAgo: z.int(),
  closesInDays: z.int(),
  phases: z.array(z.string()),
  note: z.strictObject({ th: z.string(), en: z.string() }),
  agencies: z.array(
    z.strictObject({
      code: z.string(),
      staff: z.int(),
      serviceUsers: z.int(),
      answers: z.record(z.string(), z.strictObject({ respondents: z.int(), aim: z.number() })),
    }),
  ),
})

type OpenRound = z.infer<typeof openRoundSchema>

/**
 * May be called at every start: the round is opened once, in one transaction, and the answers have keys of their own,
 * so that those there already are not stored again.
 */
export async function playOpenRound(doorway: Doorway, intake: Intake): Promise<void> {
  const played = openRoundSchema.parse(parse(await readFile(demoFile('open-round.yaml'), 'utf8')))
  const { query } = doorway.database
  if (!(await findRound(query, played.fiscalYear))) {
    await act(doorway, loader, (context) => open(context, played))
  }
  const round = await findRound(query, played.fiscalYear)
  if (round && !round.isClosed) await answer(doorway, intake, { round, played })
}

async function open(
  context: Context,
  { fiscalYear, agencies, note, phases, ...days }: OpenRound,
): Promise<void> {
  const dayIn = (count: number) => dayOf(new Date(context.now.getTime() + count * dayMilliseconds))
  await openRound(context, await readFramework(join(frameworksRoot, String(fiscalYear))))
  const [opensOn, closesOn] = [dayIn(-days.opensDaysAgo), dayIn(days.closesInDays)]
  for (const phase of phases) await schedulePhase(context, { fiscalYear, phase, opensOn, closesOn })
  const enrolled = agencies.map(({ code, staff }) => ({ agencyCode: code, staffHeadcount: staff, note }))
  await enrolAgencies(context, { fiscalYear, agencies: enrolled })
  for (const { code, staff, serviceUsers } of agencies) {
    await stateHeadcount(context, { fiscalYear, agencyCode: code, staff, serviceUsers })
  }
  await openLinks(context, { fiscalYear })
}

interface Played {
  readonly round: Round
  readonly played: OpenRound
}

async function answer(
  { database, clock }: Doorway,
  intake: Intake,
  { round, played }: Played,
): Promise<void> {
  for (const { agency, part, code } of await listLinks(database.query, round)) {
    const cohort = played.agencies.find((one) => one.code === agency)?.answers[part]
    const link = await findLink(database.query, code)
    if (!cohort || !link || standingAt(link, clock()).state !== 'open') continue
    const name = `${round.fiscalYear} ${agency} ${part}`
    await Promise.all(submissionsOf(link, { name, ...cohort }).map((one) => submitAnswers(intake, one)))
  }
}

interface Cohort {
  readonly name: string
  readonly respondents: number
  readonly aim: number
}

function submissionsOf(collecting: Collecting, { name, respondents, aim }: Cohort) {
  const columns = answerColumns(collecting.framework, collecting.part) ?? []
  const options = columns.map(({ optionSet }) => optionSet.options.map(({ score }) => score))
  const seed = Number.parseInt(contentHash(name).slice(0, 7), 16)
  return generateAnswers(options, { seed, respondents, aim }).map((row, index) => ({
    collecting,
    key: contentHash(`demo ${name} ${index}`).slice(0, 32),
    answers: Object.fromEntries(columns.map(({ id }, place) => [id, row[place]])),
  }))
}
