/** Reads how the items behind a result were assessed and clarified, for its report. */
import {
  getClarificationOutcome,
  type ItemOutcome,
} from '#modules/disclosure/assessment/clarification-outcome.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import type { Queryable } from '#platform/database.ts'

type Reported = Pick<AgencyResult, 'origin' | 'fiscalYear' | 'agency' | 'items'>

/**
 * Empty for a result that was not computed here, and where items were not assessed here. Items whose scores the result
 * does not show are left out.
 */
export async function listOutcomes(
  db: Queryable,
  { origin, fiscalYear, agency, items }: Reported,
): Promise<ItemOutcome[]> {
  const shown = new Set(items.filter(({ score }) => score !== null).map(({ code }) => code))
  if (origin !== 'computed' || shown.size === 0) return []
  const outcomes = await getClarificationOutcome(db, { fiscalYear, agencyCode: agency.code })
  return outcomes.filter(({ itemCode }) => shown.has(itemCode))
}
