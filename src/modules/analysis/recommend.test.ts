/** Recommendations follow the rules of the year, on results that were really published. */
import { describe, expect, test } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { recommend } from './recommend.ts'
import type { Recommendations } from './recommendation.ts'
import { bangKacha2563, diprom2568, onlyTotal, osmep2563 } from './result-samples.ts'

const { framework: of2568 } = await readFramework(`${frameworksRoot}/2568`)
const { framework: of2563 } = await readFramework(`${frameworksRoot}/2563`)

const standings = ({ instruments }: Recommendations) =>
  Object.fromEntries(instruments.map(({ id, standing }) => [id, standing]))
const instrument = ({ instruments }: Recommendations, id: string) => {
  const found = instruments.find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

describe('the Department of Industrial Promotion in 2568', () => {
  const result = diprom2568(of2568)
  const recommendations = recommend(of2568, result)

  test('passed the target in total, in IIT and in OIT; EIT passed as a whole but not in its second part', () => {
    expect(recommendations.total).toBe('passed')
    expect(standings(recommendations)).toEqual({ iit: 'passed', eit: 'partBelow', oit: 'passed' })
    expect(instrument(recommendations, 'eit').parts.map(({ id, standing }) => [id, standing])).toEqual([
      ['eitPublic', 'passed'],
      ['eitSurvey', 'below'],
    ])
  })

  test('is advised on EIT alone, the lowest indicator first', () => {
    expect(instrument(recommendations, 'iit').advice).toEqual([])
    expect(instrument(recommendations, 'oit').advice).toEqual([])
    expect(instrument(recommendations, 'eit').advice.map(({ number, score }) => [number, score])).toEqual([
      [8, '85.41'],
      [7, '86.04'],
      [6, '92.92'],
    ])
  })

  test.each([
    ['iit', 3, 4],
    ['eit', 6, 8],
    ['oit', 9, 10],
  ])('is told the highest and lowest indicator of %s', (id, highest, lowest) => {
    const found = instrument(recommendations, id)
    expect([found.highest?.number, found.lowest?.number]).toEqual([highest, lowest])
  })

  test('is told of the very questions that the assessors took up', () => {
    expect(instrument(recommendations, 'iit').questions.map(({ id }) => id)).toEqual([
      'i10',
      'i15',
      'i1',
      'i14',
      'i12',
    ])
    expect(instrument(recommendations, 'eit').questions.map(({ id }) => id)).toEqual([
      'e5',
      'e7',
      'e8',
      'e4',
      'e9',
    ])
  })

  test('sees both parts of a low EIT question', () => {
    const [e5] = instrument(recommendations, 'eit').questions
    expect(e5?.scores.map(({ part, score }) => [part, score])).toEqual([
      ['eitPublic', '89.76'],
      ['eitSurvey', '78.06'],
    ])
    expect(e5?.level).toBe('urgent')
  })

  test('is referred to disclosure items and sub-indicators by code and by a title that names the year', () => {
    const questions = recommendations.instruments.flatMap((each) => each.questions)
    const codes = (id: string) => questions.find((each) => each.id === id)?.references.map(({ code }) => code)
    expect(codes('i14')).toEqual(['o27', 'o23', 'o25'])
    expect(codes('e5')).toEqual(['9.1', '9.2', '9.3'])
    const titles = questions.flatMap(({ references }) => references.map(({ title }) => title.th))
    expect(titles.join(' ')).toContain('2568')
    expect(titles.join(' ')).not.toContain('{fy')
  })

  test('lost one disclosure item', () => {
    expect(recommendations.lostItems.map(({ code, subIndicator }) => [code, subIndicator])).toEqual([
      ['o26', '10.2'],
    ])
    expect(recommendations.notKnown).toEqual([])
  })
})

describe('Bang Kacha in 2563', () => {
  const recommendations = recommend(of2563, bangKacha2563(of2563))

  test('passed IIT and was below in EIT and OIT', () => {
    expect(standings(recommendations)).toEqual({ iit: 'passed', eit: 'below', oit: 'below' })
  })

  test('is given the words and the advice of what is below, lowest indicator first', () => {
    const eit = instrument(recommendations, 'eit')
    const rule = of2563.recommendations.instruments.find((each) => each.instrument === 'eit')
    expect(eit.words).toEqual(rule?.whenBelow)
    expect(eit.advice.map(({ number }) => number)).toEqual([7, 8, 6])
    expect(instrument(recommendations, 'oit').advice.map(({ number }) => number)).toEqual([9, 10])
    expect(instrument(recommendations, 'iit').advice).toEqual([])
  })

  test('is told that questions and items are not known, and nothing about them', () => {
    expect(recommendations.notKnown).toEqual(['questions', 'items'])
    expect(recommendations.instruments.flatMap(({ questions }) => questions)).toEqual([])
    expect(recommendations.lostItems).toEqual([])
  })
})

describe('OSMEP in 2563, of which only the standing of each instrument was published', () => {
  const recommendations = recommend(of2563, osmep2563(of2563))

  test('passed IIT and OIT and was below in EIT, and has the words and the advice of that', () => {
    expect(standings(recommendations)).toEqual({ iit: 'passed', eit: 'below', oit: 'passed' })
    const eit = instrument(recommendations, 'eit')
    expect(eit.score).toBeNull()
    expect(eit.advice.map(({ number }) => number)).toEqual([6, 7, 8])
  })

  test('is not told that nothing is known of its instruments', () => {
    expect(recommendations.notKnown).toEqual(['indicators', 'questions', 'items'])
  })
})

describe('missing figures', () => {
  test('a total alone is held against the target, and nothing else is said', () => {
    const recommendations = recommend(of2568, onlyTotal(of2568))
    expect(recommendations.total).toBe('passed')
    expect(standings(recommendations)).toEqual({ iit: 'notKnown', eit: 'notKnown', oit: 'notKnown' })
    expect(recommendations.notKnown).toEqual(['instruments', 'indicators', 'questions', 'items'])
    for (const { words, advice, highest, lowest } of recommendations.instruments) {
      expect({ words, advice, highest, lowest }).toEqual({
        words: null,
        advice: [],
        highest: null,
        lowest: null,
      })
    }
  })

  test.each([
    [{ eitPublic: '90.00', eitSurvey: '86.00' }, 'passed'],
    [{ eitPublic: '80.00', eitSurvey: '84.99' }, 'below'],
    [{ eitPublic: '90.00', eitSurvey: '84.99' }, 'partBelow'],
    [{ eitPublic: '90.00', eitSurvey: null }, 'notKnown'],
  ])('parts %o without the whole are %s', (scores: Record<string, string | null>, standing) => {
    const whole = diprom2568(of2568)
    const instruments = whole.instruments.map((each) => ({ ...each, score: scores[each.id] ?? null }))
    expect(instrument(recommend(of2568, { ...whole, instruments }), 'eit').standing).toBe(standing)
  })

  test('a whole that is not known is never said to have passed', () => {
    const whole = diprom2568(of2568)
    const scores: Record<string, string> = { eitPublic: '90.00', eitSurvey: '84.99' }
    const instruments = whole.instruments.map((each) => ({ ...each, score: scores[each.id] ?? null }))
    expect(instrument(recommend(of2568, { ...whole, instruments }), 'eit').words).toBeNull()
  })

  test('a score of exactly 85 reaches the target', () => {
    const whole = diprom2568(of2568)
    const instruments = whole.instruments.map((each) => ({ ...each, score: '85.00' }))
    expect(standings(recommend(of2568, { ...whole, instruments }))).toEqual({
      iit: 'passed',
      eit: 'passed',
      oit: 'passed',
    })
  })
})
