/** Whether an item is behind its due date. Pure. */
import type { ItemState } from './item-state.ts'

export const dueKinds = ['late', 'soon', 'none'] as const
export type DueKind = (typeof dueKinds)[number]

/** States in which a due date still binds: from `ready` on the agency's people have done their part. */
const dueStates: readonly ItemState[] = ['open', 'assigned', 'drafted', 'inReview', 'returned']

const millisecondsOfWeek = 7 * 24 * 60 * 60 * 1000

interface Due {
  readonly state: ItemState
  /** A day such as 2025-06-30, the last on which it is in time. */
  readonly dueOn: string | null
}

/** `today` is a day in Bangkok. */
export function isLate({ state, dueOn }: Due, today: string): boolean {
  return dueOn !== null && dueOn < today && dueStates.includes(state)
}

/** `soon`: within seven days, and not late. */
export function isDue(item: Due, kind: DueKind, today: string): boolean {
  const { dueOn, state } = item
  if (kind === 'none') return dueOn === null
  if (kind === 'late') return isLate(item, today)
  if (dueOn === null || dueOn < today || !dueStates.includes(state)) return false
  return Date.parse(dueOn) - Date.parse(today) <= millisecondsOfWeek
}
