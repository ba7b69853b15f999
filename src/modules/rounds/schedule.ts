/** Sets the days a phase of a round opens and closes, in place of any it had. */
import { traceOf } from '#base/actor.ts'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canSchedulePhase } from './access.ts'
import { isAfterTheClose, requireNearYear } from './calendar.ts'
import { getCalendarPhase } from './calendar-queries.ts'
import { holdRound, refuseClosedRound } from './queries.ts'
import { roundSubject, tidyReason } from './round.ts'
import { roundPhases } from './tables.ts'

export interface ScheduleEntry {
  readonly fiscalYear: number
  /** A phase of the round's framework, such as "collect". */
  readonly phase: string
  /** Days such as "2026-03-01"; the phase is open from the beginning of the first to the end of the last. */
  readonly opensOn: string
  readonly closesOn: string
  readonly reason?: string | undefined
}

/**
 * Extensions that reach beyond the new close go on holding. In a closed round only what comes after the close has days
 * to set. Throws `access.refused`, `round.reasonTooLong`,
 * `round.notFound`, `round.closed`, `round.phaseUnknown`, `round.closesBeforeOpens`, or `round.dayFarFromYear`.
 */
export async function schedulePhase(context: Context, entry: ScheduleEntry): Promise<void> {
  const role = authorize(context.actor, canSchedulePhase)
  const { transaction, actor, now } = context
  const { fiscalYear, opensOn, closesOn } = entry
  const reason = tidyReason(entry.reason)
  const round = await holdRound(transaction, fiscalYear)
  if (!isAfterTheClose(entry.phase)) refuseClosedRound(round)
  const { phase } = await getCalendarPhase(transaction, round, entry.phase)
  if (closesOn < opensOn) {
    throw new Problem('invalid', 'round.closesBeforeOpens', { opens: opensOn, closes: closesOn })
  }
  for (const day of [opensOn, closesOn]) requireNearYear(day, fiscalYear)
  await transaction.insert(roundPhases).values({
    ...{ id: newId(), roundId: round.id, phase, reason: reason ?? null, at: now },
    opensAt: startOfDay(opensOn),
    closesAt: endOfDay(closesOn),
    actorKind: actor.kind,
    actorName: traceOf(actor),
  })
  await recordEvent(context, {
    event: 'phase.scheduled',
    role,
    subject: roundSubject(fiscalYear),
    details: { phase, opensOn, closesOn },
  })
}
