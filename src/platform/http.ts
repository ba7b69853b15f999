/** The hub that every door's app is mounted on: security headers, compression, and a server that stops cleanly. */
import type { Server } from 'node:http'
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

export function makeHub(apps: readonly Hono[]): Hono {
  const hub = new Hono()
  hub.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'same-origin' }))
  hub.use(compress())
  for (const app of apps) hub.route('/', app)
  return hub
}

export interface Listening {
  /** Where it can be reached from this machine, such as http://127.0.0.1:3000. */
  readonly address: string
  close(): Promise<void>
}

/** Listens on the configured host and port; a port in use is a Problem that says what to do. */
export function listen(app: Hono, config: Config): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
      const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
      resolve({ address: `http://${host}:${port}`, close: () => closeServer(server as Server) })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Problem('conflict', 'server.portTaken', { port: config.port }) : error)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })
}
