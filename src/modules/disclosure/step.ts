/** Leads items from one state to the next: the row of the step, and the state it leaves them in. */
import { and, eq, sql } from 'drizzle-orm'
import { type Role, traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import type { ItemRow } from './enter.ts'
import { diagram, type ItemAct, type ItemState, mayFollow, requireStep } from './item-state.ts'
import { shownState } from './reveal.ts'
import { disclosureItems, disclosureSteps } from './tables.ts'

export interface Step {
  readonly act: ItemAct
  readonly to: ItemState
  /** In which the actor acts. */
  readonly role: Role | null
  readonly reason?: string | undefined
}

/** Throws `item.wrongState`. */
export async function takeStep(context: Context, row: ItemRow, step: Step): Promise<void> {
  await takeSteps(context, [row], step)
}

/** The same step of several items of one agency, all of them or none. Throws `item.wrongState` for the first that may not. */
export async function takeSteps(context: Context, rows: readonly ItemRow[], step: Step): Promise<void> {
  const { transaction, now } = context
  const [first] = rows
  if (!first) return
  for (const row of rows) requireLeading(row, step)
  await transaction
    .update(disclosureItems)
    .set({ state: step.to, stateAt: now })
    .where(
      and(
        eq(disclosureItems.roundId, first.roundId),
        eq(disclosureItems.agencyId, first.agencyId),
        sql`${disclosureItems.itemCode} = any(${sql.param(rows.map(({ itemCode }) => itemCode))}::text[])`,
      ),
    )
  await transaction.insert(disclosureSteps).values(
    rows.map(({ roundId, agencyId, itemCode, state }) => ({
      ...{ id: newId(), roundId, agencyId, itemCode },
      ...{ act: step.act, fromState: state, toState: step.to, reason: step.reason ?? null },
      ...{ ...doneBy(context), role: step.role },
    })),
  )
}

/** For acts of the agency: what assessors do with the item is not told by the refusal. Throws `item.wrongState`. */
export function requireOwnStep({ itemCode, state }: ItemRow, act: ItemAct): void {
  if (mayFollow(act, state)) return
  throw new Problem('conflict', 'item.wrongState', { item: itemCode, state: shownState(state, false), act })
}

/** Throws the problem of that code, with a finding for every item that is in none of the states. */
export function requireWholeSet(rows: readonly ItemRow[], states: readonly ItemState[], code: string): void {
  const others = rows.filter(({ state }) => !states.includes(state))
  if (others.length === 0) return
  const findings = others.map(({ itemCode, state }) => ({
    code: 'item.stands',
    parameters: { item: itemCode, state: shownState(state, false) },
  }))
  const items = others.map(({ itemCode }) => itemCode).join(', ')
  throw Object.assign(new Problem('conflict', code, { items, count: others.length }), { findings })
}

/** Who does it and when, as rows keep it. */
export function doneBy({ actor, now }: Pick<Context, 'actor' | 'now'>) {
  return { at: now, actorKind: actor.kind, actorName: traceOf(actor) }
}

function requireLeading({ itemCode, state }: ItemRow, { act, to }: Step): void {
  requireStep({ code: itemCode, state }, act)
  const leads = diagram[act].some(([from, towards]) => from === state && towards.includes(to))
  if (!leads) throw new Error(`${act} does not lead from ${state} to ${to}`)
}
