/** Passes what graphile-worker has to say to the log, without the jobs themselves: a job may hold a letter. */
import { Logger } from 'graphile-worker'
import type { Log } from './log.ts'

export function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    const [firstLine] = message.split('\n', 1)
    if (level === 'error') log.error({ reason: firstLine }, 'job queue')
    else if (level === 'warning') log.warn({ reason: firstLine }, 'job queue')
    else log.debug({ reason: firstLine }, 'job queue')
  })
}
