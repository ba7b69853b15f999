/** Reads a day that an option gives, in either era. */
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'

/** As "2026-01-29". Throws `round.dayInvalid`, naming the option. */
export function readDay(option: string, value: string): string {
  const day = parseDay(value)
  if (day === undefined) throw new Problem('invalid', 'round.dayInvalid', { option, value })
  return day
}
