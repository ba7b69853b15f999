/** Enrols every agency of some types, or of all types, that exists on the day of the act. */

import { dayOf } from '#base/bangkok-day.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import { canEnrolAgencies } from './access.ts'
import { type EnrolmentCounts, enrolAgencies } from './enrol.ts'
import { listAgencyCodes, listAgencyTypeCodes } from './queries.ts'

export interface TypesEntry {
  readonly fiscalYear: number
  /** Codes of agency types, such as "department". */
  readonly types: readonly string[] | 'all'
}

/**
 * Throws what `enrolAgencies` throws, `round.typeUnknown` naming the types there are, or `round.noneToEnrol` where no
 * agency is of the types.
 */
export async function enrolAgenciesByType(
  context: Context,
  { fiscalYear, types }: TypesEntry,
): Promise<EnrolmentCounts> {
  authorize(context.actor, canEnrolAgencies)
  const { transaction, now } = context
  const known = await listAgencyTypeCodes(transaction)
  const wanted = types === 'all' ? known : types
  const unknown = wanted.find((type) => !known.includes(type))
  if (unknown !== undefined) {
    throw new Problem('notFound', 'round.typeUnknown', { type: unknown, types: known.join(', ') })
  }
  const codes = await listAgencyCodes(transaction, { types: wanted, existingOn: dayOf(now) })
  if (codes.length === 0) {
    throw new Problem('notFound', 'round.noneToEnrol', { types: types === 'all' ? '' : types.join(', ') })
  }
  return enrolAgencies(context, { fiscalYear, agencies: codes.map((agencyCode) => ({ agencyCode })) })
}
