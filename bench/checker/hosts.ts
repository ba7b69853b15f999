/** Servers on this machine that stand for the sites of agencies: each on a port of its own, some with certificates. */
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Verdict } from '#modules/disclosure/check-report.ts'

export interface Page {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | string[]>>
  /** How long it takes to come. */
  readonly milliseconds?: number
}

export interface Labelled {
  readonly url: string
  /** As a person would say who opens the link. */
  readonly verdict: Verdict
  readonly about: string
}

export interface Host {
  /** Without a slash at the end. */
  readonly origin: string
  readonly hostAndPort: string
  /** Gives the address. */
  put(path: string, page: Page | RequestListener): string
  close(): void
}

export interface HostSettings {
  readonly address?: string
  /** The name in its addresses, where it is not `address`. */
  readonly name?: string
  readonly certificate?: { readonly key: string; readonly cert: string }
}

export async function openHost({
  address = '127.0.0.1',
  name,
  certificate,
}: HostSettings = {}): Promise<Host> {
  const pages = new Map<string, Page | RequestListener>()
  const answer: RequestListener = (request, response) => {
    const page = pages.get(request.url ?? '') ?? pages.get((request.url ?? '').split('?')[0] ?? '')
    if (typeof page === 'function') return page(request, response)
    const { body, type = 'text/html; charset=utf-8', status = 200, ...more } = page ?? missing
    const send = () => response.writeHead(status, { 'content-type': type, ...more.headers }).end(body)
    if (more.milliseconds) setTimeout(send, more.milliseconds)
    else send()
  }
  const server = certificate ? createSecureServer(certificate, answer) : createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  const hostAndPort = `${name ?? address}:${(server.address() as AddressInfo).port}`
  const origin = `${certificate ? 'https' : 'http'}://${hostAndPort}`
  return {
    ...{ origin, hostAndPort },
    put: (path, page) => {
      pages.set(path, page)
      return `${origin}${path}`
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const missing: Page = {
  body: '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
  type: 'text/html',
  status: 404,
}

/** A port that nobody listens on. */
export async function findClosedPort(): Promise<string> {
  const host = await openHost()
  host.close()
  return host.hostAndPort
}
