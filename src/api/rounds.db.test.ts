/** Rounds as programs read them, and a refusal with dates as the REST door tells it. */
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordScores } from '#modules/disclosure/record.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, openCastRound, operator, readRules } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { makeApi } from './api.ts'
import { answerProblem } from './problem-json.ts'

let database: Database
let doorway: Doorway

beforeEach(async () => {
  database = await openClone()
  doorway = doorwayOf(database)
})

afterEach(async () => {
  await database.close()
})

async function openRoundOfCast(): Promise<void> {
  await act(doorway, operator, async (context) => {
    await openCastRound(context)
    await schedulePhase(context, {
      ...{ fiscalYear, phase: 'score' },
      ...{ opensOn: '2025-08-01', closesOn: '2025-08-14' },
    })
  })
}

const get = (path: string, headers: Record<string, string> = {}) =>
  makeApi(doorway).request(`/api/v1/rounds${path}`, { headers })

describe('GET /api/v1/rounds', () => {
  test('is an empty list before any round', async () => {
    const response = await get('')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ rounds: [] })
  })

  test('gives each round with the hash of its framework, its size and its phases as they stand', async () => {
    await openRoundOfCast()
    const response = await get('/๒๕๖๘')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
    const { hash, framework } = await readRules()
    const round = (await response.json()) as { phases: { phase: string }[] }
    expect(round).toMatchObject({
      ...{ fiscalYear, frameworkHash: hash, isClosed: false, enrolledCount: 3 },
      phases: framework.phases.map(({ id, name }) => ({ phase: id, name })),
    })
    expect(round.phases.find(({ phase }) => phase === 'score')).toMatchObject({
      ...{ state: 'closed', opensOn: '2025-08-01', closesOn: '2025-08-14' },
      ...{ daysToOpening: null, daysLeft: null },
    })
    expect(round.phases.find(({ phase }) => phase === 'publish')).toMatchObject({
      ...{ state: 'open', daysLeft: 0 },
    })
    expect(await (await get('')).json()).toEqual({ rounds: [round] })
  })

  test('answers a year without a round with the years that have one', async () => {
    await openRoundOfCast()
    const response = await get('/2570', { 'Accept-Language': 'en' })
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: 'urn:prongsai:problem:round.notFound',
      title: 'Fiscal year 2570 has no round yet; there are rounds of 2568',
    })
  })

  test.each(['/soon', '/0', '/2568.5', '/9999'])(
    'answers %s, which is no fiscal year, as invalid',
    async (path) => {
      expect((await get(path)).status).toBe(400)
    },
  )

  test('is described in the document of the service', async () => {
    const response = await makeApi(doorway).request('/api/openapi.json')
    const { paths } = (await response.json()) as { paths: Record<string, unknown> }
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/v1/rounds', '/api/v1/rounds/{year}']))
  })
})

test('an act outside its phase is answered as forbidden, with the dates in the language of the caller', async () => {
  await openRoundOfCast()
  const scores = [{ agencyCode: 'HILL', itemCode: 'o1', score: 100 }]
  const app = new Hono()
    .get('/', async (c) => {
      await act(doorway, operator, (context) => recordScores(context, { fiscalYear, scores }))
      return c.body(null, 204)
    })
    .onError(answerProblem(doorway.log))
  const thai = await app.request('/')
  expect(thai.status).toBe(403)
  expect(await thai.json()).toMatchObject({
    type: 'urn:prongsai:problem:round.phaseNotOpen',
    title: expect.stringContaining('ปิดวันที่ 14 ส.ค. 2568 เวลา 24.00 น.'),
  })
  const english = await app.request('/', { headers: { 'Accept-Language': 'en' } })
  expect(await english.json()).toMatchObject({
    title: expect.stringContaining('closes at 24:00 on 14 Aug 2025'),
  })
})
