/** What programs do for a centre through the REST door: rounds, accounts and roles, and the trail of it all. */
import { eq } from 'drizzle-orm'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '#base/actor.ts'
import { createAccessKey } from '#modules/accounts/create-access-key.ts'
import { users } from '#modules/accounts/tables.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { join, personWith, type Stage, setStage } from '../../tests/support/accounts.ts'
import { makeApi } from './api.ts'

const centre = { role: 'administrator', scope: { kind: 'centre' } } as const
const day = 86_400_000

let stage: Stage
let api: Hono
let administrator: Person

beforeEach(async () => {
  stage = await setStage()
  // As in the demo, where nobody needs a second factor.
  api = makeApi(stage.doorway, { ...stage.accounts, isDemo: true })
  administrator = personWith((await join(stage, centre)).userId, centre)
})

afterEach(() => stage.close())

const keyFor = async (...scopes: string[]) =>
  stage.actAs(administrator, async (context) => {
    const expiresAt = new Date(context.now.getTime() + 30 * day)
    return (await createAccessKey(context, { name: 'program', scopes, expiresAt })).key
  })

async function ask(key: string, route: string, body?: unknown): Promise<[number, Record<string, unknown>]> {
  const [method = 'GET', path = ''] = route.split(' ')
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await api.request(`/api/v1${path}`, init)
  const text = await response.text()
  return [response.status, text === '' ? {} : JSON.parse(text)]
}

describe('a round', () => {
  test('is opened, scheduled and filled, and an agency gets more time', async () => {
    const key = await keyFor(
      'read',
      'framework.pin',
      'round.open',
      'round.schedule',
      'round.enrol',
      'round.extend',
    )
    expect(await ask(key, 'POST /rounds', { fiscalYear: 2569 })).toMatchObject([201, { fiscalYear: 2569 }])
    expect(await ask(key, 'POST /rounds', { fiscalYear: 2569 })).toMatchObject([
      409,
      { type: 'urn:prongsai:problem:round.alreadyOpen' },
    ])
    const days = { opensOn: '1 ม.ค. 2569', closesOn: '2026-01-31' }
    const [status, round] = await ask(key, 'PUT /rounds/2569/phases/collect', days)
    expect(status).toBe(200)
    expect(round.phases).toContainEqual(
      expect.objectContaining({ phase: 'collect', opensOn: '2026-01-01', closesOn: '2026-01-31' }),
    )
    const enrolment = { agencies: ['RIVER'] }
    expect(await ask(key, 'POST /rounds/2569/enrolments', enrolment)).toEqual([
      200,
      { agencies: 1, added: 1 },
    ])
    const extension = { agency: 'RIVER', phase: 'collect', until: '2026-02-05', reason: 'flood' }
    expect(await ask(key, 'POST /rounds/2569/extensions', extension)).toEqual([204, {}])
    expect(await ask(key, 'GET /rounds/2569/extensions')).toEqual([200, { extensions: [extension] }])
    expect(await ask(key, 'POST /rounds/2569/extensions', { ...extension, agency: 'HILL' })).toMatchObject([
      409,
      { type: 'urn:prongsai:problem:round.notEnrolled' },
    ])
  })

  test('is not touched by a key that may only read, nor with days that are none', async () => {
    const reader = await keyFor('read')
    expect((await ask(reader, 'POST /rounds', { fiscalYear: 2569 }))[0]).toBe(403)
    const key = await keyFor('framework.pin', 'round.open', 'round.schedule')
    expect((await ask(key, 'POST /rounds', { fiscalYear: 2400 }))[0]).toBe(404)
    await ask(key, 'POST /rounds', { fiscalYear: 2569 })
    const days = { opensOn: '31/2/2569', closesOn: '2026-03-31' }
    expect(await ask(key, 'PUT /rounds/2569/phases/collect', days)).toMatchObject([
      400,
      { type: 'urn:prongsai:problem:day.invalid' },
    ])
  })
})

describe('the close of a round', () => {
  test('is one, for a key with its scope, and what comes after may still be scheduled', async () => {
    const key = await keyFor('framework.pin', 'round.open', 'round.close', 'round.schedule')
    await ask(key, 'POST /rounds', { fiscalYear: 2569 })
    expect(await ask(key, 'POST /rounds/2569/close')).toMatchObject([
      200,
      { fiscalYear: 2569, isClosed: true },
    ])
    expect(await ask(key, 'POST /rounds/2569/close')).toMatchObject([
      409,
      { type: 'urn:prongsai:problem:round.closed' },
    ])
    expect((await ask(key, 'POST /rounds/2570/close'))[0]).toBe(404)
    const days = { opensOn: '2026-08-15', closesOn: '2026-08-31' }
    expect((await ask(key, 'PUT /rounds/2569/phases/collect', days))[0]).toBe(409)
    expect((await ask(key, 'PUT /rounds/2569/phases/publish', days))[0]).toBe(200)
    const [, { events }] = await ask(await keyFor('read'), 'GET /audit/events?event=round.closed')
    expect(events).toMatchObject([{ subject: 'round:2569', role: 'administrator' }])
  })

  test('is refused to a key without its scope, which is named in both languages', async () => {
    const key = await keyFor('framework.pin', 'round.open')
    await ask(key, 'POST /rounds', { fiscalYear: 2569 })
    for (const [language, title] of [
      ['th', 'กุญแจโปรแกรมนี้ไม่มีขอบเขต “round.close”'],
      ['en', 'This access key lacks the scope “round.close”'],
    ] as const) {
      const response = await api.request('/api/v1/rounds/2569/close', {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Accept-Language': language },
      })
      expect(response.status).toBe(403)
      const problem = { type: 'urn:prongsai:problem:access.keyWithoutScope', status: 403 }
      expect(await response.json()).toMatchObject({ ...problem, title: expect.stringContaining(title) })
    }
    const reading = await ask(key, 'GET /accounts')
    expect(reading).toMatchObject([403, { title: expect.stringContaining('“read”') }])
  })
})

describe('accounts', () => {
  test('are disabled and enabled, and a lost second factor is taken off', async () => {
    const key = await keyFor('read', 'account.disable', 'account.enable', 'secondFactor.remove')
    const { userId } = await join(stage, { role: 'auditor', scope: { kind: 'centre' } })
    const state = async () => (await ask(key, `GET /accounts/${userId}`))[1]
    await stage.database.query.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, userId))
    expect(await state()).toMatchObject({ isDisabled: false, hasSecondFactor: true })
    expect(await ask(key, `POST /accounts/${userId}/second-factor/remove`)).toEqual([204, {}])
    expect(await ask(key, `POST /accounts/${userId}/disable`)).toEqual([204, {}])
    expect(await state()).toMatchObject({ isDisabled: true, hasSecondFactor: false })
    expect((await ask(key, `POST /accounts/${userId}/disable`))[0]).toBe(409)
    expect(await ask(key, `POST /accounts/${userId}/enable`)).toEqual([204, {}])
    expect((await ask(key, `POST /accounts/${userId}/enable`))[0]).toBe(409)
    expect(await state()).toMatchObject({ isDisabled: false })
    for (const act of ['disable', 'enable', 'second-factor/remove']) {
      expect((await ask(key, `POST /accounts/none/${act}`))[0]).toBe(404)
      const reader = await keyFor('read')
      expect(await ask(reader, `POST /accounts/${userId}/${act}`)).toMatchObject([
        403,
        { type: 'urn:prongsai:problem:access.keyWithoutScope' },
      ])
    }
  })

  test('that somebody is invited to can be seen, and an invitation taken back once', async () => {
    const key = await keyFor('read', 'account.invite', 'invitation.withdraw')
    const invitation = { email: 'new@hill.example', name: 'คนใหม่', role: 'supervisor', province: 'TH-20' }
    const [, { id }] = await ask(key, 'POST /invitations', invitation)
    const [, first] = await ask(key, 'GET /invitations?size=1')
    expect(first).toMatchObject({
      ...{ page: 1, size: 1 },
      invitations: [{ id, scope: 'group', province: 'TH-20', agency: null, state: 'open' }],
    })
    expect(await ask(key, `POST /invitations/${id}/withdraw`)).toEqual([204, {}])
    expect(await ask(key, `POST /invitations/${id}/withdraw`)).toMatchObject([
      409,
      { type: 'urn:prongsai:problem:invitation.withdrawn' },
    ])
    expect((await ask(key, 'GET /invitations?size=1'))[1]).toMatchObject({
      invitations: [{ state: 'withdrawn' }],
    })
    expect((await ask(key, 'POST /invitations/none/withdraw'))[0]).toBe(404)
    expect((await ask(key, 'GET /invitations?agency=NONE'))[0]).toBe(404)
  })

  test('are listed with their roles; people are invited, and roles given and ended', async () => {
    const key = await keyFor('read', 'account.invite', 'grant.give', 'grant.end')
    const { place } = await getPlacedAgency(stage.database.query, 'HILL')
    const scope = { kind: 'agency', agencyId: place.agencyId } as const
    const { userId } = await join(stage, { role: 'reviewer', scope })
    const grant = { role: 'executive', agency: 'RIVER' }
    const [status, given] = await ask(key, `POST /accounts/${userId}/grants`, grant)
    expect(status).toBe(201)
    expect(await ask(key, `POST /accounts/${userId}/grants`, grant)).toMatchObject([409, {}])
    expect(await ask(key, `GET /accounts/${userId}`)).toMatchObject([
      200,
      {
        ...{ id: userId, isDisabled: false },
        grants: [{ agency: 'HILL' }, { id: given.id, role: 'executive', agency: 'RIVER' }],
      },
    ])
    expect((await ask(key, 'GET /accounts?agency=RIVER'))[1]).toMatchObject({
      total: 1,
      accounts: [{ id: userId }],
    })
    expect(await ask(key, `POST /grants/${given.id}/end`, { reason: 'moved' })).toEqual([204, {}])
    expect((await ask(key, 'GET /accounts?agency=RIVER'))[1]).toMatchObject({ total: 0 })
    const invitation = { email: 'new@river.example', name: 'คนใหม่', ...grant }
    expect((await ask(key, 'POST /invitations', invitation))[0]).toBe(201)
    expect((await ask(key, 'POST /invitations', { ...invitation, agency: 'NONE' }))[0]).toBe(404)
  })
})

describe('the audit trail', () => {
  test('is read by pages and filters, and checked', async () => {
    const key = await keyFor('read', 'framework.pin', 'round.open')
    await ask(key, 'POST /rounds', { fiscalYear: 2569 })
    const [, { events }] = await ask(key, 'GET /audit/events?event=round.opened')
    expect(events).toMatchObject([
      { event: 'round.opened', subject: 'round:2569', actor: administrator.id, role: 'administrator' },
    ])
    const first = await api.request('/api/v1/audit/events?size=1', {
      headers: { Authorization: `Bearer ${key}` },
    })
    expect(first.headers.get('Link')).toMatch(/^<\/api\/v1\/audit\/events\?size=1&before=\d+>; rel="next"$/)
    expect(first.headers.get('ETag')).not.toBeNull()
    expect((await ask(key, 'GET /audit/events?to=2000-01-01'))[1]).toEqual({ events: [] })
    expect((await ask(key, 'GET /audit/events?from=never'))[0]).toBe(400)
    expect(await ask(key, 'GET /audit/check')).toMatchObject([200, { isWhole: true, faults: [] }])
  })

  test('is for nobody whose key was not made for reading', async () => {
    const key = await keyFor('round.open')
    for (const path of ['/audit/events', '/audit/check', '/accounts']) {
      expect((await ask(key, `GET ${path}`))[0]).toBe(403)
      expect((await api.request(`/api/v1${path}`)).status).toBe(401)
    }
  })
})
