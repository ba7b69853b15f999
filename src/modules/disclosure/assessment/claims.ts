/** Reads who works on an agency's items, and whether two assessors mark the items of a round. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { users } from '#modules/accounts/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { disclosureClaims, disclosureMarkings, disclosureMarks } from '../tables.ts'

export interface Claim {
  readonly agencyId: string
  readonly seat: number
  readonly assessorId: string
  readonly assessorName: string
  readonly since: Date
}

export interface ClaimsOf {
  readonly roundId: string
  readonly agencyIds: readonly string[]
}

/** Those that hold, by seat. */
export async function listClaims(db: Queryable, { roundId, agencyIds }: ClaimsOf): Promise<Claim[]> {
  if (agencyIds.length === 0) return []
  const { agencyId, seat, assessorId, claimedAt, releasedAt } = disclosureClaims
  return db
    .select({ agencyId, seat, assessorId, assessorName: users.name, since: claimedAt })
    .from(disclosureClaims)
    .innerJoin(users, eq(users.id, assessorId))
    .where(
      and(
        eq(disclosureClaims.roundId, roundId),
        sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`,
        isNull(releasedAt),
      ),
    )
    .orderBy(asc(seat))
}

/** Whether any item of the round was marked: from then on it stays with one assessor, or with two. */
export async function hasMarks(db: Queryable, roundId: string): Promise<boolean> {
  const [mark] = await db
    .select({ id: disclosureMarks.id })
    .from(disclosureMarks)
    .where(eq(disclosureMarks.roundId, roundId))
    .limit(1)
  return mark !== undefined
}

/** One assessor marks an item unless somebody said that two do. */
export async function isMarkedTwice(db: Queryable, roundId: string): Promise<boolean> {
  const [row] = await db
    .select({ isDouble: disclosureMarkings.isDouble })
    .from(disclosureMarkings)
    .where(eq(disclosureMarkings.roundId, roundId))
    .orderBy(desc(disclosureMarkings.at), desc(disclosureMarkings.id))
    .limit(1)
  return row?.isDouble ?? false
}
