/** Turns the disclosure instrument of a framework into its part of the scoring plan. */
import { decimal, fraction } from '#base/decimal.ts'
import type { DisclosureItem, Framework, Indicator, Instrument } from '#modules/frameworks/framework.ts'
import { indicatorsOf } from '#modules/frameworks/lookup.ts'
import type { DisclosureIndicatorPlan, DisclosurePlan, ItemPlan, SubIndicatorPlan } from './plan.ts'
import type { YearRounding } from './rounding.ts'
import type { Reason } from './score.ts'
import { knownNode, type Step, unknownNode } from './steps.ts'

export function compileDisclosure(
  framework: Framework,
  instrument: Instrument,
  rounding: YearRounding,
): DisclosurePlan {
  const nothingGiven: Reason = { code: 'noItems', missing: instrument.parts.map(({ id }) => id) }
  const indicators = indicatorsOf(framework, instrument.id).map((indicator) =>
    compileIndicator(indicator, framework.disclosureItems, nothingGiven),
  )
  const [part] = instrument.parts
  const id = part?.id ?? instrument.id
  const weightText = part?.weightPercent ?? '0'
  const step: Step = {
    id: `part:${id}`,
    rule: 'meanOfIndicators',
    inputs: indicators.map((indicator) => ({ node: indicator.step.id })),
    rounding: rounding.questionsAndParts,
  }
  return {
    kind: 'disclosure',
    id: instrument.id,
    part: { id, step, weight: decimal(weightText), weightText },
    items: framework.disclosureItems.map(compileItem),
    indicators,
  }
}

function compileItem({ code }: DisclosureItem): ItemPlan {
  const step: Step = { id: `item:${code}`, rule: 'itemScore', inputs: [], rounding: null }
  return {
    code,
    step,
    full: knownNode(step, fraction(100, 1)),
    none: knownNode(step, fraction(0, 1)),
    missing: unknownNode(step, { code: 'missingItems', missing: [code] }),
  }
}

function compileIndicator(
  indicator: Indicator,
  items: readonly DisclosureItem[],
  nothingGiven: Reason,
): DisclosureIndicatorPlan {
  const places = (subIndicator: string) =>
    items.flatMap((item, place) => (item.subIndicator === subIndicator ? [place] : []))
  const input = (place: number) => ({ node: `item:${items[place]?.code}` })
  const subIndicators = (indicator.subIndicators ?? []).map(({ id }): SubIndicatorPlan => {
    const own = places(id)
    const step: Step = {
      id: `sub-indicator:${id}`,
      rule: 'meanOfItems',
      inputs: own.map(input),
      rounding: null,
    }
    return { step, items: own }
  })
  const id = `indicator:${indicator.number}`
  const common = {
    number: String(indicator.number),
    subIndicators,
    nothingGiven,
    notPublished: { code: 'missingInput', missing: [id] } satisfies Reason,
  }
  if (indicator.aggregate !== 'points') {
    const inputs = subIndicators.map(({ step }) => ({ node: step.id }))
    return { ...common, points: null, step: { id, rule: 'meanOfSubIndicators', inputs, rounding: null } }
  }
  const own = subIndicators.flatMap((sub) => sub.items)
  const pointsOf = (place: number) => items[place]?.points ?? '0'
  const inputs = own.map((place) => ({ ...input(place), weight: pointsOf(place) }))
  const shares = { weights: own.map((place) => decimal(pointsOf(place))), whole: decimal('100') }
  return { ...common, points: { items: own, shares }, step: { id, rule: 'points', inputs, rounding: null } }
}
