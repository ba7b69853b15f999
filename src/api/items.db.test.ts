/** Disclosure through the REST door: an agency's items from assignment to handing in, and who may not. */
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, anyone } from '#base/actor.ts'
import { storeCheck } from '#modules/disclosure/store-check.ts'
import { disclosureLinks } from '#modules/disclosure/tables.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { type Disclosing, startDisclosing, submitAll } from '../../tests/support/disclosing.ts'
import { makeApi } from './api.ts'

let database: Database
let doorway: Doorway
let stage: Disclosing
let people: Disclosing['people']

beforeEach(async () => {
  database = await openClone()
  doorway = doorwayOf(database)
  stage = await act(doorway, operator, (context) => startDisclosing(as(context)))
  people = stage.people
})

afterEach(() => database.close())

const as = (context: Context) => (actor: Actor) => ({ ...context, actor })

async function ask(actor: Actor, route: string, body?: unknown): Promise<[number, Record<string, unknown>]> {
  const [method = 'GET', path = ''] = route.split(' ')
  const app = new Hono()
    .use(async (c, next) => {
      c.set('actor', actor)
      await next()
    })
    .route('/', makeApi(doorway))
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'en' }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await app.request(`/api/v1/rounds/2568${path}`, init)
  const text = await response.text()
  return [response.status, text === '' ? {} : JSON.parse(text)]
}

const items = '/agencies/HILL/items'
const url = 'https://hill.example.go.th/o26.pdf'
const answer = { has: true, links: [{ url, kind: 'file', format: 'pdf', place: 'หน้า 4' }] }
const refused = { type: 'urn:prongsai:problem:access.refused' }
const notFrom = { type: 'urn:prongsai:problem:item.wrongState' }

describe('an item', () => {
  test('whose body names what nobody knows, or is no UTF-8, is refused in words', async () => {
    const more = await ask(people.coordinator, `PUT ${items}/o1/answer`, { has: false, sure: true })
    expect(more).toMatchObject([
      400,
      { errors: [{ code: 'value.unknown', detail: expect.stringMatching(/^sure is not known/) }] },
    ])
    const app = makeApi(doorway)
    const body = Buffer.from('{"has":false,"explanation":"\xff"}', 'latin1')
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'en' }
    const path = `/api/v1/rounds/2568${items}/o1/answer`
    const broken = await app.request(path, { method: 'PUT', headers, body })
    expect([broken.status, await broken.json()]).toMatchObject([
      400,
      { type: 'urn:prongsai:problem:api.bodyUnreadable' },
    ])
  })

  test('is assigned, answered, sent, returned, answered again, passed, and read at each step', async () => {
    const { coordinator, owner, reviewer } = people
    const charge = { items: ['o26'], unit: 'PLAN', owner: owner.id, due: '1 ก.ย. 2568' }
    expect(await ask(coordinator, `POST ${items}/assign`, charge)).toEqual([200, { assigned: 1 }])
    const drafted = { item: 'o26', state: 'drafted' }
    expect(await ask(owner, `PUT ${items}/O26/answer`, answer)).toEqual([200, drafted])
    expect(await ask(owner, `POST ${items}/o26/send-to-review`)).toMatchObject([200, { state: 'inReview' }])
    expect(await ask(owner, `POST ${items}/o26/take-back`)).toEqual([200, drafted])
    await ask(owner, `POST ${items}/o26/send-to-review`)
    const reason = 'ช่องงบประมาณยังไม่มีจำนวนเงิน'
    expect(await ask(reviewer, `POST ${items}/o26/return`, { reason })).toMatchObject([
      200,
      { state: 'returned' },
    ])
    expect((await ask(owner, `POST ${items}/o26/comment`, { text: 'แก้แล้ว' }))[0]).toBe(201)
    await ask(owner, `PUT ${items}/o26/answer`, answer)
    expect(await ask(owner, `POST ${items}/o26/check`)).toEqual([202, { links: 1 }])
    await ask(owner, `POST ${items}/o26/send-to-review`)
    const ticks = { elements: stage.ticks('o26') }
    expect(await ask(reviewer, `POST ${items}/o26/pass`, ticks)).toMatchObject([200, { state: 'ready' }])
    const [status, view] = await ask(owner, `GET ${items}/o26`)
    expect([status, view]).toMatchObject([
      200,
      {
        ...{ code: 'o26', state: 'ready', dueOn: '2025-09-01', unit: { name: { en: 'Planning' } } },
        answer: { number: 1, has: true, links: [{ ...answer.links[0], check: null, snapshot: null }] },
        ...{ comments: [{ kind: 'comment', text: 'แก้แล้ว' }], score: null },
        review: { elements: stage.ticks('o26') },
      },
    ])
    expect(view.steps).toContainEqual(expect.objectContaining({ act: 'return', reason }))
  })

  test('shows the check of its link as the checker prints it, and the board its verdict', async () => {
    await ask(people.owner, `PUT ${items}/o26/answer`, answer)
    const [link] = await database.query.select().from(disclosureLinks)
    const found = { url, finalUrl: url, verdict: 'soft404', onMainSite: true } as const
    const bytes = { contentType: 'text/html', sha256: 'a'.repeat(64) }
    const report = { ...found, ...bytes, textHash: 'b', findings: [] }
    const check = { linkId: link?.id ?? '', report }
    await act(doorway, { kind: 'system', name: 'test' }, (context) => storeCheck(context, check))
    const [, view] = await ask(people.reviewer, `GET ${items}/o26`)
    expect(view).toMatchObject({ answer: { links: [{ check: { ...found, ...bytes, findings: [] } }] } })
    expect(JSON.stringify(view)).not.toContain('textHash')
    const [, board] = await ask(people.executive, `GET ${items}?state=drafted`)
    expect(board).toMatchObject({ counts: { drafted: 1 }, items: [{ code: 'o26', has: true }] })
    expect(board).toMatchObject({ items: [{ links: [{ url, verdict: 'soft404', worst: null }] }] })
    const [, gap] = await ask(people.executive, `GET ${items}/gap`)
    const reasons = expect.arrayContaining([{ code: 'verdict', verdict: 'soft404', url, position: 1 }])
    expect(gap.items).toContainEqual(expect.objectContaining({ code: 'o26', kind: 'lost', reasons }))
  })

  test('is not touched by those whose it is not, nor read by them', async () => {
    const { stranger, reviewer, assessor, owner } = people
    expect(await ask(stranger, `PUT ${items}/o1/answer`, answer)).toMatchObject([403, refused])
    expect(await ask(reviewer, `PUT ${items}/o1/answer`, answer)).toMatchObject([403, refused])
    expect(await ask(owner, `POST ${items}/assign`, { items: ['o1'], unit: 'PLAN' })).toMatchObject([
      403,
      refused,
    ])
    for (const acted of ['send-to-review', 'take-back', 'check']) {
      expect(await ask(stranger, `POST ${items}/o1/${acted}`)).toMatchObject([403, refused])
    }
    expect(await ask(owner, `POST ${items}/o1/return`, { reason: '-' })).toMatchObject([403, refused])
    expect(await ask(owner, `POST ${items}/o1/pass`, { elements: [] })).toMatchObject([403, refused])
    expect(await ask(owner, `POST ${items}/o1/explain`, { text: '-' })).toMatchObject([403, refused])
    for (const read of ['', '/gap', '/o1']) {
      expect(await ask(assessor, `GET ${items}${read}`)).toMatchObject([403, refused])
      expect((await ask(anyone, `GET ${items}${read}`))[0]).toBe(401)
    }
  })

  test('stays as it is where the act does not follow its state, or its phase is over', async () => {
    const { owner, reviewer, executive } = people
    expect(await ask(owner, `POST ${items}/o1/send-to-review`)).toMatchObject([409, notFrom])
    expect(await ask(owner, `POST ${items}/o1/take-back`)).toMatchObject([409, notFrom])
    expect(await ask(reviewer, `POST ${items}/o1/pass`, { elements: [] })).toMatchObject([409, notFrom])
    expect(await ask(reviewer, `POST ${items}/o1/return`, { reason: '-' })).toMatchObject([409, notFrom])
    expect(await ask(executive, `POST ${items}/o1/explain`, { text: '-' })).toMatchObject([409, notFrom])
    expect((await ask(owner, `POST ${items}/o1/check`))[0]).toBe(409)
    const answering = { fiscalYear: 2568, phase: 'answer', opensOn: '2025-07-01', closesOn: '2025-07-31' }
    await act(doorway, operator, (context) => schedulePhase(context, answering))
    expect(await ask(owner, `PUT ${items}/o1/answer`, answer)).toMatchObject([
      403,
      { type: 'urn:prongsai:problem:round.phaseNotOpen', title: expect.stringContaining('31 Jul 2025') },
    ])
  })

  test('is told what is wrong with an answer, link by link', async () => {
    const links = [{ url: 'ftp://hill.example.go.th', kind: 'page' }]
    const [status, problem] = await ask(people.owner, `PUT ${items}/o1/answer`, { has: true, links })
    expect([status, problem]).toMatchObject([
      400,
      { type: 'urn:prongsai:problem:item.answerInvalid', errors: [{ code: 'item.urlInvalid', line: 1 }] },
    ])
    const odd = { has: 'yes', links: [{ url, kind: 'scroll' }], mood: 'good' }
    expect((await ask(people.owner, `PUT ${items}/o1/answer`, odd))[0]).toBe(400)
    expect((await ask(people.owner, `PUT ${items}/o99/answer`, answer))[0]).toBe(404)
    expect((await ask(people.coordinator, `POST ${items}/assign`, { items: [] }))[0]).toBe(400)
  })
})

describe('the whole set', () => {
  test('is approved and handed in only when every item is so far, and each that is not is named', async () => {
    const { executive, coordinator, owner } = people
    const [status, problem] = await ask(executive, `POST ${items}/approve`)
    expect([status, problem.type]).toEqual([409, 'urn:prongsai:problem:item.notAllReady'])
    expect(problem.errors).toHaveLength(stage.framework.disclosureItems.length)
    expect((await ask(coordinator, `POST ${items}/submit`))[0]).toBe(409)
    expect(await ask(coordinator, `POST ${items}/approve`)).toMatchObject([403, refused])
    expect(await ask(owner, `POST ${items}/submit`)).toMatchObject([403, refused])
  })

  test('is locked once it is handed in, and its links wait to be kept', async () => {
    await act(doorway, operator, (context) => submitAll(as(context), stage))
    expect(await ask(people.owner, `PUT ${items}/o1/answer`, answer)).toMatchObject([409, notFrom])
    const waiting = { state: 'waiting', position: 1, hasPicture: false, check: null }
    for (const reader of [people.owner, people.assessor]) {
      const [status, { snapshots }] = await ask(reader, `GET ${items}/o1/snapshots`)
      expect([status, snapshots]).toMatchObject([200, [waiting]])
    }
    expect(await ask(people.stranger, `GET ${items}/o1/snapshots`)).toMatchObject([403, refused])
  })
})

describe('the state of items', () => {
  test('is everyone’s to see where the agency wishes it, and nothing of what is still prepared', async () => {
    await ask(people.owner, `PUT ${items}/o26/answer`, answer)
    expect((await ask(anyone, `GET ${items}/status`))[0]).toBe(404)
    expect(await ask(people.owner, `PUT ${items}/shown`, { isShown: true })).toMatchObject([403, refused])
    expect(await ask(people.coordinator, `PUT ${items}/shown`, { isShown: true })).toEqual([204, {}])
    const [status, shown] = await ask(anyone, `GET ${items}/status`)
    expect(status).toBe(200)
    const item = expect.objectContaining({ code: 'o26', stage: 'preparing', has: null, links: [] })
    expect(shown.items).toContainEqual(item)
  })

  test('is listed by agency for those who see several, as far as their roles reach', async () => {
    const [status, listed] = await ask(operator, 'GET /items?size=2')
    expect([status, listed]).toMatchObject([200, { total: 3, page: 1, size: 2 }])
    const [, own] = await ask(people.coordinator, 'GET /items?search=hill')
    expect(own).toMatchObject({ total: 1, agencies: [{ code: 'HILL', late: 0 }] })
    expect((await ask(people.assessor, 'GET /items'))[0]).toBe(403)
    expect((await ask(operator, 'GET /items?stage=lost'))[0]).toBe(400)
  })
})
