/** One server for each data folder: claims the folder, tells others where the server is, and gives it up in the end. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#base/problem.ts'

export interface InstanceRecord {
  readonly pid: number
  readonly address: string | null
}

export interface Instance {
  announce(address: string): void
  release(): void
}

const fileIn = (dataDir: string): string => join(dataDir, 'server.json')

/** Throws a Problem when a live server already holds the folder; a record left by a killed one is taken over. */
export function claimInstance(dataDir: string): Instance {
  mkdirSync(dataDir, { recursive: true })
  const held = findInstance(dataDir)
  if (held) {
    throw new Problem('conflict', 'server.alreadyRuns', { address: held.address ?? '…', pid: held.pid })
  }
  const write = (address: string | null) =>
    writeFileSync(fileIn(dataDir), JSON.stringify({ pid: process.pid, address } satisfies InstanceRecord))
  write(null)
  return { announce: write, release: () => rmSync(fileIn(dataDir), { force: true }) }
}

/** The live server of a data folder, if there is one. */
export function findInstance(dataDir: string): InstanceRecord | undefined {
  const file = fileIn(dataDir)
  if (!existsSync(file)) return undefined
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as InstanceRecord
    return isServer(record.pid) ? record : undefined
  } catch {
    return undefined
  }
}

/** A number in a left-over record may by now be another program's, or this very process's. */
function isServer(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return !existsSync('/proc/self') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.ts')
  } catch {
    return false
  }
}
