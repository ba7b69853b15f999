/** Which fiscal years a text names: in Thai or Arabic digits, as Buddhist or Christian year, in short, or within a span. Pure. */
import type { FiscalYear } from '#base/fiscal-year.ts'
import { findPattern, type Match, type MatchingText } from './matching-text.ts'

const between = 543
const alone = (digits: string) => `(?<!\\d|\\d[.,])(?:${digits})(?!\\d|[.,]\\d)`

/** Where the year is named; null where it is not. */
export function findYear(text: MatchingText, year: FiscalYear): Match | null {
  const christian = year - between
  const [short, shortChristian] = [year, christian].map((each) => String(each).slice(-2))
  const written = [
    alone(`${year}|${christian}`),
    `(?:ปี|งบ|งบประมาณ|พ\\.?ศ\\.?|fy) ?'?${short}(?!\\d|[,.]\\d|บาท)`,
    `fy ?'?${shortChristian}(?!\\d|[,.]\\d)`,
  ]
  return findPattern(text, new RegExp(written.join('|'))) ?? findSpan(text, year)
}

/** A span of years that holds the year, such as 2566-2570 of a plan. */
function findSpan(text: MatchingText, year: FiscalYear): Match | null {
  const spans = /(?<!\d)(2[05]\d\d) ?(?:-|\/|ถึง) ?(2[05]\d\d|\d\d)(?!\d)/g
  for (const [whole, first, last] of text.normal.matchAll(spans)) {
    const from = inBuddhistEra(Number(first))
    const to = last?.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : inBuddhistEra(Number(last))
    if (from <= year && year <= to && to - from <= 25) return findPattern(text, new RegExp(whole))
  }
  return null
}

/** The first year that is named at all, whichever it is. */
export function findAnyYear(text: MatchingText): Match | null {
  return findPattern(text, new RegExp(alone('25[4-9]\\d|20[0-4]\\d')))
}

function inBuddhistEra(year: number): number {
  return year < 2400 ? year + between : year
}
