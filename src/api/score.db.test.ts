/** The provisional score as programs read it: for those who follow the agency, and for nobody else. */
import type { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Grant } from '#base/actor.ts'
import { createAccessKey } from '#modules/accounts/create-access-key.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { join, personWith, type Stage, setStage } from '../../tests/support/accounts.ts'
import { fiscalYear, readRules } from '../../tests/support/cast.ts'
import { room } from '../../tests/support/collecting.ts'
import { makeApi } from './api.ts'

let stage: Stage
let api: Hono

beforeEach(async () => {
  stage = await setStage()
  api = makeApi(stage.doorway, { ...stage.accounts, isDemo: true })
  await stage.actAs({ kind: 'operator', name: 'somchai' }, async (context) => {
    await openRound(context, await readRules())
    await enrolAgencies(context, { fiscalYear, agencies: [{ agencyCode: 'RIVER' }] })
    await openLinks(context, { fiscalYear })
  })
})

afterEach(() => stage.close())

async function ask(grant?: Grant, code = 'RIVER'): Promise<{ status: number; body: unknown }> {
  const path = `/api/v1/rounds/${fiscalYear}/agencies/${code}/score`
  const headers: Record<string, string> = grant ? { Authorization: `Bearer ${await keyOf(grant)}` } : {}
  const response = await api.request(path, { headers })
  return { status: response.status, body: await response.json() }
}

async function keyOf(grant: Grant): Promise<string> {
  const person = personWith((await join(stage, grant)).userId, grant)
  const { key } = await stage.actAs(person, (context) => {
    const expiresAt = new Date(context.now.getTime() + 86_400_000)
    return createAccessKey(context, { name: 'program', scopes: ['read'], expiresAt })
  })
  return key
}

async function at(role: Grant['role'], code = 'RIVER'): Promise<Grant> {
  const { place } = await getPlacedAgency(stage.doorway.database.query, code)
  return { role, scope: { kind: 'agency', agencyId: place.agencyId } }
}

test('the coordinator reads it; nothing closed means no score, and a reason for each', async () => {
  const { status, body } = await ask(await at('coordinator'))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ...{ agency: 'RIVER', fiscalYear, isProvisional: true, rating: null, ratingLevel: null },
    parts: [
      { id: 'iit', state: 'open', score: null, reason: { code: 'open', en: 'not closed yet' } },
      { id: 'eitPublic', state: 'open', score: null, reason: { code: 'open' } },
      { id: 'eitSurvey', state: 'none', score: null, reason: { code: 'noAnswers' } },
    ],
    total: { score: null, reason: { code: 'open' } },
  })
})

test('a part that closed without an answer says so', async () => {
  await stage.actAs({ kind: 'operator', name: 'somchai' }, (context) =>
    closePart(context, { fiscalYear, agencyCode: 'RIVER', part: 'iit', room }),
  )
  const { body } = await ask(await at('executive'))
  expect(body).toMatchObject({ parts: [{ id: 'iit', state: 'closed', reason: { code: 'nobody' } }, {}, {}] })
})

test('whoever is not signed in, only reviews, or belongs to another agency is refused', async () => {
  expect((await ask()).status).toBe(401)
  expect((await ask(await at('reviewer'))).status).toBe(403)
  expect((await ask(await at('coordinator', 'HILL'))).status).toBe(403)
})

test('an agency that is not there, or not enrolled, is not found', async () => {
  const administrator: Grant = { role: 'administrator', scope: { kind: 'centre' } }
  expect((await ask(administrator, 'NONE')).status).toBe(404)
  expect((await ask(await at('coordinator', 'HILL'), 'HILL')).status).toBe(404)
})
