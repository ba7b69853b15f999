/** Lends a benchmark an empty product database in a folder of its own, and takes both away again, on Ctrl-C too. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config.ts'
import type { Doorway } from '#platform/context.ts'
import { migrateDatabase, openDatabase } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { keepDatabase } from '#platform/postgres/serve.ts'

const interruptedExitCode = 130

type Closer = () => unknown

export async function withScratchDatabase(work: (doorway: Doorway) => Promise<void>): Promise<void> {
  const closers: Closer[] = []
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeAll(closers)
    return closing
  }
  let opening: Promise<unknown> = Promise.resolve()
  let isInterrupted = false
  const interrupt = () => {
    if (isInterrupted) return
    isInterrupted = true
    void opening.then(close, close).then(() => process.exit(interruptedExitCode))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, interrupt)
  try {
    const scratch = openScratch(closers)
    opening = scratch
    await work(await scratch)
  } catch (error) {
    if (!isInterrupted) throw error
  } finally {
    await close()
    for (const signal of signals) process.off(signal, interrupt)
  }
}

/**
 * The server goes first: whatever still waits for it then fails at once instead of being waited for, and a
 * connection that is cut while nobody waits on it says so to nobody.
 */
async function openScratch(closers: Closer[]): Promise<Doorway> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-bench-'))
  closers.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const log = makeLog('silent')
  const served = await keepDatabase(readConfig({ DATA_DIR: dataDir }), log)
  const database = openDatabase(served.url, log)
  database.pool.on('connect', (client) => client.on('error', () => undefined))
  closers.push(() => database.close())
  closers.push(() => served.release())
  await migrateDatabase(database)
  return { database, log, clock: () => new Date() }
}

async function closeAll(closers: Closer[]): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    await Promise.resolve()
      .then(close)
      .catch((error: Error) => console.error(`while cleaning up: ${error.message}`))
  }
}
