/**
 * Lets one program at a time have something in a data folder, such as being its server. A claim is a numbered file;
 * the highest number is in force while its holder lives. A holder that died is followed, never removed, so that of
 * several that find it dead exactly one comes after it.
 */
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '#base/problem.ts'
import { makeDataFolder } from './data-folder.ts'
import { isSameProcess, type ProcessMark, thisProcess } from './process-mark.ts'
import { newSecret } from './secret.ts'

const patienceMilliseconds = 90_000
const pollMilliseconds = 50

export interface Claim {
  release(): void
}

/** Claims `name` in the data folder; answers undefined when a live program holds it. */
export function tryClaim(dataDir: string, name: string): Claim | undefined {
  const folder = claimsIn(dataDir)
  makeDataFolder(dataDir)
  mkdirSync(folder, { recursive: true })
  for (;;) {
    const last = highest(folder, name)
    if (last > 0 && liveHolder(fileOf(folder, name, last))) return undefined
    const file = fileOf(folder, name, last + 1)
    if (!create(file, thisProcess())) continue
    if (highest(folder, name) === last + 1) return settle(folder, name, last + 1)
    rmSync(file, { force: true })
  }
}

/** The live program that holds `name`, if there is one; nothing is made. */
export function findHolder(dataDir: string, name: string): ProcessMark | undefined {
  const folder = claimsIn(dataDir)
  const last = highest(folder, name)
  return last > 0 ? liveHolder(fileOf(folder, name, last)) : undefined
}

/** Does the work while holding `name`, waiting first for whoever holds it. Throws `claim.waitedTooLong`. */
export async function withClaim<T>(dataDir: string, name: string, work: () => Promise<T>): Promise<T> {
  const limit = Date.now() + patienceMilliseconds
  let claim = tryClaim(dataDir, name)
  while (!claim && Date.now() < limit) {
    await pause(pollMilliseconds)
    claim = tryClaim(dataDir, name)
  }
  if (!claim) {
    const pid = findHolder(dataDir, name)?.pid ?? 0
    throw new Problem('unavailable', 'claim.waitedTooLong', { folder: dataDir, pid })
  }
  try {
    return await work()
  } finally {
    claim.release()
  }
}

const claimsIn = (dataDir: string): string => join(dataDir, 'claims')
const fileOf = (folder: string, name: string, number: number): string => join(folder, `${name}.${number}`)

function numbers(folder: string, name: string): number[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.startsWith(`${name}.`) && /^\d+$/.test(file.slice(name.length + 1)))
      .map((file) => Number(file.slice(name.length + 1)))
  } catch {
    return []
  }
}

function highest(folder: string, name: string): number {
  return Math.max(0, ...numbers(folder, name))
}

/** What is gone was followed by a higher number; what names nobody was released. */
function liveHolder(file: string): ProcessMark | undefined {
  try {
    const mark = JSON.parse(readFileSync(file, 'utf8')) as ProcessMark | null
    return mark && isSameProcess(mark) ? mark : undefined
  } catch {
    return undefined
  }
}

/** Written in full beside its place and linked there: no reader sees half of it, and only one program makes it. */
function create(file: string, mark: ProcessMark): boolean {
  const draft = `${file}.${newSecret()}`
  try {
    writeFileSync(draft, JSON.stringify(mark), { flag: 'wx' })
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function settle(folder: string, name: string, number: number): Claim {
  for (const older of numbers(folder, name).filter((each) => each < number)) {
    rmSync(fileOf(folder, name, older), { force: true })
  }
  const file = fileOf(folder, name, number)
  return {
    release: () => {
      const draft = `${file}.${newSecret()}`
      writeFileSync(draft, 'null')
      renameSync(draft, file)
    },
  }
}
