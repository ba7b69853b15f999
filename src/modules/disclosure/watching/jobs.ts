/** The watch as jobs: one begins it for every open round each night, the other goes on until it is done. */
import { z } from 'zod'
import { authorize } from '#base/permission.ts'
import { findRound, listRounds } from '#modules/rounds/queries.ts'
import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs.ts'
import { canWatchItems } from '../access.ts'
import { type WatchMeans, watchRound } from './watch-round.ts'

export const watchRoundTask = 'watchRound'
const whileBusyMilliseconds = 60_000

/** Throws `access.refused`. */
export async function watchOpenRounds(context: Context): Promise<void> {
  authorize(context.actor, canWatchItems)
  for (const { fiscalYear, isClosed } of await listRounds(context.transaction)) {
    if (!isClosed) await enqueueWatch(context, fiscalYear)
  }
}

const payloadSchema = z.object({ fiscalYear: z.number() })

/** A while at a time: other jobs have their turn in between. */
export async function watchOn(context: Context, payload: unknown, means: WatchMeans): Promise<void> {
  const { fiscalYear } = payloadSchema.parse(payload)
  const round = await findRound(context.transaction, fiscalYear)
  if (!round || round.isClosed) return
  const { state } = await watchRound(context, { fiscalYear, means })
  if (state === 'paused') await enqueueWatch(context, fiscalYear)
  const later = new Date(context.now.getTime() + whileBusyMilliseconds)
  if (state === 'busy') await enqueueWatch(context, fiscalYear, later)
}

function enqueueWatch(context: Context, fiscalYear: number, runAt?: Date): Promise<void> {
  return enqueue(context, {
    ...{ task: watchRoundTask, payload: { fiscalYear }, key: `${watchRoundTask}:${fiscalYear}` },
    ...(runAt && { runAt }),
  })
}
