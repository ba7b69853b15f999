/** Days are written in the calendar of the reader. */
import { expect, test } from 'vitest'
import { writeDate } from './dates.ts'

test('Thai days bear the Buddhist year, English ones the common year', () => {
  expect(writeDate('2025-08-15', 'th')).toBe('15 ส.ค. 2568')
  expect(writeDate('2025-08-15', 'en')).toBe('15 Aug 2025')
})
