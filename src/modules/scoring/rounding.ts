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
  if (value.denominator === 100n) return Number(value.numerator)
  const denominator = Number(value.denominator)
  const doubled = 200 * Number(value.numerator) + denominator
  const isExact = doubled <= Number.MAX_SAFE_INTEGER && 2 * denominator <= Number.MAX_SAFE_INTEGER
  return isExact ? Math.floor(doubled / (2 * denominator)) : Number(roundHalfUp(value, 2).numerator)
}

/** The shown mean of shown scores, in hundredths: 87.35 and 79.44 → 83.395 → 83.40. */
export function meanOfHundredths(scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + score, 0)
  return Math.floor((2 * sum + scores.length) / (2 * scores.length))
}

const scoresShown = 100 * 100 + 1
const shared = new Array<Exact | undefined>(scoresShown)

/** `sum / count` rounded half up to `decimals`; equal results are one shared value, because they are many. */
export function roundedMean(sum: number, count: number, decimals: number): Exact {
  const scale = 10 ** decimals
  const doubled = 2 * sum * scale + count
  if (!Number.isSafeInteger(doubled)) {
    return roundHalfUp({ numerator: BigInt(sum), denominator: BigInt(count) }, decimals)
  }
  const rounded = Math.floor(doubled / (2 * count))
  if (decimals !== 2 || rounded >= scoresShown) {
    return { numerator: BigInt(rounded), denominator: BigInt(scale) }
  }
  const known = shared[rounded]
  if (known) return known
  const value = { numerator: BigInt(rounded), denominator: 100n }
  shared[rounded] = value
  return value
}
