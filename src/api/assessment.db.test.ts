/** Assessment through the REST door: queue, claim, marks, what leads do, and who may not. */
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, anyone, type Person } from '#base/actor.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import {
  addPerson,
  agencyIdOf,
  assessorAnywhere,
  during,
  explain,
  handIn,
  leadAnywhere,
  openAssessment,
} from '../../tests/support/assessing.ts'
import { operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { makeApi } from './api.ts'

let database: Database
let doorway: Doorway
let round: Awaited<ReturnType<typeof openAssessment>>
let people: Record<'first' | 'second' | 'lead' | 'coordinator', Person>

beforeEach(async () => {
  database = await openClone()
  doorway = { ...doorwayOf(database), clock: () => now }
  now = during.score
  people = await act(doorway, operator, async (context) => {
    round = await openAssessment(context)
    await handIn(context, { round, agencyCode: 'RIVER', items: ['o1', 'o2'] })
    const scope = { kind: 'agency', agencyId: await agencyIdOf(context, 'RIVER') } as const
    return {
      first: await addPerson(context, 'first', assessorAnywhere),
      second: await addPerson(context, 'second', assessorAnywhere),
      lead: await addPerson(context, 'lead', leadAnywhere),
      coordinator: await addPerson(context, 'coordinator', { role: 'coordinator', scope }),
    }
  })
})

afterEach(() => database.close())

let now = during.score

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

const river = '/agencies/RIVER'
const claim = `${river}/assessment/claim`
const mark = (item: string) => `${river}/items/${item}/mark`
const zero = {
  ...{ score: 0, reasonKind: 'element', remark: 'ขาดจำนวนเงิน', assessedOn: '15 ส.ค. 2568' },
  elements: [{ element: 0, isMet: false }],
}
const problem = (code: string) => ({ type: `urn:prongsai:problem:${code}` })

test('an agency is found in the queue, taken, marked, seen, and let go', async () => {
  const { first } = people
  expect(await ask(first, 'GET /assessment?filter=free')).toMatchObject([
    200,
    { total: 1, isDouble: false, agencies: [{ code: 'RIVER', counts: { toMark: 2 }, mayClaim: true }] },
  ])
  expect(await ask(first, `PUT ${mark('o1')}`, zero)).toMatchObject([409, problem('assessment.notClaimed')])
  expect(await ask(first, `POST ${claim}`)).toEqual([201, { seat: 1 }])
  expect(await ask(first, `POST ${claim}`)).toMatchObject([409, problem('assessment.alreadyClaimed')])
  const assessed = { item: 'o1', state: 'assessed' }
  expect(await ask(first, `PUT ${mark('O1')}`, zero)).toEqual([200, assessed])
  expect(await ask(first, `PUT ${mark('o2')}`, { score: 100 })).toMatchObject([200, { item: 'o2' }])
  const [status, sheet] = await ask(first, `GET ${river}/assessment`)
  expect([status, sheet]).toMatchObject([200, { rights: { isMine: true }, counts: { assessed: 2 } }])
  const own = expect.objectContaining({ score: 0, remark: zero.remark, assessedOn: '2025-08-15' })
  expect(sheet.items).toContainEqual(expect.objectContaining({ code: 'o1', own }))
  const [, item] = await ask(first, `GET ${river}/items/o1/assessment`)
  const links = [{ url: 'https://www.example.go.th/o1', check: null, snapshot: null }]
  expect(item).toMatchObject({ own: { score: 0 }, marks: [{ score: 0 }], answer: { links }, next: 'o2' })
  expect(await ask(first, `DELETE ${claim}`)).toEqual([204, {}])
  expect(await ask(first, `DELETE ${claim}`)).toMatchObject([409, problem('assessment.notHeld')])
})

test('a mark that is wrong is told everything that is to be mended', async () => {
  const { first } = people
  await ask(first, `POST ${claim}`)
  const wrong = { score: 50, assessedOn: 'someday', elements: [{ element: 77, isMet: true }] }
  const [status, refusal] = await ask(first, `PUT ${mark('o1')}`, wrong)
  expect([status, refusal]).toMatchObject([400, problem('mark.invalid')])
  const codes = (refusal.errors as { code: string }[]).map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['mark.scoreInvalid', 'mark.dayInvalid']))
  expect((await ask(first, `PUT ${mark('o1')}`, { score: 0, reasonKind: 'mood' }))[0]).toBe(400)
  expect((await ask(first, `PUT ${mark('o99')}`, zero))[0]).toBe(404)
})

test('the agency and the public have no part in it', async () => {
  const { coordinator } = people
  const refused = [403, problem('access.refused')]
  const reads = [
    '/assessment',
    '/assessment/agreement',
    '/assessment/findings',
    `${river}/assessment`,
    `${river}/items/o1/assessment`,
  ]
  for (const read of reads) {
    expect(await ask(coordinator, `GET ${read}`), read).toMatchObject(refused)
    expect((await ask(anyone, `GET ${read}`))[0]).toBe(401)
  }
  expect(await ask(coordinator, `POST ${claim}`)).toMatchObject(refused)
  expect(await ask(coordinator, `PUT ${mark('o1')}`, zero)).toMatchObject(refused)
  expect(await ask(people.first, `POST ${river}/items/o1/settle`, zero)).toMatchObject(refused)
  expect(await ask(people.first, 'PUT /assessment/marking', { isDouble: true })).toMatchObject(refused)
  expect(await ask(people.first, `POST ${river}/assessment/confirm`)).toMatchObject(refused)
  expect(await ask(people.first, 'POST /assessment/confirm')).toMatchObject(refused)
})

test('two who differ are settled by the lead, and how far they agree is told', async () => {
  const { first, second, lead } = people
  expect(await ask(lead, 'PUT /assessment/marking', { isDouble: true })).toEqual([204, {}])
  for (const assessor of [first, second]) await ask(assessor, `POST ${claim}`)
  await ask(first, `PUT ${mark('o1')}`, zero)
  expect(await ask(lead, `POST ${river}/items/o1/settle`, zero)).toMatchObject([
    409,
    problem('item.wrongState'),
  ])
  expect(await ask(second, `PUT ${mark('o1')}`, { score: 100 })).toMatchObject([200, { state: 'disputed' }])
  expect(await ask(lead, `POST ${river}/items/o1/settle`, zero)).toMatchObject([200, { state: 'assessed' }])
  const [status, agreement] = await ask(lead, 'GET /assessment/agreement')
  expect([status, agreement]).toMatchObject([200, { overall: { pairs: 1, onlySecondFull: 1 } }])
  expect(await ask(lead, 'PUT /assessment/marking', { isDouble: false })).toMatchObject([
    409,
    problem('assessment.hasBegun'),
  ])
  expect(await ask(first, `DELETE ${claim}?assessor=${second.id}`)).toMatchObject([
    403,
    problem('access.refused'),
  ])
  expect((await ask(lead, `DELETE ${claim}?assessor=${second.id}`))[0]).toBe(204)
  expect((await ask(lead, `DELETE ${claim}?assessor=nobody`))[0]).toBe(400)
})

test('what was explained is marked again, and the scores are confirmed once no more can be explained', async () => {
  const { first, lead } = people
  await ask(first, `POST ${claim}`)
  for (const item of ['o1', 'o2']) await ask(first, `PUT ${mark(item)}`, zero)
  expect(await ask(first, `POST ${river}/items/o1/remark`, zero)).toMatchObject([
    403,
    problem('round.phaseNotOpen'),
  ])
  now = during.clarify
  await act(doorway, operator, (context) => explain(context, { round, agencyCode: 'RIVER', itemCode: 'o1' }))
  expect(await ask(first, `POST ${river}/items/o2/remark`, zero)).toMatchObject([
    409,
    problem('item.wrongState'),
  ])
  expect(await ask(lead, `POST ${river}/assessment/confirm`)).toMatchObject([
    403,
    problem('round.phaseNotOpen'),
  ])
  const full = { score: 100, assessedOn: '2025-09-05' }
  expect(await ask(first, `POST ${river}/items/o1/remark`, full)).toMatchObject([200, { state: 'remarked' }])
  now = during.confirm
  expect(await ask(lead, 'POST /assessment/confirm')).toEqual([200, { confirmed: 1, left: [] }])
  expect(await ask(lead, `POST ${river}/assessment/confirm`)).toMatchObject([
    409,
    problem('items.alreadyFinal'),
  ])
})

test('findings are kept to be used again, and taken out of use', async () => {
  const { first, second } = people
  const finding = { item: 'o1', reasonKind: 'element', text: 'ขาดแผนผังโครงสร้าง' }
  const [status, { id }] = await ask(first, 'POST /assessment/findings', finding)
  expect(status).toBe(201)
  expect(await ask(first, 'POST /assessment/findings', finding)).toMatchObject([
    409,
    problem('finding.exists'),
  ])
  expect((await ask(first, 'POST /assessment/findings', { ...finding, text: ' ' }))[0]).toBe(400)
  const listed = (isOwn: boolean) => [200, { findings: [{ id, ...finding, isOwn }] }]
  expect(await ask(first, 'GET /assessment/findings?item=o1')).toEqual(listed(true))
  expect(await ask(second, 'GET /assessment/findings?item=o1')).toEqual(listed(false))
  expect(await ask(second, 'GET /assessment/findings?item=o2')).toEqual([200, { findings: [] }])
  expect(await ask(second, `DELETE /assessment/findings/${id}`)).toMatchObject([403, {}])
  expect(await ask(first, `DELETE /assessment/findings/${id}`)).toEqual([204, {}])
  expect((await ask(first, `DELETE /assessment/findings/${id}`))[0]).toBe(404)
})
