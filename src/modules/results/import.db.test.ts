/** Published results of other systems are kept as they were printed, beside what is computed here. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { answerAll, fiscalYear, openCastRound, operator, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'
import { freezeResults } from './freeze.ts'
import { importResults } from './import.ts'
import { publishResults } from './publish.ts'
import { getAgencyResult, listPublishedResults } from './queries.ts'
import { results } from './tables.ts'

const river = { agencyCode: 'RIVER', source: 'รายงานประจำปี' }

describe('importing published results', () => {
  test('they are seen at once, with their source, their note and two decimals', async ({ as, db }) => {
    await registerCast(as(operator))
    const note = { th: 'พิมพ์ผิด', en: 'misprint' }
    const given = { ...river, total: '90', rating: 'good', instruments: { iit: '91.5' }, note }
    const ranks = { type: { place: 3, of: 160 } }
    expect(await importResults(as(operator), { fiscalYear, results: [{ ...given, ranks }] })).toEqual({
      agencies: 1,
    })
    const found = await getAgencyResult(db, 'RIVER', fiscalYear)
    expect(found).toMatchObject({
      origin: 'imported',
      total: '90.00',
      rating: { step: 2 },
      ranks,
      hasSheet: false,
    })
    expect(found.instruments).toMatchObject([{ id: 'iit', score: '91.50', respondents: null }])
    expect(found.imported).toMatchObject({ source: 'รายงานประจำปี', note })
  })

  test('imported again, the new figures take the place of the old', async ({ as, db }) => {
    await registerCast(as(operator))
    await importResults(as(operator), { fiscalYear, results: [{ ...river, total: '90' }] })
    await importResults(as(operator), { fiscalYear, results: [{ ...river, total: '91' }] })
    expect((await db.select().from(results)).map(({ total }) => total)).toEqual(['91.00'])
  })

  test('figures that do not give each other are kept as printed and said to disagree', async ({ as, db }) => {
    await registerCast(as(operator))
    const indicators = { '1': '90', '2': '90', '3': '90', '4': '90', '5': '90' }
    const given = { ...river, instruments: { iit: '91' }, indicators }
    await importResults(as(operator), { fiscalYear, results: [given] })
    const found = await getAgencyResult(db, 'RIVER', fiscalYear)
    expect(found.disagreements).toEqual([{ node: 'part:iit', published: '91.00', computed: '90.00' }])
    expect(found.instruments).toMatchObject([{ id: 'iit', score: '91.00' }])
  })

  test('a published figure never takes the place of a computed one; the difference is shown', async ({
    as,
    db,
  }) => {
    await openCastRound(as(operator))
    await answerAll(as(operator), 'RIVER', 'best')
    await importResults(as(operator), { fiscalYear, results: [{ ...river, total: '99.99', rating: 'good' }] })
    await computeResults(as(operator), fiscalYear)
    await freezeResults(as(operator), fiscalYear)
    const before = await getAgencyResult(db, 'RIVER', fiscalYear)
    expect(before).toMatchObject({ origin: 'imported', total: '99.99' })
    await publishResults(as(operator), fiscalYear)
    const after = await getAgencyResult(db, 'RIVER', fiscalYear)
    expect(after).toMatchObject({ origin: 'computed', total: '100.00', rating: { id: 'excellent' } })
    expect(after.imported?.figures).toMatchObject({ total: '99.99', rating: { id: 'good' } })
    expect(after.disagreements).toEqual([{ node: 'total', published: '99.99', computed: '100.00' }])
    const { results: list } = await listPublishedResults(db, { fiscalYear, page: 1, pageSize: 10 })
    const differing = [{ node: 'total', published: '99.99', computed: '100.00' }]
    expect(list.map(({ agency, disagreements }) => [agency.code, disagreements])).toEqual([
      ['RIVER', differing],
      ['HILL', []],
      ['FIELD', []],
    ])
    expect(list[0]?.imported?.figures).toMatchObject({ total: '99.99' })
  })

  test('a published standing is kept where no score was published', async ({ as, db }) => {
    await registerCast(as(operator))
    const standings = { iit: 'passed', eit: 'below' } as const
    await importResults(as(operator), {
      fiscalYear: 2563,
      results: [{ ...river, total: '90.95', standings }],
    })
    const found = await getAgencyResult(db, 'RIVER', 2563)
    expect(
      found.instruments.map(({ id, score, publishedStanding }) => [id, score, publishedStanding]),
    ).toEqual([
      ['iit', null, 'passed'],
      ['eit', null, 'below'],
    ])
    expect(found).toMatchObject({ rating: { id: 'a' }, derived: ['rating'], imported: { standings } })
    expect(found.imported?.figures.rating).toBeNull()
    expect(found.trend).toMatchObject([{ isRatingDerived: true }])
  })

  test('nobody but the operator imports', async ({ as }) => {
    await registerCast(as(operator))
    const act = importResults(as(anyone), { fiscalYear, results: [{ ...river, total: '90' }] })
    await expect(act).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a list with faults is refused whole, with every fault and its line', async ({ as, db }) => {
    await registerCast(as(operator))
    const list = [
      { ...river, total: '90', line: 2 },
      { ...river, agencyCode: 'river', total: '90.123', line: 3 },
      { ...river, agencyCode: 'NOBODY', total: '90', rating: 'a', line: 4 },
      { ...river, agencyCode: 'HILL', instruments: { xit: '1' }, indicators: { '11': '101' }, line: 5 },
    ]
    await expect(importResults(as(operator), { fiscalYear, results: list })).rejects.toMatchObject({
      code: 'results.importInvalid',
      findings: [
        { line: 3, code: 'results.agencyTwice' },
        { line: 4, code: 'registry.agencyNotFound' },
        { line: 3, code: 'results.scoreInvalid' },
        { line: 4, code: 'results.ratingUnknown' },
        { line: 5, code: 'results.scoreInvalid' },
        { line: 5, code: 'results.instrumentUnknown' },
        { line: 5, code: 'results.indicatorUnknown' },
      ],
    })
    expect(await db.select().from(results)).toHaveLength(0)
  })

  test('a year whose rules are not known takes a total and no rating', async ({ as, db }) => {
    await registerCast(as(operator))
    const year = 2562
    await importResults(as(operator), { fiscalYear: year, results: [{ ...river, total: '88.95' }] })
    expect(await getAgencyResult(db, 'RIVER', year)).toMatchObject({
      total: '88.95',
      rating: null,
      indicators: [],
    })
    const rated = importResults(as(operator), { fiscalYear: year, results: [{ ...river, rating: 'a' }] })
    await expect(rated).rejects.toMatchObject({ kind: 'invalid' })
  })
})
