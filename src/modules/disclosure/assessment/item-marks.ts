/** Reads the marks of items, and what of them somebody who looks may see. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { users } from '#modules/accounts/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { ItemState } from '../item-state.ts'
import { disclosureMarks } from '../tables.ts'
import { isOpenToOthers, type Mark } from './mark.ts'

export interface NamedMark extends Mark {
  readonly itemCode: string
  readonly assessorName: string
}

export interface MarksOf {
  readonly roundId: string
  readonly agencyId: string
  /** Of all items without them. */
  readonly itemCodes?: readonly string[]
}

/** In the order they were given. */
export async function listMarks(
  db: Queryable,
  { roundId, agencyId, itemCodes }: MarksOf,
): Promise<NamedMark[]> {
  const among = itemCodes && sql`${disclosureMarks.itemCode} = any(${sql.param([...itemCodes])}::text[])`
  const { kind, score, reasonKind, remark, elements, assessedOn, assessorId, at, itemCode } = disclosureMarks
  return db
    .select({
      ...{ itemCode, kind, score, reasonKind, remark, elements, assessedOn, assessorId, at },
      assessorName: users.name,
    })
    .from(disclosureMarks)
    .innerJoin(users, eq(users.id, assessorId))
    .where(and(eq(disclosureMarks.roundId, roundId), eq(disclosureMarks.agencyId, agencyId), among))
    .orderBy(asc(at), asc(disclosureMarks.id))
}

/** One's own always; those of others once all are in, so that nobody marks after another. */
export function visibleMarks<One extends Mark>(
  marks: readonly One[],
  { state, viewerId }: { readonly state: ItemState; readonly viewerId: string | null },
): One[] {
  return marks.filter(({ assessorId }) => assessorId === viewerId || isOpenToOthers(state))
}
