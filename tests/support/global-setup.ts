/** Before the database tests: a PostgreSQL server, and in it a migrated template that every worker clones. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#platform/config.ts'
import { migrateDatabase, openDatabase } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the template; clones stand beside it and bear its name with an ending of their own. */
    templateUrl: string
  }
}

/** Uses the server at DATABASE_URL where it is set, else one of its own that is gone afterwards. */
export default async function serveTemplate(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-tests-'))
  const served = await borrowDatabase(readConfig({ ...process.env, DATA_DIR: dataDir }))
  const name = `prongsai_test_${process.pid}`
  await onServer(served.url, `create database ${name}`)
  const templateUrl = withDatabase(served.url, name)
  const template = openDatabase(templateUrl, makeLog('silent'))
  await migrateDatabase(template)
  await template.close()
  project.provide('templateUrl', templateUrl)
  return async () => {
    await dropAll(served.url, name)
    await served.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

export async function onServer<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

async function dropAll(url: string, name: string): Promise<void> {
  const like = `${name.replaceAll('_', '\\_')}%`
  const found = await onServer<{ name: string }>(
    url,
    `select datname as name from pg_database where datname like '${like}'`,
  )
  for (const database of found) await onServer(url, `drop database if exists "${database.name}" with (force)`)
}
