/** What a board asks of whom, and when it asks nothing. */
import { describe, expect, test } from 'vitest'
import type { BoardItem } from '#modules/disclosure/board.ts'
import type { ItemState } from '#modules/disclosure/item-state.ts'
import type { PhaseState } from '#modules/rounds/phase.ts'
import { type BoardMay, type TaskFacts, yoursToDo } from './yours-to-do.ts'

const nobody: BoardMay = {
  ...{ assign: false, answer: false, review: false, approve: false },
  ...{ submit: false, explain: false, showStatus: false },
}
const standing = (state: PhaseState) => ({ state, opensAt: null, closesAt: null })
const owner = { id: 'me', name: 'สมใจ' }

const itemIn = (state: ItemState, rest: Partial<BoardItem> = {}): BoardItem => ({
  ...{ code: 'o1', id: 'structure', title: { th: 'โครงสร้าง', en: 'Structure' }, subIndicator: '9.1' },
  ...{ state, stateAt: null, unit: null, owner, dueOn: null, isLate: false, has: null, links: [] },
  ...{ comments: 0, points: '2.50', score: null, elements: [], ...rest },
})

function asked(items: readonly BoardItem[], may: Partial<BoardMay>, phases: Partial<Phases> = {}) {
  const { answer = 'open', approve = 'notScheduled', clarify = 'notScheduled' } = phases
  const standings = { answer: standing(answer), approve: standing(approve), clarify: standing(clarify) }
  const board: TaskFacts['board'] = { items, phases: standings, isRoundClosed: false }
  return yoursToDo({ board, personId: 'me', may: { ...nobody, ...may } }).map(({ task, count }) => [
    task,
    count,
  ])
}

type Phases = Record<'answer' | 'approve' | 'clarify', PhaseState>

describe('what waits for somebody', () => {
  test('an owner mends first, and is asked only for items of their own', () => {
    const others = itemIn('assigned', { owner: { id: 'other', name: null } })
    const items = [itemIn('assigned'), itemIn('returned'), itemIn('drafted'), others]
    expect(asked(items, { answer: true })).toEqual([
      ['mend', 1],
      ['answer', 1],
      ['send', 1],
    ])
  })

  test('an executive is asked to approve when every item is ready, and not before', () => {
    const ready = [itemIn('ready'), itemIn('approved')]
    expect(asked(ready, { approve: true })).toEqual([['approve', 1]])
    expect(asked([...ready, itemIn('inReview')], { approve: true })).toEqual([])
  })

  test('a set is handed in when all of it is approved', () => {
    expect(asked([itemIn('approved')], { submit: true })).toEqual([['submit', 1]])
    expect(asked([itemIn('approved'), itemIn('ready')], { submit: true })).toEqual([])
  })

  test('nobody is asked to answer when the time for it is over', () => {
    const over = { answer: 'closed', approve: 'closed' } as const
    expect(asked([itemIn('assigned')], { answer: true }, over)).toEqual([])
  })

  test('an item that scored 0 is to be explained only while clarification is open', () => {
    const lost = [itemIn('assessed', { score: 0 }), itemIn('assessed', { score: 100 })]
    expect(asked(lost, { explain: true }, { answer: 'closed', clarify: 'open' })).toEqual([['explain', 1]])
    expect(asked(lost, { explain: true }, { answer: 'closed', clarify: 'closed' })).toEqual([])
  })
})
