/** The state of a phase: a word and a shape, told apart without colour. */
import type { PhaseState } from '#modules/rounds/phase.ts'
import { useReader } from '../../ui/language.ts'

/** A dash, an empty ring, a filled disc, a tick. */
const shapes: Readonly<Record<PhaseState, string>> = {
  notScheduled: 'M3 8h10',
  upcoming: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  open: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  closed: 'M2.5 8.5l3.5 3.5 7.5-8',
}

interface Props {
  readonly state: PhaseState
  /** In a closed round a phase without days will not get any. */
  readonly isClosed: boolean
}

export function PhaseMark({ state, isClosed }: Props) {
  const { text } = useReader()
  const { states, neverScheduled } = text.rounds
  return (
    <span className={`phase-mark phase-${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[state]} />
      </svg>
      {isClosed && state === 'notScheduled' ? neverScheduled : states[state]}
    </span>
  )
}
