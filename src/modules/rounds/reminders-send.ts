/** Reminds the coordinators of agencies of what closes soon: each agency once for each close and number of days. */
import { dayOf } from '#base/bangkok-day.ts'
import { inBatches } from '#base/batches.ts'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import type { Outbox } from '#platform/mail-outbox.ts'
import { canRemindAgencies } from './access.ts'
import type { CalendarPhase } from './calendar.ts'
import { getCalendar } from './calendar-queries.ts'
import { type Recipient, reminderLetter } from './mail.ts'
import { type EnrolledAgency, listEnrolledAgencies, listRounds } from './queries.ts'
import { dueReminders, type Reminder } from './reminders.ts'
import { type Round, roundSubject } from './round.ts'
import { roundReminders } from './tables.ts'

export interface ReminderMeans {
  readonly outbox: Outbox
  /** Who coordinates the agencies; those nobody coordinates are left out, and reminded once somebody does. */
  readonly findRecipients: (db: Queryable, agencyIds: readonly string[]) => Promise<readonly Recipient[]>
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

const batchSize = 500

/** For every round that is not closed. Throws `access.refused`. */
export async function sendReminders(context: Context, means: ReminderMeans): Promise<void> {
  const role = authorize(context.actor, canRemindAgencies)
  for (const round of await listRounds(context.transaction)) {
    if (round.isClosed) continue
    const counts = await remindOfRound(context, { round, means })
    if (counts.agencies === 0) continue
    await recordEvent(context, {
      event: 'agencies.reminded',
      role,
      subject: roundSubject(round.fiscalYear),
      details: { ...counts, day: dayOf(context.now) },
    })
  }
}

interface Counts {
  readonly agencies: number
  readonly letters: number
}

async function remindOfRound(
  context: Context,
  { round, means }: { readonly round: Round; readonly means: ReminderMeans },
): Promise<Counts> {
  const agencies = await listEnrolledAgencies(context.transaction, round)
  const agencyIds = agencies.map(({ id }) => id)
  const calendar = await getCalendar(context.transaction, round, agencyIds)
  const due = Map.groupBy(dueReminders(calendar, { agencyIds, now: context.now }), ({ agencyId }) => agencyId)
  let counts: Counts = { agencies: 0, letters: 0 }
  for (const batch of inBatches(
    agencies.filter(({ id }) => due.has(id)),
    batchSize,
  )) {
    const sent = await remindBatch(context, { round, means, phases: calendar.phases, due, agencies: batch })
    counts = { agencies: counts.agencies + sent.agencies, letters: counts.letters + sent.letters }
  }
  return counts
}

interface Batch {
  readonly round: Round
  readonly means: ReminderMeans
  readonly phases: readonly CalendarPhase[]
  readonly due: ReadonlyMap<string, readonly Reminder[]>
  readonly agencies: readonly EnrolledAgency[]
}

async function remindBatch(
  context: Context,
  { round, means, phases, due, agencies }: Batch,
): Promise<Counts> {
  const ids = agencies.map(({ id }) => id)
  const recipients = await means.findRecipients(context.transaction, ids)
  const reachable = new Set(recipients.map(({ agencyId }) => agencyId))
  const wanted = ids.filter((id) => reachable.has(id)).flatMap((id) => due.get(id) ?? [])
  const fresh = await noteFresh(context, { round, reminders: wanted })
  const letters = recipients.flatMap((recipient) => {
    const reminders = fresh.get(recipient.agencyId)
    const agency = agencies.find(({ id }) => id === recipient.agencyId)
    if (!reminders || !agency) return []
    const { baseUrl } = means
    return [reminderLetter(recipient, { fiscalYear: round.fiscalYear, agency, reminders, phases, baseUrl })]
  })
  await means.outbox.put(context, { about: 'round.reminder', letters })
  return { agencies: fresh.size, letters: letters.length }
}

/** Those that were not sent before, by agency. */
async function noteFresh(
  { transaction, now }: Context,
  { round, reminders }: { readonly round: Round; readonly reminders: readonly Reminder[] },
): Promise<Map<string, Reminder[]>> {
  if (reminders.length === 0) return new Map()
  const { agencyId, phase, closesAt, kind } = roundReminders
  const noted = await transaction
    .insert(roundReminders)
    .values(reminders.map((reminder) => ({ ...reminder, roundId: round.id, at: now })))
    .onConflictDoNothing()
    .returning({ agencyId, phase, closesAt, kind })
  return Map.groupBy(noted, (reminder) => reminder.agencyId)
}
