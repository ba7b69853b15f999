/** Notes how calling somebody on the list went; whether there was an interview is told by the enumerator alone. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { requireAgencyPhase } from '#modules/rounds/require-phase.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRecordInterviews } from './access.ts'
import type { CallState } from './interview.ts'
import { lockAssignment } from './interview-assignment.ts'
import { callListEntries } from './tables.ts'

export interface CallMark {
  readonly id: string
  readonly state: CallState
}

const uuidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Throws `interview.callUnknown` (another one's list too), `access.refused`, `round.closed`, `round.phaseNotOpen` or `interview.assignmentEnded`. */
export async function markCall(context: Context, { id, state }: CallMark): Promise<void> {
  const { transaction, actor } = context
  const [entry] = uuidPattern.test(id)
    ? await transaction.select().from(callListEntries).where(eq(callListEntries.id, id))
    : []
  if (!entry) throw new Problem('notFound', 'interview.callUnknown')
  const found = await lockAssignment(transaction, entry.assignmentId)
  const role = authorize(actor, canRecordInterviews, found.place)
  if (actor.kind === 'person' && actor.id !== found.enumeratorId) {
    throw new Problem('notFound', 'interview.callUnknown')
  }
  await requireAgencyPhase(context, { round: found.round, agencyId: found.place.agencyId }, 'collect')
  if (found.isEnded) throw new Problem('conflict', 'interview.assignmentEnded')
  await transaction.update(callListEntries).set({ state }).where(eq(callListEntries.id, id))
  await recordEvent(context, {
    event: 'interview.callMarked',
    role,
    subject: roundSubject(found.round.fiscalYear),
    details: { agency: found.agencyCode, state },
  })
}
