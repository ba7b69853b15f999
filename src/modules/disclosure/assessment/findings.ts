/** Reads the findings that assessors use again in their remarks. */
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { type Actor, traceOf } from '#base/actor.ts'
import type { Queryable } from '#platform/database.ts'
import type { ReasonKind } from '../item.ts'
import { disclosureFindings } from '../tables.ts'

export interface ReusableFinding {
  readonly id: string
  /** The item's id over the years; null for any item. */
  readonly itemId: string | null
  readonly reasonKind: ReasonKind
  readonly text: string
  /** Added by whoever looks, who may therefore take it out of use. */
  readonly isOwn: boolean
}

/** Those in use for an item, those for any item after its own; without an item all in use. */
export async function listFindings(
  db: Queryable,
  viewer: Actor,
  itemId?: string,
): Promise<ReusableFinding[]> {
  const { id, itemId: ofItem, reasonKind, text, retiredAt, at, actorName } = disclosureFindings
  const wanted = itemId === undefined ? undefined : or(eq(ofItem, itemId), isNull(ofItem))
  const rows = await db
    .select({ id, itemId: ofItem, reasonKind, text, actorName })
    .from(disclosureFindings)
    .where(and(isNull(retiredAt), wanted))
    .orderBy(asc(ofItem), asc(at), asc(id))
  return rows.map(({ actorName: addedBy, ...finding }) => ({
    ...finding,
    isOwn: addedBy === traceOf(viewer),
  }))
}
