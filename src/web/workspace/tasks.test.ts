/** What the first page of the workspace asks to be done. */
import { describe, expect, test } from 'vitest'
import { type TaskFacts, tasksFor } from './tasks.ts'

const all: TaskFacts = {
  ...{ mayImport: true, mayOpen: true, mayEnrol: true, maySchedule: true },
  ...{ hasAgencies: true, rounds: [] },
}
const phase = { phase: 'collect', name: { th: 'ก', en: 'a' }, opensOn: null, closesOn: null } as const
const bare = { ...phase, state: 'notScheduled', daysToOpening: null, daysLeft: null } as const
const open = { ...bare, state: 'open' } as const
const named = (facts: Partial<TaskFacts>) => tasksFor({ ...all, ...facts }).map(({ task }) => task)

describe('what waits', () => {
  test('at a new instance is the registry, and then a round', () => {
    expect(named({ hasAgencies: false })).toEqual(['registerAgencies', 'openRound'])
  })

  test('in a new round are its agencies and its days', () => {
    const round = { fiscalYear: 2569, enrolledCount: 0, timetable: [bare] }
    expect(tasksFor({ ...all, rounds: [round] })).toEqual([
      { task: 'enrol', year: 2569, path: '/work/rounds/2569' },
      { task: 'setDays', year: 2569, path: '/work/rounds/2569' },
    ])
    expect(named({ rounds: [{ ...round, enrolledCount: 1, timetable: [bare, open] }] })).toEqual([])
  })

  test('is nothing to those who may not do it', () => {
    const none = { mayImport: false, mayOpen: false, mayEnrol: false, maySchedule: false }
    expect(named({ ...none, hasAgencies: false })).toEqual([])
  })
})
