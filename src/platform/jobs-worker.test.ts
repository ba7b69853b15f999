/** When a task of the schedule is due: told in Bangkok time, while the job queue counts in UTC. */
import { describe, expect, test } from 'vitest'
import { isDue } from './jobs-worker.ts'

describe('the clock of Bangkok', () => {
  const daily = { task: 'x', hour: 8, minute: 0 }

  test.each([
    ['08.00 น. is 01.00 in London', daily, { hour: 1, minute: 0 }, true],
    ['a minute later is not', daily, { hour: 1, minute: 1 }, false],
    ['08.00 in London is not', daily, { hour: 8, minute: 0 }, false],
    [
      '03.00 น. is 20.00 of the day before',
      { task: 'x', hour: 3, minute: 30 },
      { hour: 20, minute: 30 },
      true,
    ],
    ['without an hour it is every hour', { task: 'x', minute: 5 }, { hour: 13, minute: 5 }, true],
  ])('%s', (_, entry, utc, expected) => {
    expect(isDue(entry, utc)).toBe(expected)
  })
})
