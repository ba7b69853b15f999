/** Keeps what stands behind an address for a moment, so that a crowd at one link asks the database once. */
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
  readonly keptMilliseconds: number
  /** A database that does not answer for so long is as good as gone. */
  readonly patienceMilliseconds: number
}

const usualTimes: LinkBookTimes = { keptMilliseconds: 2000, patienceMilliseconds: 3000 }
const most = 20_000

export interface LinkBook {
  /** Throws `service.unavailable` where nothing is known and nobody can be asked. */
  find(code: string): Promise<Link | undefined>
}

/** `ask` finds the link behind a code. */
export function makeLinkBook(
  ask: (code: string) => Promise<Link | undefined>,
  { keptMilliseconds, patienceMilliseconds } = usualTimes,
): LinkBook {
  const kept = new LRUCache<string, { readonly link: Link | undefined }>({
    max: most,
    ttl: keptMilliseconds,
    allowStaleOnFetchRejection: true,
    fetchMethod: async (code) => ({ link: await inTime(patienceMilliseconds, ask(code)) }),
  })
  return {
    find: async (code) => {
      if (!isLinkCode(code)) return undefined
      const known = await kept.fetch(code)
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
