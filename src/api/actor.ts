/** Who asks: whoever the server found behind the key or the session, and otherwise anyone. */
import type { Context as RequestContext } from 'hono'
import { type Actor, anyone } from '#base/actor.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by the server before the routes where the request says who it is from. */
    actor?: Actor
  }
}

export function actorOf(c: RequestContext): Actor {
  return c.get('actor') ?? anyone
}
