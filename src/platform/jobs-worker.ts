/** Does the jobs: each once, in one transaction with the taking of the job, by whichever worker is free. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { type CronItem, type Task as LibraryTask, parseCronItems, type Runner, run } from 'graphile-worker'
import type { Actor } from '#base/actor.ts'
import { Problem, type ProblemKind } from '#base/problem.ts'
import { act, type Context, type Doorway } from './context.ts'
import { quietLogger } from './jobs-log.ts'

/** Acts as the system. Whatever it writes is kept together with the end of its job, or not at all. */
export type Task = (context: Context, payload: unknown) => Promise<void>

/** When a task is due, by the clock of Bangkok. */
export interface ScheduleEntry {
  readonly task: string
  /** 0–23; every hour where left out. */
  readonly hour?: number
  readonly minute: number
  /** A time missed while no worker ran is made up for within so many hours; not at all where left out. */
  readonly makeUpWithinHours?: number
}

export interface Work {
  readonly doorway: Doorway
  readonly tasks: Readonly<Record<string, Task>>
  readonly schedule: readonly ScheduleEntry[]
}

export interface Worker {
  /** Lets the jobs in hand end, within seconds, and takes no more. */
  stop(): Promise<void>
}

const system: Actor = { kind: 'system', name: 'worker' }
const jobsAtOnce = 2
const restartAfterMilliseconds = 1000
const abandonedAfterMilliseconds = 3000
const patienceMilliseconds = 8000

/** Needs a pool of four connections. Goes on by itself after the database was away. */
export function runWorker(work: Work): Worker {
  const { log } = work.doorway
  const stopping = new AbortController()
  const freeing = setInterval(() => void freeAbandonedJobs(work.doorway), abandonedAfterMilliseconds)
  let runner: Runner | undefined
  const runOnce = async () => {
    await freeAbandonedJobs(work.doorway)
    runner = await startRunner(work)
    if (stopping.signal.aborted) await runner.stop()
    await runner.promise
  }
  const supervise = async () => {
    while (!stopping.signal.aborted) {
      await runOnce().catch((error: Error) => log.error({ reason: error.message }, 'worker stopped'))
      await pause(restartAfterMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const supervised = supervise()
  return {
    stop: async () => {
      stopping.abort()
      clearInterval(freeing)
      const stopped = runner?.stop().catch(() => undefined)
      await Promise.race([
        Promise.all([stopped, supervised]),
        pause(patienceMilliseconds, null, { ref: false }),
      ])
    },
  }
}

function startRunner({ doorway, tasks, schedule }: Work): Promise<Runner> {
  const taskList = Object.entries(tasks).map(
    ([name, task]) => [name, inOneTransaction(doorway, task)] as const,
  )
  return run({
    pgPool: doorway.database.pool,
    logger: quietLogger(doorway.log),
    concurrency: jobsAtOnce,
    noHandleSignals: true,
    // Without a delay of its own the library waits for nobody when it writes how a job ended: a database that is away
    // would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(taskList),
    parsedCronItems: parseCronItems(schedule.map(toCronItem)),
  })
}

/**
 * Whoever does a job holds its row locked: a row that is claimed but not locked is of a worker that died. (The library
 * itself waits four hours.) Should one be freed that was about to be begun, its worker finds out in `takeJob`.
 */
async function freeAbandonedJobs({ database, log }: Doorway): Promise<void> {
  const seconds = abandonedAfterMilliseconds / 1000
  const free = sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null where id in (
    select id from graphile_worker._private_jobs
    where locked_at < now() - make_interval(secs => ${seconds}) for update skip locked)`
  await database.query
    .execute(free)
    .catch((error: Error) => log.warn({ reason: error.message }, 'abandoned jobs were not looked for'))
}

function inOneTransaction(doorway: Doorway, task: Task): LibraryTask {
  return async (payload, { job }) => {
    try {
      await act(doorway, system, async (context) => {
        await takeJob(context, job)
        await task(context, payload)
      })
    } catch (error) {
      if (isHopeless(error)) await giveUp(doorway, job)
      throw error
    }
  }
}

interface ClaimedJob {
  readonly id: string
  readonly locked_by: string | null
}

/** Removes the job, to be kept with its effect, and locks its row until then; throws where another worker has it by now. */
async function takeJob({ transaction }: Context, { id, locked_by }: ClaimedJob): Promise<void> {
  const { rowCount } = await transaction.execute(
    sql`delete from graphile_worker._private_jobs where id = ${id} and locked_by = ${locked_by}`,
  )
  if (rowCount !== 1) throw new Error(`job ${id} is another worker's by now`)
}

const passing: readonly ProblemKind[] = ['unavailable', 'tooMany']

/** What is refused today will be refused tomorrow; only what is unavailable, or a defect, is worth another attempt. */
function isHopeless(error: unknown): boolean {
  return error instanceof Problem && !passing.includes(error.kind)
}

/** It stays in the queue, never to be tried again, for the operator to see. */
async function giveUp({ database }: Doorway, { id, locked_by }: ClaimedJob): Promise<void> {
  await database.query.execute(
    sql`update graphile_worker._private_jobs set max_attempts = attempts where id = ${id} and locked_by = ${locked_by}`,
  )
}

function toCronItem(entry: ScheduleEntry): CronItem {
  const { task, makeUpWithinHours = 0 } = entry
  return {
    task,
    identifier: task,
    match: ({ hour, min }) => isDue(entry, { hour, minute: min }),
    options: { backfillPeriod: makeUpWithinHours * 3_600_000, jobKey: task },
  }
}

const bangkokAheadHours = 7

export function isDue(
  { hour, minute }: ScheduleEntry,
  utc: { readonly hour: number; readonly minute: number },
): boolean {
  return utc.minute === minute && (hour === undefined || (utc.hour + bangkokAheadHours) % 24 === hour)
}
