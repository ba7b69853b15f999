/** Serves Prongsai: the database kept running, the API and the pages on one address, until told to stop. */
import { makeApi } from '#api/api.ts'
import { loadDemo } from '#cli/demo/load.ts'
import { greet } from '#cli/greet.ts'
import { runProgram } from '#cli/run.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { migrateDatabase, openDatabase } from '#platform/database.ts'
import { listen, makeHub } from '#platform/http.ts'
import { claimInstance } from '#platform/instance.ts'
import { type Log, makeLog } from '#platform/log.ts'
import { keepDatabase } from '#platform/postgres/serve.ts'
import { type Keep, runUntilStopped } from '#platform/stop.ts'
import { makeWeb } from '#web/web.ts'

const isDemo = process.argv.includes('--demo')

async function serve(config: Config, log: Log, keep: Keep): Promise<void> {
  const instance = keep(claimInstance(config.dataDir), (held) => held.release())
  const served = keep(await keepDatabase(config, log), (kept) => kept.release())
  const database = keep(openDatabase(served.url, log), (open) => open.close())
  await migrateDatabase(database)
  const doorway = { database, log, clock: () => new Date() }
  if (isDemo) await loadDemo(doorway)
  const hub = makeHub([makeApi(doorway), await makeWeb(doorway)])
  const listening = keep(await listen(hub, config), (open) => open.close())
  const address = config.publicUrl ?? listening.address
  instance.announce(address)
  await greet(doorway, address)
}

await runProgram(async () => {
  const config = readConfig()
  const log = makeLog(config.logLevel)
  await runUntilStopped(log, (keep) => serve(config, log, keep))
})
