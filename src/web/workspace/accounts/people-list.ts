/** Whose accounts a person looks after: all of them at the centre, or those of one agency. */
import { authorize, isAllowed } from '#base/permission.ts'
import { canListAccounts } from '#modules/accounts/access.ts'
import { listOwnAgencies, type OwnAgency } from '#modules/accounts/own-agencies.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import type { Working } from '../working.ts'

export interface Keeping {
  /** Undefined: everybody's. */
  readonly agency: { readonly id: string; readonly code: string } | undefined
  /** Whether an agency may be chosen: at a centre, by those who look after all. */
  readonly isCentre: boolean
  /** Those to choose from, where there are several. */
  readonly agencies: readonly OwnAgency[]
}

/** The agency of the address, or else the first of one's own. Throws `access.refused` or `registry.agencyNotFound`. */
export async function readKeeping({ db, signedIn, url, ownAgency }: Working): Promise<Keeping> {
  const { person } = signedIn
  const isCentre = isAllowed(person, canListAccounts)
  const own = await listOwnAgencies(db, person.grants)
  const asked = url.searchParams.get('agency') || (isCentre ? undefined : own[0]?.code)
  if (asked === undefined) {
    authorize(person, canListAccounts)
    return { agency: undefined, isCentre: ownAgency === null, agencies: own }
  }
  const { code, place } = await getPlacedAgency(db, asked)
  authorize(person, canListAccounts, place)
  return { agency: { id: place.agencyId, code }, isCentre: isCentre && ownAgency === null, agencies: own }
}
