/** Role grants as they are kept: whose they are, where they reach, and how new ones are checked and written. */
import { and, eq, isNull } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { type Grant, type Scope, traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { authorize, type Permission, type Place, refusalOf } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { findPlace } from '#modules/registry/find-place.ts'
import { agencyTypes, ministries, provinces, units } from '#modules/registry/tables.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { mayGive, scopeKinds, toGrant, toScopeRow } from './role.ts'
import { roleGrants } from './tables.ts'

export type HeldGrant = Grant & { readonly id: string }

/** Those that have not ended, the oldest first. */
export async function listActiveGrants(db: Queryable, userId: string): Promise<HeldGrant[]> {
  const rows = await db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), isNull(roleGrants.endedAt)))
    .orderBy(roleGrants.grantedAt, roleGrants.id)
  return rows.map((row) => ({ id: row.id, ...toGrant(row) }))
}

/** Where a scope lies, for permissions; none for the centre and for groups. Throws `grant.agencyUnknown`, `grant.unitUnknown`. */
export async function placeOf(db: Queryable, scope: Scope): Promise<Place | undefined> {
  if (scope.kind === 'centre' || scope.kind === 'group') return undefined
  const place = isUuid(scope.agencyId) ? await findPlace(db, scope.agencyId) : undefined
  if (!place) throw new Problem('notFound', 'grant.agencyUnknown')
  if (scope.kind === 'agency') return place
  const there = and(eq(units.id, scope.unitId), eq(units.agencyId, scope.agencyId))
  const found = isUuid(scope.unitId) ? await db.select({ id: units.id }).from(units).where(there) : []
  if (found.length === 0) throw new Problem('notFound', 'grant.unitUnknown')
  return { ...place, unitId: scope.unitId }
}

/** Whether the actor may give the grant, and whether there can be such a one. Gives the role in which they act. */
export async function authorizeGrant({ actor, transaction }: Context, permission: Permission, grant: Grant) {
  const role = authorize(actor, permission, await placeOf(transaction, grant.scope))
  if (!mayGive(role, grant.role)) throw refusalOf(actor, permission)
  if (!scopeKinds[grant.role].includes(grant.scope.kind)) {
    throw new Problem('invalid', 'grant.scopeNotForRole', { role: grant.role, scope: grant.scope.kind })
  }
  if (grant.scope.kind === 'group') await requireGroup(transaction, grant.scope)
  return role
}

async function requireGroup(db: Queryable, { type, ministry, province }: Scope & { kind: 'group' }) {
  const named = [
    { table: agencyTypes, code: type },
    { table: ministries, code: ministry },
    { table: provinces, code: province },
  ]
  if (named.every(({ code }) => code === undefined)) throw new Problem('invalid', 'grant.groupMissing')
  for (const { table, code } of named) {
    if (code === undefined) continue
    const [found] = await db.select({ code: table.code }).from(table).where(eq(table.code, code))
    if (!found) throw new Problem('invalid', 'grant.groupUnknown', { code })
  }
}

/** Writes the grant as given by the actor. Its id. */
export async function storeGrant(
  { transaction, now, actor }: Context,
  { userId, grant, grantedBy = traceOf(actor) }: NewGrant,
): Promise<string> {
  const id = newId()
  await transaction.insert(roleGrants).values({ id, userId, ...toScopeRow(grant), grantedAt: now, grantedBy })
  return id
}

export interface NewGrant {
  readonly userId: string
  readonly grant: Grant
  readonly grantedBy?: string | null
}

/** What the audit trail tells of a grant. */
export function grantDetails({ role, scope }: Grant) {
  const { kind, ...where } = scope
  return { role, scope: kind, ...where }
}
