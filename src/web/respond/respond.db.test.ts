/** What the door of the survey says: one clear page or problem for each thing that may stand in the way. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Link } from '#modules/surveys/links.ts'
import { revokeLink } from '#modules/surveys/revoke-link.ts'
import { setMode } from '#modules/surveys/set-mode.ts'
import { openIntake } from '#modules/surveys/submit.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import {
  answersOf,
  type Collected,
  collect,
  newKey,
  room,
  secret,
} from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { readQrPdf, readQrPng, readQrSvg } from '../../../tests/support/qr.ts'
import type { FormPage, RenderRespond, RespondPage } from './page.ts'
import { makeRespond, type RespondOptions } from './respond.ts'

let database: Database
let collected: Collected
let app: Hono
let link: Link
let path: string

/** Pages are drawn by the server build; here each is what was to be drawn. */
const render: RenderRespond = (page, place) => {
  const { framework: _, ...shown } = page.kind === 'form' ? page : { ...page, framework: null }
  return `${JSON.stringify({ page: shown, place })}\n name="i1" value="1"`
}

const open = (options: Partial<RespondOptions> = {}) =>
  makeRespond(collected.doorway, { intake: collected.intake, secret, render, proxies: 1, ...options }).app

beforeAll(async () => {
  database = await openClone()
  collected = await collect(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  collected.setNow(new Date('2025-08-15T03:00:00Z'))
  app = open()
  link = await collected.linkOf('RIVER', 'iit')
  path = `/go/iit/${link.code}`
})

type Headers = Readonly<Record<string, string>>

/** As a browser sends it, with its length told. */
const post = (
  by: Hono,
  to: string,
  sent: { readonly type: string; readonly body: string; readonly headers: Headers },
) =>
  by.request(to, {
    method: 'POST',
    headers: {
      ...{ 'Content-Type': sent.type, 'Content-Length': String(Buffer.byteLength(sent.body)) },
      ...sent.headers,
    },
    body: sent.body,
  })
const sendForm = (fields: Headers, { to = path, headers = {}, by = app } = {}) =>
  post(by, to, {
    type: 'application/x-www-form-urlencoded',
    body: String(new URLSearchParams(fields)),
    headers,
  })
const sendJson = (body: unknown, headers: Headers = {}) =>
  post(app, path, {
    type: 'application/json',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  })
const complete = (key = newKey()): Record<string, string> => ({
  key,
  ...Object.fromEntries(Object.entries(answersOf(link, 1)).map(([id, place]) => [id, String(place)])),
})
const pageOf = async (response: Response): Promise<RespondPage> => {
  const [page = ''] = (await response.text()).split('\n')
  return (JSON.parse(page) as { page: RespondPage }).page
}
const formOf = async (response: Response): Promise<FormPage> => (await pageOf(response)) as FormPage
const countStored = async () =>
  Number((await database.pool.query('select count(*) from survey_submissions')).rows[0]?.count)

describe('the form', () => {
  test('has a new key for each respondent and is kept by nobody on the way', async () => {
    const responses = await Promise.all([app.request(path), app.request(path)])
    const keys = await Promise.all(responses.map(async (response) => (await formOf(response)).key))
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(responses[0]?.headers.get('Cache-Control')).toBe('no-store')
    expect(responses[0]?.headers.get('Set-Cookie')).toBeNull()
  })

  test('is found however the code was typed', async () => {
    const typed = `/go/iit/${link.code.toUpperCase().slice(0, 4)}-${link.code.slice(4)}`
    expect((await app.request(typed)).status).toBe(200)
  })

  test('that is sent whole leads to the same thanks each time, and is stored once', async () => {
    const before = await countStored()
    const fields = complete()
    for (const _ of [1, 2]) {
      const sent = await sendForm(fields)
      expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${path}/thanks`])
    }
    expect(await countStored()).toBe(before + 1)
    const thanks = await app.request(`${path}/thanks`)
    expect(await pageOf(thanks)).toEqual({ kind: 'thanks', survey: 'iit' })
  })

  test('drawn one day is taken the next, and replayed a day after that, to another server too, is stored once', async () => {
    const before = await countStored()
    const fields = complete((await formOf(await app.request(path))).key)
    for (const day of ['2025-08-16', '2025-08-17']) {
      collected.setNow(new Date(`${day}T03:00:00Z`))
      const others = open({ intake: collected.otherIntake })
      for (const by of [app, others]) expect((await sendForm(fields, { by })).status).toBe(303)
    }
    expect(await countStored()).toBe(before + 1)
  })

  test('whose thanks were lost is thanked again after the end, and one that comes first then is not taken', async () => {
    const before = await countStored()
    const fields = complete()
    await sendForm(fields)
    collected.setNow(new Date('2025-08-31T17:00:00Z'))
    expect((await sendForm(fields)).headers.get('Location')).toBe(`${path}/thanks`)
    expect((await sendForm(complete())).status).toBe(403)
    expect(await countStored()).toBe(before + 1)
  })

  test('that lacks answers comes back with what was chosen, under the same key, and nothing is stored', async () => {
    const before = await countStored()
    const { i4: _, ...fields } = complete('a'.repeat(32))
    const sent = await sendForm({ ...fields, i9: 'x' }, { to: `${path}?lang=en` })
    expect(sent.status).toBe(422)
    expect(await formOf(sent)).toMatchObject({
      key: 'a'.repeat(32),
      faults: ['i4', 'i9'],
      chosen: { i1: fields.i1 },
    })
    expect(await countStored()).toBe(before)
  })

  test('with two answers to one question is asked again, and nothing is stored', async () => {
    const before = await countStored()
    const body = `${new URLSearchParams(complete())}&i4=0&i4=1`
    const sent = await post(app, path, { type: 'application/x-www-form-urlencoded', body, headers: {} })
    expect([sent.status, (await formOf(sent)).faults]).toEqual([422, ['i4']])
    expect(await countStored()).toBe(before)
  })

  test('asks for the one-time code where the part takes them, and tells when it is refused', async () => {
    await act(collected.doorway, operator, (context) =>
      setMode(context, { fiscalYear, agencyCode: 'HILL', part: 'iit', mode: 'codes' }),
    )
    link = await collected.linkOf('HILL', 'iit')
    path = `/go/iit/${link.code}`
    expect(await formOf(await app.request(path))).toMatchObject({ isByCode: true })
    for (const code of ['', 'bcdfg-hjkmn']) {
      const sent = await sendForm({ ...complete(), code })
      expect([sent.status, (await formOf(sent)).isCodeFault]).toEqual([422, true])
    }
  })
})

describe('while the database is away', () => {
  test('a form read before can still be read, and sending says so with all that was chosen kept', async () => {
    const away = { ok: true }
    const pool = new Proxy(database.pool, {
      get: (target, name) => {
        if (!away.ok) throw new Error('connection lost')
        return Reflect.get(target, name)
      },
    })
    const intake = openIntake({ database: { ...database, pool }, clock: collected.doorway.clock }, room)
    const by = open({ intake })
    expect((await by.request(path)).status).toBe(200)
    away.ok = false
    const sent = await sendForm(complete(), { by })
    expect([sent.status, (await formOf(sent)).obstacle]).toEqual([503, 'busy'])
    away.ok = true
    expect((await sendForm(complete(), { by })).status).toBe(303)
  })

  test('a link that was not read before is told to be tried again', async () => {
    const query = {
      select: () => {
        throw new Error('connection lost')
      },
    }
    const doorway = { ...collected.doorway, database: { ...database, query } }
    const { app: by } = makeRespond(doorway as unknown as Collected['doorway'], {
      ...{ intake: collected.intake, secret, render },
    })
    const answer = await by.request(path)
    expect([answer.status, (await pageOf(answer)).kind]).toEqual([503, 'unavailable'])
  })
})

describe('what is no form of ours', () => {
  test.each([
    ['no key', (fields: Headers) => ({ ...fields, key: '' })],
    ['a key of another shape', (fields: Headers) => ({ ...fields, key: '<script>' })],
  ])('with %s is told to begin anew', async (_, change) => {
    const sent = await sendForm(change(complete()))
    expect([sent.status, (await pageOf(sent)).kind]).toEqual([400, 'broken'])
  })

  test('from another site, of another type or far too long is refused', async () => {
    const before = await countStored()
    const elsewhere = await sendForm(complete(), { headers: { 'Sec-Fetch-Site': 'cross-site' } })
    const other = await post(app, path, { type: 'text/plain', body: 'i1=1', headers: {} })
    const untold = await app.request(path, { method: 'POST', body: 'i1=1' })
    const long = await sendForm({ ...complete(), more: 'x'.repeat(20_000) })
    expect([elsewhere.status, other.status, long.status, untold.status]).toEqual([400, 400, 413, 411])
    expect(await pageOf(long)).toEqual({ kind: 'broken' })
    expect(await countStored()).toBe(before)
  })
})

describe('an address that is almost right', () => {
  test('with a stroke too many leads to the form', async () => {
    const answer = await app.request(`${path}/?lang=en`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, `${path}?lang=en`])
  })

  test('is told of no way but reading and sending', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await app.request(path, { method })
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
    }
  })
})

describe('a link that cannot be answered', () => {
  test.each([
    ['2025-07-20T03:00:00Z', { kind: 'upcoming', day: '2025-08-01' }],
    ['2025-09-01T03:00:00Z', { kind: 'closed', day: '2025-08-31' }],
  ])('at %s says so with the day, before and after sending', async (now, page) => {
    collected.setNow(new Date(now))
    for (const answer of [await app.request(path), await sendForm(complete())]) {
      expect([answer.status, await pageOf(answer)]).toEqual([403, page])
    }
  })

  test('that nobody handed out is not found, nor is a link of the other survey', async () => {
    for (const to of ['/go/iit/zzzzzzzz', path.replace('iit', 'eit'), '/go/iit/%00']) {
      const answers = [await app.request(to), await sendForm(complete(), { to })]
      for (const answer of answers)
        expect([answer.status, (await pageOf(answer)).kind]).toEqual([404, 'unknown'])
    }
  })

  test('that was revoked is gone', async () => {
    link = await collected.linkOf('FIELD', 'iit')
    await act(collected.doorway, operator, (context) =>
      revokeLink(context, { fiscalYear, agencyCode: 'FIELD', part: 'iit', isReplaced: true }),
    )
    path = `/go/iit/${link.code}`
    for (const answer of [await app.request(path), await sendForm(complete())]) {
      expect([answer.status, (await pageOf(answer)).kind]).toEqual([410, 'revoked'])
    }
    expect((await app.request(`${path}/qr.svg`)).status).toBe(404)
  })
})

describe('when too much comes', () => {
  test('from one address, the rest is told when to come again, and other addresses are served', async () => {
    const rates = { address: { burst: 3, perSecond: 0.5 }, link: { burst: 100, perSecond: 100 } }
    const by = open({ rates })
    const from = (address: string) =>
      sendForm(complete(), { by, headers: { 'X-Forwarded-For': `9.9.9.9, ${address}` } })
    const statuses = []
    for (let turn = 0; turn < 4; turn++) statuses.push((await from('203.0.113.1')).status)
    expect(statuses).toEqual([303, 303, 303, 429])
    const refused = await from('203.0.113.1')
    expect(refused.headers.get('Retry-After')).toBe('2')
    const text = await refused.text()
    expect(text).toContain('"obstacle":"tooMany"')
    expect(text).toContain(' name="i1" value="1" checked=""')
    expect((await from('203.0.113.2')).status).toBe(303)
  })

  test('at one link, the rest waits too, wherever it comes from', async () => {
    const by = open({ rates: { address: { burst: 100, perSecond: 1 }, link: { burst: 2, perSecond: 1 } } })
    const statuses = []
    for (const address of ['1', '2', '3']) {
      statuses.push((await sendForm(complete(), { by, headers: { 'X-Forwarded-For': address } })).status)
    }
    expect(statuses).toEqual([303, 303, 429])
  })

  const comeFrom = async (by: Hono, address: string) =>
    (await sendForm(complete(), { by, headers: { 'X-Forwarded-For': address } })).status
  const passed = (statuses: readonly number[]) => statuses.filter((status) => status === 303).length

  test('500 people behind one address answer within ten minutes, and a script at another is stopped', async () => {
    const [by, start, before] = [open(), Date.parse('2025-08-15T03:00:00Z'), await countStored()]
    const honest: number[] = []
    const script: number[] = []
    for (let second = 0; second < 600; second++) {
      collected.setNow(new Date(start + second * 1000))
      const due = Math.floor(((second + 1) * 500) / 600) - honest.length
      const people = Array.from({ length: due }, () => comeFrom(by, '203.0.113.1'))
      const tries = Array.from({ length: 10 }, () => comeFrom(by, '203.0.113.9'))
      honest.push(...(await Promise.all(people)))
      script.push(...(await Promise.all(tries)))
    }
    expect([honest.length, passed(honest)]).toEqual([500, 500])
    expect([script.length, passed(script)]).toEqual([6000, 1199])
    expect(passed(script.slice(-1000))).toBe(100)
    expect(await countStored()).toBe(before + 500 + 1199)
  })

  test('a flood at one link from many addresses ends at the limit of the link, and other links are served', async () => {
    const by = open()
    const flood: number[] = []
    while (flood.length < 3500) {
      const addresses = Array.from({ length: 500 }, (_, number) => `198.51.${flood.length}.${number}`)
      flood.push(...(await Promise.all(addresses.map((address) => comeFrom(by, address)))))
    }
    expect(passed(flood)).toBe(3000)
    const other = await collected.linkOf('HILL', 'eitPublic')
    const answers = Object.entries(answersOf(other, 1)).map(([id, place]) => [id, String(place)])
    const fields = { key: newKey(), ...Object.fromEntries(answers) }
    const sent = await sendForm(fields, {
      ...{ by, to: `/go/eit/${other.code}`, headers: { 'X-Forwarded-For': '198.51.0.1' } },
    })
    expect(sent.status).toBe(303)
  })

  describe('at one link, computing is as good as waiting:', () => {
    const flooded = { address: { burst: 100, perSecond: 1 }, link: { burst: 0, perSecond: 0.1 } }
    const ask = (by: Hono, key: string, at = path) => sendForm({ key }, { by, to: `${at}/proof` })
    const prove = async (by: Hono, key: string, at = path): Promise<string> => {
      const challenge = await (await ask(by, key, at)).json()
      const solution = await solveChallenge({ challenge, deriveKey })
      return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
    }

    test('whoever waits is told so, and whoever has computed is let in once', async () => {
      const [by, key] = [open({ rates: flooded }), newKey()]
      const refused = await sendForm(complete(key), { by })
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '10'])
      expect(await refused.text()).toContain('"obstacle":"flooded"')
      const before = await countStored()
      const proved = { ...complete(key), proof: await prove(by, key) }
      expect((await sendForm(proved, { by })).status).toBe(303)
      expect((await sendForm(proved, { by })).status).toBe(303)
      expect(await countStored()).toBe(before + 1)
    })

    test('not for another form, nor at another link, nor with a sum that was not made here or not worked out', async () => {
      const [by, key] = [open({ rates: flooded }), newKey()]
      const other = await collected.linkOf('HILL', 'iit')
      const { challenge, solution } = JSON.parse(Buffer.from(await prove(by, key), 'base64').toString())
      const pack = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString('base64')
      const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }
      const proofs = [
        ...[await prove(by, newKey()), await prove(by, key, `/go/iit/${other.code}`)],
        ...[
          pack({ challenge, solution: { ...solution, counter: solution.counter + 1 } }),
          pack({ challenge }),
        ],
        ...[pack({ challenge: easier, solution: await solveChallenge({ challenge: easier, deriveKey }) })],
        ...[pack(null), pack({ challenge: { parameters: null } }), 'no proof', ''],
      ]
      for (const proof of proofs)
        expect((await sendForm({ ...complete(key), proof }, { by })).status, proof).toBe(429)
    })

    test('not ten minutes later', async () => {
      vi.useFakeTimers({ toFake: ['Date'] })
      onTestFinished(() => void vi.useRealTimers())
      const [by, key] = [open({ rates: flooded }), newKey()]
      const proof = await prove(by, key)
      vi.setSystemTime(Date.now() + 601_000)
      expect((await sendForm({ ...complete(key), proof }, { by })).status).toBe(429)
    })

    test('not for more than can be looked at: it is bounded what a flood of proofs costs', async () => {
      const rates = { ...flooded, address: { burst: 1000, perSecond: 1 } }
      const [by, key] = [open({ rates }), newKey()]
      const proof = await prove(by, key)
      const bogus = () => sendForm({ ...complete(), proof: 'bogus' }, { by })
      await Promise.all(Array.from({ length: 400 }, bogus))
      expect((await sendForm({ ...complete(key), proof }, { by })).status).toBe(429)
      collected.setNow(new Date('2025-08-15T03:00:01Z'))
      expect((await sendForm({ ...complete(key), proof }, { by })).status).toBe(303)
    })

    test('not for an address that sends too much', async () => {
      const [by, key] = [open({ rates: { ...flooded, address: { burst: 0, perSecond: 1 } } }), newKey()]
      const sent = await sendForm({ ...complete(key), proof: await prove(by, key) }, { by })
      expect([sent.status, await sent.text()]).toEqual([429, expect.stringContaining('"obstacle":"tooMany"')])
    })

    test('nothing is to be computed at a link there is none of, or for what is no key', async () => {
      expect((await ask(open(), newKey(), '/go/iit/none')).status).toBe(404)
      expect((await ask(open(), 'short')).status).toBe(400)
      expect((await ask(open(), 'a'.repeat(2000))).status).toBe(413)
    })
  })

  test('for the queue, it says so with all that was chosen kept and the same key', async () => {
    const intake = openIntake(collected.doorway, room, { batch: 1, flights: 1, capacity: 0 })
    const sent = await sendForm(complete('b'.repeat(32)), { by: open({ intake }) })
    expect([sent.status, sent.headers.get('Retry-After')]).toEqual([503, '5'])
    const text = await sent.text()
    expect(text).toContain('"obstacle":"busy"')
    expect(text).toContain(`"key":"${'b'.repeat(32)}"`)
    expect(text).toContain(' name="i1" value="1" checked=""')
  })

  test('a key that is none of ours is not written into the page', async () => {
    const rates = { address: { burst: 0, perSecond: 1 }, link: { burst: 1, perSecond: 1 } }
    const sent = await sendForm({ ...complete(), key: '"><b>' }, { by: open({ rates }) })
    expect(sent.status).toBe(429)
    expect(await sent.text()).not.toContain('<b>')
  })
})

describe('a program', () => {
  test('sends JSON and learns that it is stored, the second time too', async () => {
    const body = { key: newKey(), answers: answersOf(link, 2) }
    for (const _ of [1, 2]) {
      const sent = await sendJson(body)
      expect([sent.status, await sent.json()]).toEqual([200, { stored: true }])
    }
  })

  test('is told of every question without an answer, in its own language', async () => {
    const { i2: _, ...answers } = answersOf(link, 2)
    const sent = await sendJson({ key: newKey(), answers }, { 'Accept-Language': 'en' })
    expect(sent.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await sent.json()).toMatchObject({
      ...{ type: 'urn:prongsai:problem:survey.answersIncomplete', status: 422 },
      errors: [{ code: 'survey.answerMissing', detail: 'Question i2 has no answer' }],
    })
  })

  test.each([
    [null, 'survey.answerMissing'],
    [[0, 1], 'survey.answerUnknown'],
  ])('that answers a question with %j is told of that question', async (value, code) => {
    const sent = await sendJson({ key: newKey(), answers: { ...answersOf(link, 2), i2: value } })
    expect(await sent.json()).toMatchObject({ status: 422, errors: [{ code }] })
  })

  test('that sends too much is told so', async () => {
    const sent = await sendJson({ more: 'x'.repeat(20_000) })
    expect([sent.status, (await sent.json()).type]).toEqual([413, 'urn:prongsai:problem:survey.tooLong'])
  })

  test.each(['{', '[]', '{"key":1}', 'null', '{"key":"x","answers":{"i1":{}}}'])(
    'that sends %s is told so',
    async (body) => {
      const sent = await sendJson(body)
      expect([sent.status, (await sent.json()).type]).toEqual([422, 'urn:prongsai:problem:survey.keyInvalid'])
    },
  )
})

const bytesOf = async (response = new Response()) => new Uint8Array(await response.arrayBuffer())

describe('papers', () => {
  test('lead to the address of the service, as picture and as document', async () => {
    const by = open({ publicUrl: 'https://ita.example.go.th' })
    const [svg, png, poster, slide] = await Promise.all(
      ['qr.svg', 'qr.png', 'poster.pdf', 'slide.pdf'].map((file) => by.request(`${path}/${file}`)),
    )
    const said = [
      readQrSvg((await svg?.text()) ?? ''),
      readQrPng(await bytesOf(png)),
      await readQrPdf(await bytesOf(poster)),
      await readQrPdf(await bytesOf(slide)),
    ]
    expect(new Set(said)).toEqual(new Set([`https://ita.example.go.th${path}`]))
  })
})
