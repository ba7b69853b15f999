/** Who sends a request to the API: the owner of a key, or whoever is signed in on our own pages. */
import type { MiddlewareHandler } from 'hono'
import { Problem } from '#base/problem.ts'
import type { Accounts } from '#modules/accounts/accounts.ts'
import { findActor, findActorByKey } from '#modules/accounts/session.ts'

/** A key comes first. A session changes nothing from another site. Throws `account.keyInvalid` or `request.otherSite`. */
export function identify(accounts: Accounts): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header('Authorization')
    if (key !== undefined) c.set('actor', await findActorByKey(accounts, key))
    else if (c.req.header('Cookie') !== undefined) {
      const actor = await findActor(accounts, c.req.raw.headers)
      if (actor.kind === 'person' && !isRead(c.req.method)) requireOwnSite(c.req.raw)
      c.set('actor', actor)
    }
    await next()
  }
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

function requireOwnSite(request: Request): void {
  if (request.headers.get('Sec-Fetch-Site') !== 'same-origin')
    throw new Problem('forbidden', 'request.otherSite')
}
