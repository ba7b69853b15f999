/** What one agency's provisional score takes while a nation's answers lie beside it. */
import { getProvisionalScore } from '#modules/results/provisional.ts'
import type { Doorway } from '#platform/context.ts'
import { median } from '../clock.ts'
import type { Nation } from './generate.ts'
import type { StoredNation } from './store.ts'

const readings = 300

/** Milliseconds: the median, and what 95 of 100 take at most. */
export interface Reading {
  readonly median: number
  readonly p95: number
}

/** Agencies from all over the list; the last part of each is open still, the others are closed. */
export async function timeProvisional(
  { database }: Doorway,
  nation: Nation,
  stored: StoredNation,
): Promise<Reading> {
  await database.pool.query(
    `insert into survey_parts (id, round_id, agency_id, part, mode, is_closed)
     select gen_random_uuid(), $1, agency, part, 'open', part <> 'eitSurvey'
     from unnest($2::uuid[]) agency, unnest(array['iit', 'eitPublic', 'eitSurvey']) part`,
    [stored.round.id, stored.agencyIds],
  )
  await database.pool.query('vacuum analyze survey_parts')
  const step = Math.max(1, Math.floor(nation.agencies.length / readings))
  const times: number[] = []
  for (let at = 0; at < nation.agencies.length; at += step) {
    const from = performance.now()
    const { parts } = await getProvisionalScore(database.query, stored.round, nation.agencies[at]?.code ?? '')
    times.push(performance.now() - from)
    if (!parts[0]?.score || parts[2]?.score) throw new Error('a closed part has no score, or an open one has')
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { median: median(times), p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN }
}
