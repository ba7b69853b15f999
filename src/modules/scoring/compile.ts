/** Turns a framework into a scoring plan, once per framework. */
import { add, compare, decimal, formatUnrounded, zero } from '#base/decimal.ts'
import type { Framework, Instrument, Part } from '#modules/frameworks/framework.ts'
import { findOptionSet, indicatorsOf, questionsOf } from '#modules/frameworks/lookup.ts'
import { compileDisclosure } from './compile-disclosure.ts'
import type {
  BandPlan,
  ColumnPlan,
  IndicatorPlan,
  LevelPlan,
  PartIndicatorPlan,
  PartPlan,
  Plan,
  QuestionPlan,
  SurveyPlan,
} from './plan.ts'
import { hundredths, type Rounding, type YearRounding } from './rounding.ts'
import type { NodeInput, Reason } from './score.ts'
import { type Step, unknownNode } from './steps.ts'

const plans = new WeakMap<Framework, Plan>()

/** The plan of a framework, made on first use. The framework must not change afterwards. */
export function planOf(framework: Framework): Plan {
  const known = plans.get(framework)
  if (known) return known
  const plan = compile(framework)
  plans.set(framework, plan)
  return plan
}

function compile(framework: Framework): Plan {
  const total: Rounding = { decimals: framework.rounding.decimals, mode: 'halfUp' }
  const rounding: YearRounding = {
    total,
    questionsAndParts: framework.rounding.policy === 'questionAndPart' ? total : null,
  }
  const instruments = framework.instruments.map((instrument) =>
    instrument.kind === 'survey'
      ? compileSurvey(framework, instrument, rounding)
      : compileDisclosure(framework, instrument, rounding),
  )
  return { instruments, totalRounding: total, levels: levelsOf(framework), bands: bandsOf(framework) }
}

function compileSurvey(framework: Framework, instrument: Instrument, rounding: YearRounding): SurveyPlan {
  const separate = surveyOf(framework, instrument, rounding)
  const { pooledPart } = instrument
  if (!pooledPart || instrument.parts.length === 1) return separate
  const part: Part = { ...pooledPart, weightPercent: separate.whole.weightText }
  return { ...separate, pooled: surveyOf(framework, { ...instrument, parts: [part] }, rounding) }
}

function surveyOf(framework: Framework, instrument: Instrument, rounding: YearRounding): SurveyPlan {
  const parts = instrument.parts.map((part) => compilePart(framework, instrument, { part, rounding }))
  const indicators = indicatorsOf(framework, instrument.id).map(({ number }, place) =>
    compileIndicator(number, place, parts),
  )
  const whole = parts.reduce((sum, part) => add(sum, part.weight), zero)
  const id = `instrument:${instrument.id}`
  const ofIndicators: Step = {
    id,
    rule: 'meanOfIndicators',
    inputs: indicators.map(({ step }) => ({ node: step.id })),
    rounding: rounding.questionsAndParts,
  }
  return {
    kind: 'survey',
    id: instrument.id,
    parts,
    indicators,
    questions: questionsOfParts(parts),
    ofParts: { id, rule: 'weightedMeanOfParts', inputs: parts.map(weightedInput), rounding: null },
    ofIndicators,
    shares: { weights: parts.map(({ weight }) => weight), whole },
    whole: { id: instrument.id, step: ofIndicators, weight: whole, weightText: formatUnrounded(whole) },
    pooled: null,
  }
}

function questionsOfParts(parts: readonly PartPlan[]): SurveyPlan['questions'] {
  const nodes = new Map<string, string[]>()
  for (const question of parts.flatMap((part) => part.indicators.flatMap(({ questions }) => questions))) {
    nodes.set(question.column, [...(nodes.get(question.column) ?? []), question.step.id])
  }
  return [...nodes].map(([id, own]) => ({ id, nodes: own }))
}

function weightedInput(part: { readonly step: Step; readonly weightText: string }): NodeInput {
  return { node: part.step.id, weight: part.weightText }
}

interface PartToCompile {
  readonly part: Part
  readonly rounding: YearRounding
}

function compilePart(
  framework: Framework,
  instrument: Instrument,
  { part, rounding }: PartToCompile,
): PartPlan {
  const noAnswers: Reason = { code: 'noAnswers', missing: [part.id] }
  const alone = instrument.parts.length === 1
  const indicators = indicatorsOf(framework, instrument.id).map(({ number }): PartIndicatorPlan => {
    const id = alone ? `indicator:${number}` : `part:${part.id}/indicator:${number}`
    const questions = compileQuestions(framework, number, { part, rounding })
    const inputs = questions.map(({ step }) => ({ node: step.id }))
    const step: Step = { id, rule: 'meanOfQuestions', inputs, rounding: null }
    return { step, questions, absent: unknownNode({ ...step, inputs: [] }, noAnswers) }
  })
  return {
    id: part.id,
    weight: decimal(part.weightPercent),
    weightText: part.weightPercent,
    step: {
      id: `part:${part.id}`,
      rule: 'meanOfIndicators',
      inputs: indicators.map(({ step }) => ({ node: step.id })),
      rounding: rounding.questionsAndParts,
    },
    indicators,
    noAnswers,
    notKnownFromPublished: { code: 'notKnownFromPublished', missing: [part.id] },
  }
}

function compileIndicator(number: number, place: number, parts: readonly PartPlan[]): IndicatorPlan {
  const id = `indicator:${number}`
  const inputs = parts.flatMap(({ indicators, weightText }): NodeInput[] => {
    const own = indicators[place]
    return own ? [{ node: own.step.id, weight: weightText }] : []
  })
  return {
    number: String(number),
    step: { id, rule: 'meanOfParts', inputs, rounding: null },
    nothingGiven: { code: 'noAnswers', missing: parts.map((part) => part.id) },
    notPublished: { code: 'missingInput', missing: [id] },
  }
}

function compileQuestions(framework: Framework, indicator: number, to: PartToCompile): QuestionPlan[] {
  const prefix = `part:${to.part.id}/question:`
  const optionsOf = (optionSet: string) =>
    (findOptionSet(framework, optionSet)?.options ?? []).map(({ score }) => score)
  const column = (id: string, optionSet: string, rounding: Rounding | null): ColumnPlan => {
    const step: Step = { id: prefix + id, rule: 'meanOfAnswers', inputs: [], rounding }
    const unanswered = unknownNode(step, { code: 'noAnswers', missing: [`${to.part.id}/${id}`] })
    return { column: id, step, options: optionsOf(optionSet), unanswered }
  }
  return questionsOf(framework, indicator).map((question) => {
    const whole = column(question.id, question.optionSet, to.rounding.questionsAndParts)
    const columns = (question.subQuestions ?? []).map((sub) => column(sub.id, sub.optionSet, null))
    if (columns.length === 0) return { ...whole, subQuestions: null }
    const inputs = columns.map(({ step }) => ({ node: step.id }))
    return {
      ...whole,
      subQuestions: { step: { ...whole.step, rule: 'meanOfSubQuestions', inputs }, columns },
    }
  })
}

function levelsOf(framework: Framework): LevelPlan[] {
  return framework.rating.levels
    .map(({ id, totalAtLeast, everyPartAtLeast }) => ({
      id,
      totalAtLeast: decimal(totalAtLeast),
      everyPartAtLeast: everyPartAtLeast === undefined ? null : decimal(everyPartAtLeast),
    }))
    .toSorted((a, b) => compare(b.totalAtLeast, a.totalAtLeast))
}

function bandsOf(framework: Framework): BandPlan[] {
  return framework.measureBands
    .map(({ id, atLeast }) => ({ id, atLeast: hundredths(decimal(atLeast)) }))
    .toSorted((a, b) => b.atLeast - a.atLeast)
}
