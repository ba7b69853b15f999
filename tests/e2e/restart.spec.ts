/** What happens when the machine is rough: killed servers, killed databases, two starts at once, a polite stop. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  isAlive,
  isHealthy,
  launch,
  postmasterOf,
  type RunningServer,
  startServer,
  stopServer,
} from '../support/program.ts'

let dataDir: string
let servers: RunningServer[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-restart-'))
  servers = []
})

afterEach(async () => {
  for (const server of servers) if (server.process.exitCode === null) await stopServer(server)
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<RunningServer> {
  const server = await startServer(dataDir, ['--demo'])
  servers.push(server)
  return server
}

/** Asks for published results without pause until told to stop; answers how many came whole and how many did not. */
function load(address: string): { stop(): Promise<{ good: number; bad: number }> } {
  let isOn = true
  const counts = { good: 0, bad: 0 }
  const ask = async () => {
    while (isOn) {
      const total = await totalOf(address)
      if (total === '92.65') counts.good++
      else counts.bad++
      if (total === undefined) await pause(20)
    }
  }
  const askers = Promise.all([ask(), ask(), ask(), ask()])
  return {
    stop: async () => {
      isOn = false
      await askers
      return counts
    },
  }
}

async function totalOf(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${address}/api/v1/results?year=2568&agency=DIPROM`)
    const body = (await response.json()) as { results?: { total: string }[] }
    return body.results?.[0]?.total
  } catch {
    return undefined
  }
}

async function comesBack(address: string): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await isHealthy(address)) && (await totalOf(address)) === '92.65') return true
    await pause(100)
  }
  return false
}

test('a database killed under load comes back by itself, and so does the service', async () => {
  const server = await start()
  const pressure = load(server.address)
  await pause(500)
  const killed = postmasterOf(dataDir)
  process.kill(killed, 'SIGKILL')
  await pause(200)
  expect(await comesBack(server.address)).toBe(true)
  const { good } = await pressure.stop()
  expect(good).toBeGreaterThan(0)
  expect(postmasterOf(dataDir)).not.toBe(killed)
  expect(server.process.exitCode).toBeNull()
})

test('after the server is killed under load the next start adopts the database left running', async () => {
  const first = await start()
  const pressure = load(first.address)
  await pause(300)
  first.process.kill('SIGKILL')
  await first.ended
  await pressure.stop()
  const left = postmasterOf(dataDir)
  expect(isAlive(left)).toBe(true)
  const second = await start()
  expect(await totalOf(second.address)).toBe('92.65')
  expect(postmasterOf(dataDir)).toBe(left)
})

test('after server and database are both killed the next start needs no hand', async () => {
  const first = await start()
  const pressure = load(first.address)
  await pause(300)
  const left = postmasterOf(dataDir)
  first.process.kill('SIGKILL')
  process.kill(left, 'SIGKILL')
  await first.ended
  await pressure.stop()
  const second = await start()
  expect(await totalOf(second.address)).toBe('92.65')
})

test('a second start on the same folder says where the first one is, and leaves it alone', async () => {
  const first = await start()
  const second = launch(dataDir, ['--demo'])
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(first.address)
  expect(await totalOf(first.address)).toBe('92.65')
})

test('Ctrl-C stops the server and its database and leaves nothing running', async () => {
  const server = await start()
  const postmaster = postmasterOf(dataDir)
  expect(await stopServer(server)).toBe(0)
  expect(isAlive(postmaster)).toBe(false)
  expect(await isHealthy(server.address)).toBe(false)
})
