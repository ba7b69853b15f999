/** Reads of disclosure item scores. */
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { disclosureScores } from './tables.ts'

export interface ScoredRound {
  readonly roundId: string
  /** These agencies only; all of the round without it. */
  readonly agencyIds?: readonly string[]
}

/** The scored items of one agency as two lists in the same order, for a nation has a quarter of a million items. */
export interface ItemLists {
  readonly agencyId: string
  readonly codes: string
  readonly scores: string
}

/** Scores, 0 or 100, by item code, by agency id. */
export async function mapItemScores(
  db: Queryable,
  scored: ScoredRound,
): Promise<Map<string, Record<string, number>>> {
  return pairItems(await listItems(db, scored))
}

/**
 * Reads what `pairItems` pairs; apart from it, so that one may be done while the other goes on. Both lists of an agency
 * are filled row by row, so they are in one order, whatever it is.
 */
export async function listItems(db: Queryable, { roundId, agencyIds }: ScoredRound): Promise<ItemLists[]> {
  const { agencyId, itemCode, score } = disclosureScores
  const ofAgencies = agencyIds && sql`${agencyId} = any(${sql.param(agencyIds)}::uuid[])`
  return db
    .select({
      agencyId,
      codes: sql<string>`string_agg(${itemCode}, ' ')`,
      scores: sql<string>`string_agg(${score}::text, ' ')`,
    })
    .from(disclosureScores)
    .where(and(eq(disclosureScores.roundId, roundId), ofAgencies))
    .groupBy(agencyId)
}

export function pairItems(rows: readonly ItemLists[]): Map<string, Record<string, number>> {
  const codeLists = new Map<string, readonly string[]>()
  const items = new Map<string, Record<string, number>>()
  for (const { agencyId, codes, scores } of rows) {
    const codeList = codeLists.get(codes) ?? codes.split(' ')
    codeLists.set(codes, codeList)
    items.set(agencyId, pairUp(codeList, scores.split(' ')))
  }
  return items
}

function pairUp(codes: readonly string[], scores: readonly string[]): Record<string, number> {
  const pairs: Record<string, number> = {}
  for (let place = 0; place < codes.length; place++) pairs[codes[place] ?? ''] = Number(scores[place])
  return pairs
}
