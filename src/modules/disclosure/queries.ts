/** Reads of disclosure item scores. */
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { disclosureScores } from './tables.ts'

export interface ScoredRound {
  readonly roundId: string
  /** One agency only; all of the round without it. */
  readonly agencyId?: string
}

/** Scores, 0 or 100, by item code, by agency id. */
export async function mapItemScores(
  db: Queryable,
  { roundId, agencyId }: ScoredRound,
): Promise<Map<string, Record<string, number>>> {
  const rows = await db
    .select({
      agencyId: disclosureScores.agencyId,
      itemCode: disclosureScores.itemCode,
      score: disclosureScores.score,
    })
    .from(disclosureScores)
    .where(
      and(
        eq(disclosureScores.roundId, roundId),
        agencyId ? eq(disclosureScores.agencyId, agencyId) : undefined,
      ),
    )
  const items = new Map<string, Record<string, number>>()
  for (const row of rows) {
    const scores = items.get(row.agencyId) ?? {}
    scores[row.itemCode] = row.score
    items.set(row.agencyId, scores)
  }
  return items
}
