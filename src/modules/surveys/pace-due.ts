/** When an agency is due to be told that it is behind, and of which parts. Pure. */
import { dayOf, daysBetween, startOfDay } from '#base/bangkok-day.ts'
import type { CollectDays } from './pace.ts'
import type { ListedPart, ListedProgress } from './progress-list.ts'

const daysOfWeek = 7
const lastDays = 3
const dayMilliseconds = 24 * 3_600_000

/**
 * The latest day on which a reminder was due: each seventh day after the opening, and each of the last three days. A
 * day on which nothing could be sent is made up for until the next one. Null outside the phase, in its first week, and
 * where its days are not set.
 */
export function paceReminderDue({ opensOn, closesOn }: CollectDays, today: string): string | null {
  if (opensOn === null || closesOn === null || today < opensOn || today > closesOn) return null
  if (daysBetween(today, closesOn) < lastDays) return today
  const weeks = Math.floor(daysBetween(opensOn, today) / daysOfWeek)
  if (weeks === 0) return null
  return dayOf(new Date(startOfDay(opensOn).getTime() + weeks * daysOfWeek * dayMilliseconds))
}

/** The parts among `linked` (those the agency itself can hurry) that are below the pace. */
export function partsBehind(
  { parts }: Pick<ListedProgress, 'parts'>,
  linked: readonly string[],
): ListedPart[] {
  return parts.filter(({ part, standing }) => linked.includes(part) && standing === 'below')
}
