/** How the charts of a result look: their sizes for each place, their digits, and what both have in common. Pure. */
import { toThaiDigits } from '#base/thai-text.ts'
import type { Words } from '#base/words.ts'
import { chartColours as colours } from '#platform/documents/chart.ts'
import { report as enReport } from '#text/en/report.ts'
import { report as thReport } from '#text/th/report.ts'

export interface ChartStyle {
  /** For a telephone: 360 pixels wide, shorter labels. */
  readonly narrow?: boolean
  /** For the width of an A4 page: larger words. */
  readonly print?: boolean
  readonly digits?: 'thai' | 'arabic'
}

/** The target of the national plan, and the line of the best rating. */
export const referenceLines = [85, 95] as const
/** Pixels between a point and its figure. */
export const labelGap = 6

/** Pixels below the trend for the names of the years. */
export const yearsHeight = 30

/** Sizes in pixels. */
export const trendSizes = {
  wide: {
    frame: { width: 960, height: 340 },
    words: 15,
    marks: 14,
    symbol: 9,
    left: 40,
    right: 130,
    top: 30,
  },
  narrow: {
    frame: { width: 360, height: 280 },
    words: 12,
    marks: 11,
    symbol: 7,
    left: 30,
    right: 26,
    top: 30,
  },
  print: {
    frame: { width: 640, height: 215 },
    words: 13,
    marks: 12,
    symbol: 9,
    left: 40,
    right: 104,
    top: 16,
  },
}

/** Sizes in pixels. */
export const radarSizes = {
  wide: { frame: { width: 720, height: 520 }, radius: 180, words: 14, line: 20, marks: 12 },
  narrow: { frame: { width: 360, height: 330 }, radius: 118, words: 12, line: 16, marks: 10 },
}

export const placeOf = ({ narrow, print }: ChartStyle) => (print ? 'print' : narrow ? 'narrow' : 'wide')

export const chartText = (language: keyof Words) => (language === 'th' ? thReport : enReport).charts

export const digitsOf = ({ digits }: ChartStyle) =>
  digits === 'thai' ? toThaiDigits : (text: string) => text

/** Where the scale begins: the ten below the lowest score and below the target, with room for a label under it. */
export function scaleFrom(scores: readonly number[]): number {
  return Math.max(0, Math.floor((Math.min(...scores, referenceLines[0]) - labelGap) / 10) * 10)
}

export const ruleLine = { lineStyle: { color: colours.rule } }
