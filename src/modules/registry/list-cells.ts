/** What the readers of cells have in common: names, days, and how a cell that cannot be read is told of. Pure. */
import type { Parameters } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { agencyCodePattern } from './agency.ts'
import { tidy } from './tidy.ts'

export type ReadCell =
  | { readonly value: string | null }
  | { readonly fault: string; readonly parameters: Parameters }

export type CellReader = (cell: string) => ReadCell

const longestName = 300

/** An empty cell says nothing: null; and so does one that people filled with one dash. */
export function cell(read: (text: string) => ReadCell): CellReader {
  return (raw) => {
    const text = tidy(raw)
    return /^[-–—]?$/.test(text) ? { value: null } : read(text)
  }
}

const longestShown = 100

export function faultOf(code: string, value: string, others: Parameters = {}): ReadCell {
  const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
  return { fault: code, parameters: { value: shown, ...others } }
}

export function readAgencyCode(text: string): ReadCell {
  const code = toArabicDigits(text)
  return agencyCodePattern.test(code) ? { value: code } : faultOf('registry.codeInvalid', text)
}

export function readName(text: string): ReadCell {
  return text.length <= longestName
    ? { value: text }
    : faultOf('registry.nameTooLong', text, { length: text.length, most: longestName })
}

export function readDay(text: string): ReadCell {
  const day = parseDay(text)
  return day === undefined ? faultOf('registry.dayInvalid', text) : { value: day }
}
