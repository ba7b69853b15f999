/** Makes pictures of pages from their saved bytes: what a browser shows of them, with scripts off. */
import { access, constants } from 'node:fs/promises'
import { z } from 'zod'
import type { FetchOutcome } from '../fetcher/outcome.ts'
import { decodePage } from '../reading/page-encoding.ts'
import { type Browser, startBrowser } from './browser.ts'

export interface SavedPage {
  /** Where it came from: its addresses are resolved against it. */
  readonly url: string
  readonly bytes: Uint8Array
  /** As its server sent it. */
  readonly contentType: string
}

export interface Pictures {
  /** Whether there is a Chromium. */
  isPossible(): Promise<boolean>
  /** WebP, 1,280 wide; null where there is no Chromium, the bytes are no text, or it did not come out in time. One at a time. */
  take(page: SavedPage): Promise<Uint8Array | null>
}

export interface PicturesSettings {
  /** The program. */
  readonly chromium: string
  /** Asks for style sheets, pictures and fonts of a page; whatever else the page wants is refused. */
  readonly fetch: (url: string) => Promise<FetchOutcome>
}

export const pictureType = 'image/webp'

const width = 1280
const mostHeight = 8000
const mostParts = 40
const mostPartBytes = 5 * 1024 * 1024
const loadMilliseconds = 15_000
const totalMilliseconds = 30_000

export function makePictures({ chromium, fetch }: PicturesSettings): Pictures {
  let turn: Promise<unknown> = Promise.resolve()
  const take = async (page: SavedPage) => {
    const html = decodePage(page.bytes, page.contentType)
    if (html === undefined || !(await isRunnable(chromium))) return null
    const browser = await startBrowser(chromium)
    const drawn = draw(browser, { url: page.url, html }, fetch).catch(() => null)
    try {
      return await within(totalMilliseconds, drawn)
    } finally {
      await browser.close()
    }
  }
  return {
    isPossible: () => isRunnable(chromium),
    take: (page) => {
      const taken = turn.then(() => take(page))
      turn = taken.catch(() => undefined)
      return taken
    },
  }
}

function isRunnable(program: string): Promise<boolean> {
  return access(program, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), milliseconds)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

interface Page {
  readonly url: string
  readonly html: string
}

async function draw(browser: Browser, page: Page, fetch: PicturesSettings['fetch']): Promise<Uint8Array> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method: string, parameters = {}) => browser.send(method, parameters, String(sessionId))
  const loaded = new Promise<void>((resolve) => {
    browser.listen((method) => method === 'Page.loadEventFired' && resolve())
  })
  answerRequests(browser, { page, fetch, send })
  await send('Emulation.setScriptExecutionDisabled', { value: true })
  await send('Emulation.setDeviceMetricsOverride', {
    ...{ width, height: 900, deviceScaleFactor: 1, mobile: false },
  })
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  await send('Page.enable')
  await send('Page.navigate', { url: page.url })
  await within(loadMilliseconds, loaded)
  const { cssContentSize } = await send('Page.getLayoutMetrics')
  const { height } = cssContentSize as { readonly height: number }
  const clip = { x: 0, y: 0, width, height: Math.min(Math.max(height, 1), mostHeight), scale: 1 }
  const { data } = await send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 70, captureBeyondViewport: true, clip },
  })
  return Buffer.from(String(data), 'base64')
}

interface Answering {
  readonly page: Page
  readonly fetch: PicturesSettings['fetch']
  readonly send: (method: string, parameters?: object) => Promise<unknown>
}

const pausedSchema = z.object({
  requestId: z.string(),
  resourceType: z.string(),
  request: z.object({ url: z.string(), method: z.string() }),
})

const parts: readonly string[] = ['Stylesheet', 'Image', 'Font']

/** The first request is for the page itself, and is given the saved one. */
function answerRequests(browser: Browser, { page, fetch, send }: Answering): void {
  let count = 0
  const answer = async (paused: unknown) => {
    const { requestId, resourceType, request } = pausedSchema.parse(paused)
    count += 1
    if (count === 1) return send('Fetch.fulfillRequest', { requestId, ...asPage(page.html) })
    const isPart = parts.includes(resourceType) && request.method === 'GET' && count <= mostParts
    const part = isPart ? await fetch(request.url) : undefined
    if (part?.kind !== 'answered' || part.status !== 200 || part.body.byteLength > mostPartBytes) {
      // An aborted navigation leaves the page as it is.
      return send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    }
    return send('Fetch.fulfillRequest', { requestId, ...asPart(part.body, part.headers['content-type']) })
  }
  browser.listen((method, parameters) => {
    if (method === 'Fetch.requestPaused') {
      // A request that is over by the time of its answer needs none.
      answer(parameters).catch(() => undefined)
    }
  })
}

/** No scripts, frames or forms; what it may show comes by way of `answerRequests`. */
const policy = "default-src 'none'; style-src * data: 'unsafe-inline'; img-src * data:; font-src * data:"

function asPage(html: string) {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }
  return asResponse(Buffer.from(html), headers)
}

function asPart(body: Uint8Array, contentType = 'application/octet-stream') {
  return asResponse(body, { 'Content-Type': contentType, 'Access-Control-Allow-Origin': '*' })
}

function asResponse(body: Uint8Array, headers: Readonly<Record<string, string>>) {
  return {
    responseCode: 200,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(body).toString('base64'),
  }
}
