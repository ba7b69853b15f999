/** A framework made ready for scoring many agencies: every step with its id, rule, inputs and rounding worked out. */
import type { Exact } from '#base/decimal.ts'
import type { InstrumentId } from '#modules/frameworks/framework.ts'
import type { Rounding } from './rounding.ts'
import type { MeasureLevelId, Reason, ScoreNode } from './score.ts'
import type { Shares, Step } from './steps.ts'

/** One answer column: a question, or a sub-question. */
export interface ColumnPlan {
  readonly column: string
  readonly step: Step
  /** The scores of the options, in the order of the tallies' counts. */
  readonly options: readonly number[]
  readonly unanswered: ScoreNode
}

export interface QuestionPlan extends ColumnPlan {
  readonly subQuestions: { readonly step: Step; readonly columns: readonly ColumnPlan[] } | null
}

/** An indicator as one part's answers give it. */
export interface PartIndicatorPlan {
  readonly step: Step
  readonly questions: readonly QuestionPlan[]
  readonly absent: ScoreNode
}

/** A weighted part: what the total is made of, and what the rating tests one by one. */
export interface WeightedPlan {
  readonly id: string
  readonly step: Step
  readonly weight: Exact
  readonly weightText: string
}

export interface PartPlan extends WeightedPlan {
  readonly indicators: readonly PartIndicatorPlan[]
  readonly noAnswers: Reason
  readonly notKnownFromPublished: Reason
}

export interface IndicatorPlan {
  readonly number: string
  readonly step: Step
  /** Why it is unknown where nothing at all was given for its instrument, and where only its neighbours were. */
  readonly nothingGiven: Reason
  readonly notPublished: Reason
}

export interface SurveyPlan {
  readonly kind: 'survey'
  readonly id: InstrumentId
  readonly parts: readonly PartPlan[]
  readonly indicators: readonly IndicatorPlan[]
  /** Each whole question with its node in every part. */
  readonly questions: readonly { readonly id: string; readonly nodes: readonly string[] }[]
  /** The instrument as the weighted mean of its parts, and as the mean of its indicators where parts are unknown. */
  readonly ofParts: Step
  readonly ofIndicators: Step
  readonly shares: Shares
  readonly whole: WeightedPlan
  /** The same instrument with all answers taken as one part. */
  readonly pooled: SurveyPlan | null
}

export interface ItemPlan {
  readonly code: string
  readonly step: Step
  /** Ready-made nodes for the usual scores, shared by all agencies. */
  readonly full: ScoreNode
  readonly none: ScoreNode
  readonly missing: ScoreNode
}

/** Items by their place in `DisclosurePlan.items`. */
export interface SubIndicatorPlan {
  readonly step: Step
  readonly items: readonly number[]
}

export interface DisclosureIndicatorPlan extends IndicatorPlan {
  readonly subIndicators: readonly SubIndicatorPlan[]
  /** Set where the indicator is a sum of item points. */
  readonly points: { readonly items: readonly number[]; readonly shares: Shares } | null
}

export interface DisclosurePlan {
  readonly kind: 'disclosure'
  readonly id: InstrumentId
  readonly part: WeightedPlan
  readonly items: readonly ItemPlan[]
  readonly indicators: readonly DisclosureIndicatorPlan[]
}

export interface LevelPlan {
  readonly id: string
  readonly totalAtLeast: Exact
  readonly everyPartAtLeast: Exact | null
}

/** `atLeast` in hundredths of a point; best band first. */
export interface BandPlan {
  readonly id: MeasureLevelId
  readonly atLeast: number
}

export interface Plan {
  readonly instruments: readonly (SurveyPlan | DisclosurePlan)[]
  readonly totalRounding: Rounding
  /** Best level first. */
  readonly levels: readonly LevelPlan[]
  readonly bands: readonly BandPlan[]
}
