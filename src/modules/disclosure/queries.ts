/** Reads of disclosure item scores. */
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { disclosureScores } from './tables.ts'

export interface ScoredRound {
  readonly roundId: string
  /** These agencies only; all of the round without it. */
  readonly agencyIds?: readonly string[]
}

/** The scored items of one agency: the codes of those with 100 and of those with 0, for a nation has a quarter of a million. */
export interface ItemLists {
  readonly agencyId: string
  readonly full: string | null
  readonly none: string | null
}

/** Scores, 0 or 100, by item code, by agency id. */
export async function mapItemScores(
  db: Queryable,
  scored: ScoredRound,
): Promise<Map<string, Record<string, number>>> {
  return scoreItems(await listItems(db, scored))
}

/** Reads what `scoreItems` lays out; apart from it, so that one may be done while the other goes on. */
export async function listItems(db: Queryable, { roundId, agencyIds }: ScoredRound): Promise<ItemLists[]> {
  const { agencyId, itemCode, score } = disclosureScores
  const ofAgencies = agencyIds && sql`${agencyId} = any(${sql.param(agencyIds)}::uuid[])`
  const codesWith = (points: number) =>
    sql<string | null>`string_agg(${itemCode}, ' ') filter (where ${score} = ${points})`
  return db
    .select({ agencyId, full: codesWith(100), none: codesWith(0) })
    .from(disclosureScores)
    .where(and(eq(disclosureScores.roundId, roundId), ofAgencies))
    .groupBy(agencyId)
}

export function scoreItems(rows: readonly ItemLists[]): Map<string, Record<string, number>> {
  const items = new Map<string, Record<string, number>>()
  for (const { agencyId, full, none } of rows) {
    const scores: Record<string, number> = {}
    for (const code of full?.split(' ') ?? []) scores[code] = 100
    for (const code of none?.split(' ') ?? []) scores[code] = 0
    items.set(agencyId, scores)
  }
  return items
}
