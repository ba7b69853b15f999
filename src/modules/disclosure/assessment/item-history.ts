/** Reads the steps an item took, as assessors see them. */
import { and, asc, eq } from 'drizzle-orm'
import { mapAccountNames } from '#modules/accounts/queries.ts'
import type { Queryable } from '#platform/database.ts'
import type { ItemKey } from '../item.ts'
import type { ItemAct, ItemState } from '../item-state.ts'
import { disclosureSteps } from '../tables.ts'

export interface TakenStep {
  readonly act: ItemAct
  readonly from: ItemState
  readonly to: ItemState
  readonly reason: string | null
  readonly at: Date
  readonly actorKind: string
  /** A person's name, or that of the operator or the system; null where it is not known. */
  readonly actor: string | null
  readonly role: string | null
}

/** The first step first. */
export async function listSteps(
  db: Queryable,
  { roundId, agencyId, itemCode }: ItemKey,
): Promise<TakenStep[]> {
  const { at, id } = disclosureSteps
  const rows = await db
    .select()
    .from(disclosureSteps)
    .where(
      and(
        eq(disclosureSteps.roundId, roundId),
        eq(disclosureSteps.agencyId, agencyId),
        eq(disclosureSteps.itemCode, itemCode),
      ),
    )
    .orderBy(asc(at), asc(id))
  const people = rows.flatMap(({ actorKind, actorName }) =>
    actorKind === 'person' && actorName ? [actorName] : [],
  )
  const names = await mapAccountNames(db, people)
  return rows.map((row) => ({
    ...{ act: row.act, from: row.fromState, to: row.toState, reason: row.reason, at: row.at, role: row.role },
    actorKind: row.actorKind,
    actor: row.actorName === null ? null : (names[row.actorName] ?? row.actorName),
  }))
}

/** When the item was last handed in; null where it never was. */
export function handedInAt(steps: readonly Pick<TakenStep, 'act' | 'at'>[]): Date | null {
  return steps.findLast(({ act }) => act === 'submit')?.at ?? null
}
