/** Finds the questions that pull an instrument down, and what the year's rules say of each. Pure. */
import { compare, decimal } from '#base/decimal.ts'
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { Words } from '#base/words.ts'
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import { findItem, indicatorsOf, isUnverified } from '#modules/frameworks/lookup.ts'
import type { AgencyResult, QuestionScore } from '#modules/results/result.ts'
import type { QuestionFinding, Reference } from './recommendation.ts'

/** As many as assessors take up of each part (the five lowest, in the 2568 recommendations). */
const findingsPerPart = 5

/**
 * The lowest questions of every part of an instrument, of those that should not merely be kept as they are.
 * A question low in two parts stands once, with both scores.
 */
export function findLowQuestions(
  framework: Framework,
  result: AgencyResult,
  instrument: Instrument,
): QuestionFinding[] {
  const numbers = new Set(indicatorsOf(framework, instrument.id).map(({ number }) => number))
  const low = result.questions.filter(({ indicator, level }) => numbers.has(indicator) && isLow(level))
  const parts = partsWithPool(instrument)
  const chosen = new Set(parts.flatMap(({ id }) => lowestOf(low, id)))
  return low
    .filter((question) => chosen.has(question))
    .sort((a, b) => compare(decimal(lowestScore(a)), decimal(lowestScore(b))))
    .flatMap((question) => toFinding(framework, question, parts) ?? [])
}

type NamedPart = { readonly id: string; readonly name: Words }

function partsWithPool({ parts, pooledPart }: Instrument): readonly NamedPart[] {
  return pooledPart ? [...parts, pooledPart] : parts
}

function isLow(level: QuestionScore['level']): level is 'improve' | 'urgent' {
  return level === 'improve' || level === 'urgent'
}

function lowestOf(questions: readonly QuestionScore[], part: string): QuestionScore[] {
  return questions
    .flatMap((question) => {
      const score = question.scores[part]
      return score == null ? [] : [{ question, score: decimal(score) }]
    })
    .sort((a, b) => compare(a.score, b.score))
    .slice(0, findingsPerPart)
    .map(({ question }) => question)
}

function lowestScore({ scores }: QuestionScore): string {
  const known = Object.values(scores).flatMap((score) => score ?? [])
  return known.reduce(
    (lowest, score) => (compare(decimal(score), decimal(lowest)) < 0 ? score : lowest),
    '100',
  )
}

function toFinding(
  framework: Framework,
  question: QuestionScore,
  parts: readonly NamedPart[],
): QuestionFinding | undefined {
  const rule = framework.recommendations.questions.find((each) => each.question === question.id)
  if (!rule || !isLow(question.level)) return undefined
  return {
    id: question.id,
    text: question.text,
    indicator: question.indicator,
    scores: parts.flatMap(({ id, name }) => {
      const score = question.scores[id]
      return score == null ? [] : [{ part: id, name, score }]
    }),
    level: question.level,
    finding: rule.finding,
    advice: rule.advice,
    references: rule.refersTo.flatMap((code) => findReference(framework, code) ?? []),
    isUnverified: isUnverified(rule.evidence, framework),
  }
}

function findReference(framework: Framework, code: string): Reference | undefined {
  const item = findItem(framework, code)
  const subIndicators = framework.indicators.flatMap((indicator) => indicator.subIndicators ?? [])
  const title = item?.title ?? subIndicators.find(({ id }) => id === code)?.name
  if (!title) return undefined
  const fill = (text: string) => fillFiscalYear(text, framework.fiscalYear)
  return { code, title: { th: fill(title.th), en: fill(title.en) } }
}
