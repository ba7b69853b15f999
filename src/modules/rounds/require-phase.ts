/** Asks the round's calendar, as it stands, whether an act may be done now; `phase.ts` is the rule. */
import type { Context } from '#platform/context.ts'
import type { PhaseId } from './calendar.ts'
import { getCalendar, isScheduledAnew } from './calendar-queries.ts'
import { phaseState, requireOpen, requireSurveying } from './phase.ts'
import type { Round } from './round.ts'

type Now = Pick<Context, 'transaction' | 'now'>

/**
 * For an act on the results of the whole round. Days long past that the framework brought tell when an earlier year
 * did it; nobody set them for this round, and they forbid nothing. Throws `round.phaseNotOpen`.
 */
export async function requireRoundPhase(
  { transaction, now }: Now,
  round: Round,
  phase: PhaseId,
): Promise<void> {
  const calendar = await getCalendar(transaction, round)
  const moment = { phase, now }
  const isOver = phaseState(calendar, moment).state === 'closed'
  if (isOver && !(await isScheduledAnew(transaction, round, phase))) return
  requireOpen(calendar, moment)
}

interface ActOfAgency {
  readonly round: Round
  readonly agencyId: string
}

/** For an act of one agency in `phase`. Throws `round.phaseNotOpen`. */
export async function requireAgencyPhase(
  { transaction, now }: Now,
  { round, agencyId }: ActOfAgency,
  phase: PhaseId,
): Promise<void> {
  requireOpen(await getCalendar(transaction, round, [agencyId]), { phase, agencyId, now })
}

/** For what brings the phase of one agency to its end: not before it opened. Throws `round.phaseNotOpen`. */
export async function requireAgencyPhaseBegun(
  { transaction, now }: Now,
  { round, agencyId }: ActOfAgency,
  phase: PhaseId,
): Promise<void> {
  const calendar = await getCalendar(transaction, round, [agencyId])
  const moment = { phase, agencyId, now }
  if (phaseState(calendar, moment).state === 'upcoming') requireOpen(calendar, moment)
}

/** For what makes surveys ready or mends them, of one agency or of all. Throws `round.phaseNotOpen`. */
export async function requireSurveyingNow(
  { transaction, now }: Now,
  { round, agencyId }: Pick<ActOfAgency, 'round'> & Partial<ActOfAgency>,
): Promise<void> {
  const moment = agencyId === undefined ? { now } : { now, agencyId }
  requireSurveying(await getCalendar(transaction, round, agencyId === undefined ? [] : [agencyId]), moment)
}
