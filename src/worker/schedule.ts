/**
 * What is due by the clock, in Bangkok time: an entry names a task of `tasks.ts`. A task finds out for itself what there
 * is to do, so that a time that was missed, or came twice, does no harm.
 */
import type { ScheduleEntry } from '#platform/jobs-worker.ts'
import type { TaskName } from './tasks.ts'

export const schedule: readonly (ScheduleEntry & { readonly task: TaskName })[] = [
  // In office hours, and made up for on the same day.
  { task: 'remindAgencies', hour: 8, minute: 0, makeUpWithinHours: 12 },
  { task: 'remindOfPace', hour: 8, minute: 30, makeUpWithinHours: 12 },
  // While people sleep and sites have little to do.
  { task: 'watchOpenRounds', hour: 2, minute: 0, makeUpWithinHours: 20 },
]
