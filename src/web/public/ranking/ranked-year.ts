/** Which year's ranking an address asks for. */
import { Problem } from '#base/problem.ts'
import { readYear } from '../reading.ts'

/** The year asked for, else the newest published one; null when nothing is published at all. */
export function rankedYear(years: readonly number[], asked: string | null): number | null {
  if (!asked) return years.length > 0 ? Math.max(...years) : null
  const year = readYear(asked)
  if (!years.includes(year)) throw new Problem('notFound', 'page.yearNotPublished', { year })
  return year
}
