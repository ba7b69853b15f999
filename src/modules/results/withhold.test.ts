/** What fewer than five people answered can neither be read nor worked out from what is public. */
import { describe, expect, test } from 'vitest'
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { makeSheet } from '#modules/scoring/sheet.ts'
import type { PartTally } from '#modules/surveys/tally.ts'
import { figuresWithheld, type ShownSheet, withhold } from './withhold.ts'

const shipped = await findShippedFramework(2568)
if (!shipped) throw new Error('no framework of 2568')
const { framework } = shipped
const items = Object.fromEntries(framework.disclosureItems.map(({ code }) => [code, 100]))

function tally(instrument: 'iit' | 'eit', respondents: number): PartTally {
  const counts = leafQuestions(framework, instrument).map(({ id, optionSet }, place) => [
    id,
    optionSet.options.map((_, at) => (at === place % optionSet.options.length ? respondents : 0)),
  ])
  return { respondents, counts: Object.fromEntries(counts) }
}

function sheetOf(people: { iit: number; eitPublic: number; eitSurvey: number }) {
  const tallies = {
    iit: tally('iit', people.iit),
    eitPublic: tally('eit', people.eitPublic),
    eitSurvey: tally('eit', people.eitSurvey),
  }
  return makeSheet(shipped ?? never(), { tallies, items })
}

function never(): never {
  throw new Error('no framework')
}

const withheldOf = (people: Parameters<typeof sheetOf>[0]): ShownSheet => withhold(framework, sheetOf(people))
const shown = (people: Parameters<typeof sheetOf>[0]) => withheldOf(people).sheet
const known = (scores: Readonly<Record<string, string | null>>) =>
  Object.entries(scores).flatMap(([id, score]) => (score === null ? [] : [id]))

describe('a part with five people or more', () => {
  test('is shown whole, and the sheet is the one that verifies', () => {
    const people = { iit: 5, eitPublic: 5, eitSurvey: 5 }
    expect(withheldOf(people)).toEqual({ sheet: sheetOf(people), withheld: [] })
  })
})

describe('a part with fewer than five people', () => {
  const own = withheldOf({ iit: 40, eitPublic: 60, eitSurvey: 4 })
  const { sheet } = own

  test('shows no counts, no question, no indicator of its own, no score and no number of people', () => {
    expect(Object.keys(sheet.inputs.tallies ?? {})).toEqual(['iit'])
    expect(Object.keys(sheet.questions)).toEqual(['iit'])
    expect(Object.keys(sheet.respondents)).toEqual(['iit'])
    const nodes = Object.entries(sheet.derivation).filter(([id]) => id.startsWith('part:eitSurvey'))
    expect(nodes.length).toBeGreaterThan(9)
    for (const [id, { value, unrounded, exact, inputs }] of nodes) {
      expect({ id, value, unrounded, exact }).toEqual({ id, value: null, unrounded: null, exact: null })
      expect(inputs.filter((input) => 'option' in input)).toEqual([])
      expect(own.withheld).toContain(id)
    }
  })

  test('cannot be got by taking the other parts from the total: the other part is withheld with it', () => {
    expect(known(sheet.instruments)).toEqual(['iit', 'eit', 'oit'])
    expect(figuresWithheld(own).sort()).toEqual(['part:eitPublic', 'part:eitSurvey'])
  })

  test('the official total and rating stay, without the digits that tell how many answered', () => {
    const whole = sheetOf({ iit: 40, eitPublic: 60, eitSurvey: 4 })
    expect(sheet).toMatchObject({ total: whole.total, rating: whole.rating })
    const { value, exact } = sheet.derivation.total ?? never()
    expect(exact).toBe(`${value?.replace('.', '')}/100`)
  })

  test('what the two parts give together is shown, its levels by question are not', () => {
    expect(known(sheet.indicators)).toHaveLength(10)
    expect(
      Object.values(sheet.measureLevels)
        .flat()
        .some((id) => id.startsWith('e')),
    ).toBe(false)
    expect(sheet.hash).toBe('')
  })
})

test('where a whole instrument had few people, a part of the other one is withheld, with all made of either', () => {
  const sheet = shown({ iit: 3, eitPublic: 60, eitSurvey: 20 })
  expect(known(sheet.instruments)).toEqual(['eitPublic', 'oit'])
  expect(known(sheet.indicators)).toEqual(['9', '10'])
  expect(sheet.indicatorRanks).toBeNull()
  expect(Object.keys(sheet.questions)).toEqual(['eitPublic'])
})

test('two small parts that are fewer than five people together take a third with them', () => {
  const sheet = shown({ iit: 30, eitPublic: 2, eitSurvey: 2 })
  expect(known(sheet.instruments)).toEqual(['oit'])
})

test('where every part is small, nothing but the total and the disclosure is told', () => {
  const sheet = shown({ iit: 3, eitPublic: 4, eitSurvey: 4 })
  expect(known(sheet.instruments)).toEqual(['oit'])
  expect(sheet.total).not.toBeNull()
})

test('a part that nobody answered withholds nothing', () => {
  const { eitSurvey: _, ...tallies } = { iit: tally('iit', 9), eitPublic: tally('eit', 9), eitSurvey: 0 }
  expect(withhold(framework, makeSheet(shipped, { tallies, items })).withheld).toEqual([])
})
