/** Days as Bangkok counts them, whatever the machine's own zone: UTC+7 all year. A day is text such as "2026-01-29". */

const offsetMilliseconds = 7 * 3_600_000
const dayMilliseconds = 24 * 3_600_000

/** 00.00 น. of the day. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`)
}

/** 24.00 น. of the day: the first instant that no longer belongs to it. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + dayMilliseconds)
}

export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + offsetMilliseconds).toISOString().slice(0, 10)
}

/** The last day of a span that ends at `end`, where the span no longer holds at `end` itself. */
export function lastDayBefore(end: Date): string {
  return dayOf(new Date(end.getTime() - 1))
}

/** How many days `later` comes after `earlier`; 0 for the same day, negative the other way round. */
export function daysBetween(earlier: string, later: string): number {
  return (startOfDay(later).getTime() - startOfDay(earlier).getTime()) / dayMilliseconds
}
