/** The registry as programs meet it: read by anyone, written by whoever may, with every refusal told as a problem. */
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, anyone, type Grant } from '#base/actor.ts'
import { addUnit } from '#modules/registry/add-unit.ts'
import { findPlace } from '#modules/registry/find-place.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { operator, registerCast } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { makeApi } from './api.ts'

const personWith = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p1', name: 'ใจดี', grants })
const administrator = personWith({ role: 'administrator', scope: { kind: 'centre' } })
let database: Database
let doorway: Doorway
let coordinator: Actor

beforeEach(async () => {
  database = await openClone()
  doorway = doorwayOf(database)
  await act(doorway, operator, registerCast)
  const agencyId = (await findPlace(database.query, 'HILL'))?.agencyId ?? ''
  coordinator = personWith({ role: 'coordinator', scope: { kind: 'agency', agencyId } })
})
afterEach(() => database.close())

/** As the server asks once it knows whose key it is. */
function ask(path: string, init: RequestInit = {}, actor?: Actor) {
  const server = new Hono()
  if (actor) {
    server.use(async (c, next) => {
      c.set('actor', actor)
      await next()
    })
  }
  return server.route('/', makeApi(doorway)).request(`/api/v1${path}`, init)
}
const json = async (response: Response | Promise<Response>) => (await (await response).json()) as object
const send = (method: string, body: unknown): RequestInit => ({
  ...{ method, body: JSON.stringify(body) },
  headers: { 'Content-Type': 'application/json' },
})
const codesOf = async (path: string) =>
  ((await json(ask(path))) as { agencies: { code: string }[] }).agencies.map(({ code }) => code)

describe('GET /api/v1/agencies', () => {
  test('gives a page, how many there are, and the pages beside it', async () => {
    const response = await ask('/agencies?size=1&page=2&sort=code&type=อบต.')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      ...{ page: 2, size: 1, total: 2 },
      agencies: [
        {
          ...{
            code: 'HILL',
            name: { th: 'อบต.เขา', en: 'Hill' },
            type: 'subdistrictOrganization',
            size: null,
          },
          ...{ ministry: null, province: 'TH-20', website: null, activeFrom: null, activeTo: null },
          isImaginary: false,
        },
      ],
    })
    const at = (page: number) =>
      `</api/v1/agencies?size=1&page=${page}&sort=code&type=%E0%B8%AD%E0%B8%9A%E0%B8%95.>`
    expect(response.headers.get('Link')).toBe(
      `${at(1)}; rel="first", ${at(1)}; rel="prev", ${at(2)}; rel="last"`,
    )
  })

  test('searches in Thai, filters and sorts either way', async () => {
    expect(await codesOf('/agencies')).toEqual(['RIVER', 'HILL', 'FIELD'])
    expect(await codesOf('/agencies?sort=-code')).toEqual(['RIVER', 'HILL', 'FIELD'])
    expect(await codesOf('/agencies?search=แม่น้ำ 2')).toEqual(['RIVER'])
    expect(await codesOf('/agencies?ministry=industry&activeOn=๑ ต.ค. ๒๕๖๘')).toEqual(['RIVER'])
    expect(await codesOf('/agencies?province=ชลบุรี&sort=code&agencySize=S')).toEqual([])
  })

  test('answers a caller who has it already with 304, until something changes', async () => {
    const tag = (await ask('/agencies')).headers.get('ETag') ?? ''
    expect(tag).toMatch(/^W\/"/)
    const again = () => ask('/agencies', { headers: { 'If-None-Match': tag } })
    const same = await again()
    expect([same.status, await same.text()]).toEqual([304, ''])
    await ask('/agencies/HILL', send('PUT', hill), administrator)
    expect((await again()).status).toBe(200)
  })

  test.each([
    ['size=201', 'value.tooLarge'],
    ['size=0', 'value.tooSmall'],
    ['page=x', 'value.notNumber'],
    ['sort=colour', 'value.notOneOf'],
  ])('refuses %s', async (query, code) => {
    const response = await ask(`/agencies?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: 'urn:prongsai:problem:query.invalid',
      errors: [{ code }],
    })
  })

  test('refuses a filter nobody has with the nearest there is', async () => {
    const response = await ask('/agencies?province=ชนบุรี')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ title: expect.stringContaining('ชลบุรี') })
    expect((await ask('/agencies?activeOn=someday')).status).toBe(400)
  })

  test('comes as one file for spreadsheets', async () => {
    const response = await ask('/agencies?format=csv&type=department')
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="agencies.csv"')
    expect(Buffer.from(await response.arrayBuffer()).toString()).toMatch(/^\uFEFFcode,.*\r\nRIVER,/)
    const workbook = await ask('/agencies?format=xlsx')
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
})

test('the types, ministries and provinces are lists of their own', async () => {
  for (const [path, code] of [
    ['agency-types', 'department'],
    ['ministries', 'industry'],
    ['provinces', 'TH-20'],
  ]) {
    const response = await ask(`/${path}`)
    expect(response.headers.get('ETag')).toMatch(/^W\/"/)
    expect(await response.json()).toMatchObject({
      groups: expect.arrayContaining([expect.objectContaining({ code })]),
    })
  }
})

const hill = {
  name: { th: 'อบต.เขา' },
  type: 'อบต.',
  size: 'S',
  province: 'ชลบุรี',
  website: 'https://hill.go.th',
}

describe('/api/v1/agencies/{code}', () => {
  test('is found in any case, and an unknown one is not', async () => {
    expect(await json(ask('/agencies/hill'))).toMatchObject({ code: 'HILL' })
    expect((await ask('/agencies/NONE')).status).toBe(404)
  })

  test('PUT replaces what is known, and registers what is new', async () => {
    const changed = await ask('/agencies/HILL', send('PUT', hill), administrator)
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({ code: 'HILL', size: 'S', website: 'https://hill.go.th' })
    const added = await ask('/agencies/NEW-1', send('PUT', hill), administrator)
    expect(added.status).toBe(201)
    expect(await added.json()).toMatchObject({ code: 'NEW-1', province: 'TH-20' })
  })

  test('PUT tells every field to mend', async () => {
    const body = { ...hill, ministry: 'กระทรวงเวทมนตร์', size: 'XL' }
    const response = await ask('/agencies/HILL', send('PUT', body), administrator)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: 'urn:prongsai:problem:registry.formInvalid',
      errors: [
        { code: 'registry.sizeInvalid', field: 'size' },
        { code: 'registry.noSuchMinistry', field: 'ministry' },
      ],
    })
  })

  test('a body that is no JSON, or not what was asked for, is a wrong request', async () => {
    const broken = { method: 'PUT', body: '{', headers: { 'Content-Type': 'application/json' } }
    const response = await ask('/agencies/HILL', broken, administrator)
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { type: 'urn:prongsai:problem:api.bodyUnreadable' },
    ])
    expect((await ask('/agencies/HILL', send('PUT', { code: 1 }), administrator)).status).toBe(400)
    expect((await ask('/agencies/HILL', { method: 'PUT', body: 'a=b' }, administrator)).status).toBe(400)
  })

  test('PUT without a key asks for one; with one that may not, it is refused', async () => {
    const stranger = await ask('/agencies/HILL', send('PUT', hill))
    expect([stranger.status, stranger.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
    expect(await stranger.json()).toMatchObject({ type: 'urn:prongsai:problem:access.signInFirst' })
    expect((await ask('/agencies/HILL', send('PUT', hill), anyone)).status).toBe(401)
    const refused = await ask('/agencies/HILL', send('PUT', { ...hill, size: 'L' }), coordinator)
    expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([403, null])
    expect(await json(ask('/agencies/HILL'))).toMatchObject({ size: null })
  })
})

describe('the end of an agency', () => {
  const close = (activeTo: unknown, actor?: Actor, code = 'HILL') =>
    ask(`/agencies/${code}/close`, send('POST', { activeTo }), actor)

  test('is set, and taken back', async () => {
    expect(await json(close('30 ก.ย. 2569', administrator))).toMatchObject({ activeTo: '2026-09-30' })
    expect((await close('2026-09-30', administrator)).status).toBe(409)
    expect(await json(close(null, administrator))).toMatchObject({ code: 'HILL', activeTo: null })
  })

  test('is a day, of an agency there is, set by the centre', async () => {
    expect((await close('soon', administrator)).status).toBe(400)
    expect((await close(undefined, administrator)).status).toBe(400)
    expect((await close('2026-09-30', administrator, 'NONE')).status).toBe(404)
    expect((await close('2026-09-30', coordinator)).status).toBe(403)
    expect((await close('2026-09-30')).status).toBe(401)
    expect(await json(ask('/agencies/HILL'))).toMatchObject({ activeTo: null })
  })
})

describe('units', () => {
  test('are added, renamed, moved and closed', async () => {
    const path = '/agencies/HILL/units'
    const added = await ask(
      path,
      send('POST', { code: 'FIN', name: { th: 'กองคลัง', en: 'Finance' } }),
      coordinator,
    )
    expect([added.status, await added.json()]).toMatchObject([
      201,
      { code: 'FIN', kind: 'division', depth: 1 },
    ])
    await ask(path, send('POST', { code: 'ACC', name: { th: 'ฝ่ายบัญชี' }, parent: 'FIN' }), coordinator)
    const moved = { name: { en: 'Accounts' }, parent: null, place: 1 }
    expect(await json(ask(`${path}/acc`, send('PATCH', moved), coordinator))).toMatchObject({
      ...{ name: { th: 'ฝ่ายบัญชี', en: 'Accounts' }, parent: null },
    })
    expect(await json(ask(path))).toMatchObject({ units: [{ code: 'ACC' }, { code: 'FIN' }] })
    await ask(`${path}/FIN`, send('PATCH', { closedOn: '2025-01-01' }), coordinator)
    expect(await json(ask(path))).toMatchObject({ units: [{ code: 'ACC' }] })
    expect(await json(ask(`${path}?withClosed=true`))).toMatchObject({
      units: [{}, { closedOn: '2025-01-01' }],
    })
  })

  test('a change that cannot be whole is not begun', async () => {
    const path = '/agencies/HILL/units'
    await act(doorway, operator, (context) => addUnit(context, 'HILL', { code: 'FIN', name_th: 'กองคลัง' }))
    const change = send('PATCH', { name: { th: 'กองใหม่' }, parent: 'FIN' })
    const response = await ask(`${path}/FIN`, change, administrator)
    expect([response.status, await response.json()]).toMatchObject([
      409,
      { type: 'urn:prongsai:problem:registry.unitCycle' },
    ])
    expect(await json(ask(path))).toMatchObject({ units: [{ name: { th: 'กองคลัง' } }] })
    expect((await ask(path, send('POST', { code: 'X', name: { th: 'ก' } }))).status).toBe(401)
    expect(
      (await ask('/agencies/FIELD/units', send('POST', { code: 'X', name: { th: 'ก' } }), coordinator))
        .status,
    ).toBe(403)
  })
})

describe('people', () => {
  const kwan = { name: 'ขวัญ ใจงาม', email: 'kwan@hill.go.th', position: 'นักวิชาการ' }

  test('are added, changed, said to have left and anonymised', async () => {
    const added = await ask('/agencies/HILL/people', send('POST', kwan), coordinator)
    expect(added.status).toBe(201)
    const { id } = (await added.json()) as { id: string }
    expect(await json(ask(`/people/${id}`, send('PATCH', { position: null }), coordinator))).toMatchObject({
      ...{ name: 'ขวัญ ใจงาม', position: null },
    })
    const list = await ask('/agencies/HILL/people?search=ขวัญ', {}, coordinator)
    expect(list.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(await list.json()).toMatchObject({ people: [{ id, email: 'kwan@hill.go.th' }], total: 1 })
    const anonymise = () => ask(`/people/${id}/anonymisation`, { method: 'POST' }, coordinator)
    expect((await anonymise()).status).toBe(409)
    await ask(`/people/${id}`, send('PATCH', { leftOn: '2025-01-01' }), coordinator)
    expect(await json(anonymise())).toMatchObject({ id, name: null, email: null, leftOn: '2025-01-01' })
  })

  test('are shown to those who may see them only', async () => {
    expect((await ask('/agencies/HILL/people')).status).toBe(401)
    expect((await ask('/agencies/FIELD/people', {}, coordinator)).status).toBe(403)
    expect((await ask('/agencies/FIELD/people', {}, administrator)).status).toBe(200)
    expect((await ask('/people/none', send('PATCH', {}), administrator)).status).toBe(404)
  })
})

describe('imports', () => {
  const list = 'code,name_th,type\nSEA,กรมทะเล,department\nBAD,กรม,ship\n'
  const csv = (body: string, headers: Record<string, string> = {}): RequestInit => ({
    ...{ method: 'POST', body },
    headers: { 'Content-Type': 'text/csv', ...headers },
  })

  test('take the good rows of a CSV, and tell the others in the language of the caller', async () => {
    const response = await ask('/agencies/imports', csv(list, { 'Accept-Language': 'en' }), administrator)
    expect(response.status).toBe(200)
    const body = (await response.json()) as { id: string }
    expect(body).toMatchObject({
      ...{ added: 1, updated: 0, unchanged: 0, failedRows: 1 },
      failed: [{ line: 3, field: 'type', reason: expect.stringContaining('there is no agency type “ship”') }],
    })
    expect(response.headers.get('Location')).toBe(`/api/v1/imports/${body.id}`)
    expect(await json(ask(`/imports/${body.id}`, {}, administrator))).toMatchObject({
      ...{ state: 'done', kind: 'agencies', fileName: 'upload.csv', result: { added: 1, failedRows: 1 } },
    })
    expect((await ask(`/imports/${body.id}`)).status).toBe(404)
  })

  test('all or nothing: a row to mend, and nothing is written', async () => {
    const response = await ask('/agencies/imports?mode=all-or-nothing', csv(list), administrator)
    expect([response.status, await response.json()]).toMatchObject([422, { added: 0, failedRows: 1 }])
    expect((await ask('/agencies/SEA')).status).toBe(404)
  })

  test('a preview tells what would be and writes nothing', async () => {
    const response = await ask('/agencies/imports?preview=true', csv(list), administrator)
    expect(await response.json()).toMatchObject({
      ...{ added: 1, failedRows: 1 },
      rows: [
        { line: 2, state: 'added', record: { code: 'SEA' } },
        { line: 3, state: 'failed' },
      ],
    })
    expect((await ask('/agencies/SEA')).status).toBe(404)
  })

  test('take a form with a file, for units and people too', async () => {
    const form = (text: string) => {
      const body = new FormData()
      body.set('file', new File([text], 'รายชื่อ.csv'))
      return { method: 'POST', body }
    }
    const units = form('agency,code,name_th\nHILL,FIN,กองคลัง\n')
    expect(await json(ask('/units/imports', units, coordinator))).toMatchObject({ added: 1 })
    const people = form('agency,unit,name,email\nHILL,FIN,ก,a@hill.go.th\n')
    expect(await json(ask('/people/imports', people, coordinator))).toMatchObject({ added: 1, failed: [] })
    const empty = { method: 'POST', body: new FormData() }
    expect((await ask('/units/imports', empty, coordinator)).status).toBe(400)
  })

  test('answer at once where that is preferred', async () => {
    const response = await ask('/agencies/imports', csv(list, { Prefer: 'respond-async' }), administrator)
    expect(response.status).toBe(202)
    const { id } = (await response.json()) as { id: string }
    await expect
      .poll(async () => ((await json(ask(`/imports/${id}`, {}, administrator))) as { state: string }).state)
      .toBe('done')
  })

  test('refuse what is no list, what is too large, and who may not, before reading it', async () => {
    const picture = { method: 'POST', body: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) }
    expect(await json(ask('/units/imports', picture, administrator))).toMatchObject({
      type: 'urn:prongsai:problem:table.notTable',
    })
    const large = { ...csv('x', { 'Content-Length': String(200 * 1024 * 1024) }) }
    const refused = await ask('/agencies/imports', large, administrator)
    expect([refused.status, await refused.json()]).toMatchObject([
      413,
      { type: 'urn:prongsai:problem:table.tooLarge', title: expect.stringContaining('200 MB') },
    ])
    expect((await ask('/agencies/imports', large)).status).toBe(401)
    expect((await ask('/agencies/imports', csv(list), coordinator)).status).toBe(403)
    expect((await ask('/agencies/imports?mode=some', csv(list), administrator)).status).toBe(400)
  })
})
