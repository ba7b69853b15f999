/** A ministry behind one address gets through; a script does not. */
import { describe, expect, test } from 'vitest'
import { makeLimiter, perAddress } from './rate-limit.ts'

const minute = 60_000

describe('the limit on one address', () => {
  test('lets 500 people answer within ten minutes, even all in the last one', () => {
    for (const span of [10 * minute, minute, 1]) {
      const limit = makeLimiter(perAddress)
      const refused = Array.from({ length: 500 }, (_, person) => limit('a', (person * span) / 500)).filter(
        (wait) => wait > 0,
      )
      expect(refused).toEqual([])
    }
  })

  test('stops a script that sends thousands, says when to come again, and then lets one pass', () => {
    const limit = makeLimiter(perAddress)
    const passed = Array.from({ length: 5000 }, (_, turn) => limit('a', turn * 10)).filter(
      (wait) => wait === 0,
    )
    expect(passed.length).toBeLessThan(perAddress.burst + 51)
    const wait = limit('a', 50_000)
    expect(wait).toBe(1)
    expect(limit('a', 50_000 + wait * 1000)).toBe(0)
  })

  test('is of that address alone', () => {
    const limit = makeLimiter({ burst: 1, perSecond: 1 })
    expect([limit('a', 0), limit('a', 0), limit('b', 0)]).toEqual([0, 1, 0])
  })

  test('is not widened by a clock that is set back', () => {
    const limit = makeLimiter({ burst: 1, perSecond: 1 })
    expect([limit('a', 10_000), limit('a', 0), limit('a', 500)]).toEqual([0, 1, 1])
  })
})
