/** Ratings at every threshold, and the sentence that gives their reason. */
import { describe, expect, test } from 'vitest'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import { computeScore } from './compute.ts'
import { ratingWords } from './rating-reason.ts'
import type { ScoringInputs } from './score.ts'

const framework = madeUpFramework()

function rate(iit: string, eitPublic: string, eitSurvey: string, oit: string): string | null {
  return computeScore(framework, { instruments: { iit, eitPublic, eitSurvey, oit } }).rating
}

const alike = (score: string) => rate(score, score, score, score)

describe('a rating', () => {
  test.each([
    ['0', 'urgent'],
    ['69.99', 'urgent'],
    ['70', 'improve'],
    ['84.99', 'improve'],
    ['85', 'good'],
    ['94.99', 'good'],
    ['95', 'excellent'],
    ['100', 'excellent'],
  ])('with every part at %s is %s', (score, expected) => {
    expect(alike(score)).toBe(expected)
  })

  test.each([
    ['IIT', ['84.99', '99', '99', '99']],
    ['the first EIT part', ['99', '84.99', '99', '99']],
    ['the second EIT part', ['99', '99', '84.99', '99']],
    ['OIT', ['99', '99', '99', '84.99']],
  ] as const)('above 85 with %s below 85 is a mere pass', (_name, [iit, pub, survey, oit]) => {
    expect(rate(iit, pub, survey, oit)).toBe('pass')
  })

  test('above 95 with one part between 85 and 95 is one level lower', () => {
    expect(rate('99', '99', '94.99', '99')).toBe('good')
  })

  test('is decided on two decimals: 84.995 is 85.00', () => {
    const instruments = { iit: '84.99', eitPublic: '85.01', eitSurvey: '85.00', oit: '85.00' }
    const score = computeScore(framework, { instruments })
    expect(score.nodes.get('total')?.value).toEqual({ numerator: 8500, denominator: 100 })
    expect(score.rating).toBe('pass')
  })

  test('of a year without a condition on parts looks at the total alone', () => {
    const same = (name: string) => ({ th: name, en: name })
    const levels = [
      { id: 'A', name: same('A'), step: 2, totalAtLeast: '85' },
      { id: 'F', name: same('F'), step: 5, totalAtLeast: '0' },
    ]
    const instruments = { iit: '99', eitPublic: '60', eitSurvey: '60', oit: '99' }
    const score = computeScore(madeUpFramework({ levels }), { instruments })
    expect(score.rating).toBe('A')
    expect(score.nodes.get('rating')?.inputs).toEqual([{ node: 'total' }])
  })
})

describe('the reason of a rating', () => {
  const reasonOf = (inputs: ScoringInputs) => ratingWords(framework, computeScore(framework, inputs)).en

  test('names the part that holds it back', () => {
    const instruments = { iit: '94.06', eitPublic: '91.86', eitSurvey: '84.38', oit: '95' }
    expect(reasonOf({ instruments })).toBe(
      'pass: the total of 92.65 is enough for good, but eitSurvey at 84.38 is below 85',
    )
  })

  test('tells the threshold that was reached', () => {
    const instruments = { iit: '75', eitPublic: '75', eitSurvey: '75', oit: '75' }
    expect(reasonOf({ instruments })).toBe('improve: the total of 75.00 reaches 70')
  })

  test('tells what is missing', () => {
    expect(reasonOf({ instruments: { iit: '90' } })).toContain('still missing')
  })
})
