/** What people read off a calendar: which phase is open, and for how many days. */
import { describe, expect, test } from 'vitest'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import type { Calendar, PhaseId } from './calendar.ts'
import { groupByStep, makeTimetable } from './timetable.ts'

const name = { th: 'x', en: 'x' }
const phaseOf = (phase: PhaseId, opens?: string, closes?: string) => ({
  ...{ phase, name },
  opensAt: opens ? startOfDay(opens) : null,
  closesAt: closes ? endOfDay(closes) : null,
})
const calendar: Calendar = {
  phases: [
    phaseOf('register', '2026-01-01', '2026-02-28'),
    phaseOf('collect', '2026-03-01', '2026-04-30'),
    phaseOf('answer', '2026-03-15', '2026-04-30'),
    phaseOf('score'),
    phaseOf('followUp', '2026-04-01'),
  ],
  extensions: [{ phase: 'register', agencyId: 'hill', until: endOfDay('2026-12-31') }],
}
const on = (time: string, isClosed = false) =>
  makeTimetable(calendar, { isClosed, now: new Date(time) }).map(
    ({ phase, state, daysToOpening, daysLeft }) => [phase, state, daysToOpening, daysLeft],
  )

describe('a timetable', () => {
  test('tells the days, and the state and countdown of each phase', () => {
    expect(on('2026-03-14T23:30:00+07:00')).toEqual([
      ['register', 'closed', null, null],
      ['collect', 'open', null, 47],
      ['answer', 'upcoming', 1, null],
      ['score', 'notScheduled', null, null],
      ['followUp', 'upcoming', 18, null],
    ])
    const [, collect] = makeTimetable(calendar, { isClosed: false, now: new Date(0) })
    expect(collect).toMatchObject({ opensOn: '2026-03-01', closesOn: '2026-04-30' })
  })

  test('counts none left on the last day, through to its last second', () => {
    expect(on('2026-04-30T00:00:00+07:00')[1]).toEqual(['collect', 'open', null, 0])
    expect(on('2026-04-30T23:59:59+07:00')[1]).toEqual(['collect', 'open', null, 0])
    expect(on('2026-05-01T00:00:00+07:00')[1]).toEqual(['collect', 'closed', null, null])
  })

  test('counts nothing down for a phase that has no close', () => {
    expect(on('2026-04-02T00:00:00+07:00')[4]).toEqual(['followUp', 'open', null, null])
  })

  test('of a closed round has nothing open or to come but what follows the results', () => {
    expect(on('2026-03-14T12:00:00+07:00', true)).toEqual([
      ['register', 'closed', null, null],
      ['collect', 'closed', null, null],
      ['answer', 'closed', null, null],
      ['score', 'notScheduled', null, null],
      ['followUp', 'upcoming', 18, null],
    ])
  })
})

describe('steps', () => {
  test('the surveys and the disclosure answers run beside each other', () => {
    const steps = groupByStep(makeTimetable(calendar, { isClosed: false, now: new Date(0) }))
    expect(steps.map((step) => step.map(({ phase }) => phase))).toEqual([
      ['register'],
      ['collect', 'answer'],
      ['score'],
      ['followUp'],
    ])
  })
})
