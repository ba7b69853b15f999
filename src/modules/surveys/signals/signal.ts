/** What a signal says: a statistic beside its threshold, the figures it rests on, and bars to draw. Never a score. */
import type { Words } from '#base/words.ts'
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { writeDay } from '#text/days.ts'
import { fewestShown } from '../small-groups.ts'

export type SignalKind =
  | 'straightLining'
  | 'identicalVectors'
  | 'bursts'
  | 'crowding'
  | 'publicAgainstSurvey'
  | 'againstPeers'

export interface Bar {
  readonly label: Words
  /** Null where fewer than five people stand behind it. */
  readonly value: number | null
  /** The bar the signal is about. */
  readonly isMarked: boolean
}

export interface Signal {
  readonly kind: SignalKind
  readonly part: string
  readonly isRaised: boolean
  readonly statistic: number
  readonly threshold: number
  /** What the sentence of the evidence names, such as `answers`, `group`, `peers`. */
  readonly evidence: Readonly<Record<string, number>>
  readonly bars: readonly Bar[]
}

/** The answers of a part that takes no more. */
export interface PartAnswers {
  readonly part: string
  readonly columns: readonly LeafQuestion[]
  /** One text a respondent, a digit a column, `-` where not asked. */
  readonly rows: readonly string[]
  /** Answers by day, such as "2026-01-29". */
  readonly days: ReadonlyMap<string, number>
}

export const shown = (count: number): number | null => (count < fewestShown ? null : count)

export const dayLabel = (day: string): Words => ({ th: writeDay(day, 'th'), en: writeDay(day, 'en') })
