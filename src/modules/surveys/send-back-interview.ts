/** Sends an interview back to its enumerator, to be done again: only while it is held and its answers still wait. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { requireAgencyPhase } from '#modules/rounds/require-phase.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canSendBackInterviews } from './access.ts'
import { lockAssignment } from './interview-assignment.ts'
import { interviews } from './tables.ts'

export interface SendingBack {
  /** The hash of its key, in hex. */
  readonly interview: string
  /** Told to the enumerator; 1 to 500 characters. */
  readonly reason: string
}

const longestReason = 500
const hashForm = /^[0-9a-f]{64}$/

/**
 * Its answers are gone with that, unread. Throws `interview.unknown`, `access.refused`, `round.closed`,
 * `round.phaseNotOpen` once it could not be done again, `interview.reasonInvalid`, or `interview.notHeld` where it was mixed with others, or sent back already.
 */
export async function sendBackInterview(context: Context, { interview, reason }: SendingBack): Promise<void> {
  const { transaction, actor } = context
  const keyHash = Buffer.from(hashForm.test(interview) ? interview : '', 'hex')
  const [known] = await transaction
    .select({ assignmentId: interviews.assignmentId })
    .from(interviews)
    .where(eq(interviews.keyHash, keyHash))
  if (!known) throw new Problem('notFound', 'interview.unknown')
  const found = await lockAssignment(transaction, known.assignmentId)
  const role = authorize(actor, canSendBackInterviews, found.place)
  await requireAgencyPhase(context, { round: found.round, agencyId: found.place.agencyId }, 'collect')
  const told = reason.trim()
  if (told === '' || told.length > longestReason) {
    throw new Problem('invalid', 'interview.reasonInvalid', { most: longestReason })
  }
  const [held] = await transaction
    .select({ state: interviews.state, sealed: interviews.sealed })
    .from(interviews)
    .where(eq(interviews.keyHash, keyHash))
  if (held?.state !== 'sent' || !held.sealed) throw new Problem('conflict', 'interview.notHeld')
  await transaction
    .update(interviews)
    .set({ state: 'sentBack', reason: told, sealed: null, receivedAt: null, seconds: null })
    .where(eq(interviews.keyHash, keyHash))
  await recordEvent(context, {
    event: 'interview.sentBack',
    role,
    subject: roundSubject(found.round.fiscalYear),
    details: { agency: found.agencyCode, enumerator: found.enumeratorId },
  })
}
