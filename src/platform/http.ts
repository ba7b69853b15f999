/** The hub that every door's app is mounted on: security headers, compression, and a server that stops cleanly. */
import { randomInt } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createProbe } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { Problem } from '#base/problem.ts'
import type { Config } from './config.ts'

/** Nothing from elsewhere, no script, no inline style. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** The pages that need the browser's own doings, such as passkeys and single keys, or that work offline: scripts from our own files only. */
const scriptedPages = /^(\/en)?\/(sign-in|work\/profile|work\/assessment\/\d+\/[^/]+\/[^/]+)$|^\/interviews\//
const scriptedPolicy = {
  ...contentSecurityPolicy,
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
}

const plain = secureHeaders({ contentSecurityPolicy, referrerPolicy: 'same-origin' })
const scripted = secureHeaders({ contentSecurityPolicy: scriptedPolicy, referrerPolicy: 'same-origin' })

/** What agencies' pages held is handed out in a sandbox, whatever it is: the policy of a page would let more through. */
const foreignFiles = /\/snapshots\/[^/]+\/(body|text|picture)$/

const sandboxForeignFiles: MiddlewareHandler = async (c, next) => {
  await next()
  if (foreignFiles.test(c.req.path)) c.header('Content-Security-Policy', "default-src 'none'; sandbox")
}

/** Beside those, the page that tells of a flooded link: it may compute in place of waiting. */
const isScripted = ({ req, res }: Context) =>
  scriptedPages.test(req.path) || (res.status === 429 && req.path.startsWith('/go/'))

const setHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  await (isScripted(c) ? scripted : plain)(c, async () => undefined)
}

export function makeHub(apps: readonly Hono[]): Hono {
  const hub = new Hono()
  hub.use(sandboxForeignFiles)
  hub.use(setHeaders)
  hub.use(compress())
  for (const app of apps) hub.route('/', app)
  return hub
}

export interface Listening {
  readonly address: string
  close(): Promise<void>
}

/**
 * The configuration with a port that can be had, for 0 one that is free now; asked before anything else is started.
 * Throws, as `listen` would, when it cannot.
 */
export async function probeAddress(config: Config): Promise<Config> {
  if (config.port !== 0) return probe(config)
  for (let tries = 1; ; tries++) {
    try {
      return await probe({ ...config, port: randomInt(...portsToChooseFrom) })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'server.portTaken' || tries === mostTries) throw error
    }
  }
}

/** The system gives none of these to whoever connects to something before the server listens. */
const portsToChooseFrom = [20_000, 32_000] as const
const mostTries = 100

function probe(config: Config): Promise<Config> {
  const { host, port } = config
  return new Promise((resolve, reject) => {
    const listener = createProbe()
    listener.once('error', (error) => reject(addressProblem(error, config)))
    listener.listen({ host, port, exclusive: true }, () => listener.close(() => resolve(config)))
  })
}

/** What a shortcut has of the server. */
export interface Around {
  /** Of those that every page bears, what a redirect without one is read for. */
  readonly redirectHeaders: Readonly<Record<string, string>>
  /** Lets the app answer after all: with the body, which is read by now, and with what it may find in its environment. */
  handOn(read: { readonly body: string; readonly bindings?: object }): void
}

/** Answers a request itself, at once or later, or says with `false` that it has not touched it. */
export type Shortcut = (incoming: IncomingMessage, outgoing: ServerResponse, around: Around) => boolean

/**
 * Requests that wait together for a slow database outlive a sweep of young memory. V8 would take all later ones for
 * long-lived too, and sweep them late and dearly for as long as the server runs (docs/decisions/0017).
 */
function expectShortLives(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}

/** Listens on the configured host and port. Throws Problem `server.portTaken` or `server.addressUnusable`. */
export async function listen(app: Hono, config: Config, shortcut?: Shortcut): Promise<Listening> {
  const { host, port } = config
  expectShortLives()
  const redirectHeaders = await readRedirectHeaders()
  const usual = getRequestListener(app.fetch, { hostname: host })
  const server = createServer((incoming, outgoing) => {
    const handOn: Around['handOn'] = (read) => void passOn(app, read)(incoming, outgoing)
    if (!shortcut?.(incoming, outgoing, { redirectHeaders, handOn })) void usual(incoming, outgoing)
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(addressProblem(error, config)))
    server.listen(port, host, () => {
      const found = server.address()
      const address = addressOf({ ...config, port: typeof found === 'object' && found ? found.port : port })
      resolve({ address, close: () => closeServer(server) })
    })
  })
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown

/** The same request with the body that was read of it. */
function passOn(app: Hono, { body, bindings }: Parameters<Around['handOn']>[0]): Listener {
  return getRequestListener(({ url, method, headers }, env) =>
    app.fetch(new Request(url, { method, headers, body }), { ...env, ...bindings }),
  )
}

const readOfRedirects = ['strict-transport-security', 'referrer-policy', 'x-content-type-options']

async function readRedirectHeaders(): Promise<Record<string, string>> {
  const bare = new Hono().use(plain).get('/', (c) => c.body(null))
  const { headers } = await bare.request('/')
  return Object.fromEntries([...headers].filter(([name]) => readOfRedirects.includes(name)))
}

/** Where people reach the service: as configured, or else on this machine, such as http://127.0.0.1:3000. */
export function addressOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return publicUrl ?? `http://${name}:${port}`
}

function addressProblem(error: NodeJS.ErrnoException, { host, port }: Pick<Config, 'host' | 'port'>): Error {
  if (error.code === 'EADDRINUSE') return new Problem('conflict', 'server.portTaken', { port })
  return new Problem('unavailable', 'server.addressUnusable', { host, port, reason: error.code ?? '' })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })
}
