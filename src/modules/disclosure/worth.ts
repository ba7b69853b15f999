/** What one item is worth in the score of the disclosure instrument, by the year's rules. Pure. */
import { decimal, divide, type Exact, format, fraction, multiply, zero } from '#base/decimal.ts'
import type { DisclosureItem, Framework, Indicator } from '#modules/frameworks/framework.ts'
import { findInstrument, indicatorsOf, itemsOf } from '#modules/frameworks/lookup.ts'

export interface Worth {
  /** Points of the 100 of the disclosure instrument. */
  readonly points: Exact
  /** Points of the 100 of the total. */
  readonly ofTotal: Exact
}

const hundred = decimal('100')

/** By the item's code. The items of a year add up to 100 points of the instrument. */
export function mapWorth(framework: Framework): ReadonlyMap<string, Worth> {
  const indicators = indicatorsOf(framework, 'oit').filter(
    ({ number }) => itemsOf(framework, number).length > 0,
  )
  const weights =
    findInstrument(framework, 'oit')?.parts.map(({ weightPercent }) => decimal(weightPercent)) ?? []
  const weight = weights[0] ?? zero
  return new Map(
    indicators.flatMap((indicator) => {
      const whole = fraction(100, indicators.length)
      const items = itemsOf(framework, indicator.number)
      return items.map((item) => {
        const points = multiply(whole, shareOf(item, indicator, items))
        return [item.code, { points, ofTotal: divide(multiply(points, weight), hundred) }] as const
      })
    }),
  )
}

/** Its own points where the indicator counts points, else its share of its sub-indicator's share. */
function shareOf(item: DisclosureItem, indicator: Indicator, items: readonly DisclosureItem[]): Exact {
  if (indicator.aggregate === 'points') return divide(decimal(item.points ?? '0'), hundred)
  const together = items.filter(({ subIndicator }) => subIndicator === item.subIndicator)
  const subIndicators = new Set(items.map(({ subIndicator }) => subIndicator))
  return fraction(1, subIndicators.size * together.length)
}

/** As people read it: two decimals. */
export function writePoints(points: Exact): string {
  return format(points, 2)
}
