/** Scores the disclosure instrument: items, sub-indicators, indicators 9 and 10, and the instrument. */
import { decimal } from '#base/decimal.ts'
import type { DisclosureIndicatorPlan, DisclosurePlan, ItemPlan } from './plan.ts'
import type { ScoreNode } from './score.ts'
import { knownNode, meanNode, unknownNode, weightedNode } from './steps.ts'
import { type InstrumentOutcome, keep, settle, type Work } from './work.ts'

export function scoreDisclosure(work: Work, plan: DisclosurePlan): InstrumentOutcome {
  const { inputs } = work
  const scores = inputs.items
  const items = scores && plan.items.map((item) => keep(work, scoreItem(item, scores[item.code])))
  const onlyPublished = plan.indicators.some(({ number }) => inputs.indicators?.[number] !== undefined)
  const figures = plan.indicators.map((indicator) => {
    const unknown = onlyPublished ? indicator.notPublished : indicator.nothingGiven
    const node = items
      ? scoreIndicator(work, indicator, items)
      : unknownNode({ ...indicator.step, inputs: [] }, unknown)
    return settle(work, { node, published: false }, inputs.indicators?.[indicator.number])
  })
  const node = meanNode(
    plan.part.step,
    figures.map((figure) => figure.node),
  )
  const computed = { node, published: figures.some((figure) => figure.published) }
  const figure = settle(work, computed, inputs.instruments?.[plan.part.id])
  const { weight, weightText } = plan.part
  const term = { node: figure.node, weight, weightText }
  return { terms: [term], parts: [term], whole: figure.node.value }
}

function scoreItem(plan: ItemPlan, score: number | undefined): ScoreNode {
  if (score === undefined) return plan.missing
  if (score === 100) return plan.full
  return score === 0 ? plan.none : knownNode(plan.step, decimal(score))
}

function scoreIndicator(work: Work, plan: DisclosureIndicatorPlan, items: readonly ScoreNode[]): ScoreNode {
  const subIndicators = plan.subIndicators.map((sub) =>
    keep(work, meanNode(sub.step, pick(items, sub.items))),
  )
  const { points } = plan
  return points
    ? weightedNode(plan.step, pick(items, points.items), points.shares)
    : meanNode(plan.step, subIndicators)
}

function pick(items: readonly ScoreNode[], places: readonly number[]): ScoreNode[] {
  const picked: ScoreNode[] = []
  for (const place of places) {
    const item = items[place]
    if (item) picked.push(item)
  }
  return picked
}
