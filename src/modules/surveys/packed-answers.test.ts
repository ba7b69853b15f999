/** Packing answers and counting them gives what was answered, neither more nor less. */
import { describe, expect, test } from 'vitest'
import { readRules } from '../../../tests/support/cast.ts'
import { answerColumns, fitsColumns, makeCounter, notAsked, packAnswers } from './packed-answers.ts'

const { framework } = await readRules()
const columns = answerColumns(framework, 'eitPublic') ?? []

describe('the columns of a part', () => {
  test('both parts of the external survey ask the same questions, the internal one others', () => {
    expect(columns.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'])
    expect(answerColumns(framework, 'eitSurvey')).toEqual(columns)
    expect(answerColumns(framework, 'iit')).toHaveLength(15)
  })

  test('what is no survey part of the year has none', () => {
    expect(answerColumns(framework, 'oit')).toBeUndefined()
    expect(answerColumns(framework, 'eit')).toBeUndefined()
  })
})

describe('packing', () => {
  test('puts answers given in any order where the framework has them, and marks the rest as not asked', () => {
    const packed = packAnswers([1, 4], ['e3', 'e1'], columns)
    expect(packed).toBe('4-1------')
  })

  test('refuses an option that the question does not have', () => {
    const binary = columns.findIndex(({ optionSet }) => optionSet.options.length === 2)
    const answering = (option: number) => {
      const answers = new Uint8Array(columns.length)
      answers[binary] = option
      return packAnswers(
        answers,
        columns.map(({ id }) => id),
        columns,
      )
    }
    expect(fitsColumns(answering(1), columns)).toBe(true)
    expect(fitsColumns(answering(2), columns)).toBe(false)
    expect(fitsColumns(answering(notAsked), columns)).toBe(true)
  })
})

describe('counting', () => {
  test('counts each option of each question over all respondents', () => {
    const tally = makeCounter(columns)(['050123450', '04112345-', '15012345-'].join(''))
    expect(tally.respondents).toBe(3)
    expect(tally.counts.e1).toEqual([2, 1, 0, 0, 0, 0])
    expect(tally.counts.e2).toEqual([0, 0, 0, 0, 1, 2])
    expect(tally.counts.e3).toEqual([2, 1])
    expect(tally.counts.e9).toEqual([1, 0, 0, 0, 0, 0])
  })

  test('a question asked of nobody has no counts', () => {
    const packed = packAnswers([0], ['e1'], columns)
    expect(Object.keys(makeCounter(columns)(packed).counts)).toEqual(['e1'])
  })

  test('one agency after the other is counted from zero', () => {
    const count = makeCounter(columns)
    const packed = '000000000'
    expect(count(packed)).toEqual(count(packed))
  })
})
