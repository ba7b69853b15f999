/** Gives a command the database: the one that runs on the data folder, or one started for as long as it works. */
import { readConfig } from '#platform/config.ts'
import type { Doorway } from '#platform/context.ts'
import { migrateDatabase, openDatabase } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'

export async function withDoorway<T>(work: (doorway: Doorway) => Promise<T>): Promise<T> {
  const config = readConfig()
  const log = makeLog('warn')
  const served = await borrowDatabase(config)
  const database = openDatabase(served.url, log, 4)
  try {
    await migrateDatabase(database)
    return await work({ database, log, clock: () => new Date() })
  } finally {
    await database.close()
    await served.release()
  }
}
