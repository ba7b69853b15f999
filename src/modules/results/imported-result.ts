/** A result as another system published it: what may be given, and what is wrong with what was given. Pure. */
import { compare, decimal, format } from '#base/decimal.ts'
import type { Finding } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { computeScore } from '#modules/scoring/compute.ts'
import { publishedIds } from '#modules/scoring/inputs.ts'
import type { Disagreement, Score } from '#modules/scoring/score.ts'
import { instrumentNode } from './figures.ts'
import type { PublishedStanding, Ranks } from './result.ts'
import type { StoredFigures } from './tables.ts'

/** Scores are decimals from 0 to 100 with at most two places, as printed. */
export interface ImportedResult {
  readonly agencyCode: string
  readonly total?: string
  /** The id of a rating level of the year's framework. */
  readonly rating?: string
  /** By part, or instrument of several parts: iit, eitPublic, eitSurvey, eit, oit. */
  readonly instruments?: Readonly<Record<string, string>>
  /** By number, "1" … "10". */
  readonly indicators?: Readonly<Record<string, string>>
  readonly ranks?: Ranks
  /** By instrument, where only this was published of it: whether it reaches the target. */
  readonly standings?: Readonly<Record<string, PublishedStanding>>
  /** Where it was published. */
  readonly source: string
  readonly note?: Words
  /** The line of the file it comes from, for the finding. */
  readonly line?: number
}

const scorePattern = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/

/** What must be mended before the result can be taken. A year without a framework has only a total. */
export function findFaults(entry: ImportedResult, framework: Framework | undefined): Finding[] {
  const findings: Finding[] = []
  const add = (code: string, value: string) =>
    findings.push({
      ...(entry.line ? { line: entry.line } : {}),
      code,
      parameters: { agency: entry.agencyCode, value },
    })
  const { total, rating, instruments = {}, indicators = {}, standings = {} } = entry
  const scores = { ...(total === undefined ? {} : { total }), ...instruments, ...indicators }
  for (const score of Object.values(scores)) if (!scorePattern.test(score)) add('results.scoreInvalid', score)
  if (rating !== undefined && !framework?.rating.levels.some(({ id }) => id === rating)) {
    add('results.ratingUnknown', rating)
  }
  const knownInstruments = framework ? publishedIds(framework) : []
  for (const id of Object.keys({ ...instruments, ...standings }))
    if (!knownInstruments.includes(id)) add('results.instrumentUnknown', id)
  const knownIndicators = framework?.indicators.map(({ number }) => String(number)) ?? []
  for (const number of Object.keys(indicators)) {
    if (!knownIndicators.includes(number)) add('results.indicatorUnknown', number)
  }
  return findings
}

/** The figures with two decimals, as they are kept, with what follows from them by the rules of the year. */
export function keptOf(
  entry: ImportedResult,
  framework: Framework | undefined,
): { readonly rating: string | null; readonly figures: StoredFigures } {
  const printed = { instruments: normal(entry.instruments), indicators: normal(entry.indicators) }
  const score = framework && computeScore(framework, printed)
  const instruments = framework && score ? deriveInstruments(framework, printed.instruments, score) : {}
  const rating =
    framework && score && entry.rating === undefined ? deriveRating(framework, entry, score) : null
  const derived = [
    ...Object.keys(instruments).map((id) => instrumentNode(id, framework)),
    ...(rating === null ? [] : ['rating']),
  ]
  const figures = {
    instruments: { ...printed.instruments, ...instruments },
    indicators: printed.indicators,
    ...(derived.length > 0 && { derived }),
    ...(entry.standings && { standings: entry.standings }),
  }
  return { rating: entry.rating ?? rating, figures }
}

function normal(scores: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, twoDecimals(score)]))
}

/** The scores of instruments that were not printed but whose indicators or parts were. */
function deriveInstruments(
  framework: Framework,
  printed: Readonly<Record<string, string>>,
  score: Score,
): Record<string, string> {
  return Object.fromEntries(
    publishedIds(framework).flatMap((id) => {
      const value = score.nodes.get(instrumentNode(id, framework))?.value
      return printed[id] === undefined && value ? [[id, format(value, 2)]] : []
    }),
  )
}

/** From the printed total where the total alone decides, else from the parts where they give that very total. */
function deriveRating({ rating }: Framework, { total }: ImportedResult, score: Score): string | null {
  if (total === undefined) return null
  if (rating.levels.every(({ everyPartAtLeast }) => everyPartAtLeast === undefined)) {
    const reached = rating.levels.filter(
      ({ totalAtLeast }) => compare(decimal(total), decimal(totalAtLeast)) >= 0,
    )
    const best = reached.toSorted((a, b) => compare(decimal(b.totalAtLeast), decimal(a.totalAtLeast)))[0]
    return best?.id ?? null
  }
  const own = score.total
  return own && format(own, 2) === twoDecimals(total) ? score.rating : null
}

/** The stored figures without those that were derived. */
export function printedOnly(figures: StoredFigures, framework: Framework | undefined): StoredFigures {
  const derived = new Set(figures.derived)
  const printed = Object.entries(figures.instruments).filter(
    ([id]) => !derived.has(instrumentNode(id, framework)),
  )
  return { instruments: Object.fromEntries(printed), indicators: figures.indicators }
}

export function twoDecimals(score: string): string {
  return format(decimal(score), 2)
}

/** Where the published figures do not give each other by the rules of the year. */
export function selfDisagreements(entry: ImportedResult, framework: Framework | undefined): Disagreement[] {
  if (!framework) return []
  const { instruments = {}, indicators = {} } = entry
  const score = computeScore(framework, { instruments, indicators })
  const own = score.total
  const computed = own && format(own, 2)
  const published = entry.total === undefined ? undefined : twoDecimals(entry.total)
  const ofTotal =
    computed && published && computed !== published ? [{ node: 'total', published, computed }] : []
  return [...ofTotal, ...score.disagreements]
}
