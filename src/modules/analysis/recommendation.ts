/** What a result says an agency should keep and mend, by the rules of its year. */
import type { Words } from '#base/words.ts'
import type { InstrumentId } from '#modules/frameworks/framework.ts'

/** `partBelow`: the whole instrument reaches the target, one of its parts does not. */
export type Standing = 'passed' | 'partBelow' | 'below' | 'notKnown'

export interface Recommendations {
  /** The line that every instrument should reach, such as "85". */
  readonly target: string
  /** The total against the target; never `partBelow`. */
  readonly total: Standing
  /** In the order of the framework, every instrument once. */
  readonly instruments: readonly InstrumentRecommendation[]
  /** Disclosure items that scored 0, in the order of the year. */
  readonly lostItems: readonly LostItem[]
  /** What this result does not tell; nothing is concluded about it. */
  readonly notKnown: readonly NotKnown[]
}

export type NotKnown = 'total' | 'instruments' | 'indicators' | 'questions' | 'items'

export interface InstrumentRecommendation {
  readonly id: InstrumentId
  readonly name: Words
  readonly score: string | null
  readonly standing: Standing
  /** Where the instrument has several parts, each against the target; else empty. */
  readonly parts: readonly PartStanding[]
  /** The year's words for an instrument that passed or did not; null where that is not known. */
  readonly words: Words | null
  /** Null unless two of the instrument's indicators are known and differ. */
  readonly highest: IndicatorFigure | null
  readonly lowest: IndicatorFigure | null
  /** For `below` and `partBelow`, lowest indicator first; else empty. */
  readonly advice: readonly IndicatorAdvice[]
  /** Low questions, lowest score of a part first. */
  readonly questions: readonly QuestionFinding[]
}

export interface PartStanding {
  readonly id: string
  readonly name: Words
  readonly score: string | null
  readonly standing: Exclude<Standing, 'partBelow'>
}

export interface IndicatorFigure {
  readonly number: number
  readonly name: Words
  readonly score: string
}

export interface IndicatorAdvice {
  readonly number: number
  readonly name: Words
  readonly score: string | null
  readonly advice: Words
}

export interface QuestionFinding {
  readonly id: string
  readonly text: Words
  readonly indicator: number
  /** By part, in the order of the framework, where known. */
  readonly scores: readonly { readonly part: string; readonly name: Words; readonly score: string }[]
  readonly level: 'improve' | 'urgent'
  readonly finding: Words
  readonly advice: Words
  readonly references: readonly Reference[]
  /** Whether the finding is the product's own and was never seen from an assessor. */
  readonly isUnverified: boolean
}

/** A disclosure item (o8) or sub-indicator (9.1), its title filled with the year. */
export interface Reference {
  readonly code: string
  readonly title: Words
}

export interface LostItem {
  readonly code: string
  readonly title: Words
  readonly subIndicator: string
}
