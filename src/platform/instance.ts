/** One server for each data folder: claims the folder, tells others where the server is, and gives it up in the end. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#base/problem.ts'
import { findHolder, tryClaim } from './claim.ts'

export interface InstanceRecord {
  readonly pid: number
  /** Null while the server starts. */
  readonly address: string | null
}

export interface Instance {
  announce(address: string): void
  release(): void
}

const claimName = 'server'
const fileIn = (dataDir: string): string => join(dataDir, 'server.json')

/**
 * Throws Problem('conflict', 'server.alreadyRuns') or `server.alreadyStarts` when a live server has the folder; that of
 * a killed one is taken over.
 */
export function claimInstance(dataDir: string): Instance {
  const claim = tryClaim(dataDir, claimName)
  if (!claim) throw alreadyThere(findInstance(dataDir))
  const file = fileIn(dataDir)
  rmSync(file, { force: true })
  return {
    announce: (address) => {
      const draft = `${file}.${process.pid}`
      writeFileSync(draft, JSON.stringify({ pid: process.pid, address } satisfies InstanceRecord))
      renameSync(draft, file)
    },
    release: () => {
      rmSync(file, { force: true })
      claim.release()
    },
  }
}

/** The live server of a data folder, if there is one; nothing is made. */
export function findInstance(dataDir: string): InstanceRecord | undefined {
  const holder = findHolder(dataDir, claimName)
  return holder && { pid: holder.pid, address: announced(dataDir, holder.pid) }
}

function announced(dataDir: string, pid: number): string | null {
  try {
    const record = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as InstanceRecord
    return record.pid === pid ? record.address : null
  } catch {
    return null
  }
}

function alreadyThere(held: InstanceRecord | undefined): Problem {
  const pid = held?.pid ?? 0
  if (held?.address) return new Problem('conflict', 'server.alreadyRuns', { address: held.address, pid })
  return new Problem('conflict', 'server.alreadyStarts', { pid })
}
