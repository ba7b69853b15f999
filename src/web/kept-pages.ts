/** Keeps finished public pages in memory until an act or a new day may have changed what they show. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { dayOf } from '#base/bangkok-day.ts'
import { contentHash } from '#base/id.ts'
import { findHead } from '#platform/audit-queries.ts'
import type { Doorway } from '#platform/context.ts'

/** A page as it is sent, with and without compression. */
interface KeptPage {
  readonly headers: Readonly<Record<string, string>>
  readonly plain: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer>
}

const mostBytes = 48 * 1024 * 1024
const mostBytesAPage = 2 * 1024 * 1024
/** Below this many bytes compression gains nothing. */
const leastZipped = 1024
/** The addresses that show everyone the same: the first page and what lies under these names, in both languages. */
const publicAddress = /^(\/en)?(\/|\/(results|results\.csv|agencies|frameworks|rounds|open-data)(\/.*)?)?$/

const zip = promisify(gzip)

/**
 * Answers a GET of a public page, sent without cookies, from memory where the page was made since the last act and
 * on the same day in Bangkok; else lets it be made, once for all who wait for it, and keeps it when it is a success
 * that says it is public. Bears an ETag and answers 304. Where the state cannot be asked for, nothing is kept.
 */
export function keepPages(doorway: Doorway): MiddlewareHandler {
  const askState = oneAtATime(() => findState(doorway))
  const pages = new LRUCache<string, KeptPage>({
    maxSize: mostBytes,
    maxEntrySize: mostBytesAPage,
    sizeCalculation: ({ plain, zipped }) => plain.byteLength + zipped.byteLength,
  })
  const beingMade = new Map<string, Promise<KeptPage | null>>()
  let keptState = ''

  const make = async (c: Context, state: string, next: () => Promise<void>): Promise<KeptPage | null> => {
    await next()
    const page = await keepable(c.res)
    if (page && state === keptState) pages.set(addressOf(c), page)
    return page
  }

  return async (c, next) => {
    const state = isPublicRead(c) ? await askState().catch(() => null) : null
    if (state === null) return next()
    if (state !== keptState) pages.clear()
    keptState = state
    const kept = pages.get(addressOf(c))
    if (kept) return send(c, kept)
    const key = `${state} ${addressOf(c)}`
    const awaited = await beingMade.get(key)?.catch(() => null)
    if (awaited) return send(c, awaited)
    const making = make(c, state, next)
    beingMade.set(key, making)
    const page = await making.finally(() => beingMade.delete(key))
    if (page) c.res = send(c, page)
  }
}

function isPublicRead(c: Context): boolean {
  return c.req.method === 'GET' && publicAddress.test(c.req.path) && c.req.header('Cookie') === undefined
}

function addressOf(c: Context): string {
  return c.req.url
}

/** Everything that may change between two requests: what was done, and which day it is. */
async function findState({ database, clock }: Doorway): Promise<string | null> {
  const head = await findHead(database.query)
  return head && `${head.count} ${head.hash} ${dayOf(clock())}`
}

/**
 * Lets those who ask while a question is under way share the next one: an answer is never older than the asking,
 * and however many ask, one question is under way.
 */
function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> | undefined
  let following: Promise<T> | undefined
  const start = (): Promise<T> => {
    following = undefined
    const asking = ask()
    const ended = asking.then(
      () => undefined,
      () => undefined,
    )
    current = ended
    void ended.then(() => {
      if (current === ended) current = undefined
    })
    return asking
  }
  return () => {
    if (!current) return start()
    following ??= current.then(start)
    return following
  }
}

/** Null for whatever is not the same for everyone. */
async function keepable(response: Response): Promise<KeptPage | null> {
  const { status, headers } = response
  const isPublic = headers.get('Cache-Control')?.includes('public') && !headers.has('Set-Cookie')
  if (status !== 200 || !isPublic || headers.has('Content-Encoding')) return null
  const plain = new Uint8Array(await response.clone().arrayBuffer())
  const own = Object.fromEntries(headers)
  return {
    headers: { ...own, vary: 'Accept-Encoding, Cookie', etag: etagOf(plain) },
    plain,
    zipped: plain.byteLength < leastZipped ? plain : new Uint8Array(await zip(plain)),
  }
}

/** Weak, as the same page goes out compressed and not. */
function etagOf(bytes: Uint8Array<ArrayBuffer>): string {
  return `W/"${contentHash(Buffer.from(bytes.buffer).toString('latin1')).slice(0, 32)}"`
}

function send(c: Context, { headers, plain, zipped }: KeptPage): Response {
  const known = c.req.header('If-None-Match')?.split(/\s*,\s*/)
  if (known?.some((tag) => tag === '*' || tag === headers.etag)) {
    const { etag = '', vary = '', 'cache-control': cacheControl = '' } = headers
    return c.body(null, 304, { etag, vary, 'cache-control': cacheControl })
  }
  if (zipped === plain || !acceptsGzip(c)) return c.body(plain, 200, { ...headers })
  return c.body(zipped, 200, { ...headers, 'content-encoding': 'gzip' })
}

function acceptsGzip(c: Context): boolean {
  return /(^|[\s,])(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(c.req.header('Accept-Encoding') ?? '')
}
