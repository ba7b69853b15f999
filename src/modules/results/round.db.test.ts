/** From answers to publication: each step once, in order, by the operator, and nothing changes behind it. */
import { eq, inArray } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { startOfDay } from '#base/bangkok-day.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import { agencies } from '#modules/registry/tables.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { verifySheet } from '#modules/scoring/verify.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import type { Context } from '#platform/context.ts'
import {
  answerAll,
  fiscalYear,
  openCastRound,
  operator,
  readRules,
  registerCast,
} from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'
import { freezeResults } from './freeze.ts'
import { publishResults } from './publish.ts'
import {
  findShownSheet,
  getAgencyResult,
  getOverview,
  getRanking,
  getSheet,
  listPublishedResults,
  listPublishedYears,
} from './queries.ts'
import { resultFreezes, results } from './tables.ts'

/** RIVER and HILL answered at their best, FIELD not at all. */
async function answerRound(context: Context): Promise<void> {
  await openCastRound(context)
  await answerAll(context, 'RIVER', 'best')
  await answerAll(context, 'HILL', 'best')
}

const ranking = { fiscalYear, sort: 'rank', direction: 'ascending', page: 1, pageSize: 10 } as const

describe('computing', () => {
  test('every enrolled agency gets a result, unknown where it gave nothing', async ({ as, db }) => {
    await answerRound(as(operator))
    expect(await computeResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
    const rows = await db.select().from(results)
    expect(rows.map(({ total }) => total).sort()).toEqual(['100.00', '100.00', null])
    for (const { sheet, sheetHash } of rows) {
      expect(sheet?.hash).toBe(sheetHash)
      expect(verifySheet(sheet, await readRules())).toMatchObject({ ok: true, sameFramework: true })
    }
  })

  test('computed again after a change, the new result takes the place of the old', async ({ as, db }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await answerAll(as(operator), 'RIVER', 'worst')
    await computeResults(as(operator), fiscalYear)
    const totals = (await db.select().from(results)).map(({ total }) => total)
    expect(totals.sort()).toEqual(['100.00', '40.00', null])
  })

  test('nobody but the operator computes', async ({ as, db }) => {
    await answerRound(as(operator))
    await expect(computeResults(as(anyone), fiscalYear)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await db.select().from(results)).toHaveLength(0)
  })

  test('a year without a round, or a round without agencies, is refused', async ({ as }) => {
    await expect(computeResults(as(operator), fiscalYear)).rejects.toMatchObject({ code: 'round.notFound' })
    await openRound(as(operator), await readRules())
    await expect(computeResults(as(operator), fiscalYear)).rejects.toMatchObject({
      code: 'results.noAgencies',
    })
  })
})

describe('freezing', () => {
  test('frozen results can neither be computed nor frozen again, and the round takes nothing more', async ({
    as,
    db,
  }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    expect(await freezeResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
    expect(await db.select().from(resultFreezes)).toMatchObject([
      { agencies: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/), actorName: 'somchai' },
    ])
    expect((await getRound(db, fiscalYear)).isClosed).toBe(true)
    const scores = [{ agencyCode: 'HILL', itemCode: 'o1', score: 0 }]
    await expect(recordScores(as(operator), { fiscalYear, scores })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(computeResults(as(operator), fiscalYear)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(freezeResults(as(operator), fiscalYear)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('nobody but the operator freezes', async ({ as }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await expect(freezeResults(as(anyone), fiscalYear)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('what was not computed cannot be frozen', async ({ as }) => {
    await answerRound(as(operator))
    await expect(freezeResults(as(operator), fiscalYear)).rejects.toMatchObject({
      code: 'results.notComputed',
    })
  })

  test('results older than the answers cannot be frozen', async ({ as, db }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await answerAll(as(operator), 'HILL', 'worst')
    await expect(freezeResults(as(operator), fiscalYear)).rejects.toMatchObject({ code: 'results.stale' })
    expect((await getRound(db, fiscalYear)).isClosed).toBe(false)
  })
})

describe('publishing', () => {
  test('nothing is seen before, everything after, with equal totals sharing a place', async ({ as, db }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    expect(await listPublishedYears(db)).toEqual([])
    expect(await getRanking(db, ranking)).toEqual({ rows: [], count: 0 })
    expect(await getSheet(db, 'RIVER', fiscalYear)).toBeNull()
    expect(await publishResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
    expect(await listPublishedYears(db)).toEqual([fiscalYear])
    const { rows, count } = await getRanking(db, ranking)
    expect(count).toBe(3)
    expect(rows.map(({ place, result }) => [place, result.agency.code])).toEqual([
      [1, 'RIVER'],
      [1, 'HILL'],
      [null, 'FIELD'],
    ])
    expect(await findShownSheet(db, 'river', fiscalYear)).toMatchObject({
      sheet: { total: '100.00', agency: { code: 'RIVER' } },
    })
  })

  test('ranks are kept for the nation and for each group the agency is in', async ({ as, db }) => {
    await answerRound(as(operator))
    await answerAll(as(operator), 'FIELD', 'worst')
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    await publishResults(as(operator), fiscalYear)
    const ranksOf = async (agencyCode: string) =>
      (await listPublishedResults(db, { fiscalYear, agencyCode, page: 1, pageSize: 1 })).results[0]?.ranks
    expect(await ranksOf('RIVER')).toEqual({
      nation: { place: 1, of: 3 },
      type: { place: 1, of: 1 },
      ministry: { place: 1, of: 1 },
    })
    expect(await ranksOf('HILL')).toEqual({
      nation: { place: 1, of: 3 },
      type: { place: 1, of: 2 },
      province: { place: 1, of: 2 },
    })
    expect(await ranksOf('FIELD')).toEqual({
      nation: { place: 3, of: 3 },
      type: { place: 2, of: 2 },
      province: { place: 2, of: 2 },
    })
  })

  test('imaginary agencies have places among themselves, and count in no place of a real one', async ({
    as,
    db,
  }) => {
    await answerRound(as(operator))
    await answerAll(as(operator), 'FIELD', 'worst')
    await db
      .update(agencies)
      .set({ isImaginary: true })
      .where(inArray(agencies.code, ['HILL', 'FIELD']))
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    await publishResults(as(operator), fiscalYear)
    const { rows } = await getRanking(db, ranking)
    expect(rows.map(({ place, result }) => [result.agency.code, place, result.ranks.nation])).toEqual([
      ['RIVER', 1, { place: 1, of: 1 }],
      ['HILL', 1, { place: 1, of: 2 }],
      ['FIELD', 2, { place: 2, of: 2 }],
    ])
    const overview = await getOverview(db, fiscalYear)
    expect(overview.real).toMatchObject({ agencies: 1, mean: '100.00', passed: 1 })
    expect(overview.imaginary).toMatchObject({
      agencies: 2,
      mean: '70.00',
      passed: 1,
      passedPercent: '50.00',
    })
  })

  test('what three people answered is withheld from the page, the list and the sheet; the total stays', async ({
    as,
    db,
  }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    await publishResults(as(operator), fiscalYear)
    const result = await getAgencyResult(db, 'RIVER', fiscalYear)
    expect(result).toMatchObject({ total: '100.00', questions: [], hasSheet: false, sheetHash: null })
    expect(result.instruments.map(({ score, respondents }) => [score, respondents])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      ['100.00', null],
    ])
    const [listed] = (
      await listPublishedResults(db, { fiscalYear, agencyCode: 'RIVER', page: 1, pageSize: 1 })
    ).results
    expect(listed?.figures.instruments).toMatchObject({ iit: null, eitPublic: null, oit: '100.00' })
    expect(listed?.withheld).toContain('part:iit')
    const shown = await findShownSheet(db, 'RIVER', fiscalYear)
    expect(shown?.sheet.derivation['part:iit/question:i1']).toMatchObject({ value: null, inputs: [] })
    expect(shown?.sheet.inputs.tallies).toEqual({})
    await expect(getSheet(db, 'RIVER', fiscalYear)).rejects.toMatchObject({ code: 'results.sheetWithheld' })
  })

  test('nobody but the operator publishes', async ({ as }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    await expect(publishResults(as(anyone), fiscalYear)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('what is not frozen, or published already, is refused', async ({ as, db }) => {
    await answerRound(as(operator))
    await computeResults(as(operator), fiscalYear)
    await expect(publishResults(as(operator), fiscalYear)).rejects.toMatchObject({
      code: 'results.notFrozen',
    })
    await freezeResults(as(operator), fiscalYear)
    await publishResults(as(operator), fiscalYear)
    await expect(publishResults(as(operator), fiscalYear)).rejects.toMatchObject({
      code: 'results.alreadyPublished',
    })
    const published = eq(auditEvents.event, 'results.published')
    expect(await db.select().from(auditEvents).where(published)).toHaveLength(1)
  })
})

/** It is 15 August 2025, the day on which the results of 2568 came out by the framework. */
describe('the days of publication', () => {
  const freeze = async (context: Context) => {
    await answerRound(context)
    await computeResults(context, fiscalYear)
    await freezeResults(context, fiscalYear)
  }
  const days = { fiscalYear, phase: 'publish', opensOn: '2025-08-15', closesOn: '2025-08-31' }

  test.for([
    ['have not come', 'upcoming', '2025-08-16', '2025-08-31'],
    ['are over', 'closed', '2025-08-01', '2025-08-14'],
  ] as const)(
    'while they %s nothing is published, until they are moved',
    async ([, state, opens, closes], { as, db }) => {
      await freeze(as(operator))
      await schedulePhase(as(operator), { ...days, opensOn: opens, closesOn: closes })
      await expect(publishResults(as(operator), fiscalYear)).rejects.toMatchObject({
        ...{ kind: 'closed', code: 'round.phaseNotOpen' },
        parameters: { phase: 'publish', state, opens, closes },
      })
      expect(await listPublishedYears(db)).toEqual([])
      await schedulePhase(as(operator), days)
      expect(await publishResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
    },
  )

  test('that the framework brought bind while they are to come', async ({ as }) => {
    await freeze(as(operator))
    const early = { ...as(operator), now: startOfDay('2025-08-14') }
    await expect(publishResults(early, fiscalYear)).rejects.toMatchObject({ code: 'round.phaseNotOpen' })
  })

  test('that the framework brought forbid nothing once they are history', async ({ as }) => {
    await freeze(as(operator))
    const late = { ...as(operator), now: startOfDay('2026-03-01') }
    expect(await publishResults(late, fiscalYear)).toEqual({ agencies: 3 })
  })

  test('do not hold back computing and freezing, nor do those of other phases', async ({ as }) => {
    await answerRound(as(operator))
    await schedulePhase(as(operator), { ...days, opensOn: '2025-08-16' })
    for (const phase of ['collect', 'score', 'clarify']) {
      await schedulePhase(as(operator), { ...days, phase, opensOn: '2025-08-16' })
    }
    await computeResults(as(operator), fiscalYear)
    expect(await freezeResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
  })
})

/** It is 15 August 2025. */
describe('the days of confirmation', () => {
  const days = { fiscalYear, phase: 'confirm', opensOn: '2025-08-15', closesOn: '2025-08-31' }
  const away = [
    ['have not come', 'upcoming', '2025-08-16', '2025-08-31'],
    ['are over', 'closed', '2025-08-01', '2025-08-14'],
  ] as const

  test.for(away)(
    'while they %s results are neither computed nor frozen, until they are moved',
    async ([, state, opens, closes], { as, db }) => {
      await answerRound(as(operator))
      const refusal = {
        ...{ kind: 'closed', code: 'round.phaseNotOpen' },
        parameters: { phase: 'confirm', state, opens, closes },
      }
      await schedulePhase(as(operator), { ...days, opensOn: opens, closesOn: closes })
      await expect(computeResults(as(operator), fiscalYear)).rejects.toMatchObject(refusal)
      expect(await db.select().from(results)).toHaveLength(0)
      await schedulePhase(as(operator), days)
      await computeResults(as(operator), fiscalYear)
      await schedulePhase(as(operator), { ...days, opensOn: opens, closesOn: closes })
      await expect(freezeResults(as(operator), fiscalYear)).rejects.toMatchObject(refusal)
      expect((await getRound(db, fiscalYear)).isClosed).toBe(false)
      await schedulePhase(as(operator), days)
      expect(await freezeResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
    },
  )

  test('can be moved in a round that was closed by hand, so that its results can still be frozen', async ({
    as,
  }) => {
    await answerRound(as(operator))
    await schedulePhase(as(operator), { ...days, opensOn: '2025-08-01', closesOn: '2025-08-14' })
    await closeRound(as(operator), fiscalYear)
    await schedulePhase(as(operator), days)
    await computeResults(as(operator), fiscalYear)
    expect(await freezeResults(as(operator), fiscalYear)).toEqual({ agencies: 3 })
  })

  test('that the framework of an earlier year brought bind while they are to come, and forbid nothing after', async ({
    as,
  }) => {
    await registerCast(as(operator))
    const { framework } = await readRules()
    const phases = framework.phases.map((phase) =>
      phase.id === 'confirm' ? { ...phase, opensOn: '2025-06-16', closesOn: '2025-06-30' } : phase,
    )
    await openRound(as(operator), { framework: { ...framework, phases }, hash: 'days of its own' })
    await enrolAgencies(as(operator), { fiscalYear, agencies: [{ agencyCode: 'HILL' }] })
    await answerAll(as(operator), 'HILL', 'best')
    const early = { ...as(operator), now: startOfDay('2025-06-15') }
    await expect(computeResults(early, fiscalYear)).rejects.toMatchObject({ code: 'round.phaseNotOpen' })
    expect(await computeResults(as(operator), fiscalYear)).toEqual({ agencies: 1 })
    await expect(freezeResults(early, fiscalYear)).rejects.toMatchObject({ code: 'round.phaseNotOpen' })
    expect(await freezeResults(as(operator), fiscalYear)).toEqual({ agencies: 1 })
  })
})
