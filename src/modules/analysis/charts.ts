/** The charts of an agency's result as SVG: its total over the years, and its ten indicators side by side. */
import type { Words } from '#base/words.ts'
import type { IndicatorResult, TrendPoint } from '#modules/results/result.ts'
import { renderChart } from '#platform/documents/chart.ts'
import { type ChartStyle, chartText, digitsOf, placeOf, radarSizes, trendSizes } from './chart-style.ts'
import { radarOption } from './radar-option.ts'
import { trendOption } from './trend-option.ts'

/** Fewer than these make no shape. */
const fewestIndicators = 3

/**
 * A line over the fiscal years with every year's figure written on it and the lines 85 and 95; a year that is
 * not known leaves a gap. 960 × 340 pixels, narrow 360 × 280, print 640 × 215. Null when there is no year at all.
 */
export function trendChart(
  points: readonly TrendPoint[],
  language: keyof Words,
  style: ChartStyle = {},
): string | null {
  const known = [...points].sort((a, b) => a.fiscalYear - b.fiscalYear)
  if (known.length === 0) return null
  const text = chartText(language)
  const list = known.map(({ fiscalYear, total }) => text.year({ year: fiscalYear, score: total })).join(', ')
  const label = digitsOf(style)(text.trend({ list }))
  return renderChart(trendOption(known, language, style), { ...trendSizes[placeOf(style)].frame, label })
}

/**
 * Ten indicators round a centre, with the ring of 85. 720 × 520 pixels, narrow 360 × 330 with numbers for names.
 * Indicators without a score are left out; null when fewer than three are left.
 */
export function radarChart(
  indicators: readonly IndicatorResult[],
  language: keyof Words,
  style: ChartStyle = {},
): string | null {
  const known = indicators
    .flatMap(({ number, name, score }) => (score === null ? [] : [{ number, name: name[language], score }]))
    .sort((a, b) => a.number - b.number)
  if (known.length < fewestIndicators) return null
  const text = chartText(language)
  const list = known.map((indicator) => text.indicator(indicator)).join(', ')
  const label = digitsOf(style)(text.radar({ list }))
  const { frame } = radarSizes[style.narrow ? 'narrow' : 'wide']
  return renderChart(radarOption(known, style), { ...frame, label })
}
