/** A request that no page is to answer: shown as the first page's own refusal, whichever page was asked for. */
import { createContext } from 'react-router'
import { Problem } from '#base/problem.ts'
import { isReadableAddress } from '#base/readable-address.ts'

/** Why the request goes no further, if so. */
export const refusalContext = createContext<Problem | undefined>(undefined)

/** An address that is no text: no route can be found for it. */
export function findRefusal(request: Request): Problem | undefined {
  return isReadableAddress(request.url) ? undefined : new Problem('invalid', 'address.unreadable')
}

/** A request for the first page in the language of the one that is refused. */
export function standInFor(request: Request): Request {
  const { origin, pathname } = new URL(request.url)
  const isEnglish = /^\/en\b/.test(pathname)
  return new Request(`${origin}${isEnglish ? '/en' : '/'}`, { headers: headersOf(request) })
}

/** Without those of a body, which it has none of. */
function headersOf(request: Request): Headers {
  const headers = new Headers(request.headers)
  for (const name of ['Content-Length', 'Content-Type', 'Transfer-Encoding']) headers.delete(name)
  return headers
}
