/** Days are written in the calendar of the reader. */
import { expect, test } from 'vitest'
import { writeDay } from './days.ts'

test('Thai days bear the Buddhist year, English ones the common year', () => {
  expect(writeDay('2025-08-15', 'th')).toBe('15 ส.ค. 2568')
  expect(writeDay('2025-08-15', 'en')).toBe('15 Aug 2025')
})

test('a day stays the same day at either end of the year', () => {
  expect(writeDay('2025-12-31', 'th')).toBe('31 ธ.ค. 2568')
  expect(writeDay('2026-01-01', 'th')).toBe('1 ม.ค. 2569')
})
