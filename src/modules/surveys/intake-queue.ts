/** Group commit: what arrives while the database is busy goes in together, and is acknowledged once it is durable. */
import { Problem } from '#base/problem.ts'

export interface QueueLimits {
  /** The most that is written at once. */
  readonly batch: number
  /** The most batches under way at once; beside another one only a full batch leaves. */
  readonly flights: number
  /** The most that may wait; whatever comes on top is refused. */
  readonly capacity: number
}

export interface IntakeQueue<Item, Outcome> {
  /** The same key while it is under way shares one outcome. Throws `survey.queueFull`, or whatever the write throws. */
  submit(key: string, item: Item): Promise<Outcome>
  /** How many were taken so far, written or not. */
  taken(): number
  /** Resolves when nothing is under way. */
  drain(): Promise<void>
}

interface Waiting<Item, Outcome> {
  readonly key: string
  readonly item: Item
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

type Write<Item, Outcome> = (items: readonly Item[]) => Promise<readonly (Outcome | undefined)[]>

/** `write` answers with the outcomes in the order of the items; an item without one is as good as not written. */
export function makeIntakeQueue<Item, Outcome>(
  limits: QueueLimits,
  write: Write<Item, Outcome>,
): IntakeQueue<Item, Outcome> {
  const underWay = new Map<string, Promise<Outcome>>()
  const waiting: Waiting<Item, Outcome>[] = []
  const plan = makePlanner(waiting, limits, async (batch) => {
    await writeBatch(batch, write)
    for (const { key } of batch) underWay.delete(key)
  })
  let taken = 0
  return {
    submit: (key, item) => {
      const shared = underWay.get(key)
      if (shared) return shared
      if (waiting.length >= limits.capacity) {
        return Promise.reject(new Problem('unavailable', 'survey.queueFull'))
      }
      const outcome = new Promise<Outcome>((resolve, reject) => waiting.push({ key, item, resolve, reject }))
      taken += 1
      underWay.set(key, outcome)
      plan()
      return outcome
    },
    taken: () => taken,
    drain: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay.values())
    },
  }
}

/** Starts as many batches as may be under way, after what is being read from the network just now has joined. */
function makePlanner<Item>(
  waiting: Item[],
  { batch, flights }: QueueLimits,
  send: (batch: readonly Item[]) => Promise<void>,
): () => void {
  let flying = 0
  let isPlanned = false
  const takeOff = () => {
    isPlanned = false
    while (waiting.length > 0 && (flying === 0 || (flying < flights && waiting.length >= batch))) {
      flying += 1
      void send(waiting.splice(0, batch)).then(() => {
        flying -= 1
        takeOff()
      })
    }
  }
  return () => {
    if (isPlanned) return
    isPlanned = true
    setImmediate(takeOff)
  }
}

async function writeBatch<Item, Outcome>(
  taken: readonly Waiting<Item, Outcome>[],
  write: Write<Item, Outcome>,
): Promise<void> {
  try {
    const outcomes = await write(taken.map(({ item }) => item))
    for (const [index, { resolve, reject }] of taken.entries()) {
      const outcome = outcomes[index]
      if (outcome === undefined) reject(new Error('no outcome'))
      else resolve(outcome)
    }
  } catch (error) {
    for (const { reject } of taken) reject(error)
  }
}
