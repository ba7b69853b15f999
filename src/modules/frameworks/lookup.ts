/** Questions that others ask of a framework: its parts, the questions and items of an indicator, how sure a fact is. */
import type {
  DisclosureItem,
  Evidence,
  Framework,
  Indicator,
  Instrument,
  InstrumentId,
  OptionSet,
  Part,
  Question,
} from './framework.ts'

/** A part with the instrument it belongs to. */
export interface InstrumentPart {
  readonly instrument: Instrument
  readonly part: Part
}

/** All parts of all instruments, in the order of the framework. Their weights add up to 100. */
export function partsOf(framework: Framework): InstrumentPart[] {
  return framework.instruments.flatMap((instrument) => instrument.parts.map((part) => ({ instrument, part })))
}

export function findInstrument(framework: Framework, id: string): Instrument | undefined {
  return framework.instruments.find((instrument) => instrument.id === id)
}

export function findIndicator(framework: Framework, number: number): Indicator | undefined {
  return framework.indicators.find((indicator) => indicator.number === number)
}

/** The indicators of one instrument, by number. */
export function indicatorsOf(framework: Framework, instrument: InstrumentId): Indicator[] {
  return framework.indicators
    .filter((indicator) => indicator.instrument === instrument)
    .sort((a, b) => a.number - b.number)
}

/** The questions of a survey indicator, in order; none for a disclosure indicator. */
export function questionsOf(framework: Framework, indicatorNumber: number): Question[] {
  return framework.questions.filter((question) => question.indicator === indicatorNumber)
}

/** The disclosure items of an indicator, in order; none for a survey indicator. */
export function itemsOf(framework: Framework, indicatorNumber: number): DisclosureItem[] {
  const subIndicators = findIndicator(framework, indicatorNumber)?.subIndicators ?? []
  const ids = new Set(subIndicators.map((subIndicator) => subIndicator.id))
  return framework.disclosureItems.filter((item) => ids.has(item.subIndicator))
}

export function findItem(framework: Framework, code: string): DisclosureItem | undefined {
  return framework.disclosureItems.find((item) => item.code === code)
}

export function findOptionSet(framework: Framework, id: string): OptionSet | undefined {
  return framework.optionSets.find((set) => set.id === id)
}

/** One answer column: a question without sub-questions (`i1`), or one sub-question (`i1.2`). */
export interface LeafQuestion {
  readonly id: string
  readonly question: Question
  readonly optionSet: OptionSet
}

/** The answer columns of a survey instrument in order; none for a disclosure instrument. */
export function leafQuestions(framework: Framework, instrument: InstrumentId): LeafQuestion[] {
  const numbers = new Set(indicatorsOf(framework, instrument).map((indicator) => indicator.number))
  return framework.questions
    .filter((question) => numbers.has(question.indicator))
    .flatMap((question) => leavesOf(framework, question))
}

function leavesOf(framework: Framework, question: Question): LeafQuestion[] {
  const columns = question.subQuestions ?? [question]
  return columns.flatMap((column) => {
    const optionSet = findOptionSet(framework, column.optionSet)
    return optionSet ? [{ id: column.id, question, optionSet }] : []
  })
}

/** A fact's own evidence, or the framework's where the fact has none. */
export function evidenceOf(
  fact: { readonly evidence?: Evidence | undefined },
  framework: Framework,
): Evidence {
  return fact.evidence ?? framework.evidence
}

/** Whether a fact must be shown as not yet confirmed. */
export function isUnverified(evidence: Evidence | undefined, framework: Framework): boolean {
  return (evidence ?? framework.evidence).confidence === 'unverified'
}
