/** What ECharts is told to draw the totals of the years. Pure. */
import type { Words } from '#base/words.ts'
import type { TrendPoint } from '#modules/results/result.ts'
import { chartColours as colours, type EChartsOption } from '#platform/documents/chart.ts'
import {
  type ChartStyle,
  chartText,
  digitsOf,
  labelGap,
  placeOf,
  referenceLines,
  ruleLine,
  scaleFrom,
  trendSizes,
  yearsHeight,
} from './chart-style.ts'

/** More years than this, and not every one is named below the axis. */
const namedYears = 9

/** `points` are in order of the years and at least one. */
export function trendOption(
  points: readonly TrendPoint[],
  language: keyof Words,
  style: ChartStyle,
): EChartsOption {
  const inDigits = digitsOf(style)
  const sizes = trendSizes[placeOf(style)]
  const years = everyYear(points)
  const label = { color: colours.muted, fontSize: sizes.words - 1 }
  return {
    grid: { left: sizes.left, right: sizes.right, top: sizes.top, bottom: yearsHeight },
    xAxis: {
      type: 'category',
      data: years.map((year) => inDigits(String(year))),
      axisTick: { show: false },
      axisLine: ruleLine,
      axisLabel: { ...label, interval: years.length > namedYears ? 'auto' : 0 },
    },
    yAxis: {
      type: 'value',
      min: lowestOf(points),
      max: 100,
      interval: 10,
      splitLine: { lineStyle: { color: colours.rule, opacity: 0.5 } },
      axisLabel: { ...label, formatter: (value: number) => inDigits(String(value)) },
    },
    series: [{ ...totalsSeries(points, years, style), markLine: referenceMarks(language, style) }],
  }
}

function lowestOf(points: readonly TrendPoint[]): number {
  return scaleFrom(points.map(({ total }) => Number(total)))
}

function everyYear(points: readonly TrendPoint[]): number[] {
  const first = points[0]?.fiscalYear ?? 0
  const last = points.at(-1)?.fiscalYear ?? first
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function totalsSeries(points: readonly TrendPoint[], years: readonly number[], style: ChartStyle) {
  const { symbol, words } = trendSizes[placeOf(style)]
  const totals = new Map(points.map(({ fiscalYear, total }) => [fiscalYear, total]))
  const isClear = clearance(lowestOf(points), style)
  return {
    type: 'line' as const,
    clip: false,
    silent: true,
    symbol: 'circle',
    symbolSize: symbol,
    color: colours.accent,
    lineStyle: { width: 2.5 },
    data: years.map((year) => {
      const total = totals.get(year)
      if (total === undefined) return '-'
      const position = sideOf(year, totals, isClear)
      return { value: Number(total), label: { position, formatter: digitsOf(style)(total) } }
    }),
    label: {
      show: true,
      distance: labelGap,
      color: colours.ink,
      fontSize: words,
      fontWeight: 600 as const,
      textBorderColor: colours.paper,
      textBorderWidth: 4,
    },
  }
}

type Side = 'top' | 'bottom'
type Clearance = (score: number, side: Side) => boolean

/** A figure stands over its point, or under it where the line comes down to it, but never on a dashed line. */
function sideOf(year: number, totals: ReadonlyMap<number, string>, isClear: Clearance): Side {
  const score = Number(totals.get(year))
  const around = [year - 1, year + 1].flatMap((near) => totals.get(near) ?? []).map(Number)
  const isValley = around.length > 0 && around.every((neighbour) => neighbour > score)
  const sides: readonly Side[] = isValley ? ['bottom', 'top'] : ['top', 'bottom']
  return sides.find((side) => isClear(score, side)) ?? sides[0] ?? 'top'
}

/** Whether a figure on a side of its point leaves the dashed lines free; `lowest` is the foot of the scale. */
function clearance(lowest: number, style: ChartStyle): Clearance {
  const { frame, top, symbol, words } = trendSizes[placeOf(style)]
  const pixelsAPoint = (frame.height - top - yearsHeight) / (100 - lowest)
  const near = symbol / 2 + labelGap
  return (score, side) =>
    referenceLines.every((line) => {
      const away = (side === 'top' ? line - score : score - line) * pixelsAPoint
      return away < near || away > near + words
    })
}

function referenceMarks(language: keyof Words, style: ChartStyle) {
  const text = chartText(language)
  const [target, top] = referenceLines
  const names = style.narrow
    ? [String(target), String(top)]
    : [text.targetLine({ line: target }), text.topLine({ line: top })]
  return {
    silent: true,
    z: 1,
    symbol: 'none',
    lineStyle: { color: colours.muted, width: 1, type: 'dashed' as const },
    label: { position: 'end' as const, color: colours.muted, fontSize: trendSizes[placeOf(style)].marks },
    data: referenceLines.map((line, index) => ({
      yAxis: line,
      label: { formatter: digitsOf(style)(names[index] ?? '') },
    })),
  }
}
