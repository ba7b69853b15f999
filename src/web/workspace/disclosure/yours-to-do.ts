/** What a board asks of its reader now, the most pressing first. Pure. */
import type { Board, BoardItem } from '#modules/disclosure/board.ts'
import type { ItemState } from '#modules/disclosure/item-state.ts'
import type { PhaseStanding } from '#modules/rounds/phase.ts'
import { type BoardAddress, without } from './disclosure-query.ts'

export interface BoardMay {
  readonly assign: boolean
  readonly answer: boolean
  readonly review: boolean
  readonly approve: boolean
  readonly submit: boolean
  readonly explain: boolean
  readonly showStatus: boolean
}

export interface YourTask {
  readonly task: 'mend' | 'answer' | 'send' | 'assign' | 'chase' | 'review' | 'approve' | 'submit' | 'explain'
  readonly count: number
  /** The filter of the board that shows them; or what is done with the whole set; or the page of what was lost. */
  readonly address: BoardAddress | 'whole' | 'gap'
}

export interface TaskFacts {
  /** Unfiltered. */
  readonly board: Pick<Board, 'items' | 'phases' | 'isRoundClosed'>
  readonly personId: string
  readonly may: BoardMay
}

export function yoursToDo(facts: TaskFacts): YourTask[] {
  const { board } = facts
  if (board.isRoundClosed) return []
  const isAtWork = !isOver(board.phases.answer) || !isOver(board.phases.approve)
  const found = [...(isAtWork ? [...answering(facts), ...leading(facts)] : []), ...clarifying(facts)]
  return found.filter(({ count }) => count > 0)
}

/** A phase without days forbids nothing. */
const isOver = ({ state }: PhaseStanding) => state === 'closed' || state === 'upcoming'

function answering({ board: { items }, personId, may }: TaskFacts): YourTask[] {
  if (!may.answer) return []
  const mine = items.filter(({ owner }) => owner?.id === personId)
  return [
    {
      task: 'mend',
      count: inStates(mine, 'returned'),
      address: { owner: personId, state: 'returned' },
    },
    { task: 'answer', count: inStates(mine, 'open', 'assigned'), address: { owner: personId } },
    { task: 'send', count: inStates(mine, 'drafted'), address: { owner: personId, state: 'drafted' } },
  ]
}

function leading({ board: { items }, may }: TaskFacts): YourTask[] {
  const isAllReady = inStates(items, 'ready', 'approved') === items.length
  const isAllApproved = items.length > 0 && inStates(items, 'approved') === items.length
  const orphans = items.filter(({ owner, unit, state }) => !owner && !unit && state === 'open').length
  const late = items.filter(({ isLate }) => isLate).length
  const ofNobody = { unit: without, owner: without, state: 'open' }
  const tasks: (YourTask | false)[] = [
    may.review && { task: 'review', count: inStates(items, 'inReview'), address: { state: 'inReview' } },
    may.approve && isAllReady && { task: 'approve', count: inStates(items, 'ready'), address: 'whole' },
    may.submit && isAllApproved && { task: 'submit', count: items.length, address: 'whole' },
    may.assign && { task: 'assign', count: orphans, address: ofNobody },
    may.assign && { task: 'chase', count: late, address: { due: 'late' } },
  ]
  return tasks.filter((task) => task !== false)
}

function clarifying({ board: { items, phases }, may }: TaskFacts): YourTask[] {
  if (!may.explain || phases.clarify.state !== 'open') return []
  const lost = items.filter(({ score, state }) => score === 0 && state === 'assessed').length
  return [{ task: 'explain', count: lost, address: 'gap' }]
}

function inStates(items: readonly BoardItem[], ...states: readonly ItemState[]): number {
  return items.filter(({ state }) => states.includes(state)).length
}
