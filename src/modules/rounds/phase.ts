/** Whether a phase of a round is open: the one rule by which verbs let an act through or refuse it. Pure. */
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { type Calendar, isOfAgencies, type PhaseId } from './calendar.ts'

export type PhaseState = 'notScheduled' | 'upcoming' | 'open' | 'closed'

export interface PhaseMoment {
  readonly phase: PhaseId
  /** Whose extension counts; left out where the act is not one agency's. */
  readonly agencyId?: string
  readonly now: Date
}

export interface PhaseStanding {
  readonly state: PhaseState
  readonly opensAt: Date | null
  /** The agency's own close where it was given longer. */
  readonly closesAt: Date | null
}

/** A phase that lacks both dates, or is not in the calendar at all, is not scheduled. */
export function phaseState(calendar: Calendar, moment: PhaseMoment): PhaseStanding {
  const dates = calendar.phases.find(({ phase }) => phase === moment.phase)
  const opensAt = dates?.opensAt ?? null
  const closesAt = later(dates?.closesAt ?? null, extensionOf(calendar, moment))
  return { state: stateAt(moment.now, { opensAt, closesAt }), opensAt, closesAt }
}

/** Lets through what is open and what is not scheduled. Throws `round.phaseNotOpen` with the phase's days. */
export function requireOpen(calendar: Calendar, moment: PhaseMoment): void {
  const { state, opensAt, closesAt } = phaseState(calendar, moment)
  if (state === 'open' || state === 'notScheduled') return
  throw new Problem('closed', 'round.phaseNotOpen', {
    phase: moment.phase,
    state,
    actors: isOfAgencies(moment.phase) ? 'agencies' : 'centre',
    opens: opensAt === null ? '' : dayOf(opensAt),
    closes: closesAt === null ? '' : lastDayBefore(closesAt),
  })
}

/**
 * For what is made ready before answers come and mended while they do: let through from the first day of registration
 * to the last of collection. Throws `round.phaseNotOpen` with the days of whichever stands in the way.
 */
export function requireSurveying(calendar: Calendar, moment: Omit<PhaseMoment, 'phase'>): void {
  const [registration, collection] = [
    { ...moment, phase: 'register' },
    { ...moment, phase: 'collect' },
  ] as const
  const { state } = phaseState(calendar, collection)
  if (state === 'closed') requireOpen(calendar, collection)
  if (state === 'open') return
  if (phaseState(calendar, registration).state === 'upcoming') requireOpen(calendar, registration)
}

function extensionOf({ extensions }: Calendar, { phase, agencyId }: PhaseMoment): Date | null {
  const found = extensions.find((one) => one.phase === phase && one.agencyId === agencyId)
  return found?.until ?? null
}

/** An extension never shortens, and gives nothing to a phase that has no close. */
function later(closesAt: Date | null, until: Date | null): Date | null {
  return closesAt !== null && until !== null && until > closesAt ? until : closesAt
}

function stateAt(now: Date, { opensAt, closesAt }: Omit<PhaseStanding, 'state'>): PhaseState {
  if (opensAt === null && closesAt === null) return 'notScheduled'
  if (opensAt !== null && now < opensAt) return 'upcoming'
  return closesAt === null || now < closesAt ? 'open' : 'closed'
}
