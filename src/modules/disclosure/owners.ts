/** Who at an agency may be put in charge of items. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { roleGrants, users } from '#modules/accounts/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { canAnswerItems } from './access.ts'

export interface Owner {
  readonly id: string
  readonly name: string
  /** Units the person is an owner in; empty where they answer for the whole agency. */
  readonly unitIds: readonly string[]
}

/** People with an account who answer items at the agency or in a unit of it, by Thai name. */
export async function listOwners(db: Queryable, agencyId: string): Promise<Owner[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, unitId: roleGrants.unitId })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        eq(roleGrants.agencyId, agencyId),
        isNull(roleGrants.endedAt),
        isNull(users.disabledAt),
        inArray(roleGrants.role, [...canAnswerItems.roles]),
      ),
    )
    .orderBy(sql`${users.name} collate "th-x-icu"`, users.id)
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, grants]) => ({
    id,
    name: grants[0]?.name ?? '',
    unitIds: grants.some(({ unitId }) => unitId === null)
      ? []
      : grants.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  }))
}
