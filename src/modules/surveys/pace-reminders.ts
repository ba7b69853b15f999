/** Tells the coordinators of agencies whose surveys are below the pace: once a week, and on each of the last three days. */
import { dayOf } from '#base/bangkok-day.ts'
import { inBatches } from '#base/batches.ts'
import { authorize } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import type { Outbox } from '#platform/mail-outbox.ts'
import { canRemindOfPace } from './access.ts'
import { nameOf } from './agency-surveys.ts'
import { linkedPart, linkedSurveys } from './link.ts'
import { paceReminderDue, partsBehind } from './pace-due.ts'
import { type PaceRecipient, paceLetter } from './pace-mail.ts'
import { type ListedPart, type ListedProgress, listProgress } from './progress-list.ts'
import { surveyPaceReminders } from './tables.ts'

export interface PaceMeans {
  readonly outbox: Pick<Outbox, 'put'>
  /** Who coordinates the agencies; those nobody coordinates are left out, and told once somebody does. */
  readonly findRecipients: (db: Queryable, agencyIds: readonly string[]) => Promise<readonly PaceRecipient[]>
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

const batchSize = 500

/** For every round that is not closed. Throws `access.refused`. */
export async function remindOfPace(context: Context, means: PaceMeans): Promise<void> {
  const role = authorize(context.actor, canRemindOfPace)
  for (const round of await listRounds(context.transaction)) {
    if (round.isClosed) continue
    const counts = await remindRound(context, { round, means })
    if (counts.agencies === 0) continue
    await recordEvent(context, {
      event: 'survey.reminded',
      role,
      subject: roundSubject(round.fiscalYear),
      details: { ...counts, day: dayOf(context.now) },
    })
  }
}

interface Due {
  readonly agency: ListedProgress
  readonly dueOn: string
  readonly behind: readonly ListedPart[]
}

interface Reminding {
  readonly round: Round
  readonly means: PaceMeans
}

interface Counts {
  readonly agencies: number
  readonly letters: number
}

async function remindRound(context: Context, { round, means }: Reminding): Promise<Counts> {
  const { transaction, actor, now } = context
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const linked = linkedSurveys.flatMap((survey) => linkedPart(framework, survey) ?? [])
  const names = new Map(linked.map((part) => [part, nameOf(framework, part)]))
  const { agencies } = await listProgress(transaction, round, { actor, now, state: 'below' })
  const due = agencies.flatMap((agency) => {
    const dueOn = paceReminderDue(agency, dayOf(now))
    const behind = partsBehind(agency, linked)
    return dueOn && behind.length > 0 ? [{ agency, dueOn, behind }] : []
  })
  let counts: Counts = { agencies: 0, letters: 0 }
  for (const batch of inBatches(due, batchSize)) {
    const sent = await remindBatch(context, { round, means, names, due: batch })
    counts = { agencies: counts.agencies + sent.agencies, letters: counts.letters + sent.letters }
  }
  return counts
}

interface Batch extends Reminding {
  readonly names: ReadonlyMap<string, Words>
  readonly due: readonly Due[]
}

async function remindBatch(context: Context, { round, means, names, due }: Batch): Promise<Counts> {
  const { baseUrl } = means
  const ids = due.map(({ agency }) => agency.agencyId)
  const recipients = await means.findRecipients(context.transaction, ids)
  const reachable = new Set(recipients.map(({ agencyId }) => agencyId))
  const fresh = await noteFresh(context, {
    round,
    due: due.filter(({ agency }) => reachable.has(agency.agencyId)),
  })
  const letters = recipients.flatMap((recipient) => {
    const own = due.find(({ agency }) => agency.agencyId === recipient.agencyId)
    if (!own || !fresh.has(recipient.agencyId)) return []
    const { agency, behind } = own
    return [paceLetter(recipient, { fiscalYear: round.fiscalYear, agency, behind, names, baseUrl })]
  })
  await means.outbox.put(context, { about: 'survey.pace', letters })
  return { agencies: fresh.size, letters: letters.length }
}

/** The agencies that were not told before. */
async function noteFresh(
  { transaction, now }: Context,
  { round, due }: { readonly round: Round; readonly due: readonly Due[] },
): Promise<Set<string>> {
  if (due.length === 0) return new Set()
  const noted = await transaction
    .insert(surveyPaceReminders)
    .values(due.map(({ agency: { agencyId }, dueOn }) => ({ roundId: round.id, agencyId, dueOn, at: now })))
    .onConflictDoNothing()
    .returning({ agencyId: surveyPaceReminders.agencyId })
  return new Set(noted.map(({ agencyId }) => agencyId))
}
