/** Who may do what: a permission as data, and the one rule by which an actor has it. */
import type { Actor, Grant, Role, Scope } from './actor.ts'
import { Problem } from './problem.ts'

export interface Permission {
  /** Noun and verb, such as `round.open`. */
  readonly name: string
  /** The roles that have it, each as far as its scope reaches. The operator and the system have every permission. */
  readonly roles: readonly Role[]
  /** Everyone has it; or everyone who has signed in. */
  readonly openTo?: 'anyone' | 'people'
  /** Nothing is changed by it: an access key that may read has it. */
  readonly reads?: true
}

/** The scope of an access key that lets through every permission that only reads. */
export const readScope = 'read'

/** What is acted on, as far as scopes go. Acts on what belongs to no agency have no place: they need the centre. */
export interface Place {
  readonly agencyId: string
  readonly type: string
  readonly ministry: string | null
  readonly province: string | null
  readonly unitId?: string
}

export function isAllowed(actor: Actor, permission: Permission, place?: Place): boolean {
  if (actor.kind === 'operator' || actor.kind === 'system' || permission.openTo === 'anyone') return true
  if (actor.kind === 'anyone' || !isWithinKey(actor.limitedTo, permission)) return false
  return permission.openTo === 'people' || findGrant(actor.grants, permission, place) !== undefined
}

/** Whether there is any place at all where the actor has it: decides what navigation offers. */
export function isAllowedSomewhere(actor: Actor, permission: Permission): boolean {
  const held =
    actor.kind === 'person' &&
    isWithinKey(actor.limitedTo, permission) &&
    actor.grants.some(({ role }) => permission.roles.includes(role))
  return held || isAllowed(actor, permission)
}

/** Whether an access key with these scopes lets the permission through; no key at all lets through everything. */
function isWithinKey(scopes: readonly string[] | undefined, { name, reads }: Permission): boolean {
  return !scopes || scopes.includes(name) || (reads === true && scopes.includes(readScope))
}

/**
 * The role in which the actor does it, for the audit trail; null for those who act without one. Throws `access.refused`,
 * `access.signInFirst` or `access.keyWithoutScope`.
 */
export function authorize(actor: Actor, permission: Permission, place?: Place): Role | null {
  if (!isAllowed(actor, permission, place)) throw refusalOf(actor, permission)
  return actor.kind === 'person' ? (findGrant(actor.grants, permission, place)?.role ?? null) : null
}

/** As `authorize`, for acts on what belongs to no agency and serves work everywhere: any place at all will do. */
export function authorizeSomewhere(actor: Actor, permission: Permission): Role | null {
  if (!isAllowedSomewhere(actor, permission)) throw refusalOf(actor, permission)
  const grants = actor.kind === 'person' ? actor.grants : []
  return grants.find(({ role }) => permission.roles.includes(role))?.role ?? null
}

/** Why the actor may not: nobody is to sign in, a key is told the scope it lacks, everyone else that their roles do not do. */
export function refusalOf(actor: Actor, permission: Permission): Problem {
  const { name } = permission
  if (actor.kind === 'anyone') return new Problem('forbidden', 'access.signInFirst', { permission: name })
  if (actor.kind === 'person' && !isWithinKey(actor.limitedTo, permission)) {
    const scope = permission.reads ? readScope : name
    return new Problem('forbidden', 'access.keyWithoutScope', { scope, permission: name })
  }
  return new Problem('forbidden', 'access.refused', { permission: name })
}

function findGrant(
  grants: readonly Grant[],
  { roles }: Permission,
  place: Place | undefined,
): Grant | undefined {
  return grants.find(({ role, scope }) => roles.includes(role) && reaches(scope, place))
}

export function reaches(scope: Scope, place: Place | undefined): boolean {
  if (scope.kind === 'centre') return true
  if (!place) return false
  if (scope.kind === 'group') {
    const { type = place.type, ministry = place.ministry, province = place.province } = scope
    return type === place.type && ministry === place.ministry && province === place.province
  }
  if (scope.agencyId !== place.agencyId) return false
  return scope.kind === 'agency' || scope.unitId === place.unitId
}
