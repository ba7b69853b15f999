/**
 * Exact decimal arithmetic for scores: fractions of whole numbers, rounded only where a rule says so.
 * No division is ever inexact, so a half such as 85.405 is a half and nothing else.
 */

/** An exact number, `numerator / denominator`, the denominator above zero. It need not be in lowest terms. */
export interface Exact {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const zero: Exact = { numerator: 0n, denominator: 1n }

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/

/** Reads "92.65"; answers undefined for anything that is not a plain decimal. */
export function parseDecimal(text: string): Exact | undefined {
  const match = decimalPattern.exec(text.trim())
  if (!match) return undefined
  const fraction = match[3] ?? ''
  const magnitude = BigInt(`${match[2]}${fraction}`)
  return { numerator: match[1] ? -magnitude : magnitude, denominator: 10n ** BigInt(fraction.length) }
}

/** Reads a decimal that the program itself wrote, such as a weight from a checked framework. */
export function decimal(text: string | number): Exact {
  const value = parseDecimal(String(text))
  if (!value) throw new RangeError(`not a decimal: ${text}`)
  return value
}

export function fraction(numerator: number | bigint, denominator: number | bigint): Exact {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

export function add(a: Exact, b: Exact): Exact {
  if (a.denominator === b.denominator)
    return { numerator: a.numerator + b.numerator, denominator: a.denominator }
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function multiply(a: Exact, b: Exact): Exact {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

export function divide(a: Exact, b: Exact): Exact {
  if (b.numerator === 0n) throw new RangeError('division by zero')
  const sign = b.numerator < 0n ? -1n : 1n
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator }
}

/** The simple mean of at least one value. */
export function mean(values: readonly Exact[]): Exact {
  const sum = values.reduce(add, zero)
  return { numerator: sum.numerator, denominator: sum.denominator * BigInt(values.length) }
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Rounds to `places` decimals, halves away from zero (85.405 → 85.41). */
export function roundHalfUp(value: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places)
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator
  const rounded = (2n * magnitude * scale + value.denominator) / (2n * value.denominator)
  return { numerator: value.numerator < 0n ? -rounded : rounded, denominator: scale }
}

/** Writes with exactly `places` decimals, halves away from zero: "92.65". */
export function format(value: Exact, places: number): string {
  const { numerator } = roundHalfUp(value, places)
  const digits = (numerator < 0n ? -numerator : numerator).toString().padStart(places + 1, '0')
  const sign = numerator < 0n ? '-' : ''
  const whole = digits.slice(0, digits.length - places)
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`
}

/** Writes every decimal when the number ends within `places`, else `places` decimals and an ellipsis: "94.5166666667…". */
export function formatUnrounded(value: Exact, places = 10): string {
  const text = format(value, places)
  const ends = compare(decimal(text), value) === 0
  return ends ? text.replace(/\.?0+$/, '') : `${text}…`
}

/** Writes the exact value in lowest terms: "5671/60". */
export function formatFraction(value: Exact): string {
  let a = value.numerator < 0n ? -value.numerator : value.numerator
  let b = value.denominator
  while (b !== 0n) [a, b] = [b, a % b]
  const divisor = a === 0n ? 1n : a
  const denominator = value.denominator / divisor
  const numerator = value.numerator / divisor
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`
}
