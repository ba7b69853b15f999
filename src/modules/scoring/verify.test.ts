/** Score sheets: made, sealed, verified, tampered with and replaced by junk. */
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import type { ScoringInputs } from './score.ts'
import { makeSheet, type ScoreSheet, sheetHash } from './sheet.ts'
import { readSheet, verifySheet } from './verify.ts'

const loaded = { framework: madeUpFramework(), hash: 'made-up' }
const column = (score: number) => [100 - score, 0, 0, 0, 0, score]
const tally = (ids: readonly string[], score: number) => ({
  respondents: 100,
  counts: Object.fromEntries(ids.map((id) => [id, column(score)])),
})
const inputs: ScoringInputs = {
  tallies: {
    iit: tally(['i1', 'i2', 'i3', 'i4', 'i5', 'i6'], 91),
    eitPublic: tally(['e1', 'e2', 'e3'], 92),
    eitSurvey: tally(['e1', 'e2', 'e3'], 83),
  },
  items: { o1: 100, o2: 100, o3: 100, o4: 100, o5: 100 },
  indicators: { 1: '91.5' },
}

/** A sheet as it comes from a file. */
function fresh(): ScoreSheet {
  return JSON.parse(JSON.stringify(makeSheet(loaded, inputs, { code: '0001', name: 'กรมตัวอย่าง' })))
}

function sealed(sheet: ScoreSheet): ScoreSheet {
  const { hash: _old, ...content } = sheet
  return { ...content, hash: sheetHash(content) }
}

/** Every path to a text or number of a sheet. */
function leaves(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
}

/** Changes one text or number a little, so that it mostly keeps its form; puts a figure where there is none. */
function tamper(sheet: unknown, path: readonly string[]): void {
  const [key = '', ...rest] = path
  if (typeof sheet !== 'object' || sheet === null) return
  const holder = sheet as Record<string, unknown>
  if (rest.length > 0) tamper(holder[key], rest)
  else holder[key] = changed(holder[key])
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value === 100 ? 0 : value + 1
  if (typeof value !== 'string') return '0.00'
  return /^\d/.test(value) ? value.replace(/\d/, (digit) => String((Number(digit) + 1) % 9)) : `${value}x`
}

function verifyOrRefuse(sheet: unknown): 'ok' | 'differs' | 'refused' {
  try {
    return verifySheet(sheet, loaded).ok ? 'ok' : 'differs'
  } catch (error) {
    if (error instanceof Problem) return 'refused'
    throw error
  }
}

describe('a sheet', () => {
  test('as it was made verifies', () => {
    expect(verifySheet(fresh(), loaded)).toMatchObject({ ok: true, sameFramework: true, differences: [] })
  })

  test('of partial inputs verifies too', () => {
    const sheet = makeSheet(loaded, { tallies: { eitPublic: tally(['e1', 'e3'], 50) } })
    expect(verifySheet(JSON.parse(JSON.stringify(sheet)), loaded).ok).toBe(true)
  })

  test('is the same whatever the order of the inputs', () => {
    const { tallies, items } = inputs
    const turned = { indicators: { 1: '91.5' }, items: { ...items }, tallies: { ...tallies } }
    expect(makeSheet(loaded, turned, { name: 'กรมตัวอย่าง', code: '0001' }).hash).toBe(fresh().hash)
  })

  test('leaves out what the year does not ask for', () => {
    const more = { ...inputs, items: { ...inputs.items, o99: 0 }, instruments: { other: '1' } }
    const sheet = makeSheet(loaded, more)
    expect(sheet.inputs.items).not.toHaveProperty('o99')
    expect(sheet.inputs.instruments).toEqual({})
  })

  test('says for every unknown figure why, in both languages', () => {
    const sheet = makeSheet(loaded, { items: { o1: 100 } })
    const unknown = Object.entries(sheet.derivation).filter(([, { value }]) => value === null)
    const ids = unknown.map(([id]) => id)
    expect(ids).toContain('rating')
    expect(Object.keys(sheet.reasons).sort()).toEqual([...ids, 'indicatorRanks'].sort())
    expect(sheet.reasons['indicator:9']).toEqual({
      code: 'missingItems',
      missing: ['o2', 'o3'],
      th: 'ยังไม่มีผลคะแนนของข้อ o2 · o3',
      en: 'no score for o2 · o3',
    })
  })

  test('says why its indicators have no places, and says nothing where they have', () => {
    const sheet = makeSheet(loaded, { ...inputs, items: { o1: 100, o2: 100, o4: 100, o5: 100 } })
    expect(sheet.indicatorRanks).toBeNull()
    expect(sheet.reasons.indicatorRanks).toEqual({
      code: 'missingItems',
      missing: ['o3'],
      th: 'ยังไม่มีผลคะแนนของข้อ o3',
      en: 'no score for o3',
    })
    expect(fresh().reasons).not.toHaveProperty('indicatorRanks')
  })

  test('keeps of its rating the level by name, which no rounding touches, and what it was made of', () => {
    const sheet = fresh()
    expect(sheet.rating).not.toBeNull()
    const { rating } = sheet.derivation
    expect(rating).toMatchObject({ rule: 'rating', value: sheet.rating, unrounded: sheet.rating })
    expect(rating).toMatchObject({ exact: null, rounding: null })
    expect(rating?.inputs[0]).toEqual({ node: 'total' })
  })
})

describe('a tampered sheet is found out', () => {
  test('whichever single figure or word was changed', () => {
    const paths = leaves(fresh())
    expect(paths.length).toBeGreaterThan(300)
    const unnoticed = paths.filter((path) => {
      const sheet = fresh()
      tamper(sheet, path)
      return verifyOrRefuse(sheet) === 'ok'
    })
    expect(unnoticed).toEqual([])
  })

  test.each([
    ['total', (sheet: ScoreSheet) => ({ ...sheet, total: '99.99' })],
    ['rating', (sheet: ScoreSheet) => ({ ...sheet, rating: 'good' })],
    [
      'questions.iit.i1',
      (sheet: ScoreSheet) => ({
        ...sheet,
        questions: { ...sheet.questions, iit: { ...sheet.questions.iit, i1: '99.00' } },
      }),
    ],
    [
      'respondents.iit',
      (sheet: ScoreSheet) => ({ ...sheet, respondents: { ...sheet.respondents, iit: 900 } }),
    ],
  ])('at %s, even when it was sealed anew', (path, change) => {
    const { ok, differences } = verifySheet(sealed(change(fresh())), loaded)
    expect(ok).toBe(false)
    expect(differences.map((difference) => difference.path)).toEqual([path])
  })

  test('at the rating within its derivation, in words', () => {
    const sheet = fresh()
    const rating = sheet.derivation.rating
    if (rating) rating.value = 'ดีกว่านี้'
    expect(verifySheet(sealed(sheet), loaded).differences).toEqual([
      { path: 'derivation.rating.value', stated: 'ดีกว่านี้', recomputed: fresh().rating },
    ])
  })

  test('a question that was taken out of its measure level is told alone', () => {
    const sheet = fresh()
    const [band = '', names = []] = Object.entries(sheet.measureLevels)[0] ?? []
    const [gone, ...left] = names
    sheet.measureLevels[band] = left
    expect(verifySheet(sealed(sheet), loaded).differences).toEqual([
      { path: `measureLevels.${band}`, stated: null, recomputed: gone },
    ])
  })

  test('a list in another order is told once', () => {
    const sheet = fresh()
    const [band = '', names = []] = Object.entries(sheet.measureLevels)[0] ?? []
    sheet.measureLevels[band] = names.toReversed()
    expect(names.length).toBeGreaterThan(1)
    expect(verifySheet(sealed(sheet), loaded).differences).toHaveLength(1)
  })

  test('with what it says and what it should say', () => {
    const { differences } = verifySheet(sealed({ ...fresh(), total: '99.99' }), loaded)
    expect(differences).toEqual([{ path: 'total', stated: '99.99', recomputed: fresh().total }])
  })

  test('when a count was changed: the figures follow, and the sheet does not', () => {
    const sheet = fresh()
    tamper(sheet, ['inputs', 'tallies', 'iit', 'counts', 'i1', '5'])
    const paths = verifySheet(sealed(sheet), loaded).differences.map(({ path }) => path)
    expect(paths).toContain('questions.iit.i1')
    expect(paths).toContain('derivation[part:iit/question:i1].inputs.5.count')
    expect(paths).toContain('inputs.tallies.iit.respondents')
  })

  test('when more people are said to have answered than did', () => {
    const sheet = fresh()
    const { iit } = sheet.inputs.tallies ?? {}
    if (iit) iit.respondents = 900
    sheet.respondents.iit = 900
    expect(verifySheet(sealed(sheet), loaded).differences).toEqual([
      { path: 'inputs.tallies.iit.respondents', stated: '900', recomputed: '100' },
    ])
  })
})

describe('a sheet of other definitions', () => {
  test('is told so', () => {
    const verification = verifySheet(fresh(), { ...loaded, hash: 'another' })
    expect(verification).toMatchObject({ ok: false, sameFramework: false })
    expect(verification.differences.map(({ path }) => path)).toContain('framework.hash')
  })

  test('is recomputed by the definitions at hand', () => {
    const other = { framework: madeUpFramework({ policy: 'finalOnly' }), hash: 'another' }
    expect(verifySheet(fresh(), other).differences.length).toBeGreaterThan(1)
  })
})

describe('junk is refused as a problem', () => {
  test.each([
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { format: 'prongsai-score-sheet/1' },
    { ...fresh(), extra: 1 },
    { ...fresh(), inputs: { tallies: { iit: { respondents: -1, counts: {} } } } },
    { ...fresh(), inputs: { items: { o1: 50 } } },
    { ...fresh(), inputs: { indicators: { 1: 'many' } } },
    { ...fresh(), inputs: { tallies: { iit: { respondents: 1, counts: { i1: [0.5] } } } } },
  ])('%#', (junk) => {
    expect(verifyOrRefuse(junk)).toBe('refused')
  })

  test('naming each place', () => {
    try {
      verifySheet({ ...fresh(), total: 92 }, loaded)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'sheet.invalid', findings: [{ parameters: { name: 'total' } }] })
    }
  })

  test('a word in place of a figure is refused everywhere but in the rating', () => {
    const sheet = fresh()
    const { total } = sheet.derivation
    if (total) total.value = 'ผ่าน'
    expect(() => readSheet(sheet)).toThrow(
      expect.objectContaining({
        findings: [
          expect.objectContaining({
            parameters: expect.objectContaining({ name: 'derivation.total.value' }),
          }),
        ],
      }),
    )
  })

  test.each([
    ['a word for a key that no sheet has', { ...fresh(), extra: 1 }, 'sheet.unknownKey'],
    ['a word for what is no sheet at all', [], 'sheet.notSheet'],
    ['a word for a figure that is missing', { ...fresh(), total: undefined }, 'value.missing'],
  ])('with %s', (_what, junk, code) => {
    expect(() => readSheet(junk)).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ code })] }),
    )
  })

  test('names of the language itself do no harm', () => {
    const text = JSON.stringify(fresh()).replace('"items":{', '"items":{"__proto__":100,"constructor":0,')
    expect(['differs', 'refused']).toContain(verifyOrRefuse(JSON.parse(text)))
  })
})
