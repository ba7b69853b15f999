/** One person's row, and the administrators of whom one must always be left. */
import { and, eq, isNull, ne } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import { roleGrants, users } from './tables.ts'

export type UserRow = typeof users.$inferSelect

/** Held until the transaction ends. Throws `account.notFound`. */
export async function takeUser(db: Queryable, id: string): Promise<UserRow> {
  const found = isUuid(id) ? await db.select().from(users).where(eq(users.id, id)).for('update') : []
  const [row] = found
  if (!row) throw new Problem('notFound', 'account.notFound')
  return row
}

/** Held until the transaction ends, so that two do not go at once. Throws `grant.lastAdministrator`. */
export async function requireOtherAdministrator(db: Queryable, userId: string): Promise<void> {
  const active = await db
    .select({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'administrator'), isNull(roleGrants.endedAt)))
    .for('update')
  if (!active.some((grant) => grant.userId === userId)) return
  const others = await db
    .select({ id: users.id })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(
      and(
        ne(users.id, userId),
        isNull(users.disabledAt),
        eq(roleGrants.role, 'administrator'),
        isNull(roleGrants.endedAt),
      ),
    )
  if (others.length === 0) throw new Problem('conflict', 'grant.lastAdministrator')
}
