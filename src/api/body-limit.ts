/** How much may be sent to the REST door; lists that are imported have a limit of their own. */
import type { MiddlewareHandler } from 'hono'
import { Problem } from '#base/problem.ts'
import { limitBytes } from '#platform/body-limit.ts'

const mostMegabytes = 1

const limit = limitBytes(mostMegabytes * 1024 * 1024, () => {
  throw new Problem('invalid', 'request.tooLarge', { most: mostMegabytes })
})

/** Throws `request.tooLarge`. */
export const limitBody: MiddlewareHandler = (c, next) =>
  /^\/api\/v1\/\w+\/imports$/.test(c.req.path) ? next() : limit(c, next)
