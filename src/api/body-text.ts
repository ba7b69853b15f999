/** JSON is UTF-8: a body that is not would be kept with other signs in the place of what its sender wrote. */
import { isUtf8 } from 'node:buffer'
import type { MiddlewareHandler } from 'hono'
import { Problem } from '#base/problem.ts'

/** Throws `api.bodyUnreadable`. What it reads is read once: the routes are given the same bytes. */
export const refuseBrokenText: MiddlewareHandler = async (c, next) => {
  const isJson = /^application\/([\w.+-]+\+)?json\b/i.test(c.req.header('Content-Type') ?? '')
  if (isJson && !isUtf8(new Uint8Array(await c.req.arrayBuffer()))) {
    throw new Problem('invalid', 'api.bodyUnreadable')
  }
  await next()
}
