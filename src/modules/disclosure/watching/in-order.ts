/** Works on many things at a time and hands them on in the order they came, so that a stop leaves no gaps. */

export interface Pace {
  /** How many are worked on: each may hold a file in memory. */
  readonly atOnce: number
  /** How many may be worked on or done while the first of them is not: one that is slow must not hold up the rest. */
  readonly ahead: number
  /** While false nothing more is begun; what is under way is still waited for. */
  readonly mayBegin: () => boolean
  /** From then on nothing is waited for. */
  readonly signal: AbortSignal
}

interface Source<T> {
  next(): IteratorResult<T, unknown> | Promise<IteratorResult<T, unknown>>
}

interface Begun<R> {
  done: { readonly result: R } | undefined
}

/** Ends early when `pace` says so. `work` must not reject. */
export async function* inOrder<T, R>(
  things: Source<T>,
  work: (thing: T) => Promise<R>,
  { atOnce, ahead, mayBegin, signal }: Pace,
): AsyncGenerator<R> {
  const begun: Begun<R>[] = []
  const bell = makeBell()
  let [underWay, isEnded] = [0, false]
  const begin = (thing: T) => {
    const one: Begun<R> = { done: undefined }
    begun.push(one)
    underWay += 1
    void work(thing).then((result) => {
      one.done = { result }
      underWay -= 1
      bell.ring()
    })
  }
  signal.addEventListener('abort', bell.ring)
  try {
    while (!signal.aborted) {
      while (!isEnded && underWay < atOnce && begun.length < ahead && mayBegin()) {
        const next = await things.next()
        if (next.done) isEnded = true
        else begin(next.value)
      }
      const [first] = begun
      if (!first) return
      if (first.done) {
        begun.shift()
        yield first.done.result
      } else await bell.rung()
    }
  } finally {
    signal.removeEventListener('abort', bell.ring)
  }
}

/** What is waited for is made anew each time: a promise that lasted would hold on to every result. */
function makeBell() {
  let next = Promise.withResolvers<void>()
  return {
    ring: () => next.resolve(),
    rung: async () => {
      await next.promise
      next = Promise.withResolvers()
    },
  }
}
