/** The arithmetic as written is the arithmetic as done. */
import { describe, expect, test } from 'vitest'
import type { FigureDerivation } from '#modules/scoring/sheet-schema.ts'
import { outcomeLine, usedValue, weightedTerms, writeUsed } from './arithmetic.ts'

const twoPlaces = { decimals: 2, mode: 'halfUp' } as const

function figure(
  rule: FigureDerivation['rule'],
  exact: string,
  more: Partial<FigureDerivation> = {},
): FigureDerivation {
  return { rule, value: null, unrounded: null, exact, inputs: [], rounding: null, ...more }
}

const nodes = {
  'part:iit': figure('meanOfIndicators', '4703/50'),
  'part:eit': figure('meanOfIndicators', '5671/60'),
  'part:oit': figure('meanOfIndicators', '95'),
}

describe('weighted figures', () => {
  const total = figure('weightedTotal', '94573/1000', {
    inputs: [
      { node: 'part:iit', weight: '30' },
      { node: 'part:eit', weight: '30' },
      { node: 'part:oit', weight: '40' },
    ],
    unrounded: '94.573',
    value: '94.57',
    rounding: twoPlaces,
  })

  test('a part of the total is its share of a hundred times its score', () => {
    expect(weightedTerms(total, nodes).get('part:iit')).toEqual({
      share: '0.30',
      value: '94.06',
      product: '28.218',
    })
  })

  test('parts of one instrument share the weight of that instrument', () => {
    const eit = figure('meanOfParts', '0', {
      inputs: [
        { node: 'part:iit', weight: '15' },
        { node: 'part:oit', weight: '15' },
      ],
    })
    expect(weightedTerms(eit, nodes).get('part:iit')).toEqual({
      share: '15/30',
      value: '94.06',
      product: '47.03',
    })
  })

  test('the last line adds up the products and shows the rounding', () => {
    expect(outcomeLine(total, nodes)).toBe('28.218 + 28.355 + 38 = 94.573 → 94.57')
  })

  test('a value that rounding leaves as it is has no arrow', () => {
    const mean = figure('meanOfIndicators', '95', {
      inputs: [{ node: 'part:oit' }, { node: 'part:oit' }],
      unrounded: '95',
      value: '95.00',
      rounding: twoPlaces,
    })
    expect(outcomeLine(mean, nodes)).toBe('(95.00 + 95.00) ÷ 2 = 95')
  })

  test('a part that is not known has no term', () => {
    const unknown = { ...nodes, 'part:iit': { ...nodes['part:iit'], exact: null } }
    expect([...weightedTerms(total, unknown).keys()]).toEqual(['part:eit', 'part:oit'])
    expect(outcomeLine(total, unknown)).toBeNull()
  })
})

describe('means', () => {
  test('answers are summed, divided by all who answered, and rounded where the year rounds', () => {
    const question = figure('meanOfAnswers', '250/3', {
      inputs: [
        { option: 5, score: 100, count: 3 },
        { option: 4, score: 80, count: 1 },
        { option: 3, score: 60, count: 2 },
      ],
      unrounded: '83.3333333333…',
      value: '83.33',
      rounding: twoPlaces,
    })
    expect(outcomeLine(question, {})).toBe('500 ÷ 6 = 83.3333333333… → 83.33')
  })

  test('a few figures are written out, many are summed', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `item:o${index}`)
    const items = Object.fromEntries(ids.map((id) => [id, figure('itemScore', '100')]))
    const mean = (of: readonly string[]) =>
      outcomeLine(
        figure('meanOfItems', '100', { inputs: of.map((node) => ({ node })), unrounded: '100' }),
        items,
      )
    expect(mean(ids.slice(0, 2))).toBe('(100.00 + 100.00) ÷ 2 = 100')
    expect(mean(ids)).toBe('1200 ÷ 12 = 100')
  })

  test('a mean with an unknown figure has no arithmetic to show', () => {
    const inputs = [{ node: 'part:iit' }, { node: 'part:eitSurvey' }]
    expect(outcomeLine(figure('meanOfIndicators', '1', { inputs, unrounded: '1' }), nodes)).toBeNull()
  })
})

describe('values', () => {
  test('a figure that the year rounds is used rounded, another in full', () => {
    expect(usedValue(figure('meanOfAnswers', '250/3', { rounding: twoPlaces }))).toEqual({
      numerator: 8333,
      denominator: 100,
    })
    expect(usedValue(figure('meanOfAnswers', '250/3'))).toEqual({ numerator: 250, denominator: 3 })
  })

  test('two decimals at least, an ellipsis where a value does not end', () => {
    expect(writeUsed({ numerator: 100, denominator: 1 })).toBe('100.00')
    expect(writeUsed({ numerator: 945, denominator: 10 })).toBe('94.50')
    expect(writeUsed({ numerator: 250, denominator: 3 })).toBe('83.333333…')
  })
})
