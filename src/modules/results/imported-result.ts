/** A result as another system published it: what may be given, and what is wrong with what was given. Pure. */
import { decimal, format } from '#base/decimal.ts'
import type { Finding } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { computeScore } from '#modules/scoring/compute.ts'
import { publishedIds } from '#modules/scoring/inputs.ts'
import type { Disagreement } from '#modules/scoring/score.ts'
import type { Ranks } from './result.ts'
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
  const { total, rating, instruments = {}, indicators = {} } = entry
  const scores = { ...(total === undefined ? {} : { total }), ...instruments, ...indicators }
  for (const score of Object.values(scores)) if (!scorePattern.test(score)) add('results.scoreInvalid', score)
  if (rating !== undefined && !framework?.rating.levels.some(({ id }) => id === rating)) {
    add('results.ratingUnknown', rating)
  }
  const knownInstruments = framework ? publishedIds(framework) : []
  for (const id of Object.keys(instruments))
    if (!knownInstruments.includes(id)) add('results.instrumentUnknown', id)
  const knownIndicators = framework?.indicators.map(({ number }) => String(number)) ?? []
  for (const number of Object.keys(indicators)) {
    if (!knownIndicators.includes(number)) add('results.indicatorUnknown', number)
  }
  return findings
}

/** The figures with two decimals, as they are kept. */
export function figuresOf({ instruments = {}, indicators = {} }: ImportedResult): StoredFigures {
  const normal = (scores: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, twoDecimals(score)]))
  return { instruments: normal(instruments), indicators: normal(indicators) }
}

export function twoDecimals(score: string): string {
  return format(decimal(score), 2)
}

/** Where the published figures do not give each other by the rules of the year. */
export function selfDisagreements(entry: ImportedResult, framework: Framework | undefined): Disagreement[] {
  if (!framework) return []
  const { instruments = {}, indicators = {} } = entry
  const score = computeScore(framework, { instruments, indicators })
  const own = score.nodes.get('total')?.value
  const computed = own && format(own, 2)
  const published = entry.total === undefined ? undefined : twoDecimals(entry.total)
  const ofTotal =
    computed && published && computed !== published ? [{ node: 'total', published, computed }] : []
  return [...ofTotal, ...score.disagreements]
}
