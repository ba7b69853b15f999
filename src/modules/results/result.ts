/** A result as it is published: figures, rating, ranks, where they come from and whether they agree. */
import type { Words } from '#base/words.ts'
import type { Agency, Group } from '#modules/registry/agency.ts'
import type { Disagreement, MeasureLevelId } from '#modules/scoring/score.ts'

/** `computed`: from answers and items put in here. `imported`: as another system published it. */
export type Origin = 'computed' | 'imported'

/** A rating level of the year's framework; `step` (1 best … 5) gives its colour and shape. */
export interface Rating {
  readonly id: string
  readonly name: Words
  readonly step: number
}

/** Two-decimal texts, null where not known. Parts: iit, eitPublic, eitSurvey, eit, oit as the year has them. */
export interface Figures {
  readonly total: string | null
  readonly rating: Rating | null
  readonly instruments: Readonly<Record<string, string | null>>
  /** By number, "1" … "10". */
  readonly indicators: Readonly<Record<string, string | null>>
}

export interface Rank {
  readonly place: number
  readonly of: number
}

export type RankScope = 'nation' | 'type' | 'ministry' | 'province'
export type Ranks = Readonly<Partial<Record<RankScope, Rank>>>

/** Whether an instrument was published to reach the target, where its score was not published. */
export type PublishedStanding = 'passed' | 'below'

/** What another system published of an agency's year, as it was printed. */
export interface Imported {
  readonly figures: Figures
  readonly ranks: Ranks
  /** By instrument. */
  readonly standings: Readonly<Record<string, PublishedStanding>>
  readonly source: string
  readonly note: Words | null
}

/** A survey part as it was frozen when it closed here. */
export interface PartClosing {
  /** People who had answered; null where that is withheld. */
  readonly count: number | null
  /** How many must; null where that was not known at the close, or where the count is withheld. */
  readonly minimum: number | null
  /** False also where no minimum was known. */
  readonly isUnderMinimum: boolean
}

/** By part. What was put in as a whole, or published elsewhere, was never closed here and is left out. */
export type Closings = Readonly<Record<string, PartClosing>>

/** What must be told beside the figures of a result, each figure named as the score sheet names it. */
interface Caveats {
  /** Published beside computed, where both are known and differ, and published figures that contradict each other. */
  readonly disagreements: readonly Disagreement[]
  /** Figures of an imported result that were not printed but follow from those that were: `part:iit`, `rating`. */
  readonly derived: readonly string[]
  /** Figures that are not shown, because fewer than five people answered or because these could be told from them. */
  readonly withheld: readonly string[]
  readonly closings: Closings
}

/** One agency's result of one year, the way a list or the API gives it. */
export interface PublishedResult extends Caveats {
  readonly agency: Agency
  readonly fiscalYear: number
  readonly origin: Origin
  readonly figures: Figures
  readonly ranks: Ranks
  /** Total less last year's total, such as "-0.27"; null where either is missing. */
  readonly change: string | null
  readonly imported: Imported | null
}

export interface QuestionScore {
  readonly id: string
  readonly text: Words
  readonly indicator: number
  readonly isUnverified: boolean
  /** By part id. */
  readonly scores: Readonly<Record<string, string | null>>
  readonly level: MeasureLevelId | null
}

export interface ItemScore {
  readonly code: string
  readonly title: Words
  readonly subIndicator: string
  readonly score: string | null
  readonly level: MeasureLevelId | null
}

export interface IndicatorResult {
  readonly number: number
  readonly name: Words
  readonly instrument: string
  readonly score: string | null
  readonly rank: number | null
  readonly level: MeasureLevelId | null
  /** This year less last year, null where either is missing. */
  readonly change: string | null
}

export interface InstrumentResult {
  /** iit, eitPublic, eitSurvey, eit, oit. */
  readonly id: string
  readonly name: Words
  readonly weightPercent: string
  readonly score: string | null
  readonly respondents: number | null
  readonly change: string | null
  readonly publishedStanding: PublishedStanding | null
}

/** Everything an agency's page and its report tell of one year. */
export interface AgencyResult extends Caveats {
  readonly agency: Agency
  readonly fiscalYear: number
  /** Which one the page leads with: computed where there is one. */
  readonly origin: Origin
  readonly total: string | null
  readonly rating: Rating | null
  /** Why the rating is what it is: the parts below the line that decided it. */
  readonly decidedBy: readonly {
    readonly id: string
    readonly name: Words
    readonly score: string
    readonly line: string
  }[]
  readonly change: string | null
  /** Levels risen since last year, below zero when fallen; null where either year has no rating. */
  readonly ratingChange: number | null
  /** Among agencies of its kind: an imaginary one never counts in a real one's place. */
  readonly ranks: Ranks
  /** Leaves of weight in the total (iit, eitPublic, eitSurvey, oit), and `eit` where it has parts. */
  readonly instruments: readonly InstrumentResult[]
  /** In rank order where ranked, else by number. */
  readonly indicators: readonly IndicatorResult[]
  readonly questions: readonly QuestionScore[]
  readonly items: readonly ItemScore[]
  readonly trend: readonly TrendPoint[]
  /** Published beside computed, where both exist and whether or not they differ. */
  readonly imported: Imported | null
  /** How the answers came to be, where that must be told (such as reconstructed answers of the demo). */
  readonly note: Words | null
  readonly frameworkHash: string | null
  readonly sheetHash: string | null
  readonly hasSheet: boolean
}

export interface TrendPoint {
  readonly fiscalYear: number
  readonly total: string
  readonly change: string | null
  readonly rating: Rating | null
  /** Whether the rating was not printed but follows from the printed total. */
  readonly isRatingDerived: boolean
  readonly origin: Origin
}

export interface RankingQuery {
  readonly fiscalYear: number
  readonly type?: string
  readonly ministry?: string
  readonly province?: string
  readonly search?: string
  readonly sort: 'rank' | 'name' | 'total' | 'change'
  readonly direction: 'ascending' | 'descending'
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

export interface RankingRow {
  /** Among those of its kind, real or imaginary, that the filters (search aside) leave; equal totals share a place. */
  readonly place: number | null
  readonly result: PublishedResult
}

export interface Ranking {
  readonly rows: readonly RankingRow[]
  /** How many rows there are on all pages. */
  readonly count: number
}

/** A year at a glance. Imaginary agencies are counted apart; null where the year has none of a kind. */
export interface Overview {
  readonly fiscalYear: number
  readonly real: OverviewOfKind | null
  readonly imaginary: OverviewOfKind | null
}

export interface OverviewOfKind {
  readonly agencies: number
  /** Agencies that have no total; they count in no mean and no share. */
  readonly withoutTotal: number
  readonly mean: string | null
  /** Agencies with a total of 85 or more, and their share of those that have a total, in percent with two decimals. */
  readonly passed: number
  readonly passedPercent: string | null
  readonly distribution: readonly { readonly rating: Rating; readonly count: number }[]
  readonly types: readonly { readonly group: Group; readonly count: number; readonly mean: string }[]
  readonly highest: readonly PublishedResult[]
}
