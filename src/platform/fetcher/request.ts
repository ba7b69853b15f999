/** Sends one request and reads its answer, within limits and until a signal ends it. */
import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { readableEncodings, readBody } from './body.ts'
import { failingOf, isHangUp, makeFault } from './fault.ts'

/** By this name a robots.txt may address the checker. */
export const userAgent = 'Prongsai-checker'

export interface Question {
  readonly url: URL
  /** Empty where none is to be sent. */
  readonly cookie: string
  readonly mostBytes: number
  /** Its reason is what the request fails with. */
  readonly signal: AbortSignal
}

export interface Reply {
  readonly status: number
  /** Names in lower case; several of one name joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  readonly setCookies: readonly string[]
  /** Where a redirect leads, each character a byte; the body is then left empty. */
  readonly location: string | undefined
  readonly body: Uint8Array
}

const redirects: readonly number[] = [301, 302, 303, 307, 308]

/** So much of a redirect's body is read and thrown away to keep the connection; past it a new one is cheaper. */
const mostThrownAway = 64 * 1024
const throwingMilliseconds = 250

const askingHeaders = {
  'user-agent': `${userAgent} (ITA disclosure checker; opens what an agency declared)`,
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
  'accept-language': 'th,en;q=0.8',
  'accept-encoding': readableEncodings,
}

/** Throws faults only, but for what no remote causes. */
export async function ask(dispatcher: Dispatcher, question: Question): Promise<Reply> {
  const response = await begin(dispatcher, question).catch((error) => fail(error, false))
  const stream: Readable = response.body
  // An error that comes when nobody reads any more.
  stream.on('error', () => {})
  return finish(response, question).catch((error) => {
    stream.destroy()
    return fail(error, true)
  })
}

function fail(error: unknown, hasHeaders: boolean): never {
  const { failure, detail } = failingOf(error, hasHeaders)
  throw makeFault(failure, detail)
}

/** Asked a second time when the other side hangs up: a kept connection may have ended on the way. */
async function begin(dispatcher: Dispatcher, question: Question): Promise<Dispatcher.ResponseData> {
  const { signal } = question
  signal.throwIfAborted()
  const sending = send(dispatcher, question).catch((error) => {
    if (!isHangUp(error) || signal.aborted) throw error
    return send(dispatcher, question)
  })
  // The dispatcher looks at the signal only once it is connected.
  const ended = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([sending, ended])
}

function send(dispatcher: Dispatcher, { url, cookie, signal }: Question): Promise<Dispatcher.ResponseData> {
  return dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: cookie ? { ...askingHeaders, cookie } : askingHeaders,
    signal,
  })
}

async function finish(response: Dispatcher.ResponseData, question: Question): Promise<Reply> {
  const { statusCode: status, headers, body: stream } = response
  const location = redirects.includes(status) ? listOf(headers.location)[0] : undefined
  const reply = { status, headers: readable(headers), setCookies: listOf(headers['set-cookie']), location }
  if (location !== undefined) {
    await throwAway(stream, question.signal)
    return { ...reply, body: new Uint8Array() }
  }
  const { mostBytes } = question
  const declared = Number(listOf(headers['content-length'])[0] ?? 0)
  if (declared > mostBytes) throw makeFault('tooLarge', `Content-Length: ${declared}`)
  const encoding = listOf(headers['content-encoding']).join(',')
  return { ...reply, body: await readBody({ stream, encoding }, mostBytes) }
}

async function throwAway(stream: Dispatcher.ResponseData['body'], signal: AbortSignal): Promise<void> {
  const ending = AbortSignal.any([signal, AbortSignal.timeout(throwingMilliseconds)])
  await stream.dump({ limit: mostThrownAway, signal: ending }).catch(() => stream.destroy())
}

type Headers = Dispatcher.ResponseData['headers']

function listOf(value: Headers[string]): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function readable(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, fromBytes(listOf(value).join(', '))]),
  )
}

/** Header bytes come as Latin-1; where they are UTF-8, that is what was meant. */
function fromBytes(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value
  const bytes = Buffer.from(value, 'latin1')
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? value : text
}
