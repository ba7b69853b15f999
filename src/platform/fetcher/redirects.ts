/** Follows a page's redirects by hand, so that each address on the way is looked at before it is asked. */
import { type CookieJar, makeCookieJar } from './cookies.ts'
import { makeFault } from './fault.ts'
import type { Hop } from './outcome.ts'
import type { Reply } from './request.ts'

/** A page being fetched: how far it got is known also when it fails. */
export interface Trip {
  url: URL
  readonly hops: Hop[]
  readonly cookies: CookieJar
  /** Addresses with the cookies they were asked with: the same again can only answer the same. */
  readonly seen: Set<string>
  spentMilliseconds: number
}

/** Servers and proxies commonly refuse longer ones. */
const mostCharacters = 8192

export function startTrip(url: URL): Trip {
  return { url, hops: [], cookies: makeCookieJar(), seen: new Set(), spentMilliseconds: 0 }
}

/** Throws a fault when a redirect leads nowhere, in a circle, or further than `mostRedirects`. */
export async function followRedirects(
  trip: Trip,
  mostRedirects: number,
  visit: (trip: Trip) => Promise<Reply>,
): Promise<Reply> {
  for (;;) {
    checkAddress(trip.url)
    checkCircle(trip, mostRedirects)
    const reply = await visit(trip)
    if (reply.location === undefined) return reply
    trip.cookies.take(trip.url, reply.setCookies)
    trip.hops.push({ url: trip.url.href, status: reply.status })
    trip.url = addressOf(reply.location, trip.url)
  }
}

/** Any port may be asked: agencies do publish on unusual ones, and the address behind it is public in any case. */
function checkAddress({ protocol, username, password, href }: URL): void {
  if (protocol !== 'http:' && protocol !== 'https:') throw makeFault('broken', `address of ${protocol}`)
  if (username || password) throw makeFault('broken', 'address with a user name or password')
  if (href.length > mostCharacters) throw makeFault('broken', `address of ${href.length} characters`)
}

function checkCircle({ url, hops, seen, cookies }: Trip, mostRedirects: number): void {
  if (hops.length > mostRedirects) throw makeFault('loop', `more than ${mostRedirects} redirects`)
  const asked = `${withoutFragment(url)} ${cookies.headerFor(url)}`
  if (seen.has(asked)) throw makeFault('loop', 'redirected to an address asked before')
  seen.add(asked)
}

/** A fragment is handed on to an address that has none of its own, as browsers do. */
function addressOf(location: string, base: URL): URL {
  const url = URL.parse(escapeBytes(location), base)
  if (!url) throw makeFault('broken', 'Location is no address')
  if (url.hash === '') url.hash = base.hash
  return url
}

/** Header bytes come as Latin-1. Escaped byte by byte, Thai paths arrive whole, be they UTF-8 or TIS-620. */
function escapeBytes(value: string): string {
  return value.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}

function withoutFragment({ href, hash }: URL): string {
  return href.slice(0, href.length - hash.length)
}
