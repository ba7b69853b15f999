/** Published results as programs read them: the mark of a part that closed under its minimum. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database.ts'
import { fiscalYear } from '../../tests/support/cast.ts'
import { publishClosedRound } from '../../tests/support/closed-round.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { makeApi } from './api.ts'

let database: Database

beforeAll(async () => {
  database = await openClone()
  await publishClosedRound(database)
})
afterAll(() => database.close())

test.each([
  [
    'HILL',
    {
      iit: { count: 12, minimum: null, isUnderMinimum: false },
      eitPublic: { count: 12, minimum: 30, isUnderMinimum: true },
    },
  ],
  ['RIVER', { eitPublic: { count: null, minimum: null, isUnderMinimum: true } }],
])('GET /api/v1/results tells of each part of %s how it closed', async (agency, closings) => {
  const address = `/api/v1/results?year=${fiscalYear}&agency=${agency}`
  const response = await makeApi(doorwayOf(database)).request(address)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ count: 1, results: [{ agency: { code: agency }, closings }] })
})
