/** How far a part should be: a straight line over its days, at both of its ends and beyond. */
import { describe, expect, test } from 'vitest'
import { agencyStates, expectedBy, type PaceFacts, partStanding } from './pace.ts'

const facts: PaceFacts = {
  ...{ opensOn: '2026-01-01', closesOn: '2026-01-10', today: '2026-01-06' },
  ...{ count: 20, minimum: 40, isClosed: false },
}

describe('what should be there', () => {
  test.each([
    ['before the first day', '2025-12-20', 0],
    ['on the first day', '2026-01-01', 0],
    ['when one of ten days is over', '2026-01-02', 4],
    ['when half of the days are over', '2026-01-06', 20],
    ['on the last day', '2026-01-10', 36],
    ['after the last day', '2026-01-11', 40],
    ['long after', '2027-01-11', 40],
  ])('%s', (_, today, expected) => {
    expect(expectedBy({ ...facts, today })).toBe(expected)
  })

  test('is whole answers, never more than the line', () => {
    expect(expectedBy({ ...facts, minimum: 33, today: '2026-01-02' })).toBe(3)
  })

  test.each([{ minimum: null }, { opensOn: null }, { closesOn: null }])(
    'is not made up without %o',
    (less) => {
      expect(expectedBy({ ...facts, ...less })).toBeNull()
    },
  )
})

describe('a part', () => {
  test.each([
    ['below', { count: 19 }],
    ['onPace', { count: 20 }],
    ['reached', { count: 40 }],
    ['reached', { count: 40, opensOn: null }],
    ['closed', { isClosed: true, count: 0 }],
    ['unknown', { minimum: null }],
    ['unknown', { closesOn: null }],
  ] as const)('is %s with %o', (standing, change) => {
    expect(partStanding({ ...facts, ...change })).toBe(standing)
  })
})

describe('an agency', () => {
  test.each([
    [['below', 'reached', 'unknown'], ['below']],
    [['reached', 'reached'], ['reached']],
    [['reached', 'onPace'], []],
    [['closed', 'reached'], ['reached']],
    [['closed', 'below'], ['below']],
    [['closed', 'closed', 'unknown'], ['closed']],
    [['unknown'], []],
  ] as const)('whose parts are %j is %j', (standings, states) => {
    expect(agencyStates(standings)).toEqual(states)
  })
})
