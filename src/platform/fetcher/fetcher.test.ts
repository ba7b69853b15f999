/** Pages are fetched from real servers on this machine, and whatever these do, there is an outcome. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { type Fetcher, type FetcherSettings, makeFetcher } from './fetcher.ts'
import type { FetchOutcome } from './outcome.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

interface Site {
  readonly host: string
  readonly port: number
  readonly url: string
  /** Of every request but those for robots.txt. */
  readonly asked: string[]
}

interface Place {
  readonly address?: string
  readonly port?: number
  /** Whether the site answers for robots.txt itself. */
  readonly hasRobots?: boolean
}

async function listen(answer: RequestListener, place: Place = {}): Promise<Site> {
  const { address = '127.0.0.1', port = 0, hasRobots = false } = place
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    const isRobots = request.url === '/robots.txt'
    if (!isRobots) asked.push(request.url ?? '')
    if (isRobots && !hasRobots) response.writeHead(404).end()
    else answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, address, resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const taken = (server.address() as AddressInfo).port
  return { host: `${address}:${taken}`, port: taken, url: `http://${address}:${taken}`, asked }
}

/** A server of bytes: what no decent server would send. */
async function listenRaw(answer: (socket: Socket, text: string) => void): Promise<Site> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      if (text.startsWith('GET /robots.txt')) socket.end('HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n')
      else answer(socket, text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, port, url: `http://127.0.0.1:${port}`, asked: [] }
}

function make({ limits, ...settings }: Partial<FetcherSettings> = {}): Fetcher {
  const fetcher = makeFetcher({ allowHosts: [], limits: { gapMilliseconds: 0, ...limits }, ...settings })
  closing.push(() => fetcher.close())
  return fetcher
}

const fetchFrom = (site: Site, path = '/', settings: Partial<FetcherSettings> = {}) =>
  make({ allowHosts: [site.host], ...settings }).fetchPage(site.url + path)

const textOf = (outcome: FetchOutcome) =>
  outcome.kind === 'answered' ? Buffer.from(outcome.body).toString() : `${outcome.failure}: ${outcome.detail}`

const failed = (failure: string, detail: unknown = expect.any(String)) =>
  expect.objectContaining({ kind: 'unanswered', failure, detail })

describe('a page', () => {
  test('comes with its status, headers and body', async () => {
    const site = await listen((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.writeHead(404).end('ไม่พบหน้า')
    })
    const outcome = await fetchFrom(site, '/x?ปี=๒๕๖๘#ข้อ')
    expect(outcome).toMatchObject({ kind: 'answered', status: 404, hops: [], finalUrl: expect.any(String) })
    expect(outcome).toMatchObject({ headers: { 'content-type': 'text/html', 'set-cookie': 'a=1, b=2' } })
    expect(textOf(outcome)).toBe('ไม่พบหน้า')
    expect(decodeURI(outcome.finalUrl)).toBe(`${site.url}/x?ปี=๒๕๖๘#ข้อ`)
    expect(site.asked).toEqual([encodeURI('/x?ปี=๒๕๖๘')])
  })

  test('is asked for under the name of the checker', async () => {
    const site = await listen((request, response) => response.end(request.headers['user-agent']))
    expect(textOf(await fetchFrom(site))).toMatch(/^Prongsai-checker \([^/]+\)$/)
  })

  test('has its UTF-8 headers read, and others left', async () => {
    const site = await listenRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Old: caf')
      socket.write(Buffer.from([0xe9]))
      socket.write(`\r\nContent-Disposition: attachment; filename="แผน.pdf"\r\n\r\n`)
    })
    expect(await fetchFrom(site)).toMatchObject({
      headers: { 'x-old': 'café', 'content-disposition': 'attachment; filename="แผน.pdf"' },
    })
  })

  test('of a Thai host name is looked up by its coded name', async () => {
    const site = await listen((request, response) => response.end(request.headers.host))
    const names: string[] = []
    const lookup = async (name: string) => {
      names.push(name)
      return ['127.0.0.1']
    }
    const fetcher = make({ allowHosts: [`เทศบาล.ไทย:${site.port}`], lookup })
    const outcome = await fetcher.fetchPage(`http://เทศบาล.ไทย:${site.port}/แผน`)
    expect(textOf(outcome)).toBe(`xn--o3cg7ak5c9d.xn--o3cw4h:${site.port}`)
    expect(new Set(names)).toEqual(new Set(['xn--o3cg7ak5c9d.xn--o3cw4h']))
  })

  test.each(['', 'nonsense', 'http://', 'http://a b/', 'http://[::1', 'http://x:99999/'])(
    'whose address is "%s" is broken',
    async (address) => {
      expect(await make().fetchPage(address)).toEqual(failed('broken', 'ERR_INVALID_URL'))
    },
  )

  test('of another scheme is broken', async () => {
    for (const address of ['ftp://a.go.th/', 'file:///etc/passwd', 'javascript:1', 'data:,x']) {
      expect(await make().fetchPage(address)).toEqual(failed('broken'))
    }
  })

  test('whose address holds a password is refused, and the password not repeated', async () => {
    const outcome = await make().fetchPage('http://me:hidden@a.go.th/')
    expect(outcome).toEqual(failed('broken', 'address with a user name or password'))
    expect(JSON.stringify(outcome)).not.toContain('hidden')
  })
})

describe('only the public internet is asked', () => {
  test('not this machine, however it is spelt', async () => {
    const site = await listen((_request, response) => response.end('inside'))
    const spellings = [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.0.0.1.',
      'localhost',
    ]
    const more = ['0.0.0.0', '0', '[::1]', '[::ffff:127.0.0.1]', '[::]', '①②⑦.0.0.1', '127.0.0.2']
    for (const host of [...spellings, ...more]) {
      const outcome = await make().fetchPage(`http://${host}:${site.port}/`)
      expect([host, outcome.kind === 'unanswered' && outcome.failure]).toEqual([host, 'notPublic'])
    }
    expect(site.asked).toEqual([])
  })

  test.each(['169.254.169.254', '10.0.0.1', '192.168.1.1', '100.64.0.1', '[fd00::1]', '[64:ff9b::7f00:1]'])(
    'not %s',
    async (host) => {
      for (const scheme of ['http', 'https']) {
        expect(await make().fetchPage(`${scheme}://${host}/latest/meta-data/`)).toEqual(failed('notPublic'))
      }
    },
  )

  test.each([[['127.0.0.1']], [['169.254.169.254']], [['8.8.8.8', '10.0.0.1']], [['2404:6800::1', '::1']]])(
    'not a name of the addresses %s',
    async (addresses) => {
      const fetcher = make({ lookup: async () => addresses })
      expect(await fetcher.fetchPage('http://metadata.google.internal/')).toEqual(failed('notPublic'))
      expect(await fetcher.fetchPage('https://metadata.google.internal/')).toEqual(failed('notPublic'))
    },
  )

  test('not where a redirect leads inside, by address or by name', async () => {
    const inside = await listen((_request, response) => response.end('inside'))
    const targets = [`http://127.0.0.1:${inside.port}/`, `http://localhost:${inside.port}/`]
    for (const target of [...targets, `//[::1]:${inside.port}/`, 'http://169.254.169.254/']) {
      const site = await listen((_request, response) => response.writeHead(302, { Location: target }).end())
      const outcome = await fetchFrom(site)
      expect(outcome).toEqual(failed('notPublic'))
      expect(outcome.hops).toEqual([{ url: `${site.url}/`, status: 302 }])
    }
    expect(inside.asked).toEqual([])
  })

  test('and a name is looked up anew when it is asked anew: once it means an inside address, it is refused', async () => {
    const inside = await listen((_request, response) => response.end('inside'))
    const outside = await listen(
      (_request, response) => response.setHeader('Connection', 'close').end('outside'),
      {
        address: '127.0.0.2',
        port: inside.port,
        hasRobots: true,
      },
    )
    let meaning = '127.0.0.2'
    const fetcher = make({ lookup: async () => [meaning], isPublic: (address) => address === '127.0.0.2' })
    const url = `http://changing.example:${inside.port}/`
    expect(textOf(await fetcher.fetchPage(url))).toBe('outside')
    meaning = '127.0.0.1'
    expect(await fetcher.fetchPage(url)).toEqual(failed('notPublic'))
    expect(inside.asked).toEqual([])
    expect(outside.asked).toEqual(['/'])
  })

  test('but an allowed server is, on its own port only', async () => {
    const site = await listen((_request, response) => response.end('intranet'))
    const other = await listen((_request, response) => response.end('inside'))
    const fetcher = make({ allowHosts: [site.host] })
    expect(textOf(await fetcher.fetchPage(site.url))).toBe('intranet')
    expect(await fetcher.fetchPage(other.url)).toEqual(failed('notPublic'))
    expect(await fetcher.fetchPage(`http://localhost:${site.port}/`)).toEqual(failed('notPublic'))
  })

  test('and a list of allowed servers that cannot be read is an error of the program', () => {
    expect(() => makeFetcher({ allowHosts: ['localhost'] })).toThrow(TypeError)
  })
})

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('of status %i are followed and told', async (status) => {
    const site = await listen((request, response) => {
      if (request.url === '/old/a') response.writeHead(status, { Location: '../new?x#y' }).end('moved')
      else response.end('new')
    })
    const outcome = await fetchFrom(site, '/old/a')
    expect(textOf(outcome)).toBe('new')
    expect(outcome).toMatchObject({ finalUrl: `${site.url}/new?x#y` })
    expect(outcome.hops).toEqual([{ url: `${site.url}/old/a`, status }])
  })

  test('are ten at most', async () => {
    const site = await listen((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { Location: `/${left - 1}` }).end()
      else response.end('there')
    })
    expect(textOf(await fetchFrom(site, '/10'))).toBe('there')
    const outcome = await fetchFrom(site, '/11')
    expect(outcome).toEqual(failed('loop'))
    expect(outcome.hops).toHaveLength(11)
  })

  test('in a circle end when it closes', async () => {
    const site = await listen((request, response) =>
      response.writeHead(301, { Location: request.url === '/a' ? '/b' : '/a#again' }).end(),
    )
    expect(await fetchFrom(site, '/a')).toEqual(failed('loop'))
    expect(site.asked).toEqual(['/a', '/b'])
  })

  test('to the same address are followed when a cookie was set on the way', async () => {
    const site = await listen((request, response) => {
      if (request.headers.cookie === 'pass=1; lang=th') response.end('welcome')
      else response.writeHead(302, { Location: '/', 'Set-Cookie': ['pass=1; Path=/', 'lang=th'] }).end()
    })
    expect(textOf(await fetchFrom(site))).toBe('welcome')
  })

  test('keep no cookies from one page to the next', async () => {
    const site = await listen((request, response) => {
      response.setHeader('Set-Cookie', 'a=1').end(request.headers.cookie ?? 'none')
    })
    const fetcher = make({ allowHosts: [site.host] })
    await fetcher.fetchPage(site.url)
    expect(textOf(await fetcher.fetchPage(site.url))).toBe('none')
  })

  test.each([
    ['UTF-8', Buffer.from('/แผน?ปี=๒')],
    ['TIS-620', Buffer.from([0x2f, 0xe1, 0xbc, 0xb9])],
  ])('to a Thai path in raw bytes of %s arrive there', async (_name, bytes) => {
    const site = await listenRaw((socket, text) => {
      const path = text.split(' ')[1] ?? ''
      if (path !== '/') {
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${path.length}\r\n\r\n${path}`)
        return
      }
      socket.write('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ')
      socket.end(Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))
    })
    const escaped = [...bytes].map((byte) =>
      byte > 127 ? `%${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    )
    expect(textOf(await fetchFrom(site))).toBe(escaped.join(''))
  })

  test.each(['http://', 'http://a:b:c/', 'ftp://a.go.th/', 'javascript:alert(1)', 'http://u:p@a.go.th/'])(
    'to %s are broken',
    async (location) => {
      const site = await listen((_request, response) => response.writeHead(302, { Location: location }).end())
      expect(await fetchFrom(site)).toEqual(failed('broken'))
    },
  )

  test('that say not where to are an answer', async () => {
    const site = await listen((_request, response) => response.writeHead(302).end('?'))
    expect(await fetchFrom(site)).toMatchObject({ kind: 'answered', status: 302 })
  })

  test('whose body never ends are followed all the same', async () => {
    const site = await listen((request, response) => {
      if (request.url === '/new') response.end('new')
      else response.writeHead(302, { Location: '/new' }).write('…')
    })
    expect(textOf(await fetchFrom(site))).toBe('new')
  })
})

describe('limits', () => {
  test('of time end a server that does not answer', async () => {
    const site = await listen(() => {})
    const outcome = await fetchFrom(site, '/', { limits: { totalMilliseconds: 200 } })
    expect(outcome).toEqual(failed('timeout'))
    expect(outcome.milliseconds).toBeGreaterThanOrEqual(190)
    expect(outcome.milliseconds).toBeLessThan(1500)
  })

  test('of time end a body that drips', async () => {
    const site = await listen((_request, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await fetchFrom(site, '/', { limits: { totalMilliseconds: 200 } })).toEqual(failed('timeout'))
  })

  test('of time are for all redirects together', async () => {
    const site = await listen(async (request, response) => {
      await wait(80)
      response.writeHead(302, { Location: `${request.url}x` }).end()
    })
    const outcome = await fetchFrom(site, '/', { limits: { totalMilliseconds: 250 } })
    expect(outcome).toEqual(failed('timeout'))
    expect(outcome.hops.length).toBeGreaterThan(0)
  })

  test('of time end a name that is never found', async () => {
    const lookup = () => new Promise<never>(() => {})
    const limits = { totalMilliseconds: 200, robotsMilliseconds: 50 }
    const fetcher = make({ lookup, limits })
    expect(await fetcher.fetchPage('http://slow.example/')).toEqual(failed('timeout'))
  })

  test('of size end a declared gigabyte before it is sent', async () => {
    const site = await listen((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000000000' }).write('x')
    })
    expect(await fetchFrom(site)).toEqual(failed('tooLarge', 'Content-Length: 1000000000'))
  })

  test('of size end a body that declares nothing', async () => {
    const site = await listen((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(await fetchFrom(site, '/', { limits: { bytes: 1_000_000 } })).toEqual(failed('tooLarge'))
  })

  test('of size end a bomb of gzip', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000))
    const site = await listen((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb),
    )
    const fetcher = make({ allowHosts: [site.host] })
    expect(await fetcher.fetchPage(site.url)).toEqual(failed('tooLarge'))
  })

  test('of size end headers without end', async () => {
    const site = await listenRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nX-A: ${'x'.repeat(200_000)}\r\n\r\n`)
    })
    expect(await fetchFrom(site)).toEqual(failed('tooLarge'))
  })
})

describe('what fails is told by kind', () => {
  test.each(['ENOTFOUND', 'EAI_AGAIN'])('%s: the name is not found', async (code) => {
    const lookup = async () => Promise.reject(Object.assign(new Error(code), { code }))
    expect(await make({ lookup }).fetchPage('http://gone.example/')).toEqual(failed('dns', code))
  })

  test('a name without addresses is not found', async () => {
    expect(await make({ lookup: async () => [] }).fetchPage('http://a.example/')).toEqual(failed('dns'))
  })

  test('a name under .invalid is not found by the look-up of this machine', async () => {
    expect(await make().fetchPage('http://no.such.invalid/')).toEqual(failed('dns'))
  })

  test('a port where nobody listens refuses', async () => {
    const fetcher = make({ allowHosts: ['127.0.0.1:1'] })
    expect(await fetcher.fetchPage('http://127.0.0.1:1/')).toEqual(failed('refused', 'ECONNREFUSED'))
  })

  test('a server that hangs up before it answers refuses', async () => {
    expect(await fetchFrom(await listenRaw((socket) => socket.destroy()))).toEqual(failed('refused'))
    expect(await fetchFrom(await listenRaw((socket) => socket.resetAndDestroy()))).toEqual(failed('refused'))
  })

  test('a server that hangs up in the middle is broken', async () => {
    const site = await listenRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))
    expect(await fetchFrom(site)).toEqual(failed('broken'))
  })

  test.each([
    'no http at all\r\n\r\n',
    'HTTP/1.1 abc\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain',
  ])('an answer that is no proper HTTP is broken: %j', async (bytes) => {
    const outcome = await fetchFrom(await listenRaw((socket) => socket.end(bytes)))
    expect(outcome).toEqual(failed('broken'))
  })

  test('any bytes at all end in an outcome', async () => {
    const line = fc.constantFrom(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 302 Found\r\n',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n',
      'HTTP/1.1 103 Early Hints\r\n\r\n',
      'Location: \xff\xfe//[\r\n',
      'Set-Cookie: \x80=\xff; Domain=.; Max-Age=99999999999999999999\r\n',
      'Content-Encoding: gzip, br, deflate, zstd\r\n',
      'Content-Length: -1\r\n',
      'Content-Length: 5\r\n',
      'Transfer-Encoding: chunked\r\n',
      '__proto__: x\r\n',
      '\r\n',
    )
    const noise = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1'))
    let bytes = ''
    const site = await listenRaw((socket) => socket.end(Buffer.from(bytes, 'latin1')))
    const fetcher = make({ allowHosts: [site.host], limits: { totalMilliseconds: 1000 } })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 3, arbitrary: line }, noise), { maxLength: 8 }),
        async (parts) => {
          bytes = parts.join('')
          expect(['answered', 'unanswered']).toContain((await fetcher.fetchPage(site.url)).kind)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a kept connection that the server gave up is opened anew', async () => {
    let answers = 0
    const site = await listenRaw((socket) => {
      answers += 1
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      socket.removeAllListeners('data').on('data', () => socket.resetAndDestroy())
    })
    const fetcher = make({ allowHosts: [site.host] })
    expect(textOf(await fetcher.fetchPage(site.url))).toBe('ok')
    expect(textOf(await fetcher.fetchPage(site.url))).toBe('ok')
    expect(answers).toBe(2)
  })
})

describe('manners', () => {
  /** A site with a robots.txt, on an address that tests may call public. */
  const withRobots = (robots: string, status = 200) => {
    const state = { robots: 0 }
    const site = listen(
      (request, response) => {
        if (request.url !== '/robots.txt') return response.end('page')
        state.robots += 1
        return response.writeHead(status).end(robots)
      },
      { hasRobots: true },
    )
    return site.then((it) => ({ ...it, state }))
  }

  test('keep away from what a robots.txt forbids, on allowed servers too', async () => {
    const site = await withRobots('User-agent: *\nDisallow: /private\n')
    const fetcher = make({ allowHosts: [site.host] })
    expect(await fetcher.fetchPage(`${site.url}/private/x`)).toEqual(
      failed('robots', `${site.url}/robots.txt`),
    )
    expect(textOf(await fetcher.fetchPage(`${site.url}/public`))).toBe('page')
    expect(site.asked).toEqual(['/public'])
  })

  test('follow what is said of the checker by name', async () => {
    const site = await withRobots(
      'User-agent: *\nDisallow: /\n\nUser-agent: Prongsai-checker\nDisallow: /no\n',
    )
    expect(textOf(await fetchFrom(site, '/yes'))).toBe('page')
    expect(await fetchFrom(site, '/no')).toEqual(failed('robots'))
  })

  test('keep away after a redirect too', async () => {
    const forbidding = await withRobots('User-agent: *\nDisallow: /')
    const site = await listen((_request, response) =>
      response.writeHead(302, { Location: forbidding.url }).end(),
    )
    const fetcher = make({ allowHosts: [site.host, forbidding.host] })
    expect(await fetcher.fetchPage(site.url)).toEqual(failed('robots'))
  })

  test.each([404, 403, 500, 503])('allow all where robots.txt answers %i', async (status) => {
    expect(textOf(await fetchFrom(await withRobots('User-agent: *\nDisallow: /', status)))).toBe('page')
  })

  test('allow all where robots.txt is a page, a flood, or never comes', async () => {
    expect(textOf(await fetchFrom(await withRobots('<!doctype html>\nDisallow: /')))).toBe('page')
    expect(textOf(await fetchFrom(await withRobots('Disallow: /\n'.repeat(50_000))))).toBe('page')
    const silent = await listen(
      (request, response) => {
        if (request.url !== '/robots.txt') response.end('page')
      },
      { hasRobots: true },
    )
    expect(textOf(await fetchFrom(silent, '/', { limits: { robotsMilliseconds: 100 } }))).toBe('page')
  })

  test('ask for robots.txt once', async () => {
    const site = await withRobots('')
    const fetcher = make({ allowHosts: [site.host] })
    await Promise.all(Array.from({ length: 20 }, () => fetcher.fetchPage(site.url)))
    await fetcher.fetchPage(site.url)
    expect(site.state.robots).toBe(1)
    expect(site.asked).toHaveLength(21)
  })

  test('wait as a Crawl-delay asks, up to a limit', async () => {
    const site = await withRobots('User-agent: *\nCrawl-delay: 3600')
    const fetcher = make({ allowHosts: [site.host], limits: { crawlDelayMilliseconds: 150 } })
    const startedAt = performance.now()
    await Promise.all([fetcher.fetchPage(site.url), fetcher.fetchPage(site.url), fetcher.fetchPage(site.url)])
    expect(performance.now() - startedAt).toBeGreaterThan(290)
  })

  test('press no public host: two at a time, with pauses between', async () => {
    let running = 0
    let most = 0
    const starts: number[] = []
    const site = await listen(async (_request, response) => {
      starts.push(performance.now())
      running += 1
      most = Math.max(most, running)
      await wait(100)
      running -= 1
      response.end('page')
    })
    const fetcher = make({ isPublic: () => true, limits: { gapMilliseconds: 40 } })
    await Promise.all(Array.from({ length: 6 }, () => fetcher.fetchPage(site.url)))
    expect(most).toBe(2)
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(25)
  })

  test('do not slow an allowed server down', async () => {
    const site = await listen(async (_request, response) => {
      await wait(50)
      response.end('page')
    })
    const fetcher = make({ allowHosts: [site.host] })
    await fetcher.fetchPage(site.url)
    const startedAt = performance.now()
    await Promise.all(Array.from({ length: 64 }, () => fetcher.fetchPage(site.url)))
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})

describe('a fetcher that is closed', () => {
  test('ends what is under way and what waits, and takes nothing more', async () => {
    const site = await listen(() => {})
    const fetcher = makeFetcher({ allowHosts: [], isPublic: () => true, limits: { robotsMilliseconds: 50 } })
    const pages = Array.from({ length: 6 }, () => fetcher.fetchPage(site.url))
    await wait(120)
    await fetcher.close()
    const outcomes = await Promise.all(pages)
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(6).fill('unanswered'))
    await expect(fetcher.fetchPage(site.url)).rejects.toThrow('closed')
  })
})
