/** Results that were really published, put together from the golden cases for the tests of this module. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, decimal, format, subtract } from '#base/decimal.ts'
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type {
  AgencyResult,
  IndicatorResult,
  ItemScore,
  QuestionScore,
  Rating,
  TrendPoint,
} from '#modules/results/result.ts'
import type { MeasureLevelId } from '#modules/scoring/score.ts'
import { packageRoot } from '#platform/paths.ts'

type Scores = Readonly<Record<string, string>>

interface Golden {
  readonly total: string
  readonly respondents: Readonly<Record<string, number>>
  readonly questions: Readonly<Record<string, Scores>>
  readonly indicators: Scores
  readonly instruments: Scores
  readonly measureLevels: Readonly<Record<string, readonly string[]>>
  readonly years: readonly Pick<TrendPoint, 'fiscalYear' | 'total' | 'change'>[]
}

/** A case has the fields that were published of it and lacks the others. */
const golden = (name: string): Golden =>
  JSON.parse(readFileSync(join(packageRoot, 'tests/golden', name, 'expected.json'), 'utf8'))

/** กรมส่งเสริมอุตสาหกรรม 2568, computed from answers. */
export function diprom2568(framework: Framework): AgencyResult {
  const now = golden('diprom-2568')
  const before = golden('diprom-2567')
  const survey = framework.instruments.flatMap(({ parts }) => parts).find(({ id }) => id === 'eitSurvey')
  return {
    ...nothingKnown({ th: 'กรมส่งเสริมอุตสาหกรรม', en: 'Department of Industrial Promotion' }, 2568),
    origin: 'computed',
    total: now.total,
    rating: ratingOf(framework, 3),
    decidedBy: survey ? [{ id: survey.id, name: survey.name, score: '84.38', line: '85' }] : [],
    change: '-0.27',
    ratingChange: -1,
    ranks: { type: { place: 122, of: 160 }, ministry: { place: 8, of: 8 } },
    instruments: instrumentsOf(framework, now, before.instruments),
    indicators: rankedIndicators(framework, now.indicators, before.indicators),
    questions: questionsOf(framework, now),
    items: itemsOf(framework, now),
    trend: golden('diprom-history').years.map((point) => pointOf(point, framework)),
    note: { th: 'คำตอบรายคนสร้างขึ้นใหม่ให้ได้คะแนนตรงกับที่ประกาศ', en: 'The single answers are reconstructed.' },
    frameworkHash: '3f9a1c27d05be8846611',
    sheetHash: 'b07745e29ac1d3f0aa20',
    hasSheet: true,
  }
}

/** องค์การบริหารส่วนตำบลบางเคชะ 2563: indicators as published, no questions and no items. */
export function bangKacha2563(framework: Framework): AgencyResult {
  const { total, indicators } = golden('bang-kacha-2563')
  const instruments = { iit: '92.35', eit: '80.50', oit: '83.68' }
  const name = { th: 'องค์การบริหารส่วนตำบลบางเคชะ', en: 'Bang Kacha Subdistrict Administrative Organization' }
  return {
    ...nothingKnown(name, 2563),
    total,
    rating: ratingOf(framework, 2),
    decidedBy: [{ id: 'total', name: { th: 'คะแนนรวม', en: 'the total' }, score: total, line: '95' }],
    instruments: instrumentsOf(framework, { instruments, respondents: {} }, {}),
    indicators: rankedIndicators(framework, indicators, {}),
    trend: [
      { fiscalYear: 2563, total, change: null, rating: null, isRatingDerived: false, origin: 'imported' },
    ],
  }
}

/** สำนักงานส่งเสริมวิสาหกิจขนาดกลางและขนาดย่อม 2563: of each instrument only whether it reached 85 was published. */
export function osmep2563(framework: Framework): AgencyResult {
  const name = { th: 'สำนักงานส่งเสริมวิสาหกิจขนาดกลางและขนาดย่อม', en: 'Office of SMEs Promotion' }
  const standings = { iit: 'passed', eit: 'below', oit: 'passed' } as const
  const instruments = instrumentsOf(framework, { instruments: {}, respondents: {} }, {})
  return {
    ...nothingKnown(name, 2563),
    total: '90.95',
    rating: ratingOf(framework, 2),
    instruments: instruments.map((each) => ({
      ...each,
      publishedStanding: Object.entries(standings).find(([id]) => id === each.id)?.[1] ?? null,
    })),
  }
}

/** A result of which a total was published and nothing else, of an agency with a very long name. */
export function onlyTotal(framework: Framework): AgencyResult {
  const th = 'องค์การบริหารส่วนตำบลหนองบัวศาลาพิทักษ์ประชารัฐพัฒนาสามัคคีธรรมเพื่อการอนุรักษ์ทรัพยากรธรรมชาติและสิ่งแวดล้อม'
  return {
    ...nothingKnown({ th, en: 'An agency with a very long name' }, framework.fiscalYear),
    total: '90.95',
  }
}

function nothingKnown(name: Words, fiscalYear: number): AgencyResult {
  const type = { code: 'department', name: { th: 'กรมหรือเทียบเท่า', en: 'Department or equivalent' } }
  const agency = {
    id: 'a',
    code: 'A1',
    name,
    type,
    ministry: null,
    province: null,
    website: null,
    isImaginary: false,
  }
  const figures = { total: null, rating: null, instruments: {}, indicators: {} }
  return {
    agency,
    fiscalYear,
    origin: 'imported',
    ...{ total: null, rating: null, decidedBy: [], change: null, ratingChange: null, ranks: {} },
    ...{ instruments: [], indicators: [], questions: [], items: [], trend: [], disagreements: [] },
    ...{ derived: [], withheld: [], closings: {} },
    imported: {
      ...{ figures, ranks: {}, standings: {}, note: null },
      source: 'รายงานผลการประเมินที่หน่วยงานเผยแพร่',
    },
    ...{ note: null, frameworkHash: null, sheetHash: null, hasSheet: false },
  }
}

function ratingOf(framework: Framework, step: number): Rating | null {
  const level = framework.rating.levels.find((each) => each.step === step)
  return level ? { id: level.id, name: level.name, step } : null
}

function pointOf(
  point: Pick<TrendPoint, 'fiscalYear' | 'total' | 'change'>,
  framework: Framework,
): TrendPoint {
  const step = { 2568: 3, 2567: 2 }[point.fiscalYear]
  return {
    ...point,
    rating: step ? ratingOf(framework, step) : null,
    isRatingDerived: false,
    origin: 'imported',
  }
}

function changeOf(score: string | undefined, before: string | undefined): string | null {
  return score && before ? format(subtract(decimal(score), decimal(before)), 2) : null
}

function instrumentsOf(
  framework: Framework,
  { instruments, respondents }: Pick<Golden, 'instruments' | 'respondents'>,
  before: Scores,
): AgencyResult['instruments'] {
  const named = framework.instruments.flatMap(({ id, name, parts }) =>
    parts.length > 1 ? [...parts, { id, name, weightPercent: '30' }] : parts,
  )
  return named.map(({ id, name, weightPercent }) => ({
    id,
    name,
    weightPercent,
    score: instruments[id] ?? null,
    respondents: respondents[id] ?? null,
    change: changeOf(instruments[id], before[id]),
    publishedStanding: null,
  }))
}

function rankedIndicators(framework: Framework, scores: Scores, before: Scores): IndicatorResult[] {
  const order = Object.entries(scores).sort(([, a], [, b]) => compare(decimal(b), decimal(a)))
  return order.flatMap(([number, score], index) => {
    const indicator = framework.indicators.find((each) => each.number === Number(number))
    if (!indicator) return []
    const band = framework.measureBands.find(({ atLeast }) => compare(decimal(score), decimal(atLeast)) >= 0)
    const { name, instrument } = indicator
    const change = changeOf(score, before[number])
    return [
      { number: Number(number), name, instrument, score, rank: index + 1, level: band?.id ?? null, change },
    ]
  })
}

function levelOf(framework: Framework, { measureLevels }: Golden, id: string): MeasureLevelId | null {
  return framework.measureBands.find(({ name }) => measureLevels[name.th]?.includes(id))?.id ?? null
}

function questionsOf(framework: Framework, now: Golden): QuestionScore[] {
  return framework.questions.map(({ id, text, indicator }) => {
    const scores = Object.entries(now.questions).flatMap(([part, byId]) =>
      byId[id] ? [[part, byId[id]]] : [],
    )
    const level = levelOf(framework, now, id)
    return { id, text, indicator, isUnverified: false, scores: Object.fromEntries(scores), level }
  })
}

function itemsOf(framework: Framework, now: Golden): ItemScore[] {
  return framework.disclosureItems.map(({ code, title, subIndicator }) => {
    const filled = { th: fillFiscalYear(title.th, 2568), en: fillFiscalYear(title.en, 2568) }
    const level = levelOf(framework, now, code)
    return { code, title: filled, subIndicator, score: level === 'urgent' ? '0.00' : '100.00', level }
  })
}
