/**
 * How far assessors agree: Cohen's kappa of those who marked the same item, and how an assessor differs from all. Pure.
 * Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
 */
import { add, type Exact, fraction, subtract, zero } from '#base/decimal.ts'

/** How two assessors marked the same items, 100 or 0. */
export interface PairCounts {
  readonly bothFull: number
  readonly bothNone: number
  readonly onlyFirstFull: number
  readonly onlySecondFull: number
}

/** From -1 to 1, 0 as by chance; null where there is nothing to compare, or both gave the one score always. */
export function cohensKappa({ bothFull, bothNone, onlyFirstFull, onlySecondFull }: PairCounts): Exact | null {
  const pairs = bothFull + bothNone + onlyFirstFull + onlySecondFull
  const byChance =
    (bothFull + onlyFirstFull) * (bothFull + onlySecondFull) +
    (bothNone + onlySecondFull) * (bothNone + onlyFirstFull)
  const most = pairs * pairs - byChance
  return most === 0 ? null : fraction(pairs * (bothFull + bothNone) - byChance, most)
}

export function addPairs(counts: readonly PairCounts[]): PairCounts {
  const sum = (field: keyof PairCounts) => counts.reduce((total, one) => total + one[field], 0)
  return {
    bothFull: sum('bothFull'),
    bothNone: sum('bothNone'),
    onlyFirstFull: sum('onlyFirstFull'),
    onlySecondFull: sum('onlySecondFull'),
  }
}

/** The marks of one assessor, or of all, on one item of the year. */
export interface MarkCounts {
  readonly marks: number
  readonly zeros: number
}

export interface Drift {
  readonly marks: number
  readonly zeros: number
  /** Their share of zeros, and that of all on the same items, from 0 to 1; null where they marked nothing. */
  readonly rate: Exact | null
  readonly rateOfAll: Exact | null
  /** Above zero: stricter than all. */
  readonly difference: Exact | null
}

/** Both by item code; the rate of all weighs each item as often as the assessor marked it. */
export function driftOf(own: ReadonlyMap<string, MarkCounts>, ofAll: ReadonlyMap<string, MarkCounts>): Drift {
  const counts = [...own]
  const marks = counts.reduce((sum, [, one]) => sum + one.marks, 0)
  const zeros = counts.reduce((sum, [, one]) => sum + one.zeros, 0)
  if (marks === 0) return { marks, zeros, rate: null, rateOfAll: null, difference: null }
  const expected = counts
    .map(([item, one]) => {
      const all = ofAll.get(item) ?? one
      return fraction(one.marks * all.zeros, all.marks * marks)
    })
    .reduce(add, zero)
  const rate = fraction(zeros, marks)
  return { marks, zeros, rate, rateOfAll: expected, difference: subtract(rate, expected) }
}
