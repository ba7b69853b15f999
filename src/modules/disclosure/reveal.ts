/** What an agency is shown of the assessment, and from when. Pure. */
import type { Calendar } from '#modules/rounds/calendar.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { ItemState } from './item-state.ts'

/** States in which an item has a score that holds. */
const scoredStates: readonly ItemState[] = ['assessed', 'explained', 'remarked', 'final']

/** States that tell how far assessors are. */
const hiddenStates: readonly ItemState[] = ['markedOnce', 'disputed', ...scoredStates]

/** What assessors do among themselves before a score holds. */
const innerStates: readonly ItemState[] = ['markedOnce', 'disputed']

export interface RevealMoment {
  readonly calendar: Calendar
  readonly agencyId: string
  readonly now: Date
  /** Of all items of the agency; those without a row are `open`. */
  readonly states: readonly ItemState[]
}

/** From the day clarification opens for the agency; where it is not scheduled, once every item has its score. */
export function isRevealed({ calendar, agencyId, now, states }: RevealMoment): boolean {
  const { state } = phaseState(calendar, { phase: 'clarify', agencyId, now })
  if (state !== 'notScheduled') return state !== 'upcoming'
  return states.length > 0 && states.every((one) => scoredStates.includes(one))
}

/** The state as the agency sees it: what only assessors know is `submitted` to it. */
export function shownState(state: ItemState, revealed: boolean): ItemState {
  const isHidden = revealed ? innerStates.includes(state) : hiddenStates.includes(state)
  return isHidden ? 'submitted' : state
}

/** Whether the agency sees the score, the reason and the remark of an item. */
export function isScoreShown(state: ItemState, revealed: boolean): boolean {
  return revealed && scoredStates.includes(state)
}

/** Whether the agency sees that a step was taken. */
export function isStepShown({ toState }: { readonly toState: ItemState }, revealed: boolean): boolean {
  if (!hiddenStates.includes(toState)) return true
  return revealed && !innerStates.includes(toState)
}
