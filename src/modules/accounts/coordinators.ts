/** Reads who coordinates agencies, to write to them. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { roleGrants, users } from './tables.ts'

export interface Coordinator {
  readonly agencyId: string
  readonly email: string
  readonly name: string
}

/** Of each agency those who have the role in the agency as a whole and may sign in. */
export function listCoordinators(db: Queryable, agencyIds: readonly string[]): Promise<Coordinator[]> {
  const agencyId = sql<string>`${roleGrants.agencyId}`
  return db
    .selectDistinct({ agencyId, email: users.email, name: users.name })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        eq(roleGrants.role, 'coordinator'),
        eq(roleGrants.scopeKind, 'agency'),
        sql`${roleGrants.agencyId} = any(${sql.param([...agencyIds])}::uuid[])`,
        isNull(roleGrants.endedAt),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(agencyId), asc(users.email))
}
