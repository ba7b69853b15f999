/** Places with ties. */
import { expect, test } from 'vitest'
import { rankWithTies } from './ranks.ts'

const rank = (...scores: number[]) =>
  [...rankWithTies(scores.map((score, place) => ({ key: `k${place}`, score })))].map(
    ([key, place]) => `${key} ${place}`,
  )

test('the highest score is first', () => {
  expect(rank(8500, 9265, 7000)).toEqual(['k1 1', 'k0 2', 'k2 3'])
})

test('equal scores share a place and the next place is skipped', () => {
  expect(rank(9000, 9500, 9000, 8000)).toEqual(['k1 1', 'k0 2', 'k2 2', 'k3 4'])
})

test('nobody has no places', () => {
  expect(rank()).toEqual([])
})
