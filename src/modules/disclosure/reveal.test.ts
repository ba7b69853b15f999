/** An agency sees scores when clarification opens for it, and until then that its items were handed in. */
import { describe, expect, test } from 'vitest'
import type { Calendar, CalendarPhase } from '#modules/rounds/calendar.ts'
import type { ItemState } from './item-state.ts'
import { isRevealed, isScoreShown, isStepShown, shownState } from './reveal.ts'

const now = new Date('2025-06-10T03:00:00Z')
const day = (text: string) => new Date(`${text}T17:00:00Z`)

function calendarWith(opensAt: Date | null, closesAt: Date | null): Calendar {
  const clarify: CalendarPhase = { phase: 'clarify', name: { th: 'ชี้แจง', en: 'Clarify' }, opensAt, closesAt }
  return { phases: [clarify], extensions: [] }
}

function revealedIn(calendar: Calendar, states: readonly ItemState[]): boolean {
  return isRevealed({ calendar, agencyId: 'a', now, states })
}

describe('when scores are shown to the agency', () => {
  test('not before clarification opens, however far assessors are', () => {
    expect(revealedIn(calendarWith(day('2025-06-20'), day('2025-06-30')), ['assessed', 'final'])).toBe(false)
  })

  test('while clarification is open, and after it closed', () => {
    expect(revealedIn(calendarWith(day('2025-06-01'), day('2025-06-30')), ['submitted'])).toBe(true)
    expect(revealedIn(calendarWith(day('2025-06-01'), day('2025-06-05')), ['assessed'])).toBe(true)
  })

  test('without a clarification, once every item has its score', () => {
    const unscheduled = calendarWith(null, null)
    expect(revealedIn(unscheduled, ['assessed', 'final'])).toBe(true)
    expect(revealedIn(unscheduled, ['assessed', 'disputed'])).toBe(false)
    expect(revealedIn(unscheduled, [])).toBe(false)
  })
})

describe('what is shown of an item', () => {
  test.each(['markedOnce', 'disputed', 'assessed', 'explained', 'remarked', 'final'] as const)(
    '"%s" is "submitted" to the agency until scores are shown',
    (state) => expect(shownState(state, false)).toBe('submitted'),
  )

  test('what assessors settle among themselves is never shown', () => {
    expect(shownState('disputed', true)).toBe('submitted')
    expect(isScoreShown('disputed', true)).toBe(false)
    expect(isStepShown({ toState: 'markedOnce' }, true)).toBe(false)
  })

  test('the agency sees its own work, and its scores once they are shown', () => {
    expect(shownState('returned', false)).toBe('returned')
    expect(shownState('assessed', true)).toBe('assessed')
    expect(isScoreShown('assessed', true)).toBe(true)
    expect(isScoreShown('assessed', false)).toBe(false)
    expect(isStepShown({ toState: 'submitted' }, false)).toBe(true)
    expect(isStepShown({ toState: 'assessed' }, false)).toBe(false)
  })
})
