/** The demo as loaded: a real agency's result from its answers, published years beside it, an imaginary province. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import {
  getAgencyResult,
  getOverview,
  getRanking,
  getSheet,
  listAgencyYears,
  listGroups,
  listPublishedResults,
  listPublishedYears,
  searchResults,
} from '#modules/results/queries.ts'
import type { RankingQuery } from '#modules/results/result.ts'
import { verifySheet } from '#modules/scoring/verify.ts'
import type { Database } from '#platform/database.ts'
import expected from '../../../tests/golden/diprom-2568/expected.json' with { type: 'json' }
import { doorwayOf, openClone } from '../../../tests/support/database.ts'
import { loadDemo } from './load.ts'

let database: Database
beforeAll(async () => {
  database = await openClone()
  await loadDemo(doorwayOf(database))
})
afterAll(() => database.close())

const ranking: RankingQuery = {
  fiscalYear: 2568,
  sort: 'rank',
  direction: 'ascending',
  page: 1,
  pageSize: 100,
}

const codesOf = async (query: Partial<RankingQuery>) =>
  (await getRanking(database.query, { ...ranking, ...query })).rows.map(({ result }) => result.agency.code)

describe('the department whose answers are reconstructed', () => {
  test('its answers, put through the tables, give every published figure of 2568', async () => {
    const result = await getAgencyResult(database.query, 'DIPROM', 2568)
    expect(result).toMatchObject({ origin: 'computed', total: '92.65', rating: { name: { th: 'ผ่าน' } } })
    const scores = (list: readonly { id?: string; number?: number; score: string | null }[]) =>
      Object.fromEntries(list.map(({ id, number, score }) => [id ?? number, score]))
    expect(scores(result.instruments)).toEqual(expected.instruments)
    expect(scores(result.indicators)).toEqual(expected.indicators)
    expect(Object.fromEntries(result.indicators.map(({ number, rank }) => [number, rank]))).toEqual(
      expected.indicatorRanks,
    )
    for (const { id, scores: byPart } of result.questions) {
      for (const [part, score] of Object.entries(byPart)) {
        expect((expected.questions as Record<string, Record<string, string>>)[part]?.[id]).toBe(score)
      }
    }
    expect(result.questions).toHaveLength(24)
    expect(result.items.filter(({ score }) => score === '0.00').map(({ code }) => code)).toEqual(['o26'])
  })

  test('its published ranks stand beside the computed ones, and nothing disagrees', async () => {
    const result = await getAgencyResult(database.query, 'diprom', 2568)
    expect(result.ranks).toEqual({
      nation: { place: 1, of: 1 },
      type: { place: 1, of: 1 },
      ministry: { place: 1, of: 1 },
    })
    expect(result.imported?.ranks).toEqual({ type: { place: 122, of: 160 }, ministry: { place: 8, of: 8 } })
    expect(result.disagreements).toEqual([])
    expect(result.note?.en).toContain('reconstructed')
  })

  test('one part under 85 kept the better rating away', async () => {
    const { decidedBy, ratingChange, change } = await getAgencyResult(database.query, 'DIPROM', 2568)
    expect(decidedBy).toMatchObject([{ id: 'eitSurvey', score: '84.38', line: '85' }])
    expect({ ratingChange, change }).toEqual({ ratingChange: -1, change: '-0.27' })
  })

  test('its totals run from 2562 to 2568 with the published differences', async () => {
    const { trend } = await getAgencyResult(database.query, 'DIPROM', 2568)
    expect(trend.map(({ fiscalYear, total, change }) => [fiscalYear, total, change])).toEqual([
      [2562, '88.95', null],
      [2563, '92.77', '3.82'],
      [2564, '90.70', '-2.07'],
      [2565, '79.79', '-10.91'],
      [2566, '95.02', '15.23'],
      [2567, '92.92', '-2.10'],
      [2568, '92.65', '-0.27'],
    ])
    expect(await listAgencyYears(database.query, 'DIPROM')).toEqual([
      2568, 2567, 2566, 2565, 2564, 2563, 2562,
    ])
  })

  test('the misprint of its 2567 figures is shown and nothing is corrected', async () => {
    const result = await getAgencyResult(database.query, 'DIPROM', 2567)
    expect(result.disagreements).toEqual([{ node: 'part:iit', published: '92.52', computed: '92.19' }])
    expect(result.total).toBe('92.92')
    expect(result.decidedBy).toMatchObject([{ id: 'total', score: '92.92', line: '95' }])
  })

  test('anyone can verify its score sheet', async () => {
    const sheet = await getSheet(database.query, 'DIPROM', 2568)
    const loaded = await getPinnedFramework(database.query, sheet?.framework.hash ?? '')
    expect(verifySheet(sheet, loaded)).toMatchObject({ ok: true, sameFramework: true })
    expect(await getSheet(database.query, 'DIPROM', 2567)).toBeNull()
  })
})

describe('what was published with gaps', () => {
  const scoresOf = async (code: string, year: number) => {
    const { instruments, derived } = await getAgencyResult(database.query, code, year)
    return { scores: Object.fromEntries(instruments.map(({ id, score }) => [id, score])), derived }
  }

  test('instruments that were not printed follow from their indicators or parts, and are marked', async () => {
    expect(await scoresOf('BANG-KACHA', 2563)).toEqual({
      scores: { iit: '92.35', eit: '80.50', oit: '83.68' },
      derived: ['part:iit', 'part:eit', 'part:oit'],
    })
    const diprom = await scoresOf('DIPROM', 2567)
    expect(diprom).toMatchObject({ scores: { eit: '90.56' }, derived: ['instrument:eit'] })
  })

  test('the instruments of which only the standing was published are shown with it', async () => {
    const { instruments } = await getAgencyResult(database.query, 'OSMEP', 2563)
    expect(instruments.map(({ id, score, publishedStanding }) => [id, score, publishedStanding])).toEqual([
      ['iit', null, 'passed'],
      ['eit', null, 'below'],
      ['oit', null, 'passed'],
    ])
  })

  test.each([
    [2562, null, []],
    [2563, 'a', ['rating']],
    [2565, 'b', ['rating']],
    [2566, null, []],
  ] as const)('the rating of %i is %s', async (year, rating, derived) => {
    const found = await getAgencyResult(database.query, 'DIPROM', year)
    expect([found.rating?.id ?? null, found.derived]).toEqual([rating, derived])
  })

  test('the list tells the published and the computed figure where they differ', async () => {
    const { results } = await listPublishedResults(database.query, {
      ...{ fiscalYear: 2567, agencyCode: 'DIPROM', page: 1, pageSize: 1 },
    })
    expect(results[0]?.disagreements).toEqual([{ node: 'part:iit', published: '92.52', computed: '92.19' }])
  })
})

describe('rankings', () => {
  test('the real agency has its place apart, and the forty imaginary ones theirs', async () => {
    const { rows } = await getRanking(database.query, ranking)
    expect(rows.slice(0, 3).map(({ place, result }) => [place, result.agency.isImaginary])).toEqual([
      [1, false],
      [1, true],
      [2, true],
    ])
    expect(rows.find(({ result }) => result.agency.isImaginary)?.result.ranks.nation).toEqual({
      place: 1,
      of: 38,
    })
  })

  test('places are among what the filters leave; searching does not change them', async () => {
    const filtered = { type: 'subdistrictMunicipality', province: 'ZZ' }
    const all = await getRanking(database.query, { ...ranking, ...filtered })
    expect(all.rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const last = all.rows.at(-1)
    const search = last?.result.agency.name.th ?? ''
    const found = await getRanking(database.query, { ...ranking, ...filtered, search })
    expect(found).toEqual({ rows: [last], count: 1 })
  })

  test('equal totals share a place and the next place is left out', async () => {
    const { rows } = await getRanking(database.query, { ...ranking, province: 'ZZ' })
    const totals = rows.map(({ result }) => result.figures.total)
    const tied = totals.findIndex((total, index) => total !== null && total === totals[index + 1])
    expect(tied).toBeGreaterThan(0)
    expect(rows[tied + 1]?.place).toBe(rows[tied]?.place)
    expect(rows[tied + 2]?.place).toBe((rows[tied]?.place ?? 0) + 2)
  })

  test('pages follow each other without a gap, and count all rows even past the end', async () => {
    const whole = await codesOf({})
    const first = await codesOf({ pageSize: 15 })
    const second = await codesOf({ pageSize: 15, page: 2 })
    expect([...first, ...second]).toEqual(whole.slice(0, 30))
    expect(await getRanking(database.query, { ...ranking, page: 9 })).toEqual({ rows: [], count: 41 })
  })

  test('sorting by name, total or change turns round with the direction, unknown ones last both ways', async () => {
    const unknown = ['TMB-33', 'TMB-39']
    for (const sort of ['total', 'change', 'rank'] as const) {
      const up = await codesOf({ sort })
      const down = await codesOf({ sort, direction: 'descending' })
      expect(up.slice(-2).toSorted()).toEqual(unknown)
      expect(down.slice(-2).toSorted()).toEqual(unknown)
      expect(down[0]).toBe(up.at(-3))
    }
    expect(await codesOf({ sort: 'name' })).toEqual(
      (await codesOf({ sort: 'name', direction: 'descending' })).reverse(),
    )
  })
})

describe('the imaginary province', () => {
  test('it is marked as made up, and its ratings reach every level', async () => {
    const { results } = await listPublishedResults(database.query, {
      fiscalYear: 2568,
      page: 1,
      pageSize: 100,
    })
    const imaginary = results.filter(({ agency }) => agency.isImaginary)
    expect(imaginary).toHaveLength(40)
    expect(new Set(imaginary.map(({ agency }) => agency.province?.code))).toEqual(new Set(['ZZ']))
    const levels = new Set(imaginary.map(({ figures }) => figures.rating?.id))
    expect([...levels].sort()).toEqual(['excellent', 'good', 'improve', 'pass', 'urgent', undefined])
  })

  test('an agency without the answers of a part has no total, and is not given zero', async () => {
    const result = await getAgencyResult(database.query, 'TMB-33', 2568)
    expect(result).toMatchObject({ total: null, rating: null, ranks: {} })
    expect(result.instruments.find(({ id }) => id === 'eitSurvey')?.score).toBeNull()
  })
})

describe('reading a year', () => {
  test('the years with results are listed newest first', async () => {
    expect(await listPublishedYears(database.query)).toEqual([2568, 2567, 2566, 2565, 2564, 2563, 2562])
  })

  test('the overview adds up', async () => {
    const overview = await getOverview(database.query, 2568)
    const { imaginary, real } = overview
    const sum = (list: readonly { count: number }[] = []) => list.reduce((all, { count }) => all + count, 0)
    expect(imaginary).toMatchObject({ agencies: 40, withoutTotal: 2, passed: 29, passedPercent: '76.32' })
    expect({ rated: sum(imaginary?.distribution), typed: sum(imaginary?.types) }).toEqual({
      rated: 38,
      typed: 40,
    })
    expect(imaginary?.highest).toHaveLength(10)
    expect(real).toMatchObject({ agencies: 1, withoutTotal: 0, mean: '92.65', passedPercent: '100.00' })
    expect(real?.highest.map(({ agency }) => agency.code)).toEqual(['DIPROM'])
    expect(await getOverview(database.query, 2540)).toEqual({ fiscalYear: 2540, real: null, imaginary: null })
  })

  test('filters offer only groups that have results that year', async () => {
    const groups = await listGroups(database.query, 2568)
    expect(groups.ministries.map(({ code }) => code)).toEqual(['industry'])
    expect(groups.provinces.map(({ code }) => code)).toEqual(['ZZ'])
    expect(groups.types[0]?.code).toBe('department')
  })

  test('searching finds an agency with its newest result', async () => {
    expect(await searchResults(database.query, 'ส่งเสริมอุตสาหกรรม', 5)).toMatchObject([
      { agency: { code: 'DIPROM' }, latest: { fiscalYear: 2568, figures: { total: '92.65' } } },
    ])
    expect(await searchResults(database.query, 'bang kacha', 5)).toMatchObject([
      { latest: { fiscalYear: 2563, figures: { total: '85.32', rating: { name: { th: 'A' } } } } },
    ])
  })

  test('a year of which nothing is published is said not to be found', async () => {
    await expect(getAgencyResult(database.query, 'OSMEP', 2568)).rejects.toMatchObject({ kind: 'notFound' })
  })
})

test('loading the demo again changes nothing', async () => {
  const before = await getRanking(database.query, ranking)
  await loadDemo(doorwayOf(database))
  expect(await getRanking(database.query, ranking)).toEqual(before)
})
