/** A figure is explained from the total down, in the words of its year. */
import { describe, expect, test } from 'vitest'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { makeSheet } from '#modules/scoring/sheet.ts'
import { readerOf } from '../../ui/language.ts'
import { explain, type Line } from './explanation.ts'
import { ratingTests } from './rating-tests.ts'

const shipped = await findShippedFramework(2568)
if (!shipped) throw new Error('no framework of 2568')
const { framework } = shipped
const instruments = { iit: '94.06', eitPublic: '91.86', eitSurvey: '84.38', oit: '95.00' }
const items = Object.fromEntries(
  framework.disclosureItems.map(({ code }) => [code, code === 'o26' ? 0 : 100]),
)
const sheet = makeSheet(shipped, { instruments, items })
const thai = { framework, reader: readerOf('th') }
const english = { framework, reader: readerOf('en') }

function told(id: string, namer = thai) {
  const explanation = explain(namer, sheet, id)
  if (!explanation) throw new Error(`not explained: ${id}`)
  return explanation
}

function openLines(line: Line): string[] {
  return line.parts ? [line.id, ...line.parts.flatMap(openLines)] : []
}

describe('the tree', () => {
  test('the way from the total to the figure stands open, and nothing else', () => {
    const { tree, isInTotal } = told('item:o26')
    expect(isInTotal).toBe(true)
    expect(openLines(tree)).toEqual(['total', 'part:oit', 'indicator:10', 'item:o26'])
  })

  test('every part of the total is a share times a score', () => {
    const terms = told('total').tree.parts?.map(({ id, term }) => [
      id,
      term && `${term.share} × ${term.value} = ${term.product}`,
    ])
    expect(terms).toEqual([
      ['part:iit', '0.30 × 94.06 = 28.218'],
      ['part:eitPublic', '0.15 × 91.86 = 13.779'],
      ['part:eitSurvey', '0.15 × 84.38 = 12.657'],
      ['part:oit', '0.40 × 95.00 = 38'],
    ])
  })

  test('a figure that the total is not made of is a tree of its own', () => {
    const { isInTotal, tree } = told('sub-indicator:10.2')
    expect(isInTotal).toBe(false)
    expect(tree.id).toBe('sub-indicator:10.2')
  })

  test('what is in no sheet is not explained', () => {
    expect(explain(thai, sheet, 'item:o99')).toBeUndefined()
    expect(explain(thai, sheet, 'constructor')).toBeUndefined()
  })
})

describe('the words', () => {
  test('figures bear the names of their year in the language of the reader', () => {
    expect(told('indicator:10').name).toBe('ตัวชี้วัดที่ 10 การป้องกันการทุจริต')
    expect(told('indicator:10', english).name).toBe('indicator 10, Prevention of corruption')
    expect(told('item:o23').name).toContain('2568')
  })

  test('a figure that is not known gives its reason', () => {
    const { derivation, reason } = told('indicator:1')
    expect(derivation.value).toBeNull()
    expect(reason).toContain('IIT')
  })

  test('the weights of the total are told with their source, once for each source', () => {
    const abouts = told('total').facts.map(({ about }) => about)
    expect(abouts).toEqual(['น้ำหนัก IIT · OIT', 'น้ำหนัก EIT Public · EIT Survey', 'การปัดเศษ'])
  })
})

describe('the rating', () => {
  test('is explained with its level in the language of the reader, above the total and the parts that decide it', () => {
    const { value, tree } = told('rating')
    expect([value, tree.value]).toEqual(['ผ่าน', 'ผ่าน'])
    const { value: inEnglish, tree: englishTree } = told('rating', english)
    expect([inEnglish, englishTree.value]).toEqual(['Passed', 'Passed'])
    expect(tree.parts?.map(({ id }) => id)).toEqual([
      'total',
      'part:iit',
      'part:eitPublic',
      'part:eitSurvey',
      'part:oit',
    ])
  })

  test('that cannot be told says why', () => {
    const unknown = explain(thai, makeSheet(shipped, { items }), 'rating')
    expect(unknown).toMatchObject({ value: null })
    expect(unknown?.reason).toContain('IIT')
  })

  const named = Object.entries(instruments).map(([id, score]) => ({
    id,
    name: { th: id, en: id },
    weightPercent: '0',
    score,
    respondents: null,
    change: null,
    publishedStanding: null,
  }))
  const rating = framework.rating.levels.find(({ step }) => step === 3) ?? null

  test('a part below the line is named for the level it closes', () => {
    const tests = ratingTests(framework, { total: '92.65', rating, instruments: named })
    const good = tests.find(({ level }) => level.step === 2)
    expect(good?.isTotalReached).toBe(true)
    expect(good?.below?.map(({ score }) => score)).toEqual(['84.38'])
    expect(tests.find(({ isAwarded }) => isAwarded)?.level.step).toBe(3)
  })

  test('a part that is not known leaves the test of the parts open', () => {
    const unknown = named.map((part) => ({ ...part, score: part.id === 'iit' ? part.score : null }))
    const tests = ratingTests(framework, { total: '92.65', rating: null, instruments: unknown })
    expect(tests.find(({ level }) => level.step === 2)?.below).toBeNull()
  })
})
