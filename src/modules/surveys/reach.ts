/** Restricts a list of agencies to those where a person has a permission, as `isAllowed` would say of each. */
import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Actor, Scope } from '#base/actor.ts'
import { isAllowed, isAllowedSomewhere, type Permission } from '#base/permission.ts'
import { agencies } from '#modules/registry/tables.ts'

/** Undefined where there is nothing to restrict. */
export function withinReach(actor: Actor, permission: Permission): SQL | undefined {
  if (isAllowed(actor, permission)) return undefined
  if (actor.kind !== 'person' || !isAllowedSomewhere(actor, permission)) return sql`false`
  const held = actor.grants.filter(({ role }) => permission.roles.includes(role))
  return or(...held.map(({ scope }) => withinScope(scope)))
}

/** A unit of an agency is not the agency: who has a role there does not have it here. */
function withinScope(scope: Scope): SQL {
  if (scope.kind === 'centre') return sql`true`
  if (scope.kind === 'agency') return eq(agencies.id, scope.agencyId)
  if (scope.kind === 'unit') return sql`false`
  const { type, ministry, province } = scope
  const all = and(
    type === undefined ? undefined : eq(agencies.typeCode, type),
    ministry === undefined ? undefined : eq(agencies.ministryCode, ministry),
    province === undefined ? undefined : eq(agencies.provinceCode, province),
  )
  return all ?? sql`true`
}
