/** An item is late while its people still have something to do after its due date. */
import { expect, test } from 'vitest'
import { isDue, isLate } from './due.ts'

const today = '2025-06-30'

test('the due date itself is in time, the day after is late', () => {
  expect(isLate({ state: 'drafted', dueOn: '2025-06-30' }, today)).toBe(false)
  expect(isLate({ state: 'drafted', dueOn: '2025-06-29' }, today)).toBe(true)
})

test('what was found ready or handed in is never late', () => {
  expect(isLate({ state: 'ready', dueOn: '2025-06-01' }, today)).toBe(false)
  expect(isLate({ state: 'submitted', dueOn: '2025-06-01' }, today)).toBe(false)
})

test('soon is within seven days, and late is not soon', () => {
  expect(isDue({ state: 'open', dueOn: '2025-07-07' }, 'soon', today)).toBe(true)
  expect(isDue({ state: 'open', dueOn: '2025-07-08' }, 'soon', today)).toBe(false)
  expect(isDue({ state: 'open', dueOn: '2025-06-29' }, 'soon', today)).toBe(false)
  expect(isDue({ state: 'open', dueOn: null }, 'none', today)).toBe(true)
})
