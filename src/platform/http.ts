/** The hub that every door's app is mounted on: security headers, compression, and a server that stops cleanly. */
import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
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

/** The pages that need the browser's own doings, such as passkeys, or that work offline: scripts from our own files only. */
const scriptedPages = /^(\/en)?\/(sign-in|work\/profile)$|^\/interviews\//
const scriptedPolicy = {
  ...contentSecurityPolicy,
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
}

export function makeHub(apps: readonly Hono[]): Hono {
  const hub = new Hono()
  const plain = secureHeaders({ contentSecurityPolicy, referrerPolicy: 'same-origin' })
  const scripted = secureHeaders({ contentSecurityPolicy: scriptedPolicy, referrerPolicy: 'same-origin' })
  hub.use((c, next) => (scriptedPages.test(c.req.path) ? scripted : plain)(c, next))
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
export function probeAddress(config: Config): Promise<Config> {
  const { host, port } = config
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(addressProblem(error, { host, port })))
    probe.listen({ host, port, exclusive: true }, () => {
      const found = probe.address()
      const free = typeof found === 'object' && found ? found.port : port
      probe.close(() => resolve({ ...config, port: free }))
    })
  })
}

/** Listens on the configured host and port. Throws Problem `server.portTaken` or `server.addressUnusable`. */
export function listen(app: Hono, config: Config): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
      const address = addressOf({ ...config, port })
      resolve({ address, close: () => closeServer(server as Server) })
    })
    server.once('error', (error) => reject(addressProblem(error, config)))
  })
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
