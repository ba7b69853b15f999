/** A day begins and ends in Bangkok, wherever the machine stands. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dayOf, daysBetween, endOfDay, lastDayBefore, startOfDay } from './bangkok-day.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(['UTC', 'America/New_York', 'Asia/Bangkok', 'Pacific/Auckland'])(
  'on a machine in %s',
  (zone) => {
    test('a day runs from 00.00 to 24.00 in Bangkok', () => {
      vi.stubEnv('TZ', zone)
      expect(startOfDay('2026-03-29').toISOString()).toBe('2026-03-28T17:00:00.000Z')
      expect(endOfDay('2026-03-29').toISOString()).toBe('2026-03-29T17:00:00.000Z')
    })

    test('an instant falls on the day that Bangkok has then', () => {
      vi.stubEnv('TZ', zone)
      expect(dayOf(new Date('2026-03-28T16:59:59.999Z'))).toBe('2026-03-28')
      expect(dayOf(new Date('2026-03-28T17:00:00Z'))).toBe('2026-03-29')
    })

    test('days are counted alike where clocks change in spring', () => {
      vi.stubEnv('TZ', zone)
      expect(daysBetween('2026-03-01', '2026-04-30')).toBe(60)
      expect(daysBetween('2026-04-30', '2026-04-29')).toBe(-1)
    })
  },
)

test('the day a span ends with is the one before its end', () => {
  expect(lastDayBefore(endOfDay('2026-01-29'))).toBe('2026-01-29')
  expect(lastDayBefore(endOfDay('2026-12-31'))).toBe('2026-12-31')
})
