/** Fetches pages of remote sites politely, within limits, and from the public internet only. */
import { lookup } from 'node:dns/promises'
import { Agent } from 'undici'
import { failingOf, makeFault } from './fault.ts'
import { type Lookup, makeGuardedConnect } from './guarded-connect.ts'
import { hostAndPort, readHostAndPort } from './host-and-port.ts'
import { type HostQueue, type Lane, makeHostQueue } from './host-queue.ts'
import { type FetchLimits, usualLimits } from './limits.ts'
import type { FetchOutcome } from './outcome.ts'
import { isPublicAddress } from './public-address.ts'
import { followRedirects, startTrip, type Trip } from './redirects.ts'
import { ask, type Reply } from './request.ts'
import { type Manners, makeRobots } from './robots.ts'

export interface FetcherSettings {
  /**
   * `host:port` of servers that may stand anywhere, also inside: neither their address is checked nor their number of
   * requests kept down. Their robots.txt is respected.
   */
  readonly allowHosts: readonly string[]
  readonly limits?: Partial<FetchLimits>
  /** Certificates (PEM) of authorities to trust besides the usual ones. */
  readonly authorities?: readonly string[]
  /** Stand-ins for tests. */
  readonly lookup?: Lookup
  readonly isPublic?: (address: string) => boolean
}

export interface Fetcher {
  /**
   * Whatever the remote does, and whatever the address is, there is an outcome. Redirects are followed; an address with
   * a user name or password is `broken`, and they are left out of `finalUrl`.
   */
  fetchPage(url: string): Promise<FetchOutcome>
  /** What is still under way ends as `broken`. */
  close(): Promise<void>
}

interface Parts {
  readonly limits: FetchLimits
  readonly agent: Agent
  readonly queue: HostQueue
  readonly allowed: ReadonlySet<string>
}

/** Sends one request of a trip when its turn comes. */
type Visit = (trip: Trip) => Promise<Reply>

interface Allowance {
  readonly milliseconds: number
  readonly bytes: number
}

const noManners: Manners = { isAllowed: true, delayMilliseconds: 0 }

export function makeFetcher(settings: FetcherSettings): Fetcher {
  const limits = { ...usualLimits, ...settings.limits }
  const allowed = new Set(settings.allowHosts.map(readEntry))
  const agent = makeAgent(settings, { limits, allowed })
  const parts: Parts = { limits, agent, queue: makeHostQueue(limits.atOnce), allowed }
  const mannersOf = makeRobots((url) => readRobots(url, parts))
  const allowance = { milliseconds: limits.totalMilliseconds, bytes: limits.bytes }
  const visit: Visit = async (trip) => {
    const manners = await mannersOf(trip.url)
    if (!manners.isAllowed) throw makeFault('robots', `${trip.url.origin}/robots.txt`)
    return takeTurn(trip, { parts, manners, allowance })
  }
  let isClosed = false
  return {
    async fetchPage(address) {
      if (isClosed) throw new Error('This fetcher is closed.')
      const url = URL.parse(address)
      if (!url) return unanswered(address, 'ERR_INVALID_URL')
      return travel(startTrip(url), (trip) => followRedirects(trip, limits.redirects, visit))
    },
    async close() {
      isClosed = true
      const closing = agent.destroy()
      parts.queue.open()
      await closing
    },
  }
}

function readEntry(entry: string): string {
  const read = readHostAndPort(entry)
  if (read === null) throw new TypeError(`Not a host and port: ${entry}`)
  return read
}

function makeAgent(settings: FetcherSettings, { limits, allowed }: Pick<Parts, 'limits' | 'allowed'>): Agent {
  const { connectMilliseconds, headersMilliseconds } = limits
  return new Agent({
    connect: makeGuardedConnect({
      allowed,
      lookup: settings.lookup ?? lookupAll,
      isPublic: settings.isPublic ?? isPublicAddress,
      connectMilliseconds,
      authorities: settings.authorities ?? [],
    }),
    allowH2: false,
    connections: limits.atOnce,
    headersTimeout: headersMilliseconds,
    bodyTimeout: limits.totalMilliseconds,
    maxHeaderSize: 64 * 1024,
  })
}

async function lookupAll(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address)
}

interface Turn {
  readonly parts: Parts
  readonly manners: Manners
  readonly allowance: Allowance
}

function takeTurn(trip: Trip, { parts, manners, allowance }: Turn): Promise<Reply> {
  const { url, cookies } = trip
  return parts.queue.run(laneOf(url, { parts, manners }), () =>
    withinTime(trip, allowance.milliseconds, (signal) =>
      ask(parts.agent, { url, cookie: cookies.headerFor(url), mostBytes: allowance.bytes, signal }),
    ),
  )
}

function laneOf(url: URL, { parts, manners }: Omit<Turn, 'allowance'>): Lane {
  const { limits, allowed } = parts
  const delay = Math.min(manners.delayMilliseconds, limits.crawlDelayMilliseconds)
  if (allowed.has(hostAndPort(url))) {
    return { host: url.host, atOnce: limits.atOnce, gapMilliseconds: delay }
  }
  const gapMilliseconds = Math.max(delay, limits.gapMilliseconds)
  return { host: url.hostname, atOnce: limits.atOncePerHost, gapMilliseconds }
}

/** Charges the time to the trip, whose requests share `milliseconds`. */
async function withinTime<T>(
  trip: Trip,
  milliseconds: number,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController()
  const startedAt = performance.now()
  const end = () => ending.abort(makeFault('timeout', `more than ${milliseconds} ms`))
  const timer = setTimeout(end, Math.max(0, milliseconds - trip.spentMilliseconds))
  try {
    return await task(ending.signal)
  } finally {
    clearTimeout(timer)
    trip.spentMilliseconds += performance.now() - startedAt
  }
}

async function travel(trip: Trip, follow: Visit): Promise<FetchOutcome> {
  const asked = () => ({
    finalUrl: withoutCredentials(trip.url),
    hops: trip.hops,
    milliseconds: Math.round(trip.spentMilliseconds),
  })
  try {
    const { status, headers, body } = await follow(trip)
    return { kind: 'answered', ...asked(), status, headers, body }
  } catch (error) {
    return { kind: 'unanswered', ...asked(), ...failingOf(error, false) }
  }
}

function unanswered(finalUrl: string, detail: string): FetchOutcome {
  return { kind: 'unanswered', finalUrl, hops: [], milliseconds: 0, failure: 'broken', detail }
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare.href
}

/** Empty when there is none to be had. */
async function readRobots(url: URL, parts: Parts): Promise<string> {
  const { limits } = parts
  const allowance = { milliseconds: limits.robotsMilliseconds, bytes: limits.robotsBytes }
  const outcome = await travel(startTrip(url), (trip) =>
    followRedirects(trip, limits.redirects, (one) => takeTurn(one, { parts, manners: noManners, allowance })),
  )
  return outcome.kind === 'answered' && outcome.status === 200 ? new TextDecoder().decode(outcome.body) : ''
}
