/** A published result carries what was frozen of each part at its close: how many answered, how many must. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database.ts'
import { answerAll, fiscalYear, openCastRound, operator } from '../../../tests/support/cast.ts'
import { publishClosedRound } from '../../../tests/support/closed-round.ts'
import { openClone, databaseTest as tryTest } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'
import { freezeResults } from './freeze.ts'
import { publishResults } from './publish.ts'
import { getAgencyResult, getRanking, listPublishedResults } from './queries.ts'

let database: Database

beforeAll(async () => {
  database = await openClone()
  await publishClosedRound(database)
})
afterAll(() => database.close())

const closingsOf = async (code: string) => (await getAgencyResult(database.query, code, fiscalYear)).closings

describe('a part that was closed', () => {
  test('with fewer answers than it needs carries the mark, with both numbers', async () => {
    expect((await closingsOf('HILL')).eitPublic).toEqual({ count: 12, minimum: 30, isUnderMinimum: true })
  })

  test('with exactly as many as it needs carries none', async () => {
    expect((await closingsOf('FIELD')).eitPublic).toEqual({ count: 30, minimum: 30, isUnderMinimum: false })
  })

  test('in a year whose rule is not known carries none, and says no minimum', async () => {
    expect((await closingsOf('HILL')).iit).toEqual({ count: 12, minimum: null, isUnderMinimum: false })
  })

  test('with fewer than five answers says only that it was under the minimum', async () => {
    expect((await closingsOf('RIVER')).eitPublic).toEqual({
      ...{ count: null, minimum: null },
      isUnderMinimum: true,
    })
  })

  test('tells no number either where its figures are withheld for the sake of another part', async () => {
    expect((await getAgencyResult(database.query, 'RIVER', fiscalYear)).withheld).toContain('part:iit')
    expect((await closingsOf('RIVER')).iit).toEqual({ count: null, minimum: null, isUnderMinimum: false })
  })

  test('stays as it was when the agency is another size today', async () => {
    const before = await closingsOf('HILL')
    await database.pool.query("update agencies set size = 'L' where code = 'HILL'")
    expect(await closingsOf('HILL')).toEqual(before)
  })
})

describe('a part that was put in as a whole', () => {
  test('has no closing beside those of the parts that were', async () => {
    expect(Object.keys(await closingsOf('HILL'))).toEqual(['iit', 'eitPublic'])
  })

  tryTest('leaves a round of which nothing was collected here without any', async ({ as, db }) => {
    await openCastRound(as(operator))
    await answerAll(as(operator), 'HILL', 'best')
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    await publishResults(as(operator), fiscalYear)
    expect((await getAgencyResult(db, 'HILL', fiscalYear)).closings).toEqual({})
  })
})

test('the ranking and the list carry the same marks as the page of the agency', async () => {
  const page = { page: 1, pageSize: 10 }
  const { results } = await listPublishedResults(database.query, { fiscalYear, ...page })
  const { rows } = await getRanking(database.query, {
    ...{ fiscalYear, sort: 'rank', direction: 'ascending', ...page },
  })
  expect(results).toHaveLength(3)
  expect(rows).toHaveLength(3)
  for (const { agency, closings } of [...results, ...rows.map(({ result }) => result)]) {
    expect(closings).toEqual(await closingsOf(agency.code))
  }
})
