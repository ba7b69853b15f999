/** Reads how the items behind a result were assessed and clarified, for its report. */
import {
  getClarificationOutcome,
  type ItemOutcome,
} from '#modules/disclosure/assessment/clarification-outcome.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import type { Queryable } from '#platform/database.ts'

/** Empty for a result that was not computed here, and where items were not assessed here. */
export async function listOutcomes(
  db: Queryable,
  { origin, fiscalYear, agency }: Pick<AgencyResult, 'origin' | 'fiscalYear' | 'agency'>,
): Promise<ItemOutcome[]> {
  if (origin !== 'computed') return []
  return getClarificationOutcome(db, { fiscalYear, agencyCode: agency.code })
}
