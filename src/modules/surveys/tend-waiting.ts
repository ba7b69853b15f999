/** Tends the waiting room of a server: moves groups on as they fill, lets reviewed interviews go, closes what has ended. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Doorway } from '#platform/context.ts'
import { closeEndedParts } from './close-ended.ts'
import { listReadyParts, moveWaiting } from './move-waiting.ts'
import { releaseReviewed } from './release-interviews.ts'
import { watchForRush } from './rush.ts'
import { discreetly, type Intake } from './submit.ts'
import type { WaitingRoom } from './waiting-room.ts'

export interface Tending {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

/** In a rush the moving waits, but not for longer than this. */
const longestRestMilliseconds = 60_000

/** Long enough for a group to be larger than it must be when many answer at once. */
const moveEveryMilliseconds = 3000
const closeEveryMilliseconds = 30_000

/** People who send come first: groups move on when there is a moment for it, and at least once a minute. */
export function tendWaiting(doorway: Doorway, { room, queue }: Pick<Intake, 'room' | 'queue'>): Tending {
  const stopped = new AbortController()
  const tend = async () => {
    let closedAt = Number.NEGATIVE_INFINITY
    let movedAt = Number.NEGATIVE_INFINITY
    const isRush = watchForRush(queue)
    while (!stopped.signal.aborted) {
      if (!isRush() || performance.now() - movedAt > longestRestMilliseconds) {
        movedAt = performance.now()
        await note(doorway, () => moveGroups(doorway, room, stopped.signal))
      }
      if (performance.now() - closedAt > closeEveryMilliseconds) {
        closedAt = performance.now()
        await note(doorway, () => closeEndedParts(doorway, room))
        await note(doorway, () => releaseReviewed(doorway, room))
      }
      await pause(moveEveryMilliseconds, undefined, { signal: stopped.signal, ref: false }).catch(
        () => undefined,
      )
    }
  }
  const tending = tend()
  return {
    stop: () => {
      stopped.abort()
      return tending
    },
  }
}

/** What fails is tried again at the next turn. */
async function note({ log }: Doorway, work: () => Promise<unknown>): Promise<void> {
  await discreetly(work).catch((error: Error) =>
    log.warn({ reason: error.message }, 'waiting answers not moved'),
  )
}

/** Moves every full group there is; how many answers. */
export async function moveGroups(
  { database, clock }: Doorway,
  room: WaitingRoom,
  signal?: AbortSignal,
): Promise<number> {
  let moved = 0
  for (const partId of await listReadyParts(database.query, room)) {
    let count = 0
    do {
      if (signal?.aborted) return moved
      count = await database.query.transaction((transaction) =>
        moveWaiting(transaction, room, { partId, now: clock() }),
      )
      moved += count
    } while (count > 0)
  }
  return moved
}
