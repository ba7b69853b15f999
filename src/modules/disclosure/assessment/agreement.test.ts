/** Agreement against figures of textbooks. */
import { describe, expect, test } from 'vitest'
import { format } from '#base/decimal.ts'
import { addPairs, cohensKappa, driftOf } from './agreement.ts'

describe("Cohen's kappa", () => {
  // The first is the grant example of the textbooks (20, 5, 10, 15); the next two share its agreement of 60 %.
  test.each([
    ['20 and 15 alike, 5 and 10 apart', [20, 15, 5, 10], '0.4000'],
    ['45 and 15 alike, 15 and 25 apart', [45, 15, 15, 25], '0.1304'],
    ['25 and 35 alike, 35 and 5 apart', [25, 35, 35, 5], '0.2593'],
    ['all alike, both scores used', [8, 2, 0, 0], '1.0000'],
    ['all apart', [0, 0, 5, 5], '-1.0000'],
    ['as by chance', [25, 25, 25, 25], '0.0000'],
  ] as const)('%s', (_what, [bothFull, bothNone, onlyFirstFull, onlySecondFull], kappa) => {
    const found = cohensKappa({ bothFull, bothNone, onlyFirstFull, onlySecondFull })
    expect(found && format(found, 4)).toBe(kappa)
  })

  test('is not defined where nothing was marked twice, or everybody gave the one score', () => {
    expect(cohensKappa({ bothFull: 0, bothNone: 0, onlyFirstFull: 0, onlySecondFull: 0 })).toBeNull()
    expect(cohensKappa({ bothFull: 9, bothNone: 0, onlyFirstFull: 0, onlySecondFull: 0 })).toBeNull()
  })

  test('of several items is that of all their pairs together', () => {
    const item = { bothFull: 10, bothNone: 5, onlyFirstFull: 2, onlySecondFull: 1 }
    expect(addPairs([item, item])).toEqual({
      bothFull: 20,
      bothNone: 10,
      onlyFirstFull: 4,
      onlySecondFull: 2,
    })
  })
})

describe('drift', () => {
  const ofAll = new Map([
    ['o1', { marks: 10, zeros: 1 }],
    ['o26', { marks: 10, zeros: 5 }],
  ])

  test('compares with all on the items that the assessor marked, as often as they did', () => {
    const own = new Map([
      ['o1', { marks: 1, zeros: 0 }],
      ['o26', { marks: 3, zeros: 3 }],
    ])
    const { rate, rateOfAll, difference } = driftOf(own, ofAll)
    expect([rate, rateOfAll, difference].map((one) => one && format(one, 3))).toEqual([
      '0.750',
      '0.400',
      '0.350',
    ])
  })

  test('of somebody who marked nothing is not defined', () => {
    expect(driftOf(new Map(), ofAll)).toEqual({
      ...{ marks: 0, zeros: 0, rate: null, rateOfAll: null, difference: null },
    })
  })
})
