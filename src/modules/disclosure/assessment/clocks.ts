/** The clocks of assessment: which close comes next for an agency, and how long it may still explain. Pure. */
import { lastDayBefore } from '#base/bangkok-day.ts'
import type { Calendar, PhaseId } from '#modules/rounds/calendar.ts'
import { phaseState, requireOpen } from '#modules/rounds/phase.ts'

export interface Clock {
  readonly phase: PhaseId
  readonly closesAt: Date
  /** The last day, such as "2025-08-31". */
  readonly lastDay: string
  readonly millisecondsLeft: number
}

interface AgencyMoment {
  readonly agencyId: string
  readonly now: Date
}

const assessing = ['score', 'clarify', 'confirm'] as const

/** Of the phases in which assessors work, the open one that closes next; null where none that is open has a close. */
export function nearestClock(calendar: Calendar, moment: AgencyMoment): Clock | null {
  const clocks = assessing.flatMap((phase) => phaseClock(calendar, moment, phase) ?? [])
  return clocks.toSorted((a, b) => a.millisecondsLeft - b.millisecondsLeft)[0] ?? null
}

/** Null where the phase is not open, or has no close. */
export function phaseClock(
  calendar: Calendar,
  { agencyId, now }: AgencyMoment,
  phase: PhaseId,
): Clock | null {
  const { state, closesAt } = phaseState(calendar, { phase, agencyId, now })
  if (state !== 'open' || closesAt === null) return null
  return {
    ...{ phase, closesAt, lastDay: lastDayBefore(closesAt) },
    millisecondsLeft: closesAt.getTime() - now.getTime(),
  }
}

/** Throws `round.phaseNotOpen` with the days of scoring where none of the phases in which assessors work is open. */
export function requireAssessing(calendar: Calendar, { agencyId, now }: AgencyMoment): void {
  const states = assessing.map((phase) => phaseState(calendar, { phase, agencyId, now }).state)
  if (!states.includes('open')) requireOpen(calendar, { phase: 'score', agencyId, now })
}
