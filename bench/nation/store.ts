/** Puts a nation into the product's own tables: through its verbs, and the answers straight in because they are many. */

import { inBatches } from '#base/batches.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { installReference } from '#modules/registry/install-reference.ts'
import { readReference } from '#modules/registry/reference-files.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { listEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { seedsRoot } from '#platform/paths.ts'
import { type Nation, surveyParts, widestPart } from './generate.ts'

export function readNationReference() {
  return readReference(`${seedsRoot}/reference`)
}

export interface StoredNation {
  readonly round: Round
  /** In the order of `Nation.agencies`. */
  readonly agencyIds: readonly string[]
}

export async function storeNation(
  doorway: Doorway,
  loaded: LoadedFramework,
  nation: Nation,
): Promise<StoredNation> {
  const operator = { kind: 'operator', name: 'bench' } as const
  const round = await act(doorway, operator, (context) => storeAgencies(context, loaded, nation))
  const enrolled = await listEnrolledAgencies(doorway.database.query, round)
  const ids = new Map(enrolled.map(({ code, id }) => [code, id]))
  const agencyIds = nation.agencies.map(({ code }) => ids.get(code) ?? '')
  await storeAnswers(doorway.database, nation, { round, agencyIds })
  await doorway.database.pool.query('vacuum analyze')
  return { round, agencyIds }
}

async function storeAgencies(context: Context, loaded: LoadedFramework, nation: Nation): Promise<Round> {
  const { fiscalYear, disclosureItems } = loaded.framework
  await installReference(context, await readNationReference())
  await registerAgencies(
    context,
    nation.agencies.map(({ code, type, ministry, province }) => ({
      code,
      name: { th: `หน่วยงาน ${code}`, en: `Agency ${code}` },
      type,
      ...(ministry && { ministry }),
      ...(province && { province }),
    })),
  )
  const round = await openRound(context, loaded)
  await enrolAgencies(context, {
    fiscalYear,
    agencies: nation.agencies.map(({ code }) => ({ agencyCode: code })),
  })
  await recordScores(context, {
    fiscalYear,
    scores: nation.agencies.flatMap(({ code, itemScores }) =>
      disclosureItems.map((item, place) => ({
        agencyCode: code,
        itemCode: item.code,
        score: itemScores[place] ?? 0,
      })),
    ),
  })
  return round
}

const batchSize = 5_000

/** Without the check of each row's enrolment, which would take most of the time; all else is as after the close. */
async function storeAnswers(database: Database, nation: Nation, stored: StoredNation): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const batch of inBatches([...packParts(nation).values()], batchSize)) {
      await client.query(
        `insert into survey_answers (id, round_id, agency_id, part, respondents, days, day_counts, answers)
         select gen_random_uuid(), $1, agency, part, respondents, array[date '2025-06-30'], array[respondents], answers
         from unnest($2::uuid[], $3::text[], $4::int[], $5::text[]) as given (agency, part, respondents, answers)`,
        [
          stored.round.id,
          batch.map(({ agency }) => stored.agencyIds[agency] ?? ''),
          batch.map(({ part }) => part),
          batch.map(({ packed }) => packed.length),
          batch.map(({ packed }) => packed.join('')),
        ],
      )
    }
    await client.query('set session_replication_role = default')
  } finally {
    client.release()
  }
}

interface PackedPart {
  /** Place of the agency in `Nation.agencies`. */
  readonly agency: number
  readonly part: string
  readonly packed: string[]
}

/** In the order in which the first of each came in: by chance. */
function packParts({ responses, optionScores }: Nation): Map<number, PackedPart> {
  const parts = new Map<number, PackedPart>()
  for (let row = 0; row < responses.count; row++) {
    const [agency, place] = [responses.agency[row] ?? 0, responses.part[row] ?? 0]
    const key = agency * surveyParts.length + place
    const part = parts.get(key) ?? { agency, part: surveyParts[place]?.id ?? '', packed: [] }
    parts.set(key, part)
    const start = row * widestPart
    part.packed.push(responses.answers.subarray(start, start + (optionScores[place]?.length ?? 0)).join(''))
  }
  return parts
}
