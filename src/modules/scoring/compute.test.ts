/** Scores from answers and items: every step, rounding, absent inputs, sub-questions, pooled answers. */
import { describe, expect, test } from 'vitest'
import { format } from '#base/decimal.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { PartTally } from '#modules/surveys/tally.ts'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import { computeScore } from './compute.ts'
import type { Score, ScoringInputs } from './score.ts'

/** Counts that give a score: k of every 100 respondents at 100, the rest at 0, unless counts are given. */
function tally(scores: Readonly<Record<string, number | readonly number[]>>, respondents = 100): PartTally {
  const counts = Object.entries(scores).map(([column, score]) => {
    const own = typeof score === 'number' ? [respondents - score, 0, 0, 0, 0, score] : score
    return [column, own] as const
  })
  return { respondents, counts: Object.fromEntries(counts) }
}

const iit = tally({ i1: 90, i2: 80, i3: 90, i4: 95, i5: 70, i6: 100 })
const eitPublic = tally({ e1: 90, e2: 80, e3: 100 })
const eitSurvey = tally({ e1: 80, e2: 70, e3: 60 })
const items = { o1: 100, o2: 0, o3: 100, o4: 100, o5: 0 }
const whole: ScoringInputs = { tallies: { iit, eitPublic, eitSurvey }, items }

function shown(score: Score, id: string): string | null {
  const value = score.nodes.get(id)?.value
  return value ? format(value, 2) : null
}

const scoreOf = (inputs: ScoringInputs, framework: Framework = madeUpFramework()) =>
  computeScore(framework, inputs)

describe('a score from answers and items', () => {
  const score = scoreOf(whole)

  test.each([
    ['part:iit/question:i1', '90.00'],
    ['indicator:1', '85.00'],
    ['part:iit', '88.00'],
    ['part:eitPublic/indicator:6', '90.00'],
    ['indicator:6', '85.00'],
    ['indicator:8', '80.00'],
    ['part:eitPublic', '90.00'],
    ['part:eitSurvey', '70.00'],
    ['instrument:eit', '80.00'],
    ['sub-indicator:9.1', '50.00'],
    ['indicator:9', '75.00'],
    ['indicator:10', '60.00'],
    ['part:oit', '67.50'],
    ['total', '77.40'],
  ])('%s is %s', (id, expected) => {
    expect(shown(score, id)).toBe(expected)
  })

  test('has the rating of its total', () => {
    expect(score.rating).toBe('improve')
  })

  test('every input of every figure is a figure of the score', () => {
    const named = [...score.nodes.values()].flatMap(({ inputs }) =>
      inputs.flatMap((input) => ('node' in input ? [input.node] : [])),
    )
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((id) => !score.nodes.has(id))).toEqual([])
  })

  test('counting every answer three times changes nothing', () => {
    const thrice = ({ respondents, counts }: PartTally): PartTally => ({
      respondents: respondents * 3,
      counts: Object.fromEntries(Object.entries(counts).map(([id, own]) => [id, own.map((n) => n * 3)])),
    })
    const tallies = { iit: thrice(iit), eitPublic: thrice(eitPublic), eitSurvey: thrice(eitSurvey) }
    const again = scoreOf({ tallies, items })
    for (const id of score.nodes.keys()) expect(shown(again, id)).toBe(shown(score, id))
    expect(again.rating).toBe(score.rating)
  })

  test('equal indicators share a place', () => {
    expect(score.indicatorRanks).toEqual({
      '1': 4,
      '2': 3,
      '3': 2,
      '4': 9,
      '5': 1,
      '6': 4,
      '7': 7,
      '8': 6,
      '9': 7,
      '10': 10,
    })
  })

  test('an EIT question has the level of the mean of its parts', () => {
    expect(score.measureLevels.e1).toBe('improve')
    expect(score.measureLevels.e3).toBe('urgent')
    expect(score.measureLevels.o1).toBe('maintain')
  })
})

describe('rounding', () => {
  /** 1/3 and 2/3 of the respondents, so that no question ends within two decimals. */
  const third = tally({ i1: [2, 0, 0, 0, 0, 1], i2: [1, 0, 0, 0, 0, 2], i3: 3, i4: 3, i5: 3, i6: 3 }, 3)
  const perfect = tally({ e1: 3, e2: 3, e3: 3 }, 3)
  const all = { o1: 100, o2: 100, o3: 100, o4: 100, o5: 100 }
  const inputs = { tallies: { iit: third, eitPublic: perfect, eitSurvey: perfect }, items: all }

  test('questions and parts are rounded where the year rounds them', () => {
    const score = scoreOf(inputs)
    const question = score.nodes.get('part:iit/question:i1')
    expect(question?.unrounded).toEqual({ numerator: 100, denominator: 3 })
    expect(question?.value).toEqual({ numerator: 3333, denominator: 100 })
    expect(question?.rounding).toEqual({ decimals: 2, mode: 'halfUp' })
    expect(score.nodes.get('indicator:1')?.rounding).toBeNull()
    expect(score.nodes.get('part:iit')?.rounding).toEqual({ decimals: 2, mode: 'halfUp' })
  })

  test('only the total is rounded where the year rounds once', () => {
    const score = scoreOf(inputs, madeUpFramework({ policy: 'finalOnly' }))
    const rounded = [...score.nodes.values()].filter(({ rounding }) => rounding).map(({ id }) => id)
    expect(rounded).toEqual(['total'])
  })

  test.each([
    ['20 points of 4,000 people are exactly 0.005 and become', 4000, '0.01'],
    ['20 points of 4,001 people are less and become', 4001, '0.00'],
  ])('an exact half of a question goes up: %s %s', (_why, respondents, expected) => {
    const score = scoreOf({ tallies: { iit: tally({ i1: [respondents - 1, 1, 0, 0, 0, 0] }, respondents) } })
    expect(shown(score, 'part:iit/question:i1')).toBe(expected)
  })

  test('90.00 and 80.81 have the mean 85.405, shown as 85.41', () => {
    const score = scoreOf({
      tallies: {
        eitPublic: tally({ e1: [20, 0, 0, 0, 0, 180] }, 200),
        eitSurvey: tally({ e1: [3838, 0, 0, 0, 0, 16162] }, 20000),
      },
    })
    expect(shown(score, 'part:eitSurvey/indicator:6')).toBe('80.81')
    expect(shown(score, 'indicator:6')).toBe('85.41')
  })
})

describe('what is absent', () => {
  test('a missing question leaves itself, its indicator, its part, the total and the rating unknown', () => {
    const { i3: _left, ...counts } = iit.counts
    const score = scoreOf({ ...whole, tallies: { iit: { respondents: 100, counts }, eitPublic, eitSurvey } })
    const question = score.nodes.get('part:iit/question:i3')
    expect(question?.value).toBeNull()
    expect(question?.reason).toEqual({ code: 'noAnswers', missing: ['iit/i3'] })
    for (const id of ['indicator:2', 'part:iit', 'total', 'rating']) {
      expect(score.nodes.get(id)?.reason).toEqual({ code: 'noAnswers', missing: ['iit/i3'] })
    }
    expect(shown(score, 'indicator:1')).toBe('85.00')
    expect(score.indicatorRanks).toBeNull()
    expect(score.measureLevels.i3).toBeUndefined()
    expect(score.rating).toBeNull()
  })

  test('a missing item leaves its sub-indicator and indicator unknown and is named', () => {
    const { o1: _left, ...rest } = items
    const score = scoreOf({ ...whole, items: rest })
    for (const id of ['item:o1', 'sub-indicator:9.1', 'indicator:9', 'part:oit']) {
      expect(score.nodes.get(id)).toMatchObject({
        value: null,
        reason: { code: 'missingItems', missing: ['o1'] },
      })
    }
    expect(shown(score, 'sub-indicator:9.2')).toBe('100.00')
    expect(shown(score, 'indicator:10')).toBe('60.00')
  })

  test('a missing item is unknown in an indicator of points too', () => {
    const { o4: _left, ...rest } = items
    const score = scoreOf({ ...whole, items: rest })
    expect(score.nodes.get('indicator:10')).toMatchObject({ value: null, reason: { missing: ['o4'] } })
  })

  test('without one EIT part the other is computed, and all that needs both is unknown', () => {
    const score = scoreOf({ tallies: { iit, eitPublic }, items })
    expect(shown(score, 'part:eitPublic')).toBe('90.00')
    for (const id of [
      'indicator:6',
      'indicator:7',
      'indicator:8',
      'part:eitSurvey',
      'instrument:eit',
      'total',
    ]) {
      expect(score.nodes.get(id)).toMatchObject({
        value: null,
        reason: { code: 'noAnswers', missing: ['eitSurvey'] },
      })
    }
    expect(score.measureLevels.e1).toBeUndefined()
    expect(score.respondents).toEqual({ iit: 100, eitPublic: 100 })
  })

  test('a part that nobody answered is unknown, not zero', () => {
    const score = scoreOf({ ...whole, tallies: { iit: tally({ i1: 0, i2: 0 }, 0), eitPublic, eitSurvey } })
    expect(score.nodes.get('part:iit/question:i1')).toMatchObject({
      value: null,
      reason: { code: 'noAnswers' },
    })
    expect(score.nodes.get('total')?.value).toBeNull()
  })

  test('without any input every figure there is says what it lacks', () => {
    const score = scoreOf({})
    expect(score.nodes.get('total')?.reason).toEqual({
      code: 'missingInput',
      missing: ['iit', 'eitPublic', 'eitSurvey', 'oit'],
    })
    expect([...score.nodes.values()].filter(({ value, reason }) => value === null && !reason)).toEqual([])
  })
})

describe('sub-questions', () => {
  const framework = madeUpFramework({ subQuestions: true })

  test('a question scores the mean of its sub-questions', () => {
    const answers = tally({ 'i1.1': 90, 'i1.2': 60, i2: 75 })
    const score = scoreOf({ tallies: { iit: answers } }, framework)
    expect(shown(score, 'part:iit/question:i1')).toBe('75.00')
    expect(shown(score, 'indicator:1')).toBe('75.00')
    expect(score.nodes.get('part:iit/question:i1')?.inputs).toEqual([
      { node: 'part:iit/question:i1.1' },
      { node: 'part:iit/question:i1.2' },
    ])
  })

  test('its level is that of the whole question', () => {
    const score = scoreOf({ tallies: { iit: tally({ 'i1.1': 100, 'i1.2': 90, i2: 75 }) } }, framework)
    expect(score.measureLevels).toEqual({ i1: 'maintain', i2: 'urgent' })
  })

  test('without one of them the question is unknown', () => {
    const score = scoreOf({ tallies: { iit: tally({ 'i1.1': 90 }) } }, framework)
    expect(score.nodes.get('part:iit/question:i1')?.reason).toEqual({
      code: 'noAnswers',
      missing: ['iit/i1.2'],
    })
    expect(shown(score, 'part:iit/question:i1.1')).toBe('90.00')
  })

  test('answers given for the whole question are taken as they are', () => {
    const score = scoreOf({ tallies: { iit: tally({ i1: 65, i2: 75 }) } }, framework)
    expect(score.nodes.get('part:iit/question:i1')?.rule).toBe('meanOfAnswers')
    expect(shown(score, 'indicator:1')).toBe('70.00')
  })
})

describe('pooled EIT answers', () => {
  const framework = madeUpFramework({ eit: { pooledPart: { id: 'eit', name: { th: 'EIT', en: 'EIT' } } } })
  const eit = tally({ e1: 90, e2: 80, e3: 70 })

  test('are scored as one part with the weight of the whole instrument', () => {
    const score = scoreOf({ tallies: { iit, eit }, items }, framework)
    expect(shown(score, 'part:eit')).toBe('80.00')
    expect(shown(score, 'total')).toBe('77.40')
    expect(score.nodes.get('total')?.inputs).toContainEqual({ node: 'part:eit', weight: '30' })
    expect(score.nodes.has('part:eitPublic')).toBe(false)
    expect(score.respondents).toEqual({ iit: 100, eit: 100 })
    expect(score.measureLevels.e1).toBe('improve')
  })

  test('give way to the answers of the parts', () => {
    const score = scoreOf({ tallies: { iit, eit, eitPublic, eitSurvey }, items }, framework)
    expect(score.nodes.has('part:eit')).toBe(false)
    expect(score.respondents).toEqual({ iit: 100, eitPublic: 100, eitSurvey: 100 })
  })
})
