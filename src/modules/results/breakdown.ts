/** What stands behind a total: instruments, indicators, questions and items, read off a score sheet. Pure. */
import { compare, decimal } from '#base/decimal.ts'
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { Words } from '#base/words.ts'
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import { isUnverified, partsOf } from '#modules/frameworks/lookup.ts'
import type { MeasureLevelId } from '#modules/scoring/score.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import { nodeName } from '#modules/scoring/words.ts'
import { addPercents, changeBetween } from './figures.ts'
import type {
  AgencyResult,
  Figures,
  Imported,
  IndicatorResult,
  InstrumentResult,
  ItemScore,
  QuestionScore,
} from './result.ts'

export interface Reading {
  readonly framework: Framework
  readonly sheet: ScoreSheet
  /** As shown: for an imported result the published figures, whatever the sheet makes of them. */
  readonly figures: Figures
  /** Last year's, where there are any. */
  readonly before: Pick<Figures, 'instruments' | 'indicators'> | undefined
  readonly standings: Imported['standings']
}

/** Parts of every instrument, and the instrument itself where it has several, as far as the figures have them. */
export function readInstruments(reading: Reading): InstrumentResult[] {
  const { framework, sheet, figures, before, standings } = reading
  return framework.instruments.flatMap(withParts).flatMap(({ id, name, weightPercent, partIds }) => {
    const score = figures.instruments[id] ?? null
    const standing = standings[id] ?? null
    if (figures.instruments[id] === undefined && standing === null) return []
    const own = sheet.respondents[id] ?? sumOf(partIds.map((part) => sheet.respondents[part] ?? 0))
    return [
      {
        id,
        name,
        weightPercent,
        score,
        respondents: own === 0 ? null : own,
        change: changeBetween(score, before?.instruments[id]),
        publishedStanding: score === null ? standing : null,
      },
    ]
  })
}

function withParts({ id, name, parts }: Instrument) {
  const leaves = parts.map((part) => ({ ...part, partIds: [part.id] }))
  if (parts.length === 1) return leaves
  const weightPercent = addPercents(parts.map((part) => part.weightPercent))
  return [...leaves, { id, name, weightPercent, partIds: parts.map((part) => part.id) }]
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Highest first where all are known, else by number. */
export function readIndicators({ framework, sheet, figures, before }: Reading): IndicatorResult[] {
  const found = framework.indicators.flatMap(({ number, name, instrument }) => {
    const score = figures.indicators[number]
    if (score === undefined) return []
    const rank = sheet.indicatorRanks?.[number] ?? null
    const level = levelOf(framework, sheet.indicatorMeasureLevels, String(number))
    const change = changeBetween(score, before?.indicators[number])
    return [{ number, name, instrument, score, rank, level, change }]
  })
  return found.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.number - b.number)
}

export function readQuestions({ framework, sheet }: Reading): QuestionScore[] {
  const parts = Object.entries(sheet.questions)
  return framework.questions.flatMap((question) => {
    const scores = parts.flatMap(([part, byQuestion]) => {
      const score = byQuestion[question.id]
      return score === undefined ? [] : [[part, score] as const]
    })
    if (scores.length === 0) return []
    return [
      {
        id: question.id,
        text: question.text,
        indicator: question.indicator,
        isUnverified: isUnverified(question.evidence, framework),
        scores: Object.fromEntries(scores),
        level: levelOf(framework, sheet.measureLevels, question.id),
      },
    ]
  })
}

export function readItems({ framework, sheet }: Reading): ItemScore[] {
  if (!sheet.inputs.items) return []
  const fill = (title: string) => fillFiscalYear(title, framework.fiscalYear)
  return framework.disclosureItems.map(({ code, title, subIndicator }) => ({
    code,
    title: { th: fill(title.th), en: fill(title.en) },
    subIndicator,
    score: sheet.derivation[`item:${code}`]?.value ?? null,
    level: levelOf(framework, sheet.measureLevels, code),
  }))
}

function levelOf(
  framework: Framework,
  byBand: Readonly<Record<string, readonly string[]>>,
  id: string,
): MeasureLevelId | null {
  return framework.measureBands.find(({ name }) => byBand[name.th]?.includes(id))?.id ?? null
}

/**
 * What kept the next better level away: the total where it is under that level's line, else each part under the
 * line that every part must reach. Empty for the best level, and where there is no rating.
 */
export function readDeciders(
  framework: Framework,
  { total, rating, instruments }: Figures,
): AgencyResult['decidedBy'] {
  const better = rating && nextBetterLevel(framework, rating.step)
  if (!better || total === null) return []
  if (isBelow(total, better.totalAtLeast)) {
    return [{ id: 'total', name: wordsOf(framework, 'total'), score: total, line: better.totalAtLeast }]
  }
  const line = better.everyPartAtLeast
  if (line === undefined) return []
  return partsOf(framework).flatMap(({ part }) => {
    const score = instruments[part.id]
    if (score == null || !isBelow(score, line)) return []
    return [{ id: part.id, name: wordsOf(framework, `part:${part.id}`), score, line }]
  })
}

function nextBetterLevel(framework: Framework, step: number) {
  return framework.rating.levels
    .filter((level) => level.step < step)
    .reduce<Framework['rating']['levels'][number] | undefined>(
      (nearest, level) => (nearest && nearest.step > level.step ? nearest : level),
      undefined,
    )
}

function isBelow(score: string, line: string): boolean {
  return compare(decimal(score), decimal(line)) < 0
}

function wordsOf(framework: Framework, node: string): Words {
  const { th, en } = nodeName(framework, node)
  return { th, en }
}
