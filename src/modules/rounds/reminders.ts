/** Which agencies are to be reminded today that a phase closes: seven, three and one day before, and on the last day. Pure. */
import { dayOf, daysBetween, lastDayBefore } from '#base/bangkok-day.ts'
import { type Calendar, type Extension, isOfAgencies, type PhaseId } from './calendar.ts'
import { phaseState } from './phase.ts'

export type ReminderKind = 'sevenDays' | 'threeDays' | 'oneDay' | 'lastDay'

export interface Reminder {
  readonly agencyId: string
  readonly phase: PhaseId
  readonly kind: ReminderKind
  /** The agency's own close where it was given longer. */
  readonly closesAt: Date
}

/**
 * A day on which nothing could be sent is made up for: with five days left and nothing said yet, the reminder of the
 * seventh day is due. Those sent already are among what is answered.
 */
export function dueReminders(
  calendar: Calendar,
  { agencyIds, now }: { readonly agencyIds: readonly string[]; readonly now: Date },
): Reminder[] {
  const extensionsOf = Map.groupBy(calendar.extensions, ({ agencyId }) => agencyId)
  const phases = calendar.phases.filter(({ phase }) => isOfAgencies(phase))
  return agencyIds.flatMap((agencyId) => {
    const own = { phases, extensions: extensionsOf.get(agencyId) ?? [] }
    return phases.flatMap(({ phase }) => dueReminder(own, { phase, agencyId, now }) ?? [])
  })
}

interface Asked {
  readonly phase: PhaseId
  readonly agencyId: Extension['agencyId']
  readonly now: Date
}

function dueReminder(calendar: Calendar, { phase, agencyId, now }: Asked): Reminder | null {
  const { state, closesAt } = phaseState(calendar, { phase, agencyId, now })
  if (state !== 'open' || closesAt === null) return null
  const kind = kindFor(daysBetween(dayOf(now), lastDayBefore(closesAt)))
  return kind && { agencyId, phase, kind, closesAt }
}

function kindFor(daysLeft: number): ReminderKind | null {
  if (daysLeft > 7) return null
  if (daysLeft > 3) return 'sevenDays'
  if (daysLeft > 1) return 'threeDays'
  return daysLeft === 1 ? 'oneDay' : 'lastDay'
}
