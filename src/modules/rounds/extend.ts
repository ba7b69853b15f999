/** Gives one agency longer in a phase of a round, for a reason. */
import { traceOf } from '#base/actor.ts'
import { endOfDay, lastDayBefore } from '#base/bangkok-day.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canExtendPhase } from './access.ts'
import { type CalendarPhase, requireNearYear } from './calendar.ts'
import { getCalendarPhase } from './calendar-queries.ts'
import { getOpenRound, mapEnrolledAgencies } from './queries.ts'
import { type Round, roundSubject, tidyReason } from './round.ts'
import { roundExtensions } from './tables.ts'

export interface ExtensionEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** A phase of the round's framework, such as "answer". */
  readonly phase: string
  /** A day such as "2026-05-07": open to the agency to its end. */
  readonly until: string
  readonly reason: string
}

/**
 * In place of any the agency had in the phase. Throws `access.refused`, `round.reasonMissing`, `round.reasonTooLong`,
 * `round.notFound`, `round.closed`, `round.phaseUnknown`, `round.notEnrolled`, `round.phaseHasNoClose`,
 * `round.extensionNotLater`, or `round.dayFarFromYear`.
 */
export async function extendPhase(context: Context, entry: ExtensionEntry): Promise<void> {
  const role = authorize(context.actor, canExtendPhase)
  const { transaction, actor, now } = context
  const { fiscalYear, agencyCode, until } = entry
  const reason = tidyReason(entry.reason)
  if (!reason) throw new Problem('invalid', 'round.reasonMissing')
  const round = await getOpenRound(transaction, fiscalYear)
  const known = await getCalendarPhase(transaction, round, entry.phase)
  const { phase } = known
  const agencyId = await findEnrolled(context, { round, agencyCode })
  requireLater(known, until)
  requireNearYear(until, fiscalYear)
  await transaction.insert(roundExtensions).values({
    ...{ id: newId(), roundId: round.id, agencyId, phase, until: endOfDay(until), reason, at: now },
    actorKind: actor.kind,
    actorName: traceOf(actor),
  })
  await recordEvent(context, {
    event: 'phase.extended',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: agencyCode, phase, until },
  })
}

async function findEnrolled(
  { transaction }: Context,
  { round, agencyCode }: { readonly round: Round; readonly agencyCode: string },
): Promise<string> {
  const agencyId = (await mapEnrolledAgencies(transaction, round, [agencyCode])).get(agencyCode.toLowerCase())
  if (agencyId) return agencyId
  throw new Problem('conflict', 'round.notEnrolled', { agency: agencyCode, year: round.fiscalYear })
}

/** The close itself may be named too: that takes an earlier extension back. */
function requireLater({ phase, closesAt }: CalendarPhase, until: string): void {
  if (closesAt === null) throw new Problem('conflict', 'round.phaseHasNoClose', { phase })
  if (endOfDay(until) < closesAt) {
    throw new Problem('invalid', 'round.extensionNotLater', { phase, until, closes: lastDayBefore(closesAt) })
  }
}
