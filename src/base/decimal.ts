/**
 * Exact decimal arithmetic for scores: fractions of whole numbers, rounded only where a rule says so.
 * No division is ever inexact, so a half such as 85.405 is a half and nothing else.
 */
import { commonDivisor, plus, quotient, times, type Whole, whole } from './whole.ts'

/** An exact number, `numerator / denominator`, the denominator above zero. It need not be in lowest terms. */
export interface Exact {
  readonly numerator: Whole
  readonly denominator: Whole
}

export const zero: Exact = { numerator: 0, denominator: 1 }

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/

/** Reads a plain decimal that the program itself wrote, such as the weight "92.65" of a checked framework. */
export function decimal(text: string | number): Exact {
  const match = decimalPattern.exec(String(text).trim())
  if (!match) throw new RangeError(`not a decimal: ${text}`)
  const [, sign, units, decimals = ''] = match
  return fraction(BigInt(`${sign}${units}${decimals}`), 10n ** BigInt(decimals.length))
}

export function fraction(numerator: Whole, denominator: Whole): Exact {
  return { numerator: whole(numerator), denominator: whole(denominator) }
}

/** A sum that grows: what `add` does, without a fraction for each step. */
export class Sum implements Exact {
  numerator: Whole = 0
  denominator: Whole = 1

  add({ numerator, denominator }: Exact): void {
    if (this.denominator === denominator) {
      this.numerator = plus(this.numerator, numerator)
      return
    }
    const common = commonDivisor(this.denominator, denominator)
    const own = quotient(denominator, common)
    const other = quotient(this.denominator, common)
    this.numerator = plus(times(this.numerator, own), times(numerator, other))
    this.denominator = times(this.denominator, own)
  }
}

export function add(a: Exact, b: Exact): Exact {
  const sum = new Sum()
  sum.add(a)
  sum.add(b)
  return sum
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { numerator: times(b.numerator, -1), denominator: b.denominator })
}

export function multiply(a: Exact, b: Exact): Exact {
  return {
    numerator: times(a.numerator, b.numerator),
    denominator: times(a.denominator, b.denominator),
  }
}

export function divide(a: Exact, b: Exact): Exact {
  if (b.numerator === 0) throw new RangeError('division by zero')
  const sign = b.numerator < 0 ? -1 : 1
  return multiply(a, { numerator: times(b.denominator, sign), denominator: times(b.numerator, sign) })
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Exact, b: Exact): number {
  const own = times(a.numerator, b.denominator)
  const other = times(b.numerator, a.denominator)
  return own < other ? -1 : own > other ? 1 : 0
}

/** Rounds to `places` decimals, halves away from zero (85.405 → 85.41). */
export function roundHalfUp(value: Exact, places: number): Exact {
  const scale = whole(10 ** places)
  const twice = times(value.denominator, 2)
  const rounded = quotient(plus(times(times(magnitude(value), 2), scale), value.denominator), twice)
  return { numerator: value.numerator < 0 ? times(rounded, -1) : rounded, denominator: scale }
}

function magnitude({ numerator }: Exact): Whole {
  return numerator < 0 ? times(numerator, -1) : numerator
}

/** Writes with exactly `places` decimals, halves away from zero: "92.65". */
export function format(value: Exact, places: number): string {
  const rounded = roundHalfUp(value, places)
  const digits = magnitude(rounded)
    .toString()
    .padStart(places + 1, '0')
  const sign = rounded.numerator < 0 ? '-' : ''
  const units = digits.slice(0, digits.length - places)
  return places === 0 ? `${sign}${units}` : `${sign}${units}.${digits.slice(-places)}`
}

/** Writes every decimal when the number ends within `places`, else `places` decimals and an ellipsis: "94.5166666667…". */
export function formatUnrounded(value: Exact, places = 10): string {
  const text = format(value, places)
  const ends = compare(decimal(text), value) === 0
  return ends ? text.replace(/\.?0+$/, '') : `${text}…`
}

/** Writes the exact value in lowest terms: "5671/60". */
export function formatFraction(value: Exact): string {
  const divisor = commonDivisor(magnitude(value), value.denominator)
  const size = quotient(magnitude(value), divisor)
  const denominator = quotient(value.denominator, divisor)
  const numerator = value.numerator < 0 ? `-${size}` : `${size}`
  return denominator === 1 ? numerator : `${numerator}/${denominator}`
}
