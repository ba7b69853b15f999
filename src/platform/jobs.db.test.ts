/** The job queue: asked for with the act, done once by whichever worker is free, taken up again when a worker dies. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '#base/problem.ts'
import { operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { act } from './context.ts'
import { type Database, migrateDatabase, openDatabase } from './database.ts'
import { enqueue, enqueueAll, type Job } from './jobs.ts'
import { runWorker, type Task, type Worker } from './jobs-worker.ts'
import { makeLog } from './log.ts'

let database: Database
let closers: (() => unknown)[]

beforeEach(async () => {
  closers = []
  database = await openClone()
  await database.pool.query('create table marks (text text not null)')
})

afterEach(async () => {
  for (const close of closers.reverse()) await close()
  await database.close()
})

function start(tasks: Readonly<Record<string, Task>>): Worker {
  const own = openDatabase(database.url, makeLog('silent'), 5)
  const worker = runWorker({ doorway: doorwayOf(own), tasks, schedule: [] })
  closers.push(async () => {
    await worker.stop()
    await own.close()
  })
  return worker
}

const ask = (job: Job) => act(doorwayOf(database), operator, (context) => enqueue(context, job))
const job: Job = { task: 'mark', payload: { text: 'done' } }

const mark: Task = async ({ transaction }, payload) => {
  await transaction.execute(sql`insert into marks values (${(payload as { text: string }).text})`)
}

async function marks(): Promise<string[]> {
  const { rows } = await database.pool.query<{ text: string }>('select text from marks order by text')
  return rows.map(({ text }) => text)
}

interface JobRow {
  readonly attempts: number
  readonly max_attempts: number
  readonly locked_at: Date | null
  readonly last_error: string | null
  readonly run_at: Date
  readonly key: string | null
}

async function waiting(): Promise<JobRow[]> {
  return (await database.pool.query<JobRow>('select * from graphile_worker.jobs order by id')).rows
}

const patience = { timeout: 15_000, interval: 20 }

describe('asking for a job', () => {
  test('an act that is undone leaves no job', async () => {
    const undone = act(doorwayOf(database), operator, async (context) => {
      await enqueue(context, job)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await waiting()).toEqual([])
    await ask(job)
    expect(await waiting()).toHaveLength(1)
  })

  test('a job waits until its time, for as many attempts as it was given', async () => {
    const runAt = new Date('2099-01-01T00:00:00Z')
    await ask({ ...job, runAt, maxAttempts: 3 })
    expect(await waiting()).toMatchObject([{ run_at: runAt, max_attempts: 3, attempts: 0 }])
  })

  test('a job of the same key takes the place of the one that waits', async () => {
    await ask({ ...job, key: 'only', payload: { text: 'first' } })
    await ask({ ...job, key: 'only', payload: { text: 'second' } })
    start({ mark })
    await vi.waitFor(async () => expect(await marks()).toEqual(['second']), patience)
    expect(await waiting()).toEqual([])
  })

  test('migrating again changes nothing', async () => {
    await ask(job)
    await migrateDatabase(database)
    expect(await waiting()).toHaveLength(1)
  })
})

describe('doing jobs', () => {
  test('two workers do each job once', async () => {
    const names = Array.from({ length: 60 }, (_, number) => `job ${String(number).padStart(2, '0')}`)
    const slowly: Task = async (context, payload) => {
      await mark(context, payload)
      await pause(5)
    }
    start({ mark: slowly })
    start({ mark: slowly })
    await act(doorwayOf(database), operator, (context) =>
      enqueueAll(
        context,
        names.map((text) => ({ task: 'mark', payload: { text } })),
      ),
    )
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
    expect(await marks()).toEqual(names)
  })

  test('an effect and the end of its job are one: kept together', async () => {
    const seen: unknown[] = []
    start({
      mark: async (context, payload) => {
        await mark(context, payload)
        const { rows } = await context.transaction.execute(sql`select id from graphile_worker.jobs`)
        seen.push(rows)
      },
    })
    await ask(job)
    await vi.waitFor(async () => expect(await marks()).toEqual(['done']), patience)
    expect(seen).toEqual([[]])
    expect(await waiting()).toEqual([])
  })

  test('a job that fails leaves nothing behind and is tried again later', async () => {
    start({
      mark: async (context, payload) => {
        await mark(context, payload)
        throw new Problem('unavailable', 'mail.notSent', { reason: 'ETIMEDOUT' })
      },
    })
    await ask(job)
    await vi.waitFor(
      async () => expect(await waiting()).toMatchObject([{ attempts: 1, max_attempts: 25, locked_at: null }]),
      patience,
    )
    const [failed] = await waiting()
    expect(failed?.last_error).toContain('mail.notSent')
    expect(Number(failed?.run_at)).toBeGreaterThan(Date.now() + 1000)
    expect(await marks()).toEqual([])
  })

  test('what is refused for good is not tried again, and stays for the operator to see', async () => {
    start({
      mark: async () => {
        throw new Problem('invalid', 'mail.refused', { reason: 'EENVELOPE 550' })
      },
    })
    await ask(job)
    await vi.waitFor(
      async () => expect(await waiting()).toMatchObject([{ attempts: 1, max_attempts: 1, locked_at: null }]),
      patience,
    )
  })

  test('a worker told to stop brings the job in hand to its end', async () => {
    let hasBegun = false
    const worker = start({
      mark: async (context, payload) => {
        hasBegun = true
        await pause(300)
        await mark(context, payload)
      },
    })
    await ask(job)
    await vi.waitFor(() => expect(hasBegun).toBe(true), patience)
    await worker.stop()
    expect(await marks()).toEqual(['done'])
    await ask(job)
    await pause(300)
    expect(await waiting()).toHaveLength(1)
  })

  test('a worker goes on after the database cut all its connections', async () => {
    start({ mark })
    await ask({ ...job, payload: { text: 'before' } })
    await vi.waitFor(async () => expect(await marks()).toEqual(['before']), patience)
    await database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await ask({ ...job, payload: { text: 'later' } })
    await vi.waitFor(async () => expect(await marks()).toEqual(['before', 'later']), patience)
  })
})

describe('a worker that is killed', () => {
  async function killInTheMiddle(): Promise<void> {
    const child = spawn(process.execPath, ['tests/support/hanging-worker.ts', database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    closers.push(() => child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  test('leaves nothing of the job it was at, and the next worker does it', async () => {
    await ask(job)
    await killInTheMiddle()
    expect(await waiting()).toMatchObject([{ attempts: 1, locked_at: expect.any(Date) }])
    start({ mark })
    await vi.waitFor(async () => expect(await marks()).toEqual(['done']), patience)
    expect(await waiting()).toEqual([])
  })

  test('a living worker keeps its job, however long it takes and many others start', async () => {
    let begun = 0
    const longer: Task = async (context, payload) => {
      begun += 1
      await pause(7000)
      await mark(context, payload)
    }
    start({ mark: longer })
    await ask(job)
    await vi.waitFor(() => expect(begun).toBe(1), patience)
    start({ mark: longer })
    await vi.waitFor(async () => expect(await marks()).toEqual(['done']), patience)
    expect(begun).toBe(1)
  })
})
