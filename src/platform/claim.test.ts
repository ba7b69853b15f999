/** A claim is held by one program at a time, and passes on when its holder is gone. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findHolder, tryClaim, withClaim } from './claim.ts'
import { thisProcess } from './process-mark.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-claim-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs until it is killed, holding the claim. */
async function holdElsewhere(): Promise<{ pid: number; kill(): Promise<void> }> {
  const program = `import { tryClaim } from '#platform/claim.ts'
    console.log(tryClaim(process.argv[1], 'server') ? 'held' : 'refused'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    pid: child.pid ?? 0,
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

test('what is claimed cannot be claimed again until it is released', () => {
  const first = tryClaim(dataDir, 'server')
  expect(first).toBeDefined()
  expect(tryClaim(dataDir, 'server')).toBeUndefined()
  expect(findHolder(dataDir, 'server')).toEqual(thisProcess())
  first?.release()
  expect(findHolder(dataDir, 'server')).toBeUndefined()
  expect(tryClaim(dataDir, 'server')).toBeDefined()
})

test('claims of two names do not stand in each other’s way', () => {
  expect(tryClaim(dataDir, 'server')).toBeDefined()
  expect(tryClaim(dataDir, 'database')).toBeDefined()
})

test('a killed holder is followed, and only one file is left behind', async () => {
  const other = await holdElsewhere()
  expect(findHolder(dataDir, 'server')?.pid).toBe(other.pid)
  expect(tryClaim(dataDir, 'server')).toBeUndefined()
  await other.kill()
  expect(tryClaim(dataDir, 'server')).toBeDefined()
  expect(readdirSync(join(dataDir, 'claims'))).toHaveLength(1)
})

test('a record whose number now belongs to another process is not taken for a live holder', () => {
  tryClaim(dataDir, 'server')
  const later = { pid: process.pid, began: 'at another time' }
  writeFileSync(join(dataDir, 'claims', 'server.1'), JSON.stringify(later))
  expect(findHolder(dataDir, 'server')).toBeUndefined()
  expect(tryClaim(dataDir, 'server')).toBeDefined()
})

test('of many programs that follow a killed holder at the same moment exactly one has the claim', async () => {
  const other = await holdElsewhere()
  await other.kill()
  const program = `import { tryClaim } from '#platform/claim.ts'
    while (Date.now() < Number(process.argv[2])) {}
    process.stdout.write(tryClaim(process.argv[1], 'server') ? 'held' : 'refused')
    setTimeout(() => {}, 1500)`
  const at = String(Date.now() + 1000)
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, dataDir, at])
  const answers = await Promise.all(Array.from({ length: 6 }, run))
  expect(answers.filter(({ stdout }) => stdout === 'held')).toHaveLength(1)
})

test('those who wait for a claim work one after the other', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withClaim(dataDir, 'database', work)))
  expect(most).toBe(1)
})
