/** Refuses a body that is too large, so that the refusal arrives. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** More than this is not even thrown away: the connection ends. */
const mostThrownAway = 64 * 1024 * 1024

/**
 * What is refused is read and thrown away first: a browser that is still sending when the connection ends shows its own
 * error in place of the answer.
 */
export function limitBytes(
  most: number,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return bodyLimit({
    maxSize: most,
    onError: async (c) => {
      if (await throwAway(c.req.raw.body)) return refuse(c)
      c.header('Connection', 'close')
      const response = await refuse(c)
      response.headers.set('Connection', 'close')
      return response
    },
  })
}

/** Whether all of it is gone; where it is not, the connection is of no more use. */
async function throwAway(body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  if (!body || body.locked) return false
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > mostThrownAway) return false
  }
  return true
}
