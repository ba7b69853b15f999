/** A public page is made once and shown to everyone, until an act or a new day may have changed it. */
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { recordEvent } from '#platform/audit.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { keepPages } from './kept-pages.ts'

const operator: Actor = { kind: 'system', name: 'test' }
const body = 'ผลการประเมิน '.repeat(200)
let database: Database
let doorway: Doorway
let now: Date
let made: number
let app: Hono

beforeEach(async () => {
  database = await openClone()
  now = new Date('2025-08-15T03:00:00Z')
  doorway = { ...doorwayOf(database), clock: () => now }
  made = 0
  app = new Hono()
  app.use(keepPages(doorway))
  app.get('/results/lost', (c) => c.text('not there', 404, { 'Cache-Control': 'no-store' }))
  app.get('/results/own', (c) => c.text('mine', 200, { 'Cache-Control': 'private' }))
  app.all('*', (c) => {
    made++
    return c.text(`${body}${made}`, 200, { 'Cache-Control': 'public, max-age=60' })
  })
})

afterEach(async () => {
  await database.close()
})

const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const read = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

const doSomething = () =>
  act(doorway, operator, (context) =>
    recordEvent(context, { event: 'results.published', subject: 'round:1' }),
  )

describe('a public page', () => {
  test('is made once, however often it is asked for', async () => {
    expect(await read('/results?year=2568')).toBe(`${body}1`)
    expect(await read('/results?year=2568')).toBe(`${body}1`)
    expect(made).toBe(1)
  })

  test('is made once for all who ask at the same moment', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => read('/agencies/A/2568')))
    expect(new Set(pages)).toEqual(new Set([`${body}1`]))
  })

  test('is another in the other language and with another query', async () => {
    for (const path of ['/', '/en', '/results?year=2568', '/results?year=2567']) await read(path)
    expect(made).toBe(4)
  })

  test('is made anew after an act, and not after one that was undone', async () => {
    await read('/')
    await act(doorway, operator, async (context) => {
      await recordEvent(context, { event: 'results.published', subject: 'round:1' })
      throw new Error('undone')
    }).catch(() => undefined)
    expect(await read('/')).toBe(`${body}1`)
    await doSomething()
    expect(await read('/')).toBe(`${body}2`)
  })

  test('is made anew on a new day in Bangkok', async () => {
    await read('/rounds')
    now = new Date('2025-08-15T16:59:59Z')
    expect(await read('/rounds')).toBe(`${body}1`)
    now = new Date('2025-08-15T17:00:00Z')
    expect(await read('/rounds')).toBe(`${body}2`)
  })

  test('is not sent again to a reader who has it, and is sent once it has changed', async () => {
    const etag = (await get('/')).headers.get('ETag') ?? ''
    const again = await get('/', { 'If-None-Match': `"other", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
    expect(again.headers.get('Cache-Control')).toBe('public, max-age=60')
    await doSomething()
    expect((await get('/', { 'If-None-Match': etag })).status).toBe(200)
  })

  test('comes compressed to those who can read that, the first time and the next', async () => {
    for (let time = 0; time < 2; time++) {
      const response = await get('/', { 'Accept-Encoding': 'br, gzip' })
      expect(response.headers.get('Content-Encoding')).toBe('gzip')
      expect(gunzipSync(await response.bytes()).toString()).toBe(`${body}1`)
    }
    expect((await get('/', { 'Accept-Encoding': 'gzip;q=0' })).headers.has('Content-Encoding')).toBe(false)
  })
})

describe('what is not kept', () => {
  test('pages asked for with a cookie, and pages that are not public', async () => {
    await read('/', { Cookie: 'session=1' })
    await read('/', { Cookie: 'session=1' })
    await read('/workspace')
    await read('/workspace')
    await app.request('/results', { method: 'POST' })
    await app.request('/results', { method: 'POST' })
    expect(made).toBe(6)
    expect((await get('/', { Cookie: 'session=1' })).headers.has('ETag')).toBe(false)
  })

  test('refusals, and answers meant for one reader', async () => {
    for (const path of ['/results/lost', '/results/own']) {
      const response = await get(path)
      expect(response.headers.has('ETag')).toBe(false)
    }
  })

  test('anything while the database is out of reach', async () => {
    await read('/')
    await database.close()
    expect(await read('/')).toBe(`${body}2`)
    database = await openClone()
  })
})
