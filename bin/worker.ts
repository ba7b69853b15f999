/** Does the work of the job queue beside servers that run with WORKER=off, until told to stop. */
import { runProgram } from '#cli/run.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { migrateDatabase, openDatabase } from '#platform/database.ts'
import { findInstance } from '#platform/instance.ts'
import { type Log, makeLog } from '#platform/log.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'
import { type Keep, runUntilStopped } from '#platform/stop.ts'
import { startWorker } from '#worker/worker.ts'

async function work(config: Config, log: Log, keep: Keep): Promise<void> {
  const served = keep(await borrowDatabase(config), (borrowed) => borrowed.release())
  const database = keep(openDatabase(served.url, log, 2), (open) => open.close())
  await migrateDatabase(database)
  const address =
    config.publicUrl ?? findInstance(config.dataDir)?.address ?? `http://${config.host}:${config.port}`
  keep(startWorker({ database, log, clock: () => new Date() }, { config, address }), (worker) =>
    worker.stop(),
  )
}

await runProgram(async () => {
  const config = readConfig()
  const log = makeLog(config.logLevel)
  await runUntilStopped(log, (keep) => work(config, log, keep))
})
