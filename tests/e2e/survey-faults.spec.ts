/** Server and database are killed at random moments while people answer: what was acknowledged is there, once. */
import { spawnSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MixedAnswers, splitMixed } from '#modules/surveys/mixed-answers.ts'
import { readConfig } from '#platform/config.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'
import { postmasterOf, type RunningServer, startServer, stopServer } from '../support/program.ts'

interface Sent {
  readonly part: string
  readonly key: string
  /** As it is stored: no two are alike. */
  readonly packed: string
}

const senders = 24
const faults = ['database', 'server', 'database', 'both', 'database'] as const
const patienceMilliseconds = 4000

let dataDir: string
let server: RunningServer
let surveys: readonly { readonly agency: string; readonly part: string; readonly url: string }[]

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-survey-faults-'))
  process.env.PROXIES = '1'
  server = await startServer(dataDir, ['--demo'])
  surveys = (JSON.parse(prongsai('demo', 'info', '--json')) as { surveys: typeof surveys }).surveys
})

afterAll(async () => {
  await stopServer(server)
  rmSync(dataDir, { recursive: true, force: true })
  delete process.env.PROXIES
})

function prongsai(...args: string[]): string {
  const environment = { ...process.env, DATA_DIR: dataDir }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/prongsai.ts', ...args], {
    ...{ env: environment, encoding: 'utf8' },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** The number as answers: each question takes a digit, in base 6 or 2, and so no two numbers give the same. */
function answersFor(part: string, number: number): { answers: Record<string, number>; packed: string } {
  const letter = part === 'iit' ? 'i' : 'e'
  const binary = part === 'iit' ? [3, 9] : [3]
  let left = number
  const places = Array.from({ length: part === 'iit' ? 15 : 9 }, (_, index) => {
    const options = binary.includes(index + 1) ? 2 : 6
    const place = left % options
    left = Math.floor(left / options)
    return place
  })
  const answers = Object.fromEntries(places.map((place, index) => [`${letter}${index + 1}`, place]))
  return { answers, packed: places.join('') }
}

/** Sends until told to stop; what was not acknowledged is sent again under the same key, as a person would. */
function load() {
  const acknowledged: Sent[] = []
  let isOn = true
  let refused = 0
  let numbered = 0
  const sendOne = async () => {
    const { part, url } = surveys[randomInt(surveys.length)] ?? { part: '', url: '' }
    const key = randomBytes(16).toString('hex')
    numbered += 1
    const { answers, packed } = answersFor(part, numbered)
    for (let turn = 0; turn < 40; turn++) {
      if (await post(url, { key, answers })) {
        acknowledged.push({ part, key, packed })
        return
      }
      refused += 1
      await pause(100)
    }
  }
  const sending = Promise.all(
    Array.from({ length: senders }, async () => {
      while (isOn) await sendOne()
    }),
  )
  return {
    acknowledged,
    stop: async () => {
      isOn = false
      await sending
      return refused
    },
  }
}

interface Filled {
  readonly key: string
  readonly answers: Readonly<Record<string, number>>
}

/** As a form, or as JSON, which goes another way: each key by one of them. */
async function post(url: string, { key, answers }: Filled): Promise<boolean> {
  const { pathname } = new URL(url)
  const isForm = /[02468ace]$/.test(key)
  const fields = Object.entries(answers).map(([id, place]) => [id, String(place)] as const)
  return fetch(`${server.address}${pathname}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'X-Forwarded-For': `198.51.100.${randomInt(250)}`,
    },
    body: isForm
      ? new URLSearchParams({ key, ...Object.fromEntries(fields) }).toString()
      : JSON.stringify({ key, answers }),
    signal: AbortSignal.timeout(patienceMilliseconds),
  }).then(
    ({ status }) => status === (isForm ? 303 : 200),
    () => false,
  )
}

async function strike(fault: (typeof faults)[number]): Promise<void> {
  if (fault !== 'database') server.process.kill('SIGKILL')
  if (fault !== 'server') process.kill(postmasterOf(dataDir), 'SIGKILL')
  if (fault === 'database') return
  await server.ended
  server = await startServer(dataDir, ['--demo'])
}

test('every acknowledged answer is stored once, whatever was killed', async () => {
  const pressure = load()
  for (const fault of faults) {
    await pause(600 + randomInt(1500))
    const before = pressure.acknowledged.length
    await strike(fault)
    for (let turn = 0; turn < 200 && pressure.acknowledged.length < before + 50; turn++) await pause(100)
    expect(pressure.acknowledged.length, `after the ${fault} was killed`).toBeGreaterThanOrEqual(before + 50)
  }
  const refused = await pressure.stop()
  for (const { agency, part } of surveys) {
    prongsai('surveys', 'close', '--year', '2569', '--agency', agency, '--part', part)
  }
  const stored = await readStored()
  const lost = pressure.acknowledged.filter(({ part, packed }) => !stored.has(`${part} ${packed}`))
  const twice = pressure.acknowledged.filter(({ part, packed }) => (stored.get(`${part} ${packed}`) ?? 0) > 1)
  console.log(`${pressure.acknowledged.length} acknowledged, ${refused} tries refused or cut off`)
  expect({ lost, twice }).toEqual({ lost: [], twice: [] })
  expect(pressure.acknowledged.length).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(0)
}, 240_000)

/** How often each answer is there, and that there are as many answers as keys. */
async function readStored(): Promise<Map<string, number>> {
  const served = await borrowDatabase(readConfig({ DATA_DIR: dataDir }))
  const client = new pg.Client(served.url)
  await client.connect()
  const { rows } = await client.query<MixedAnswers & { part: string }>(
    'select part, days::text[], day_counts as "dayCounts", answers from survey_answers where round_id = (select id from rounds where fiscal_year = 2569)',
  )
  const keys = await client.query('select from survey_submissions')
  const waiting = await client.query('select from waiting_answers')
  await client.end()
  await served.release()
  const each = rows.flatMap((row) => splitMixed(row).map(({ packed }) => `${row.part} ${packed}`))
  expect([each.length, waiting.rowCount]).toEqual([keys.rowCount, 0])
  const stored = new Map<string, number>()
  for (const answer of each) stored.set(answer, (stored.get(answer) ?? 0) + 1)
  return stored
}
