/** Reads a day that a caller wrote, in either era. */
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'

/** As "2026-01-29". Throws `day.invalid`. */
export function readDay(typed: string): string {
  const day = parseDay(typed)
  if (day === undefined) throw new Problem('invalid', 'day.invalid', { value: typed })
  return day
}
