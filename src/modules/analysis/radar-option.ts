/** What ECharts is told to draw the indicators round a centre. Pure. */
import { chartColours as colours, type EChartsOption } from '#platform/documents/chart.ts'
import { type ChartStyle, digitsOf, radarSizes, referenceLines, ruleLine, scaleFrom } from './chart-style.ts'

/** An indicator that has a score. */
export interface KnownIndicator {
  readonly number: number
  readonly name: string
  readonly score: string
}

/** The centre is never above this, so that the ring of the target keeps its place among others. */
const highestCentre = 60

export function radarOption(known: readonly KnownIndicator[], style: ChartStyle): EChartsOption {
  const inDigits = digitsOf(style)
  const sizes = radarSizes[style.narrow ? 'narrow' : 'wide']
  const from = Math.min(highestCentre, scaleFrom(known.map(({ score }) => Number(score))))
  const axes = known.map(({ number, name, score }, index) => ({
    name: inDigits(style.narrow ? `${number}\n${score}` : `${number} ${name}\n${score}`),
    min: from,
    max: 100,
    axisLabel: { show: index === 0 },
  }))
  return {
    radar: {
      indicator: axes,
      clockwise: true,
      radius: sizes.radius,
      splitNumber: Math.round((100 - from) / 10),
      axisName: { color: colours.ink, fontSize: sizes.words, lineHeight: sizes.line },
      axisLabel: {
        color: colours.muted,
        fontSize: sizes.marks,
        formatter: (value: number) => inDigits(String(value)),
      },
      axisLine: ruleLine,
      splitLine: ruleLine,
      splitArea: { show: false },
    },
    series: [{ type: 'radar', silent: true, data: [targetRing(known.length), scoresArea(known)] }],
  }
}

function targetRing(axes: number) {
  return {
    value: Array.from({ length: axes }, () => referenceLines[0]),
    symbol: 'none',
    lineStyle: { color: colours.muted, type: 'dashed' as const, width: 1 },
  }
}

function scoresArea(known: readonly KnownIndicator[]) {
  return {
    value: known.map(({ score }) => Number(score)),
    symbol: 'circle',
    symbolSize: 6,
    itemStyle: { color: colours.accent },
    lineStyle: { color: colours.accent, width: 2.5 },
    areaStyle: { color: colours.accent, opacity: 0.12 },
  }
}
