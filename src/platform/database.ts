/** The connection pool, and what a query may be run on: the pool or a transaction. */
import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { Problem } from '#base/problem.ts'
import { migrateJobs } from './jobs-schema.ts'
import type { Log } from './log.ts'
import { migrationsRoot } from './paths.ts'
import { startProblem } from './start-problem.ts'

/** Anything that reads: the pool itself or a transaction in progress. */
export type Queryable = PgDatabase<NodePgQueryResultHKT, Record<string, never>>

export interface Database {
  readonly query: NodePgDatabase<Record<string, never>>
  readonly pool: pg.Pool
  /** Where it is, password included: never to be shown. */
  readonly url: string
  close(): Promise<void>
}

const oldestServer = 150000

/** Opens a pool. A connection lost while idle or between two queries is logged and replaced, never fatal. */
export function openDatabase(url: string, log: Log, size = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max: size, connectionTimeoutMillis: 5000 })
  const noteLoss = (error: Error) => log.warn({ reason: error.message }, 'database connection lost')
  pool.on('error', noteLoss)
  pool.on('connect', (client) => client.on('error', noteLoss))
  return { query: drizzle({ client: pool, casing: 'snake_case' }), pool, url, close: () => pool.end() }
}

/**
 * Refuses a server too old for the product, then brings its schema up to date. Throws a Problem that says in one
 * sentence why the database cannot be used.
 */
export async function migrateDatabase(database: Database): Promise<void> {
  try {
    await refuseOldServer(database)
    await withAdvisoryLock(database, async () => {
      await migrate(database.query, { migrationsFolder: migrationsRoot })
      await migrateJobs(database.pool)
    })
  } catch (error) {
    throw startProblem(error, database.url)
  }
}

async function refuseOldServer({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  )
  const version = rows[0]?.version ?? 0
  if (version < oldestServer) {
    throw new Problem('unavailable', 'database.tooOld', { version: Math.floor(version / 10000) })
  }
}

const migrationLock = 7_251_001

/** Two programs that start at once take turns. */
async function withAdvisoryLock(database: Database, work: () => Promise<void>): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    client.release()
  }
}
