/** Fractions are exact at any size, and round as the year asks. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  format,
  formatFraction,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
  zero,
} from './decimal.ts'

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 18n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator))

/** The same number, by cross-multiplication in big integers alone. */
function isSame(value: Exact, numerator: bigint, denominator: bigint): boolean {
  return BigInt(value.numerator) * denominator === numerator * BigInt(value.denominator)
}

const big = ({ numerator, denominator }: Exact) => [BigInt(numerator), BigInt(denominator)] as const

describe('exact fractions', () => {
  test('of any size add, subtract and multiply without losing anything', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (one, other) => {
        const [[a, b], [c, d]] = [big(one), big(other)]
        expect(isSame(add(one, other), a * d + c * b, b * d)).toBe(true)
        expect(isSame(subtract(one, other), a * d - c * b, b * d)).toBe(true)
        expect(isSame(multiply(one, other), a * c, b * d)).toBe(true)
        expect(Math.sign(compare(one, other))).toBe(Number(a * d > c * b) - Number(a * d < c * b))
      }),
    )
  })

  test('divided by one and multiplied by it again are what they were; by zero they are refused', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (one, other) => {
        fc.pre(compare(other, zero) !== 0)
        expect(compare(multiply(divide(one, other), other), one)).toBe(0)
      }),
    )
    expect(() => divide(decimal('1'), subtract(decimal('0.5'), decimal('0.5')))).toThrow('division by zero')
  })

  test('round to the nearest, halves away from zero', () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 0, max: 10 }), (value, places) => {
        const rounded = roundHalfUp(value, places)
        const half = fraction(1, 2n * 10n ** BigInt(places))
        const outwards = compare(value, zero) < 0 ? subtract(value, rounded) : subtract(rounded, value)
        expect(compare(outwards, half)).toBeLessThanOrEqual(0)
        expect(compare(outwards, subtract(zero, half))).toBeGreaterThan(0)
      }),
    )
    expect(format(decimal('85.405'), 2)).toBe('85.41')
    expect(format(decimal('-85.405'), 2)).toBe('-85.41')
    expect(format(decimal('-0.001'), 2)).toBe('0.00')
  })

  test('are written in lowest terms', () => {
    expect(formatFraction(fraction(-600, 80))).toBe('-15/2')
    expect(formatFraction(fraction(0, 7))).toBe('0')
    expect(formatFraction(fraction(10n ** 30n, 10n ** 29n))).toBe('10')
  })
})
