/** Rounding as a year's policy asks, and the two decimals in which every figure is shown and compared. */
import { type Exact, roundHalfUp } from '#base/decimal.ts'
import type { ScoreNode } from './score.ts'

export type Rounding = NonNullable<ScoreNode['rounding']>

/** How a framework rounds: the total always, questions and parts only under `questionAndPart`. */
export interface YearRounding {
  readonly total: Rounding
  readonly questionsAndParts: Rounding | null
}

/** The value that later steps use: rounded where the policy says so, else as it is. */
export function roundAs(value: Exact, rounding: Rounding | null): Exact {
  return rounding ? roundHalfUp(value, rounding.decimals) : value
}

/** A score in hundredths of a point, as shown: 92.654 → 9265. Halves go up. */
export function hundredths(value: Exact): number {
  return Number(roundHalfUp(value, 2).numerator)
}

/** The shown mean of shown scores, in hundredths: 87.35 and 79.44 → 83.395 → 83.40. */
export function meanOfHundredths(scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + score, 0)
  return Math.floor((2 * sum + scores.length) / (2 * scores.length))
}
