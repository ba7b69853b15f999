/** The states of a disclosure item and the acts that lead from one to another: the whole diagram, as data. Pure. */
import { Problem } from '#base/problem.ts'

export const itemStates = [
  'open',
  'assigned',
  'drafted',
  'inReview',
  'returned',
  'ready',
  'approved',
  'submitted',
  'markedOnce',
  'disputed',
  'assessed',
  'explained',
  'remarked',
  'final',
] as const

export type ItemState = (typeof itemStates)[number]

export const itemActs = [
  'assign',
  'answer',
  'sendToReview',
  'takeBack',
  'return',
  'pass',
  'approve',
  'submit',
  'score',
  'settle',
  'explain',
  'remark',
  'confirm',
] as const

export type ItemAct = (typeof itemActs)[number]

type Transition = readonly [from: ItemState, to: readonly ItemState[]]

/** From which states an act may be done, and where it may lead. An item without a row is `open`. */
export const diagram: Readonly<Record<ItemAct, readonly Transition[]>> = {
  // Somebody else may be put in charge at any time before the set is approved; that alone moves nothing.
  assign: [
    ['open', ['assigned']],
    ['assigned', ['assigned']],
    ['drafted', ['drafted']],
    ['inReview', ['inReview']],
    ['returned', ['returned']],
    ['ready', ['ready']],
  ],
  answer: [
    ['open', ['drafted']],
    ['assigned', ['drafted']],
    ['drafted', ['drafted']],
    ['returned', ['drafted']],
  ],
  sendToReview: [['drafted', ['inReview']]],
  takeBack: [['inReview', ['drafted']]],
  return: [
    ['inReview', ['returned']],
    ['ready', ['returned']],
    ['approved', ['returned']],
  ],
  pass: [['inReview', ['ready']]],
  approve: [['ready', ['approved']]],
  submit: [['approved', ['submitted']]],
  // Where two assessors mark, the first mark waits for the second; two that differ wait for the lead.
  score: [
    ['submitted', ['assessed', 'markedOnce']],
    ['markedOnce', ['assessed', 'disputed', 'markedOnce']],
    ['assessed', ['assessed']],
  ],
  settle: [['disputed', ['assessed']]],
  explain: [
    ['assessed', ['explained']],
    ['explained', ['explained']],
  ],
  remark: [
    ['explained', ['remarked']],
    ['remarked', ['remarked']],
  ],
  // What was not handed in scores 0 when the scores are confirmed.
  confirm: [
    ['open', ['final']],
    ['assigned', ['final']],
    ['drafted', ['final']],
    ['inReview', ['final']],
    ['returned', ['final']],
    ['ready', ['final']],
    ['approved', ['final']],
    ['assessed', ['final']],
    ['remarked', ['final']],
  ],
}

/** States in which the agency still works on the item: everything before it is handed in. */
const workStates = [
  'open',
  'assigned',
  'drafted',
  'inReview',
  'returned',
  'ready',
  'approved',
] as const satisfies readonly ItemState[]

export function isAtWork(state: ItemState): boolean {
  return (workStates as readonly ItemState[]).includes(state)
}

export function mayFollow(act: ItemAct, from: ItemState): boolean {
  return diagram[act].some(([state]) => state === from)
}

/**
 * Throws `item.wrongState` with the item's code, its state and the act where the diagram has no such step; a state that
 * the act cannot lead to is a fault of the program.
 */
export function requireStep(item: { readonly code: string; readonly state: ItemState }, act: ItemAct): void {
  if (mayFollow(act, item.state)) return
  throw new Problem('conflict', 'item.wrongState', { item: item.code, state: item.state, act })
}
