/** Keeps what stands behind an address for as long as nothing is done that could change it: a crowd asks the database once. */
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { Problem } from '#base/problem.ts'
import { isLinkCode } from './link.ts'
import type { Link } from './links.ts'

export interface LinkBookTimes {
  /**
   * How long a revoked link, or a changed calendar, may go unnoticed; a close is noticed at once by the intake itself.
   * While the database cannot be asked, what was known last holds on: forms can be read, and say that they wait.
   */
  readonly unnoticedMilliseconds: number
  /** How long what is known of a link holds, even if nothing was done. */
  readonly keptMilliseconds: number
  /** A database that does not answer for so long is as good as gone. */
  readonly patienceMilliseconds: number
}

const usualTimes: LinkBookTimes = {
  unnoticedMilliseconds: 2000,
  keptMilliseconds: 300_000,
  patienceMilliseconds: 3000,
}
/** Those of the whole nation. */
const most = 40_000

export interface LinkSource {
  /** The link behind a code. */
  ask(code: string): Promise<Link | undefined>
  /** The number of the last act that could change what stands behind any link. */
  lastChange(): Promise<number>
}

export interface LinkBook {
  /** Throws `service.unavailable` where nothing is known and nobody can be asked. */
  find(code: string): Promise<Link | undefined>
}

interface Entry {
  readonly link: Link | undefined
  /** The last change when it was asked for. */
  readonly change: number
}

export function makeLinkBook({ ask, lastChange }: LinkSource, times = usualTimes): LinkBook {
  const { unnoticedMilliseconds, keptMilliseconds, patienceMilliseconds } = times
  let change = 0
  let noticing = Promise.resolve()
  let noticedAt = Number.NEGATIVE_INFINITY
  const notice = async () => {
    change = await inTime(patienceMilliseconds, lastChange()).catch(() => change)
  }
  const kept = new LRUCache<string, Entry>({
    ...{ max: most, ttl: keptMilliseconds, noDeleteOnStaleGet: true, allowStaleOnFetchRejection: true },
    fetchMethod: async (code) => ({ change, link: await inTime(patienceMilliseconds, ask(code)) }),
  })
  return {
    find: async (code) => {
      if (!isLinkCode(code)) return undefined
      if (performance.now() - noticedAt >= unnoticedMilliseconds) {
        noticedAt = performance.now()
        noticing = notice()
      }
      await noticing
      const fresh = kept.get(code)
      if (fresh?.change === change) return fresh.link
      const known = await kept.fetch(code, { forceRefresh: true })
      if (!known) throw new Problem('unavailable', 'service.unavailable')
      return known.link
    },
  }
}

async function inTime<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  const answered = new AbortController()
  const late = pause(milliseconds, undefined, { signal: answered.signal }).then(() => {
    throw new Problem('unavailable', 'service.unavailable')
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    answered.abort()
    late.catch(() => undefined)
  }
}
