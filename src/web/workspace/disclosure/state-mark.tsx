/** The state of an item: a word and a shape, told apart without colour. */
import type { ItemState } from '#modules/disclosure/item-state.ts'
import { useReader } from '../../ui/language.ts'

const ring = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z'
const lock = 'M4 7.5h8v6H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2'

/** A ring, a ring with a dot, a pen, a glass, an arrow back, ticks, locks, and a speech bubble. */
const shapes: Readonly<Record<ItemState, string>> = {
  open: ring,
  assigned: `${ring}M8 7v2`,
  drafted: 'M3 13l1-3.5L10.5 3 13 5.5 6.5 12z',
  inReview: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3 3',
  returned: 'M6.5 3L3 6.5 6.5 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7',
  ready: 'M2.5 8.5l3.5 3.5 7.5-8',
  approved: 'M1.5 8.5l3 3 6-7M7.5 11l.5.5 6.5-7',
  submitted: lock,
  markedOnce: lock,
  disputed: lock,
  assessed: `${lock}M8 9.5v2`,
  explained: 'M2.5 3h11v8H8l-3 2.5V11H2.5z',
  remarked: 'M2.5 3h11v8H8l-3 2.5V11H2.5zM5.5 7l2 1.5 3-3',
  final: 'M2.5 2.5h11v11h-11zM5 8l2 2 4-4.5',
}

const tones: Readonly<Partial<Record<ItemState, number>>> = {
  assigned: 3,
  drafted: 3,
  inReview: 3,
  returned: 5,
  ready: 2,
  approved: 1,
  explained: 3,
}

/** Of the five steps, the one that a state is painted in; null where nothing was done yet. */
export function toneOf(state: ItemState): number | null {
  return state === 'open' ? null : (tones[state] ?? 1)
}

export function StateMark({ state }: { readonly state: ItemState }) {
  const { text } = useReader()
  const tone = toneOf(state)
  return (
    <span className={`state-mark${tone === null ? '' : ` ink-${tone}`}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[state]} />
      </svg>
      {text.itemStates[state]}
    </span>
  )
}
