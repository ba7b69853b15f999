/** Puts work aside for the worker, in the transaction of the act that asks for it: undone with the act, never lost. */
import { sql } from 'drizzle-orm'
import type { Context } from './context.ts'

export interface Job {
  /** The name under which the worker knows what to do. */
  readonly task: string
  /** Plain JSON: ids and facts of the act, no secrets. */
  readonly payload: Readonly<Record<string, unknown>>
  /** A job of the same key that still waits is replaced by this one. */
  readonly key?: string
  /** Not before; at once where left out. */
  readonly runAt?: Date
  /** 25 where left out, which takes about four days. */
  readonly maxAttempts?: number
  /** Jobs of a higher number wait for all of a lower one; 0 where left out. */
  readonly priority?: number
}

type Transaction = Pick<Context, 'transaction'>

export function enqueue(context: Transaction, job: Job): Promise<void> {
  return enqueueAll(context, [job])
}

/** Many at once, in one statement. Keys must differ. */
export async function enqueueAll({ transaction }: Transaction, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  const specs = jobs.map(({ task, payload, key, runAt, maxAttempts, priority }) => ({
    identifier: task,
    payload,
    job_key: key,
    run_at: runAt,
    max_attempts: maxAttempts,
    priority,
  }))
  await transaction.execute(sql`
    select count(*) from graphile_worker.add_jobs(
      array(select json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json))
    )`)
}
