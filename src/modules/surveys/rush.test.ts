/** In a rush those who send come first: it is told by what comes, not by what waits. */
import { expect, test } from 'vitest'
import { rush, watchForRush } from './rush.ts'

test('a rush is many answers since it was asked last, however many came before', () => {
  let taken = 5 * rush
  const isRush = watchForRush({ taken: () => taken })
  expect(isRush()).toBe(false)
  taken += rush
  expect(isRush()).toBe(true)
  taken += rush - 1
  expect(isRush()).toBe(false)
})
