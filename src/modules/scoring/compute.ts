/** Computes a score from whatever inputs there are, by the rules of one framework. Pure and exact. */
import { fraction } from '#base/decimal.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { planOf } from './compile.ts'
import { scoreDisclosure } from './items.ts'
import { indicatorMeasureLevels, measureLevels } from './levels.ts'
import type { Plan } from './plan.ts'
import { rankWithTies } from './ranks.ts'
import { decideRating } from './rating.ts'
import { hundredths } from './rounding.ts'
import type { Reason, Score, ScoreNode, ScoringInputs } from './score.ts'
import { combinedReason, weightedNode } from './steps.ts'
import { scoreSurvey, surveyInUse } from './surveys.ts'
import { type InstrumentOutcome, keep, type Work } from './work.ts'

const hundred = fraction(100, 1)

/**
 * The score of one agency. Tallies and items rule; published figures fill in where these are absent, and are
 * compared with them where both are there. Nothing absent counts as zero: it gives an unknown node with its reason.
 */
export function computeScore(framework: Framework, inputs: ScoringInputs): Score {
  const plan = planOf(framework)
  const work: Work = { inputs, made: [], disagreements: [] }
  const outcomes = plan.instruments.map((instrument) =>
    instrument.kind === 'survey' ? scoreSurvey(work, instrument) : scoreDisclosure(work, instrument),
  )
  const total = scoreTotal(work, plan, outcomes)
  const rating = rate(work, plan, { total, outcomes })
  return new WorkedScore(plan, work, { fiscalYear: framework.fiscalYear, total: total.value, rating })
}

/** All but total and rating is laid out when it is asked for: a nation is rated and ranked without it. */
class WorkedScore implements Score {
  readonly fiscalYear: number
  readonly total: Score['total']
  readonly rating: string | null
  readonly disagreements: Score['disagreements']
  readonly #plan: Plan
  readonly #work: Work
  #nodes: Score['nodes'] | undefined

  constructor(
    plan: Plan,
    work: Work,
    { fiscalYear, total, rating }: Pick<Score, 'fiscalYear' | 'total' | 'rating'>,
  ) {
    this.#plan = plan
    this.#work = work
    this.fiscalYear = fiscalYear
    this.total = total
    this.rating = rating
    this.disagreements = work.disagreements
  }

  get nodes(): Score['nodes'] {
    this.#nodes ??= new Map(this.#work.made.map((node) => [node.id, node]))
    return this.#nodes
  }

  get respondents(): Score['respondents'] {
    return countRespondents(this.#plan, this.#work.inputs)
  }

  get indicatorRanks(): Score['indicatorRanks'] {
    return rankIndicators(this.#plan, this.nodes)
  }

  get measureLevels(): Score['measureLevels'] {
    return measureLevels(this.#plan, this.nodes)
  }

  get indicatorMeasureLevels(): Score['indicatorMeasureLevels'] {
    return indicatorMeasureLevels(this.#plan, this.nodes)
  }
}

function scoreTotal(work: Work, plan: Plan, outcomes: readonly InstrumentOutcome[]): ScoreNode {
  const terms = outcomes.flatMap((outcome) => outcome.terms)
  const inputs = terms.map(({ node, weightText }) => ({ node: node.id, weight: weightText }))
  const step = { id: 'total', rule: 'weightedTotal', inputs, rounding: plan.totalRounding } as const
  const shares = { weights: terms.map(({ weight }) => weight), whole: hundred }
  return keep(
    work,
    weightedNode(
      step,
      terms.map(({ node }) => node),
      shares,
    ),
  )
}

interface ToRate {
  readonly total: ScoreNode
  readonly outcomes: readonly InstrumentOutcome[]
}

function rate(work: Work, plan: Plan, { total, outcomes }: ToRate): string | null {
  const testsParts = plan.levels.some(({ everyPartAtLeast }) => everyPartAtLeast !== null)
  const parts = testsParts ? outcomes.flatMap((outcome) => outcome.parts).map(({ node }) => node) : []
  const level = total.value && decideRating(plan.levels, total.value, outcomes)
  keep(work, {
    id: 'rating',
    rule: 'rating',
    inputs: [total, ...parts].map(({ id }) => ({ node: id })),
    unrounded: null,
    value: null,
    rounding: null,
    reason: level === null ? whyUndecided(total, parts) : null,
  })
  return level
}

function whyUndecided(total: ScoreNode, parts: readonly ScoreNode[]): Reason {
  if (total.value === null) return combinedReason([total])
  const { missing } = combinedReason(parts)
  return { code: 'ratingUndecided', missing }
}

function countRespondents(plan: Plan, { tallies = {} }: ScoringInputs): Record<string, number> {
  const respondents: Record<string, number> = {}
  for (const instrument of plan.instruments) {
    if (instrument.kind !== 'survey') continue
    for (const { id } of surveyInUse(instrument, tallies).parts) {
      const tally = tallies[id]
      if (tally) respondents[id] = tally.respondents
    }
  }
  return respondents
}

function rankIndicators(plan: Plan, nodes: ReadonlyMap<string, ScoreNode>): Record<string, number> | null {
  const indicators = plan.instruments.flatMap((instrument) => [...instrument.indicators])
  const entries = indicators.flatMap(({ number, step }) => {
    const value = nodes.get(step.id)?.value
    return value ? [{ key: number, score: hundredths(value) }] : []
  })
  return entries.length === indicators.length ? Object.fromEntries(rankWithTies(entries)) : null
}
