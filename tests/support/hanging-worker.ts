/** A worker that is killed: it writes a round, says so, and never comes to an end. Started by the tests of the job queue. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { openDatabase } from '#platform/database.ts'
import { runWorker } from '#platform/jobs-worker.ts'
import { makeLog } from '#platform/log.ts'

const log = makeLog('silent')
const database = openDatabase(process.argv[2] ?? '', log, 5)

runWorker({
  doorway: { database, log, clock: () => new Date() },
  tasks: {
    mark: async ({ transaction }) => {
      await transaction.execute(sql`insert into marks values ('killed')`)
      process.stdout.write('begun\n')
      await pause(600_000)
    },
  },
  schedule: [],
})
