/** Starts the worker with all it needs: within the server, or as a program of its own. */
import type { Config } from '#platform/config.ts'
import type { Doorway } from '#platform/context.ts'
import { openDatabase } from '#platform/database.ts'
import { runWorker } from '#platform/jobs-worker.ts'
import { makeMail } from '#platform/mail.ts'
import { makeOutbox } from '#platform/mail-outbox.ts'
import { readSecret } from '#platform/secret.ts'
import { openLinkMeans } from './link-means.ts'
import { schedule } from './schedule.ts'
import { makeTasks } from './tasks.ts'

const connections = 8

export interface RunningWorker {
  /** Lets the jobs in hand end, within seconds. */
  stop(): Promise<void>
}

/** With a pool of its own: a slow mail server keeps no page waiting. `address` is where people reach the service. */
export function startWorker(
  { database, log, clock }: Doorway,
  { config, address }: { readonly config: Config; readonly address: string },
): RunningWorker {
  const own = openDatabase(database.url, log, connections)
  const mail = makeMail(config, log)
  const secret = readSecret(config)
  const doorway = { database: own, log, clock }
  const links = openLinkMeans(doorway, config)
  const outbox = makeOutbox(secret)
  const tasks = makeTasks({ outbox, secret, baseUrl: address, mail, links: links.means })
  const worker = runWorker({ doorway, tasks, schedule })
  return {
    stop: async () => {
      links.stop()
      await worker.stop()
      await links.close()
      mail.close()
      await own.close()
    },
  }
}
