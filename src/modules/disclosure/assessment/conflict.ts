/** Conflict of interest: nobody assesses an agency they belong or belonged to. Pure. */
import { Problem } from '#base/problem.ts'

/** What binds a person to agencies, ended and past ties included. */
export interface Ties {
  /** Roles they have or had at an agency or in a unit of it. */
  readonly grants: readonly { readonly agencyId: string; readonly hasEnded: boolean }[]
  /** Entries under their e-mail in lists of an agency's people. */
  readonly listings: readonly { readonly agencyId: string; readonly hasLeft: boolean }[]
}

export type Conflict = 'own' | 'former'

export function conflictWith(agencyId: string, { grants, listings }: Ties): Conflict | null {
  const ended = [
    ...grants.filter((grant) => grant.agencyId === agencyId).map(({ hasEnded }) => hasEnded),
    ...listings.filter((listing) => listing.agencyId === agencyId).map(({ hasLeft }) => hasLeft),
  ]
  if (ended.length === 0) return null
  return ended.every(Boolean) ? 'former' : 'own'
}

/** Throws `assessment.ownAgency` or `assessment.formerAgency`. */
export function refuseConflict(
  agency: { readonly agencyId: string; readonly code: string },
  ties: Ties,
): void {
  const conflict = conflictWith(agency.agencyId, ties)
  if (conflict === 'own') throw new Problem('forbidden', 'assessment.ownAgency', { agency: agency.code })
  if (conflict === 'former')
    throw new Problem('forbidden', 'assessment.formerAgency', { agency: agency.code })
}
