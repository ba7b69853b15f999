/** How far a part should be today, on a straight line from nothing on its first day to the minimum on its last. Pure. */
import { daysBetween } from '#base/bangkok-day.ts'

/** The days a part takes answers, such as "2026-01-05" and "2026-01-29"; null where none is set. */
export interface CollectDays {
  readonly opensOn: string | null
  readonly closesOn: string | null
}

export interface PaceFacts extends CollectDays {
  readonly today: string
  readonly count: number
  readonly minimum: number | null
  readonly isClosed: boolean
}

/** `unknown`: there is no minimum, or no straight line to it, because days are missing. */
export type PartStanding = 'closed' | 'reached' | 'onPace' | 'below' | 'unknown'

/**
 * Whole answers that should be there by now, counted over the days that are over: none on the first day, all of the
 * minimum on the day after the last. Null where the minimum or a day is not known.
 */
export function expectedBy({
  today,
  minimum,
  opensOn,
  closesOn,
}: Omit<PaceFacts, 'count' | 'isClosed'>): number | null {
  if (minimum === null || opensOn === null || closesOn === null) return null
  const all = daysBetween(opensOn, closesOn) + 1
  const over = Math.min(Math.max(daysBetween(opensOn, today), 0), all)
  return Math.floor((minimum * over) / all)
}

export function partStanding(facts: PaceFacts): PartStanding {
  const { count, minimum, isClosed } = facts
  if (isClosed) return 'closed'
  if (minimum === null) return 'unknown'
  if (count >= minimum) return 'reached'
  const expected = expectedBy(facts)
  if (expected === null) return 'unknown'
  return count < expected ? 'below' : 'onPace'
}

export type AgencyState = 'below' | 'reached' | 'closed'

/** The states of an agency by the standings of its parts: behind in one is behind, reached and closed are so in all. */
export function agencyStates(standings: readonly PartStanding[]): AgencyState[] {
  const known = standings.filter((standing) => standing !== 'unknown')
  const open = known.filter((standing) => standing !== 'closed')
  if (known.length === 0) return []
  return [
    ...(open.includes('below') ? (['below'] as const) : []),
    ...(open.length > 0 && open.every((standing) => standing === 'reached') ? (['reached'] as const) : []),
    ...(open.length === 0 ? (['closed'] as const) : []),
  ]
}
