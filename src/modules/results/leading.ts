/**
 * Which row of an agency's year everyone sees: the computed one of a published round, else the imported one.
 * Computed results of a round that is not published are seen by nobody.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { results } from './tables.ts'

/** Holds for a row of `results` that leads. Written out by name, so that it means the same wherever it stands. */
export const isLeading: SQL<boolean> = sql<boolean>`(
  case results.origin when 'computed' then exists (
    select 1 from result_publications where result_publications.round_id = results.round_id
  ) else not exists (
    select 1 from results as rival
    join result_publications on result_publications.round_id = rival.round_id
    where rival.agency_id = results.agency_id and rival.fiscal_year = results.fiscal_year
      and rival.origin = 'computed'
  ) end
)`

export function leadsInYear(fiscalYear: number): SQL | undefined {
  return and(eq(results.fiscalYear, fiscalYear), isLeading)
}
