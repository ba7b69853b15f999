/** Scores from published figures: what they tell, what they leave open, where they disagree. */
import { describe, expect, test } from 'vitest'
import { format } from '#base/decimal.ts'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import { computeScore } from './compute.ts'
import type { Score, ScoringInputs } from './score.ts'

const framework = madeUpFramework()
const scoreOf = (inputs: ScoringInputs) => computeScore(framework, inputs)

function shown(score: Score, id: string): string | null {
  const value = score.nodes.get(id)?.value
  return value ? format(value, 2) : null
}

/** The ten indicators, all of an instrument alike. */
function indicators(iit: string, eit: string, oit: string): Record<string, string> {
  const scores = [iit, iit, iit, iit, iit, eit, eit, eit, oit, oit]
  return Object.fromEntries(scores.map((score, place) => [String(place + 1), score]))
}

describe('published indicator scores', () => {
  test('give the instruments and the total, the EIT with its whole weight', () => {
    const score = scoreOf({ indicators: indicators('90', '80', '70') })
    expect(shown(score, 'part:iit')).toBe('90.00')
    expect(shown(score, 'instrument:eit')).toBe('80.00')
    expect(shown(score, 'total')).toBe('79.00')
    expect(score.nodes.get('total')?.inputs).toContainEqual({ node: 'instrument:eit', weight: '30' })
    expect(score.nodes.get('indicator:1')?.rule).toBe('published')
  })

  test('do not tell the EIT parts apart', () => {
    const score = scoreOf({ indicators: indicators('90', '80', '70') })
    expect(score.nodes.get('part:eitPublic')).toMatchObject({
      value: null,
      reason: { code: 'notKnownFromPublished', missing: ['eitPublic'] },
    })
  })

  test('of nine indicators leave the tenth and the total unknown', () => {
    const { 3: _left, ...nine } = indicators('90', '80', '70')
    const score = scoreOf({ indicators: nine })
    expect(score.nodes.get('indicator:3')?.reason).toEqual({ code: 'missingInput', missing: ['indicator:3'] })
    expect(score.nodes.get('total')?.reason).toEqual({ code: 'missingInput', missing: ['indicator:3'] })
  })

  test.each([
    ['a total under 85 needs no parts', indicators('84', '84', '84'), 'improve'],
    ['an EIT under 85 has a part under 85', indicators('90', '84.98', '90'), 'pass'],
    ['an EIT of 97.60 has both parts above 95', indicators('98', '97.60', '98'), 'excellent'],
    ['an EIT of 94 has a part under 95 and both above 85', indicators('98', '94', '98'), 'good'],
    ['an IIT under 85 settles it', indicators('84', '90', '90'), 'pass'],
  ])('the rating is certain: %s', (_why, published, rating) => {
    expect(scoreOf({ indicators: published }).rating).toBe(rating)
  })

  test.each([
    ['an EIT of 90 may hide a part under 85', indicators('98', '90', '98')],
    ['an EIT of 96 may hide a part under 95', indicators('98', '96', '98')],
    ['an EIT of 84.99 may be two parts of 85.00, rounded', indicators('90', '84.99', '90')],
  ])('the rating is undecided: %s', (_why, published) => {
    const score = scoreOf({ indicators: published })
    expect(score.rating).toBeNull()
    expect(score.nodes.get('rating')?.reason).toEqual({
      code: 'ratingUndecided',
      missing: ['eitPublic', 'eitSurvey'],
    })
  })

  test('and one known part leave the other little room', () => {
    const instruments = { eitPublic: '95' }
    expect(scoreOf({ indicators: indicators('98', '89.90', '98'), instruments }).rating).toBe('pass')
    expect(scoreOf({ indicators: indicators('98', '90.10', '98'), instruments }).rating).toBe('good')
  })
})

describe('published instrument scores', () => {
  const instruments = { iit: '92.52', eitPublic: '91.21', eitSurvey: '89.91', oit: '95.00' }

  test('give the total and the rating', () => {
    const score = scoreOf({ instruments })
    expect(shown(score, 'total')).toBe('92.92')
    expect(score.rating).toBe('good')
    expect(score.disagreements).toEqual([])
  })

  test('rule the total where indicators say otherwise, and the difference is listed', () => {
    const score = scoreOf({ instruments, indicators: indicators('92.19', '90.56', '95') })
    expect(shown(score, 'total')).toBe('92.92')
    expect(score.disagreements).toEqual([{ node: 'part:iit', published: '92.52', computed: '92.19' }])
  })

  test('of the parts that the indicators contradict are listed for the whole EIT', () => {
    const score = scoreOf({ instruments, indicators: indicators('92.52', '91', '95') })
    expect(score.disagreements).toEqual([{ node: 'instrument:eit', published: '90.56', computed: '91.00' }])
  })

  test('of the EIT as a whole count with its whole weight', () => {
    const score = scoreOf({ instruments: { iit: '90', eit: '80', oit: '70' } })
    expect(shown(score, 'total')).toBe('79.00')
    expect(score.nodes.get('part:eitSurvey')?.value).toBeNull()
  })

  test('without one of them leave the total unknown', () => {
    const score = scoreOf({ instruments: { iit: '90', eitPublic: '80', oit: '70' } })
    expect(score.nodes.get('total')?.reason).toEqual({ code: 'noAnswers', missing: ['eitSurvey'] })
  })
})

describe('published figures beside items', () => {
  const items = { o1: 100, o2: 0, o3: 100, o4: 100, o5: 0 }

  test('the items rule, and each difference is listed', () => {
    const score = scoreOf({ items, indicators: { 9: '75.00', 10: '61.00' }, instruments: { oit: '68' } })
    expect(shown(score, 'indicator:10')).toBe('60.00')
    expect(shown(score, 'part:oit')).toBe('67.50')
    expect(score.disagreements).toEqual([
      { node: 'indicator:10', published: '61.00', computed: '60.00' },
      { node: 'part:oit', published: '68.00', computed: '67.50' },
    ])
  })

  test('fill in what the items leave unknown', () => {
    const { o5: _left, ...four } = items
    const score = scoreOf({ items: four, indicators: { 10: '61.00' } })
    expect(score.nodes.get('indicator:10')?.rule).toBe('published')
    expect(shown(score, 'part:oit')).toBe('68.00')
  })
})
