/** The agency that an address of the workspace names, for those whose roles reach it. */
import { authorize, isAllowed, type Permission } from '#base/permission.ts'
import { getPlacedAgency, type PlacedAgency } from '#modules/registry/find-place.ts'
import { readParameter } from '../../public/reading.ts'
import type { Working } from '../working.ts'

export interface OfAgency extends PlacedAgency {
  readonly may: (permission: Permission) => boolean
}

/** Throws `registry.agencyNotFound`, or `access.refused` where the person's roles do not reach the agency. */
export async function ofAgency({ db, params, signedIn }: Working, permission: Permission): Promise<OfAgency> {
  const agency = await getPlacedAgency(db, readParameter(params, 'code'))
  authorize(signedIn.person, permission, agency.place)
  return { ...agency, may: (other) => isAllowed(signedIn.person, other, agency.place) }
}

export function agencyWorkPath(code: string, part?: 'units' | 'people'): string {
  return `/work/agencies/${encodeURIComponent(code)}${part ? `/${part}` : ''}`
}
