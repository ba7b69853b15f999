/** Makes the score sheet: every figure of one agency's score with its derivation, sealed by a hash. */
import { type Exact, format, formatFraction, formatUnrounded } from '#base/decimal.ts'
import { canonicalJson, contentHash } from '#base/id.ts'
import type { Framework, LoadedFramework } from '#modules/frameworks/framework.ts'
import { planOf } from './compile.ts'
import { computeScore } from './compute.ts'
import { readInputs } from './inputs.ts'
import type { SurveyPlan, WeightedPlan } from './plan.ts'
import type { MeasureLevelId, Reason, Score, ScoreNode, ScoringInputs } from './score.ts'
import { type Derivation, type ScoreSheet, type SheetInputs, sheetFormat } from './sheet-schema.ts'
import { combinedReason } from './steps.ts'
import { surveyInUse } from './surveys.ts'
import { reasonWords } from './words.ts'

export type { ScoreSheet } from './sheet-schema.ts'

export type SheetAgency = NonNullable<ScoreSheet['agency']>

/** The sheet of one agency, or of nobody in particular. Equal inputs give equal sheets, hash included. */
export function makeSheet(loaded: LoadedFramework, inputs: ScoringInputs, agency?: SheetAgency): ScoreSheet {
  const { framework, hash } = loaded
  const kept = readInputs(framework, inputs)
  const score = computeScore(framework, kept)
  const level = framework.rating.levels.find(({ id }) => id === score.rating)
  const rating = level?.name.th ?? null
  const sheet = {
    format: sheetFormat,
    fiscalYear: framework.fiscalYear,
    ...(agency && { agency }),
    framework: { fiscalYear: framework.fiscalYear, hash },
    inputs: kept,
    respondents: { ...score.respondents },
    questions: questionScores(framework, kept, score),
    indicators: Object.fromEntries(
      framework.indicators.map(({ number }) => [number, shownNode(score, `indicator:${number}`)]),
    ),
    indicatorRanks: score.indicatorRanks && { ...score.indicatorRanks },
    instruments: instrumentScores(framework, kept, score),
    total: shown(score.total),
    rating,
    ratingLevel: level?.id ?? null,
    ...levelsByBand(framework, score),
    disagreements: [...score.disagreements],
    reasons: reasonsOf(framework, score),
    derivation: Object.fromEntries([...score.nodes].map(([id, node]) => [id, derivationOf(node, rating)])),
  } satisfies Omit<ScoreSheet, 'hash'>
  return { ...sheet, hash: sheetHash(sheet) }
}

/** The hash that a sheet of this content bears. */
export function sheetHash(content: Omit<ScoreSheet, 'hash'>): string {
  return contentHash(canonicalJson(content))
}

function shown(value: Exact | null): string | null {
  return value && format(value, 2)
}

function shownNode(score: Score, id: string): string | null {
  return shown(score.nodes.get(id)?.value ?? null)
}

function surveysInUse(framework: Framework, inputs: SheetInputs): SurveyPlan[] {
  return planOf(framework).instruments.flatMap((instrument) =>
    instrument.kind === 'survey' ? [surveyInUse(instrument, inputs.tallies)] : [],
  )
}

function questionScores(framework: Framework, inputs: SheetInputs, score: Score): ScoreSheet['questions'] {
  const parts = surveysInUse(framework, inputs).flatMap((survey) => survey.parts)
  return Object.fromEntries(
    parts
      .filter(({ id }) => inputs.tallies?.[id])
      .map(({ id, indicators }) => {
        const questions = indicators.flatMap((indicator) => indicator.questions)
        return [
          id,
          Object.fromEntries(questions.map(({ column, step }) => [column, shownNode(score, step.id)])),
        ]
      }),
  )
}

function instrumentScores(
  framework: Framework,
  inputs: SheetInputs,
  score: Score,
): ScoreSheet['instruments'] {
  const entries = planOf(framework).instruments.flatMap((instrument): readonly WeightedPlan[] => {
    if (instrument.kind === 'disclosure') return [instrument.part]
    const { parts, whole } = surveyInUse(instrument, inputs.tallies)
    return parts.length === 1 ? parts : [...parts, whole]
  })
  return Object.fromEntries(entries.map(({ id, step }) => [id, shownNode(score, step.id)]))
}

/** Turns levels by question, item and indicator into lists by the Thai name of the band, in framework order. */
function levelsByBand(framework: Framework, score: Score) {
  const survey = framework.questions.map(({ id }) => id)
  const items = framework.disclosureItems.map(({ code }) => code)
  const indicators = framework.indicators.map(({ number }) => String(number))
  const lists = (levels: Readonly<Record<string, MeasureLevelId>>, ids: readonly string[]) =>
    Object.fromEntries(
      framework.measureBands
        .map(({ id, name }) => [name.th, ids.filter((each) => levels[each] === id)] as const)
        .filter(([, list]) => list.length > 0),
    )
  return {
    measureLevels: lists(score.measureLevels, [...survey, ...items]),
    indicatorMeasureLevels: lists(score.indicatorMeasureLevels, indicators),
  }
}

function reasonsOf(framework: Framework, score: Score): ScoreSheet['reasons'] {
  const unknown = [...score.nodes].flatMap(([id, { reason }]) => (reason ? [[id, reason] as const] : []))
  const unranked = score.indicatorRanks ? [] : [['indicatorRanks', whyUnranked(framework, score)] as const]
  return Object.fromEntries(
    [...unknown, ...unranked].map(([id, reason]) => [
      id,
      { ...statedReason(reason), ...reasonWords(framework, reason) },
    ]),
  )
}

/** Places are given once every indicator has a score. */
function whyUnranked({ indicators }: Framework, { nodes }: Score): Reason {
  return combinedReason(indicators.flatMap(({ number }) => nodes.get(`indicator:${number}`) ?? []))
}

function statedReason({ code, missing }: Reason) {
  return { code, missing: [...missing] }
}

/** `rating` is the name of the level, for the one node that is no figure. */
function derivationOf(node: ScoreNode, rating: string | null): Derivation {
  const { rule, unrounded, value, rounding, reason } = node
  const inputs = node.inputs.map((input) => ({ ...input }))
  const why = reason && { reason: statedReason(reason) }
  if (rule === 'rating') {
    return { rule, value: rating, unrounded: rating, exact: null, inputs, rounding: null, ...why }
  }
  return {
    rule,
    value: shown(value),
    unrounded: unrounded && formatUnrounded(unrounded),
    exact: unrounded && formatFraction(unrounded),
    inputs,
    rounding: rounding && { ...rounding },
    ...why,
  }
}
