/** Reads which role is given and where it reaches, and which roles a person may give. */
import { type Grant, type Role, roles, type Scope } from '#base/actor.ts'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canGiveGrant } from '#modules/accounts/access.ts'
import { mayGive, scopeKinds } from '#modules/accounts/role.ts'
import { getReference } from '#modules/registry/agency-list.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { getUnit } from '#modules/registry/unit-list.ts'
import type { Queryable } from '#platform/database.ts'
import type { Working } from '../working.ts'

/** Throws `grant.roleUnknown`, `registry.agencyNotFound` or `registry.unitNotFound`. */
export async function readGrant(db: Queryable, field: (name: string) => string): Promise<Grant> {
  const role = roles.find((known) => known === field('role'))
  if (!role) throw new Problem('invalid', 'grant.roleUnknown')
  return { role, scope: await readScope(db, field) }
}

async function readScope(db: Queryable, field: (name: string) => string): Promise<Scope> {
  const agency = field('agency')
  if (agency) {
    const { place } = await getPlacedAgency(db, agency)
    const unit = field('unit')
    if (!unit) return { kind: 'agency', agencyId: place.agencyId }
    const { id } = await getUnit(db, { agency, unit })
    return { kind: 'unit', agencyId: place.agencyId, unitId: id }
  }
  const [type, ministry, province] = ['type', 'ministry', 'province'].map(field)
  if (!type && !ministry && !province) return { kind: 'centre' }
  return {
    kind: 'group',
    ...(type && { type }),
    ...(ministry && { ministry }),
    ...(province && { province }),
  }
}

/** At one agency's own instance there are only the roles of an agency, and one place to give them. */
export async function givingOf({ db, signedIn, ownAgency }: Pick<Working, 'db' | 'signedIn' | 'ownAgency'>) {
  const isCentre = isAllowed(signedIn.person, canGiveGrant)
  const giver: Role = isCentre ? 'administrator' : 'coordinator'
  const given = roles.filter((role) => mayGive(giver, role))
  if (ownAgency) {
    const ofAgencies = given.filter((role) => scopeKinds[role].includes('agency'))
    return { roles: ofAgencies, groups: undefined, agency: ownAgency.code }
  }
  return {
    roles: given,
    groups: isCentre ? await getReference(db) : undefined,
  }
}
