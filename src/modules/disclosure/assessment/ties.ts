/** Reads what binds a person to agencies: roles they have or had there, and lists of people they stand or stood in. */
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { roleGrants, users } from '#modules/accounts/tables.ts'
import { people } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Ties } from './conflict.ts'

export async function getTies(db: Queryable, userId: string): Promise<Ties> {
  const grants = await db
    .select({
      agencyId: sql<string>`${roleGrants.agencyId}`,
      hasEnded: sql<boolean>`${roleGrants.endedAt} is not null`,
    })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), isNotNull(roleGrants.agencyId)))
  const listings = await db
    .select({ agencyId: people.agencyId, hasLeft: sql<boolean>`${people.leftOn} is not null` })
    .from(people)
    .innerJoin(users, eq(people.emailKey, users.email))
    .where(eq(users.id, userId))
  return { grants, listings }
}
