/** Brings the job queue's own schema, `graphile_worker`, up to date; part of migrating the database. */
import type pg from 'pg'

/** The library is loaded only here and by the worker: pages that put work aside do without it. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) })
}
