/** What happens when the machine is rough: killed servers, killed databases, two starts at once, a polite stop. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import {
  command,
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

test('of three first starts at the same moment one serves, and the others say that it does', async () => {
  const starts = [1, 2, 3].map(() => launch(dataDir, ['--demo', '--lang', 'en']))
  const codes = starts.map(async ({ ended, process: { pid } }) => ({ pid, code: await ended }))
  const [first, second] = await Promise.all([Promise.race(codes), raceForSecond(codes)])
  const refused = starts.filter(({ process: { pid } }) => pid === first.pid || pid === second.pid)
  const winner = starts.find((each) => !refused.includes(each))
  expect(refused).toHaveLength(2)
  for (const each of refused) {
    expect(each.process.exitCode).toBe(1)
    expect(each.output()).toMatch(/^(another server is already starting|a server already works) .*\n$/)
    expect(each.output()).toContain(String(winner?.process.pid))
  }
  for (let tries = 0; tries < 300 && !/http\S+/.test(winner?.output() ?? ''); tries++) await pause(100)
  const address = /http:\S+?(?=\n)/.exec(winner?.output() ?? '')?.[0] ?? ''
  expect(await totalOf(address)).toBe('92.65')
  winner?.process.kill('SIGINT')
  expect(await winner?.ended).toBe(0)
})

async function raceForSecond<T>(all: readonly Promise<T>[]): Promise<T> {
  const done: T[] = []
  return new Promise((resolve) => {
    for (const each of all) {
      void each.then((value) => {
        if (done.push(value) === 2) resolve(value)
      })
    }
  })
}

test('of three first commands at the same moment all do their work, and the last one stops the database', async () => {
  const commands = [1, 2, 3].map(() => command(dataDir, ['agencies', 'list', '--json']))
  for (const { ended, output } of commands) {
    expect(await ended, output()).toBe(0)
    expect(JSON.parse(output())).toBeDefined()
  }
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a server that starts while a command works keeps its database when the command ends', async () => {
  const [server, listed] = await Promise.all([start(), command(dataDir, ['agencies', 'list']).ended])
  expect(listed).toBe(0)
  expect(await command(dataDir, ['agencies', 'list']).ended).toBe(0)
  await pause(1000)
  expect(await totalOf(server.address)).toBe('92.65')
})

test('a port in use is told before a database is made', async () => {
  const taken = new URL(inject('baseUrl')).port
  const refused = launch(dataDir, ['--lang', 'en'], taken)
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toBe(
    `port ${taken} is in use by another program: stop it, or set PORT to another number\n`,
  )
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
})

test('a file in place of the data folder is told in one sentence', async () => {
  const file = join(dataDir, 'file')
  writeFileSync(file, '')
  for (const refused of [
    launch(file, ['--lang', 'en']),
    command(file, ['agencies', 'list', '--lang', 'en']),
  ]) {
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toBe(`DATA_DIR is ${file}, which is a file: set DATA_DIR to a folder\n`)
  }
})

test('asking after a demo that does not run says so and makes nothing', async () => {
  const asked = command(dataDir, ['demo', 'info', '--json', '--lang', 'en'])
  expect(await asked.ended).toBe(1)
  expect(asked.output()).toContain(`no demo is running on the data folder ${dataDir}`)
  expect(readdirSync(dataDir)).toEqual([])
})
