/** Scores a survey instrument: its indicators, its parts, and itself where it has several parts. */
import type { Exact } from '#base/decimal.ts'
import type { Tallies } from '#modules/surveys/tally.ts'
import { scorePartIndicator } from './answers.ts'
import type { PartPlan, SurveyPlan } from './plan.ts'
import type { ScoreNode } from './score.ts'
import { combinedReason, meanNode, unknownNode, weightedNode } from './steps.ts'
import {
  type Figure,
  type InstrumentOutcome,
  keep,
  noteDifference,
  settle,
  type Term,
  type Work,
} from './work.ts'

export function scoreSurvey(work: Work, instrument: SurveyPlan): InstrumentOutcome {
  const plan = surveyInUse(instrument, work.inputs.tallies)
  return plan.parts.length === 1 ? scoreWhole(work, plan) : scoreInParts(work, plan)
}

/** The instrument as it is to be scored: pooled answers count only where none of the parts has its own. */
export function surveyInUse(plan: SurveyPlan, tallies: Tallies = {}): SurveyPlan {
  const { pooled } = plan
  return pooled && hasAnswers(pooled, tallies) && !hasAnswers(plan, tallies) ? pooled : plan
}

function hasAnswers(plan: SurveyPlan, tallies: Tallies): boolean {
  return plan.parts.some(({ id }) => tallies[id] !== undefined)
}

function scoreWhole(work: Work, plan: SurveyPlan): InstrumentOutcome {
  const [part] = plan.parts
  if (!part) return { terms: [], parts: [], whole: null }
  const tally = work.inputs.tallies?.[part.id]
  const given = hasPublishedIndicators(work, plan)
  const figures = plan.indicators.map((indicator, place) => {
    const own = part.indicators[place]
    const node =
      tally && own
        ? scorePartIndicator(work, own, tally)
        : unknownNode(
            { ...indicator.step, rule: 'meanOfQuestions', inputs: [] },
            given ? indicator.notPublished : indicator.nothingGiven,
          )
    return settle(work, { node, published: false }, work.inputs.indicators?.[indicator.number])
  })
  const node = meanNode(part.step, nodesOf(figures))
  const figure = settle(work, { node, published: restsOnPublished(figures) }, published(work, part.id))
  const term = termOf(part, figure.node)
  return { terms: [term], parts: [term], whole: figure.node.value }
}

function scoreInParts(work: Work, plan: SurveyPlan): InstrumentOutcome {
  const columns = plan.parts.map((part) => partIndicators(work, plan, part))
  const indicators = scoreIndicators(work, plan, columns)
  const given = hasPublishedIndicators(work, plan)
  const parts = plan.parts.map((part, place) => {
    const own = columns[place]
    const unknown = given ? part.notKnownFromPublished : part.noAnswers
    const node = own ? meanNode(part.step, own) : unknownNode({ ...part.step, inputs: [] }, unknown)
    return settle(work, { node, published: false }, published(work, part.id))
  })
  const whole = settleInstrument(work, plan, { parts, indicators })
  const terms = plan.parts.flatMap((part, place) => {
    const figure = parts[place]
    return figure ? [termOf(part, figure.node)] : []
  })
  const partsKnown = terms.every(({ node }) => node.value !== null)
  const standIn = !partsKnown && whole.value !== null
  return { terms: standIn ? [termOf(plan.whole, whole)] : terms, parts: terms, whole: whole.value }
}

/** The part's own view of each indicator, or undefined where the part has no answers. */
function partIndicators(work: Work, plan: SurveyPlan, part: PartPlan): readonly ScoreNode[] | undefined {
  const tallies = work.inputs.tallies ?? {}
  if (!hasAnswers(plan, tallies)) return undefined
  const tally = tallies[part.id]
  const nodes = part.indicators.map((indicator) => keep(work, scorePartIndicator(work, indicator, tally)))
  return tally ? nodes : undefined
}

function scoreIndicators(
  work: Work,
  plan: SurveyPlan,
  columns: readonly (readonly ScoreNode[] | undefined)[],
): Figure[] {
  const answered = columns.some((column) => column !== undefined)
  const given = hasPublishedIndicators(work, plan)
  return plan.indicators.map((indicator, place) => {
    const own = plan.parts.map((part, at) => columns[at]?.[place] ?? part.indicators[place]?.absent)
    const node = answered
      ? weightedNode(
          indicator.step,
          own.filter((one) => one !== undefined),
          plan.shares,
        )
      : unknownNode(
          { ...indicator.step, inputs: [] },
          given ? indicator.notPublished : indicator.nothingGiven,
        )
    return settle(work, { node, published: false }, work.inputs.indicators?.[indicator.number])
  })
}

interface InstrumentFigures {
  readonly parts: readonly Figure[]
  readonly indicators: readonly Figure[]
}

/** From its parts where they are known, else as published, else from its indicators. */
function settleInstrument(work: Work, plan: SurveyPlan, { parts, indicators }: InstrumentFigures): ScoreNode {
  const ofParts = weightedNode(plan.ofParts, nodesOf(parts), plan.shares)
  const ofIndicators = meanNode(plan.ofIndicators, nodesOf(indicators))
  const given = published(work, plan.id)
  if (ofParts.value === null) {
    const unknown = { ...ofParts, reason: combinedReason(nodesOf(parts)) }
    const node = ofIndicators.value === null ? unknown : ofIndicators
    return settle(work, { node, published: true }, given).node
  }
  const onPublished = restsOnPublished(parts) || restsOnPublished(indicators)
  if (onPublished && ofIndicators.value !== null) noteIndicators(work, ofParts.value, ofIndicators)
  return settle(work, { node: ofParts, published: false }, given).node
}

function noteIndicators(work: Work, ofParts: Exact, ofIndicators: ScoreNode): void {
  if (ofIndicators.value === null) return
  noteDifference(work, ofIndicators.id, { published: ofParts, computed: ofIndicators.value })
}

function hasPublishedIndicators({ inputs }: Work, plan: SurveyPlan): boolean {
  return plan.indicators.some(({ number }) => inputs.indicators?.[number] !== undefined)
}

function published({ inputs }: Work, id: string): string | undefined {
  return inputs.instruments?.[id]
}

function termOf(plan: Omit<Term, 'node'>, node: ScoreNode): Term {
  return { node, weight: plan.weight, weightText: plan.weightText }
}

function nodesOf(figures: readonly Figure[]): ScoreNode[] {
  return figures.map(({ node }) => node)
}

function restsOnPublished(figures: readonly Figure[]): boolean {
  return figures.some((figure) => figure.published)
}
