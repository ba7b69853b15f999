/** Answers are kept as one, none lost, each with its day, in an order that is another each time. */
import { describe, expect, test } from 'vitest'
import { mixAnswers, splitMixed } from './mixed-answers.ts'

const given = Array.from({ length: 60 }, (_, place) => ({
  day: place % 3 === 0 ? '2025-06-30' : '2025-07-01',
  packed: `${String(place).padStart(3, '0')}-`,
}))
const byAnswer = (answers: typeof given) => answers.toSorted((a, b) => (a.packed < b.packed ? -1 : 1))

describe('mixed answers', () => {
  test('hold every answer with its day, and how many each day had', () => {
    const mixed = mixAnswers(given)
    expect(mixed).toMatchObject({ days: ['2025-06-30', '2025-07-01'], dayCounts: [20, 40] })
    expect(byAnswer(splitMixed(mixed))).toEqual(given)
  })

  test('stand in another order each time, and never in the one they were given in', () => {
    const orders = Array.from({ length: 20 }, () => mixAnswers(given).answers)
    expect(new Set(orders).size).toBe(20)
    const unmixed = given.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
    expect(orders).not.toContain(unmixed.map(({ packed }) => packed).join(''))
  })

  test('of nobody are none', () => {
    expect(splitMixed(mixAnswers([]))).toEqual([])
  })
})
