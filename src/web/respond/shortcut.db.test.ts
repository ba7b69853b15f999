/** A form that comes over a real connection is taken the short way, and answered just as the usual way would. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIntake } from '#modules/surveys/submit.ts'
import { readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database.ts'
import { type Listening, listen, makeHub, type Shortcut } from '#platform/http.ts'
import {
  answersOf,
  type Collected,
  collect,
  newKey,
  room,
  secret,
} from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import type { RenderRespond } from './page.ts'
import { makeRespond, type RespondOptions } from './respond.ts'

let database: Database
let collected: Collected
let path: string
let fields: Record<string, string>
const open: Listening[] = []
/** Whether the last request was taken the short way. */
let wasTaken: boolean | undefined

const render: RenderRespond = (page) => {
  const { framework: _, ...shown } = page.kind === 'form' ? page : { ...page, framework: null }
  return JSON.stringify(shown)
}

beforeAll(async () => {
  database = await openClone()
  collected = await collect(database)
  const link = await collected.linkOf('RIVER', 'iit')
  path = `/go/iit/${link.code}`
  fields = Object.fromEntries(
    Object.entries(answersOf(link, 1)).map(([id, place]) => [id, String(place)] as const),
  )
})
afterAll(async () => {
  for (const listening of open) await listening.close()
  await database.close()
})

async function serve(options: Partial<RespondOptions> = {}): Promise<string> {
  const { app, shortcut } = makeRespond(collected.doorway, {
    intake: collected.intake,
    secret,
    render,
    ...options,
  })
  const watched: Shortcut = (...request) => {
    wasTaken = shortcut(...request)
    return wasTaken
  }
  const listening = await listen(makeHub([app]), { ...readConfig({}), host: '127.0.0.1', port: 0 }, watched)
  open.push(listening)
  return listening.address
}

interface Sending {
  readonly to?: string
  readonly body?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

const send = (address: string, { to = path, body = {}, headers = {} }: Sending = {}) =>
  fetch(`${address}${to}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ key: newKey(), ...fields, ...body }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })
const countStored = async () =>
  Number((await database.pool.query('select count(*) from survey_submissions')).rows[0]?.count)

describe('a form sent whole', () => {
  test('leads to thanks in its language, with the headers that a redirect is read for, stored once however often', async () => {
    const address = await serve()
    const before = await countStored()
    const key = newKey()
    for (const to of [path, `${path}?lang=en`]) {
      const sent = await send(address, { to, body: { key } })
      expect([sent.status, wasTaken]).toEqual([303, true])
      expect(sent.headers.get('Location')).toBe(to.replace(path, `${path}/thanks`))
      expect(await sent.text()).toBe('')
      const page = await fetch(`${address}${path}`)
      for (const name of ['strict-transport-security', 'x-content-type-options', 'referrer-policy']) {
        expect(sent.headers.get(name), name).toBe(page.headers.get(name))
        expect(sent.headers.get(name), name).not.toBeNull()
      }
      expect(sent.headers.get('Set-Cookie')).toBeNull()
    }
    expect(await countStored()).toBe(before + 1)
  })

  test('is not stored when its sender hangs up half-way', async () => {
    const address = await serve()
    const before = await countStored()
    const body = new URLSearchParams({ key: newKey(), ...fields }).toString()
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n`
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
        socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 40)}`, () =>
          socket.destroy(),
        )
      })
      socket.on('close', () => resolve())
    })
    expect((await send(address)).status).toBe(303)
    expect(await countStored()).toBe(before + 1)
  })
})

describe('a form that cannot be stored', () => {
  test('is shown again by the usual way, with what was chosen, its key and all headers', async () => {
    const address = await serve()
    const key = newKey()
    const sent = await send(address, { body: { key, i4: '' } })
    expect([sent.status, wasTaken]).toEqual([422, true])
    expect(await sent.json()).toMatchObject({ key, faults: ['i4'], chosen: { i1: fields.i1 } })
    expect(sent.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test.each<[string, Sending, number]>([
    ['an unknown link', { to: '/go/iit/zzzzzzzz' }, 404],
    ['a link of the other survey', { to: 'eit' }, 404],
    ['a key of another shape', { body: { key: '<b>' } }, 400],
    ['a sender at another site', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 400],
  ])('for %s is told so', async (_, { to, ...given }, status) => {
    const aimed = to === 'eit' ? path.replace('iit', 'eit') : to
    const sent = await send(await serve(), { ...given, ...(aimed && { to: aimed }) })
    expect([sent.status, wasTaken]).toEqual([status, true])
  })

  test('for the limits is counted once', async () => {
    const rates = { address: { burst: 3, perSecond: 0.001 }, link: { burst: 100, perSecond: 1 } }
    const address = await serve({ rates })
    const statuses: number[] = []
    for (const i4 of ['', '', '0', '0']) statuses.push((await send(address, { body: { i4 } })).status)
    expect(statuses).toEqual([422, 422, 303, 429])
  })

  test('for a full queue, or a database that is away, is told when to come again', async () => {
    const full = openIntake(collected.doorway, room, { batch: 1, flights: 1, capacity: 0 })
    const pool = { query: () => Promise.reject(new Error('connection lost')) }
    const away = openIntake(
      { ...collected.doorway, database: { ...database, pool } as unknown as Database },
      room,
    )
    for (const intake of [full, away]) {
      const sent = await send(await serve({ intake }))
      expect([sent.status, sent.headers.get('Retry-After'), wasTaken]).toEqual([503, '5', true])
    }
  })
})

describe('what is no plain form', () => {
  test.each<[string, Sending, number]>([
    ['JSON', { headers: { 'Content-Type': 'application/json' } }, 422],
    ['a form that is too long', { body: { more: 'x'.repeat(20_000) } }, 413],
    ['an address with something more', { to: '?more=1' }, 303],
  ])('such as %s is left to the usual way', async (_, { to, ...given }, status) => {
    const sent = await send(await serve(), { ...given, ...(to && { to: path + to }) })
    expect([sent.status, wasTaken]).toEqual([status, false])
  })
})
