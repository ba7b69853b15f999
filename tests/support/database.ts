/** A real PostgreSQL for a test: a clone of the migrated template, and a transaction that is rolled back. */
import { inject, test } from 'vitest'
import type { Actor } from '#base/actor.ts'
import type { Context, Doorway } from '#platform/context.ts'
import { type Database, openDatabase, type Queryable } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { newSecret } from '#platform/secret.ts'
import { onServer, withDatabase } from './global-setup.ts'

const log = makeLog('silent')
const now = new Date('2025-08-15T03:00:00Z')

/** A database of one's own with no rows in it; close it when done. */
export async function openClone(): Promise<Database> {
  const templateUrl = inject('templateUrl')
  const template = new URL(templateUrl).pathname.slice(1)
  const name = `${template}_${newSecret().slice(0, 8)}`
  await onServer(withDatabase(templateUrl, 'postgres'), `create database ${name} template ${template}`)
  return openDatabase(withDatabase(templateUrl, name), log, 4)
}

export function doorwayOf(database: Database): Doorway {
  return { database, log, clock: () => now }
}

class Rollback extends Error {}

interface DatabaseFixtures {
  readonly clone: Database
  /** The test's transaction, for reads. */
  readonly db: Queryable
  /** The context of an act in the test's transaction. */
  readonly as: (actor: Actor) => Context
}

/** `test` with a transaction that leaves nothing behind; the tests of a file share a clone. */
export const databaseTest = test.extend<DatabaseFixtures>({
  clone: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the needed fixtures off the pattern
    async ({}, use) => {
      const database = await openClone()
      await use(database)
      await database.close()
    },
    { scope: 'file' },
  ],
  db: async ({ clone }, use) => {
    const played = clone.query.transaction(async (transaction) => {
      await use(transaction)
      throw new Rollback()
    })
    await played.catch((error) => {
      if (!(error instanceof Rollback)) throw error
    })
  },
  as: async ({ db }, use) => {
    await use((actor) => ({ actor, now, transaction: db, log }))
  },
})
