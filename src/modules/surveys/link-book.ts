/** Keeps what stands behind an address for a moment, so that a crowd at one link asks the database once. */
import { LRUCache } from 'lru-cache'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import { isLinkCode } from './link.ts'
import { findLink, type Link } from './links.ts'

/**
 * How long a revoked link, or a changed calendar, may go unnoticed; a close is noticed at once by the intake itself.
 * While the database cannot be asked, what was known last holds on: forms can be read, and say that they wait.
 */
const keptMilliseconds = 2000
const most = 20_000

export interface LinkBook {
  /** Throws `service.unavailable` where nothing is known and nobody can be asked. */
  find(code: string): Promise<Link | undefined>
}

export function makeLinkBook(db: Queryable): LinkBook {
  const kept = new LRUCache<string, { readonly link: Link | undefined }>({
    max: most,
    ttl: keptMilliseconds,
    allowStaleOnFetchRejection: true,
    fetchMethod: async (code) => ({ link: await findLink(db, code) }),
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
