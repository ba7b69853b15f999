/** A Thai fiscal year, counted in the Buddhist era: 2568 runs from 1 October 2567 to 30 September 2568. */

import { Problem } from './problem.ts'
import { toArabicDigits } from './thai-text.ts'

export type FiscalYear = number

export const earliestFiscalYear: FiscalYear = 2540
export const latestFiscalYear: FiscalYear = 2600

export function isFiscalYear(value: number): value is FiscalYear {
  return Number.isInteger(value) && value >= earliestFiscalYear && value <= latestFiscalYear
}

/** Fills the `{fy}` and `{fy-1}` of a title, such as "แผนประจำปี พ.ศ. {fy}". */
export function fillFiscalYear(template: string, year: FiscalYear): string {
  return template.replaceAll('{fy-1}', String(year - 1)).replaceAll('{fy}', String(year))
}

/** Reads "2568" or "๒๕๖๘". Throws Problem('invalid', 'year.invalid') for anything else, such as "2568.0". */
export function parseFiscalYear(text: string): FiscalYear {
  const digits = toArabicDigits(text.trim())
  const year = Number(digits)
  if (!/^\d{4}$/.test(digits) || !isFiscalYear(year))
    throw new Problem('invalid', 'year.invalid', { value: text })
  return year
}
