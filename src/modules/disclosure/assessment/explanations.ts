/** Reads what an agency explained of its items. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { disclosureExplanations } from '../tables.ts'
import type { MarksOf } from './item-marks.ts'

export interface Explanation {
  readonly itemCode: string
  readonly text: string
  readonly at: Date
}

/** The latest of each item. */
export async function listExplanations(db: Queryable, of: MarksOf): Promise<Explanation[]> {
  const { roundId, agencyId, itemCode, text, at, id } = disclosureExplanations
  const among = of.itemCodes && sql`${itemCode} = any(${sql.param([...of.itemCodes])}::text[])`
  return db
    .selectDistinctOn([itemCode], { itemCode, text, at })
    .from(disclosureExplanations)
    .where(and(eq(roundId, of.roundId), eq(agencyId, of.agencyId), among))
    .orderBy(asc(itemCode), sql`${at} desc`, sql`${id} desc`)
}
