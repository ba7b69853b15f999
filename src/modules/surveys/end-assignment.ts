/** Ends an enumerator's assignment: nothing more is taken under it, and whom to call is forgotten. */
import { eq } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAssignInterviews } from './access.ts'
import { lockAssignment } from './interview-assignment.ts'
import { callListEntries, interviewAssignments } from './tables.ts'

/** Interviews that came in stay. Throws `interview.assignmentUnknown`, `access.refused`, `round.closed` or `interview.assignmentEnded`. */
export async function endAssignment(context: Context, id: string): Promise<void> {
  const { transaction, actor, now } = context
  const found = await lockAssignment(transaction, id)
  const role = authorize(actor, canAssignInterviews, found.place)
  if (found.isEnded) throw new Problem('conflict', 'interview.assignmentEnded')
  await transaction
    .update(interviewAssignments)
    .set({ endedAt: now, endedBy: traceOf(actor) })
    .where(eq(interviewAssignments.id, id))
  await transaction.delete(callListEntries).where(eq(callListEntries.assignmentId, id))
  await recordEvent(context, {
    event: 'interview.assignmentEnded',
    role,
    subject: roundSubject(found.round.fiscalYear),
    details: { agency: found.agencyCode, enumerator: found.enumeratorId },
  })
}
