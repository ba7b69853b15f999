/** Serves Prongsai: the database kept running, the API and the pages on one address, until told to stop. */
import { makeApi } from '#api/api.ts'
import { playDisclosure } from '#cli/demo/disclosure.ts'
import { playInterviews } from '#cli/demo/interviews.ts'
import { loadDemo } from '#cli/demo/load.ts'
import { playOpenRound } from '#cli/demo/open-round.ts'
import { allowDemoSite, demoSiteOf, makeDemoSite } from '#cli/demo/site.ts'
import { greet } from '#cli/greet.ts'
import { runProgram } from '#cli/run.ts'
import { openAccounts } from '#modules/accounts/accounts.ts'
import { provideReference } from '#modules/registry/provide-reference.ts'
import { openIntake } from '#modules/surveys/submit.ts'
import { tendWaiting } from '#modules/surveys/tend-waiting.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { type Config, readConfig } from '#platform/config.ts'
import type { Doorway } from '#platform/context.ts'
import { migrateDatabase, openDatabase } from '#platform/database.ts'
import { openFiles } from '#platform/files/files.ts'
import { addressOf, listen, makeHub, probeAddress } from '#platform/http.ts'
import { claimInstance } from '#platform/instance.ts'
import { type Log, makeLog } from '#platform/log.ts'
import { keepDatabase } from '#platform/postgres/serve.ts'
import { readSecret } from '#platform/secret.ts'
import { type Keep, runUntilStopped } from '#platform/stop.ts'
import { loadRenderer } from '#web/respond/renderer.ts'
import { makeRespond, type Respond } from '#web/respond/respond.ts'
import { makeWeb } from '#web/web.ts'
import { startWorker } from '#worker/worker.ts'

const isDemo = process.argv.includes('--demo')

async function serve(given: Config, log: Log, keep: Keep): Promise<void> {
  const instance = keep(claimInstance(given.dataDir), (held) => held.release())
  const probed = await probeAddress(given)
  const config = isDemo ? allowDemoSite(probed) : probed
  const address = addressOf(config)
  const served = keep(await keepDatabase(config, log), (kept) => kept.release())
  const database = keep(openDatabase(served.url, log), (open) => open.close())
  await migrateDatabase(database)
  const doorway = { database, log, clock: () => new Date() }
  if (isDemo) await loadDemo(doorway)
  await provideReference(doorway)
  const surveys = await openSurveys(doorway, config, keep)
  const accounts = openAccounts(doorway, { config, baseUrl: address, isDemo })
  const web = await makeWeb(doorway, accounts, openFiles(config))
  const site = isDemo ? [await makeDemoSite()] : []
  const hub = makeHub([makeApi(doorway, accounts), surveys.app, ...site, web])
  keep(await listen(hub, config, surveys.shortcut), (open) => open.close())
  if (config.hasWorker) keep(startWorker(doorway, { config, address }), (worker) => worker.stop())
  instance.announce(address)
  await greet(accounts)
}

async function openSurveys(doorway: Doorway, { publicUrl, ...config }: Config, keep: Keep): Promise<Respond> {
  const secret = readSecret(config)
  const room = makeWaitingRoom(secret, config.surveyGroup)
  const intake = keep(openIntake(doorway, room), (open) => open.queue.drain())
  keep(tendWaiting(doorway, intake), (tending) => tending.stop())
  if (isDemo) await playOpenRound(doorway, intake)
  if (isDemo) await playInterviews(doorway, secret)
  if (isDemo) await playDisclosure(doorway, demoSiteOf({ ...config, publicUrl }))
  return makeRespond(doorway, {
    intake,
    secret,
    render: await loadRenderer(),
    publicUrl,
    proxies: config.proxies ?? 0,
  })
}

await runProgram(async () => {
  const config = readConfig()
  const log = makeLog(config.logLevel)
  await runUntilStopped(log, (keep) => serve(config, log, keep))
})
