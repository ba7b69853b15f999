/** When a coordinator is told that too few have answered: each week, and each of the last three days. */
import { describe, expect, test } from 'vitest'
import { paceReminderDue, partsBehind } from './pace-due.ts'
import type { ListedPart } from './progress-list.ts'

const days = { opensOn: '2026-01-05', closesOn: '2026-01-29' }

describe('a reminder is due', () => {
  test.each([
    ['never before the opening', '2026-01-04', null],
    ['never in the first week', '2026-01-11', null],
    ['when the first week is over', '2026-01-12', '2026-01-12'],
    ['made up for later in the week', '2026-01-15', '2026-01-12'],
    ['for the second week', '2026-01-19', '2026-01-19'],
    ['on the third day from the end', '2026-01-27', '2026-01-27'],
    ['on the day before the last', '2026-01-28', '2026-01-28'],
    ['on the last day', '2026-01-29', '2026-01-29'],
    ['never after the close', '2026-01-30', null],
  ])('%s', (_, today, due) => {
    expect(paceReminderDue(days, today)).toBe(due)
  })

  test('never where a day is not set', () => {
    expect(paceReminderDue({ ...days, closesOn: null }, '2026-01-12')).toBeNull()
    expect(paceReminderDue({ ...days, opensOn: null }, '2026-01-12')).toBeNull()
  })

  test('only of parts that the agency hands out itself, and that are below the pace', () => {
    const part = (id: string, standing: ListedPart['standing']): ListedPart => ({
      ...{ part: id, count: 1, minimum: 9, expected: 4, standing, isUnderMinimum: false },
    })
    const parts = [part('iit', 'onPace'), part('eitPublic', 'below'), part('eitSurvey', 'below')]
    expect(partsBehind({ parts }, ['iit', 'eitPublic'])).toEqual([parts[1]])
  })
})
