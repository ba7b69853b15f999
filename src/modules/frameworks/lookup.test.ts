/** Reads facts out of a year's definitions. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Framework } from './framework.ts'
import { readFramework } from './load.ts'
import {
  evidenceOf,
  findIndicator,
  findItem,
  findOptionSet,
  isUnverified,
  itemsOf,
  leafQuestions,
  partsOf,
  questionsOf,
} from './lookup.ts'

const { framework } = await readFramework(join(import.meta.dirname, '../../../frameworks/2568'))

test('the four parts of 2568 carry their weights and instruments', () => {
  expect(
    partsOf(framework).map(({ part, instrument }) => [part.id, part.weightPercent, instrument.id]),
  ).toEqual([
    ['iit', '30', 'iit'],
    ['eitPublic', '15', 'eit'],
    ['eitSurvey', '15', 'eit'],
    ['oit', '40', 'oit'],
  ])
})

test('an indicator has either questions or items', () => {
  expect(questionsOf(framework, 8).map(({ id }) => id)).toEqual(['e7', 'e8', 'e9'])
  expect(itemsOf(framework, 8)).toEqual([])
  expect(questionsOf(framework, 10)).toEqual([])
  expect(itemsOf(framework, 10).map(({ code }) => code)).toEqual([
    'o21',
    'o22',
    'o23',
    'o24',
    'o25',
    'o26',
    'o27',
    'o28',
  ])
})

test('what does not exist is not found', () => {
  expect(findOptionSet(framework, 'agreement')?.options).toHaveLength(6)
  expect([
    findOptionSet(framework, 'none'),
    findIndicator(framework, 11),
    findItem(framework, 'o29'),
  ]).toEqual([undefined, undefined, undefined])
  expect(leafQuestions(framework, 'oit')).toEqual([])
})

test('a question with sub-questions gives one column for each of them, in order', () => {
  const [first, ...rest] = framework.questions
  if (!first) throw new Error('2568 asks nothing')
  const text = { th: 'ก', en: 'a' }
  const subQuestions = ['i1.1', 'i1.2'].map((id) => ({ id, text, optionSet: 'trusts' }))
  const split: Framework = { ...framework, questions: [{ ...first, subQuestions }, ...rest] }
  const columns = leafQuestions(split, 'iit').slice(0, 3)
  expect(columns.map(({ id, question, optionSet }) => [id, question.id, optionSet.id])).toEqual([
    ['i1.1', 'i1', 'trusts'],
    ['i1.2', 'i1', 'trusts'],
    ['i2', 'i2', 'exists-negative'],
  ])
})

test('a fact without evidence of its own has that of the year', () => {
  expect(evidenceOf({}, framework)).toEqual(framework.evidence)
  expect(isUnverified(undefined, framework)).toBe(false)
  const unconfirmed = { confidence: 'unverified', source: 'x' } as const
  expect(evidenceOf({ evidence: unconfirmed }, framework)).toEqual(unconfirmed)
  expect(isUnverified(unconfirmed, framework)).toBe(true)
  expect(isUnverified(undefined, { ...framework, evidence: unconfirmed })).toBe(true)
})
