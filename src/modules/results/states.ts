/** How far a round's results have come: computed, frozen, published. */
import { eq } from 'drizzle-orm'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { resultFreezes, resultPublications } from './tables.ts'

export async function isFrozen(db: Queryable, round: Round): Promise<boolean> {
  return (await db.select().from(resultFreezes).where(eq(resultFreezes.roundId, round.id))).length > 0
}

export async function isPublished(db: Queryable, round: Round): Promise<boolean> {
  return (
    (await db.select().from(resultPublications).where(eq(resultPublications.roundId, round.id))).length > 0
  )
}
