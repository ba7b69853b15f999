/** Real published results, reproduced from answers, items and published figures to the last digit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readItemScores } from '#modules/disclosure/scores-file.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { readAnswers } from '#modules/surveys/answers-file.ts'
import { frameworksRoot, packageRoot } from '#platform/paths.ts'
import { makeSheet } from './sheet.ts'
import { verifySheet } from './verify.ts'

const golden = (name: string) => readFileSync(join(packageRoot, 'tests/golden', name))
const expected = (name: string) => JSON.parse(golden(`${name}/expected.json`).toString('utf8'))
const framework = (year: number): Promise<LoadedFramework> =>
  readFramework(join(frameworksRoot, String(year)))

describe('กรมส่งเสริมอุตสาหกรรม 2568, from every single answer', async () => {
  const loaded = await framework(2568)
  const wanted = expected('diprom-2568')
  const tally = (file: string, part: string) =>
    readAnswers(golden(`diprom-2568/${file}`), { file, framework: loaded.framework, part }).tally
  const items = readItemScores(golden('diprom-2568/oit.csv'), {
    file: 'oit.csv',
    framework: loaded.framework,
  })
  const tallies = {
    iit: tally('iit.csv', 'iit'),
    eitPublic: tally('eit-public.csv', 'eitPublic'),
    eitSurvey: tally('eit-survey.csv', 'eitSurvey'),
  }
  const sheet = makeSheet(loaded, { tallies, items })

  test.each([
    'respondents',
    'questions',
    'indicators',
    'indicatorRanks',
    'instruments',
    'total',
    'rating',
    'measureLevels',
    'indicatorMeasureLevels',
  ] as const)('the %s are the published ones', (field) => {
    expect(sheet[field]).toEqual(wanted[field])
  })

  test('nothing is unknown and nothing disagrees', () => {
    expect(sheet.reasons).toEqual({})
    expect(sheet.disagreements).toEqual([])
  })

  test('agrees with every figure that was published', () => {
    const { indicators, instruments } = wanted
    expect(makeSheet(loaded, { tallies, items, indicators, instruments }).disagreements).toEqual([])
  })

  test('the published indicators alone give the same total but no rating, because an EIT of 88.12 hides its parts', () => {
    const { total, rating } = makeSheet(loaded, { indicators: wanted.indicators })
    expect(total).toBe('92.65')
    expect(rating).toBeNull()
  })

  test('the sheet verifies', () => {
    expect(verifySheet(JSON.parse(JSON.stringify(sheet)), loaded)).toMatchObject({
      ok: true,
      differences: [],
    })
  })
})

describe('กรมส่งเสริมอุตสาหกรรม 2567, from published instrument scores', async () => {
  const loaded = await framework(2567)
  const { instruments, indicators, total, rating } = expected('diprom-2567')

  test('the total and the rating are the published ones', () => {
    expect(makeSheet(loaded, { instruments })).toMatchObject({ total, rating })
  })

  test('the misprinted indicator shows as a disagreement and changes nothing', () => {
    const sheet = makeSheet(loaded, { instruments, indicators })
    expect(sheet).toMatchObject({ total, rating, indicators })
    expect(sheet.disagreements).toEqual([{ node: 'part:iit', published: '92.52', computed: '92.19' }])
  })
})

describe('อบต.บางเคชะ 2563', async () => {
  const loaded = await framework(2563)
  const wanted = expected('bang-kacha-2563')

  test('the published indicators give the published total, rating and order', () => {
    const sheet = makeSheet(loaded, { indicators: wanted.indicators })
    expect(sheet).toMatchObject({ total: wanted.total, rating: wanted.rating, reasons: {} })
    const ranks = sheet.indicatorRanks ?? {}
    const order = Object.keys(ranks).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
    expect(order).toEqual(wanted.indicatorOrder)
  })

  test('the items passed give the published indicators 9 and 10', () => {
    const items: Record<string, number> = {}
    for (const [subIndicator, passed] of Object.entries<string>(wanted.oitItemsPassed)) {
      const [good, all] = passed.split('/').map(Number)
      const own = loaded.framework.disclosureItems.filter((item) => item.subIndicator === subIndicator)
      if (all === undefined || good === undefined || Number.isNaN(all)) continue
      expect(own).toHaveLength(all)
      own.forEach((item, place) => {
        items[item.code] = place < good ? 100 : 0
      })
    }
    const sheet = makeSheet(loaded, { items, indicators: wanted.indicators })
    expect(sheet.indicators['9']).toBe('79.85')
    expect(sheet.indicators['10']).toBe('87.50')
    expect(sheet.disagreements).toEqual([])
    expect(sheet.total).toBe('85.32')
  })
})
