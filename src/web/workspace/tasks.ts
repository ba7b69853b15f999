/** What waits for somebody who runs the instance, in the order in which it is done. Pure. */
import type { RoundOverview } from '#modules/rounds/overview.ts'

export interface TaskFacts {
  readonly mayImport: boolean
  readonly mayOpen: boolean
  readonly mayEnrol: boolean
  readonly maySchedule: boolean
  readonly hasAgencies: boolean
  /** Those that are not closed. */
  readonly rounds: readonly Pick<RoundOverview, 'fiscalYear' | 'enrolledCount' | 'timetable'>[]
}

export interface Task {
  readonly task: 'registerAgencies' | 'openRound' | 'enrol' | 'setDays'
  /** 0 where it is not about a round. */
  readonly year: number
  readonly path: string
}

export function tasksFor(facts: TaskFacts): Task[] {
  const { mayImport, mayOpen, mayEnrol, maySchedule, hasAgencies, rounds } = facts
  const tasks: (Task | false)[] = [
    mayImport && !hasAgencies && { task: 'registerAgencies', year: 0, path: '/work/import/agencies' },
    mayOpen && rounds.length === 0 && { task: 'openRound', year: 0, path: '/work/rounds' },
    ...rounds.flatMap(({ fiscalYear: year, enrolledCount, timetable }): (Task | false)[] => {
      const isBare = timetable.every(({ state }) => state === 'notScheduled')
      const path = `/work/rounds/${year}`
      return [
        mayEnrol && enrolledCount === 0 && { task: 'enrol', year, path },
        maySchedule && isBare && { task: 'setDays', year, path },
      ]
    }),
  ]
  return tasks.filter((task) => task !== false)
}
