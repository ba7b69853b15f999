/** A score with its whole derivation: every figure is a node that names what it was made of, and how. */
import type { Exact } from '#base/decimal.ts'
import type { Tallies } from '#modules/surveys/tally.ts'

/** What scoring starts from. Whatever is absent stays uncomputed, with the reason; it is never zero. */
export interface ScoringInputs {
  /** Counted answers by survey part. */
  readonly tallies?: Tallies
  /** Disclosure item scores, 0 or 100, by the year's item code (o1 …). */
  readonly items?: Readonly<Record<string, number>>
  /** Published indicator scores by number ("1" … "10"), used where no answers or items are given. */
  readonly indicators?: Readonly<Record<string, string>>
  /** Published scores of parts or instruments (iit, eitPublic, eitSurvey, eit, oit), used likewise. */
  readonly instruments?: Readonly<Record<string, string>>
}

export type Rule =
  | 'meanOfAnswers'
  | 'meanOfSubQuestions'
  | 'meanOfQuestions'
  | 'meanOfParts'
  | 'itemScore'
  | 'meanOfItems'
  | 'meanOfSubIndicators'
  | 'points'
  | 'meanOfIndicators'
  | 'weightedMeanOfParts'
  | 'weightedTotal'
  | 'published'
  | 'rating'

/** What went into a node: another node (with its weight, where there is one), or the answers of one option. */
export type NodeInput =
  | { readonly node: string; readonly weight?: string }
  | { readonly option: number; readonly score: number; readonly count: number }

/** Why a figure could not be computed: a code with a sentence in `text/th/scoring.ts`, and what it speaks of. */
export interface Reason {
  readonly code:
    | 'noAnswers'
    | 'noItems'
    | 'missingItems'
    | 'missingInput'
    | 'notKnownFromPublished'
    | 'ratingUndecided'
  readonly missing: readonly string[]
}

/**
 * One figure; the rating's is no number, its level is `Score.rating`. Ids: `total` · `rating` · `instrument:eit` (of several parts) · `part:iit` · `indicator:6` ·
 * `part:eitPublic/indicator:6` · `part:iit/question:i1` · `part:iit/question:i1.2` · `sub-indicator:9.1` · `item:o26`
 */
export interface ScoreNode {
  readonly id: string
  readonly rule: Rule
  readonly inputs: readonly NodeInput[]
  /** Before rounding. */
  readonly unrounded: Exact | null
  /** As later steps use it: rounded where the year's policy rounds this kind of node, else equal to `unrounded`. */
  readonly value: Exact | null
  /** Whether the policy rounds here; a figure that is not rounded is still shown to two decimals. */
  readonly rounding: { readonly decimals: number; readonly mode: 'halfUp' } | null
  readonly reason: Reason | null
}

export type MeasureLevelId = 'maintain' | 'improve' | 'urgent'

export interface Score {
  readonly fiscalYear: number
  readonly respondents: Readonly<Record<string, number>>
  readonly nodes: ReadonlyMap<string, ScoreNode>
  /** The value of the node `total`. */
  readonly total: Exact | null
  /** The rating level's id, null with `nodes.get('rating').reason` when undecided. */
  readonly rating: string | null
  /** Place of each indicator, highest first, equal scores sharing a place; null until all ten are known. */
  readonly indicatorRanks: Readonly<Record<string, number>> | null
  /** By question id and item code (questions of several parts by the mean of the parts). */
  readonly measureLevels: Readonly<Record<string, MeasureLevelId>>
  readonly indicatorMeasureLevels: Readonly<Record<string, MeasureLevelId>>
  /** Published figures given beside what they should add up to, that do not. */
  readonly disagreements: readonly Disagreement[]
}

/** A published figure that its own parts do not give. Both are two-decimal texts. */
export interface Disagreement {
  readonly node: string
  readonly published: string
  readonly computed: string
}
