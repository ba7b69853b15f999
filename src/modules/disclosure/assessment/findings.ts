/** Reads the findings that assessors use again in their remarks. */
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import type { ReasonKind } from '../item.ts'
import { disclosureFindings } from '../tables.ts'

export interface ReusableFinding {
  readonly id: string
  /** The item's id over the years; null for any item. */
  readonly itemId: string | null
  readonly reasonKind: ReasonKind
  readonly text: string
}

/** Those in use for an item, those for any item after its own; without an item all in use. */
export async function listFindings(db: Queryable, itemId?: string): Promise<ReusableFinding[]> {
  const { id, itemId: ofItem, reasonKind, text, retiredAt, at } = disclosureFindings
  const wanted = itemId === undefined ? undefined : or(eq(ofItem, itemId), isNull(ofItem))
  return db
    .select({ id, itemId: ofItem, reasonKind, text })
    .from(disclosureFindings)
    .where(and(isNull(retiredAt), wanted))
    .orderBy(asc(ofItem), asc(at), asc(id))
}
