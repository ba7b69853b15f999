/** What a program may do through the REST door with an access key: as far as the key goes, and never further than its owner. */
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '#base/actor.ts'
import { createAccessKey } from '#modules/accounts/create-access-key.ts'
import { revokeAccessKey } from '#modules/accounts/revoke-access-key.ts'
import { addPerson } from '#modules/registry/add-person.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { join, personWith, type Stage, setStage } from '../../tests/support/accounts.ts'
import { operator } from '../../tests/support/cast.ts'
import { makeApi } from './api.ts'

const day = 24 * 60
const officer = { name: 'มานะ มีสุข', email: 'mana@river.example' }
const newcomer = { name: 'ชูใจ เลิศล้ำ', email: 'chujai@river.example' }

let stage: Stage
let api: Hono
let coordinator: Person

beforeEach(async () => {
  stage = await setStage()
  api = makeApi(stage.doorway, stage.accounts)
  const { place } = await getPlacedAgency(stage.database.query, 'RIVER')
  const grant = { role: 'coordinator', scope: { kind: 'agency', agencyId: place.agencyId } } as const
  coordinator = personWith((await join(stage, grant)).userId, grant)
  await stage.actAs(operator, (context) => addPerson(context, 'RIVER', officer))
})

afterEach(() => stage.close())

const makeKey = (...scopes: string[]) =>
  stage.actAs(coordinator, (context) =>
    createAccessKey(context, {
      ...{ name: 'personnel system', scopes },
      expiresAt: new Date(context.now.getTime() + 30 * day * 60_000),
    }),
  )

const ask = (path: string, key: string, init: RequestInit = {}) =>
  api.request(`/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${key}` } })

const send = (path: string, key: string, body: object) =>
  api.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('a key that may read', () => {
  test("reads the officers of its owner's agency", async () => {
    const { key } = await makeKey('read')
    const response = await ask('/agencies/RIVER/people', key)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ total: 1, people: [officer] })
  })

  test('reads nothing of an agency that its owner may not read', async () => {
    const { key } = await makeKey('read')
    expect((await ask('/agencies/HILL/people', key)).status).toBe(403)
  })

  test('changes nothing', async () => {
    const { key } = await makeKey('read')
    const response = await send('/agencies/RIVER/people', key, newcomer)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      type: 'urn:prongsai:problem:access.keyWithoutScope',
      title: expect.stringContaining('“person.add”'),
    })
    expect(await (await ask('/agencies/RIVER/people', key)).json()).toMatchObject({ total: 1 })
  })
})

describe('a key for one act', () => {
  test('does that act and reads nothing', async () => {
    const { key } = await makeKey('person.add')
    expect((await send('/agencies/RIVER/people', key, newcomer)).status).toBe(201)
    expect((await ask('/agencies/RIVER/people', key)).status).toBe(403)
  })
})

describe("the owner's own keys", () => {
  test('are listed without the keys themselves, for a key that may read', async () => {
    const { id, key } = await makeKey('read')
    const other = await makeKey('person.add')
    const { accessKeys } = (await (await ask('/access-keys', key)).json()) as { accessKeys: object[] }
    expect(accessKeys).toMatchObject([
      { id: other.id, scopes: ['person.add'], lastUsedOn: null },
      { id, name: 'personnel system', scopes: ['read'], prefix: key.slice(4, 12) },
    ])
    expect(JSON.stringify(accessKeys)).not.toContain(key.slice(13))
    expect((await ask('/access-keys', other.key)).status).toBe(403)
    expect((await api.request('/api/v1/access-keys')).status).toBe(401)
  })

  test("are revoked by a key with that scope, itself too, and nobody else's are", async () => {
    const { id, key } = await makeKey('accessKey.revoke')
    const other = await makeKey('read')
    const revoke = (each: string) => send(`/access-keys/${each}/revoke`, key, {})
    expect((await send(`/access-keys/${id}/revoke`, other.key, {})).status).toBe(403)
    const stranger = personWith((await join(stage, { role: 'auditor', scope: { kind: 'centre' } })).userId)
    const theirs = await stage.actAs(stranger, (context) =>
      createAccessKey(context, {
        ...{ name: 'theirs', scopes: ['read'] },
        expiresAt: new Date(context.now.getTime() + 60_000),
      }),
    )
    expect((await revoke(theirs.id)).status).toBe(404)
    expect((await revoke(other.id)).status).toBe(204)
    expect((await ask('/access-keys', other.key)).status).toBe(401)
    expect((await revoke(other.id)).status).toBe(409)
    expect((await revoke(id)).status).toBe(204)
    expect((await revoke(id)).status).toBe(401)
  })

  test('are made by no key, whatever its scopes', async () => {
    await expect(makeKey('accessKey.create')).rejects.toMatchObject({ code: 'accessKey.scopeUnknown' })
    const { key } = await makeKey('read')
    expect((await send('/access-keys', key, { name: 'more', scopes: ['read'] })).status).toBe(405)
  })
})

describe('a key that is no longer one', () => {
  const expectNobody = async (key: string) => {
    const response = await ask('/agencies/RIVER/people', key)
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(await response.json()).toMatchObject({ type: 'urn:prongsai:problem:account.keyInvalid' })
  }

  test('is refused from the day it expires', async () => {
    const { key } = await makeKey('read')
    stage.turnClock(30 * day - 1)
    expect((await ask('/agencies/RIVER/people', key)).status).toBe(200)
    stage.turnClock(2)
    await expectNobody(key)
  })

  test('is refused as soon as it is revoked', async () => {
    const { id, key } = await makeKey('read')
    await stage.actAs(coordinator, (context) => revokeAccessKey(context, id))
    await expectNobody(key)
  })

  test('is refused on public addresses too, so that a program notices', async () => {
    expect((await ask('/results?year=2568', 'prs_00000000_none')).status).toBe(401)
  })
})
