/** How much may be sent to a page: a list where lists are imported, and elsewhere no more than people type. */
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '#base/problem.ts'
import { limitBytes } from '#platform/body-limit.ts'

const megabyte = 1024 * 1024
const mostMegabytes = 1
/** A file of so much; between the look and the deed the page keeps it in base64, which makes four bytes of three. */
const mostMegabytesOfList = 25
const importAddress = /^(\/en)?\/work\/import\//

/** `refuse` is given `request.tooLarge`. */
export function limitBody(
  refuse: (c: Context, problem: Problem) => Response | Promise<Response>,
): MiddlewareHandler {
  const limit = (megabytes: number, bytes: number) =>
    limitBytes(bytes, (c) => refuse(c, new Problem('invalid', 'request.tooLarge', { most: megabytes })))
  const typed = limit(mostMegabytes, mostMegabytes * megabyte)
  const list = limit(mostMegabytesOfList, ((mostMegabytesOfList * 4) / 3 + 1) * megabyte)
  return (c, next) => (importAddress.test(c.req.path) ? list : typed)(c, next)
}

/** Throws `request.tooLarge` for a file that could be looked at, but not be sent once more. */
export function requireListSize(bytes: number): void {
  if (bytes > mostMegabytesOfList * megabyte) {
    throw new Problem('invalid', 'request.tooLarge', { most: mostMegabytesOfList })
  }
}
