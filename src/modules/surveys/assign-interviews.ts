/** Gives an enumerator a number of people to interview about an agency, and whom to call. */

import { and, eq, isNull } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { reaches } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { listActiveGrants } from '#modules/accounts/grants.ts'
import { findPersonId } from '#modules/accounts/queries.ts'
import type { EnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canAssignInterviews, canRecordInterviews } from './access.ts'
import { enterSurveying } from './enter-surveying.ts'
import { type Contact, interviewPart } from './interview.ts'
import type { InterviewDesk } from './interview-desk.ts'
import { ensurePart } from './parts.ts'
import { callListEntries, interviewAssignments } from './tables.ts'

export interface AssignmentEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** The enumerator's e-mail. */
  readonly enumerator: string
  /** 1 to 10,000. */
  readonly quota: number
  /** Added to those on the list already. */
  readonly contacts?: readonly Contact[]
  readonly desk: InterviewDesk
}

const mostInterviews = 10_000

/**
 * The assignment's id. Where the enumerator has one already it takes the new quota and the further names. Throws
 * `access.refused`, `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`, `survey.partUnknown`, `survey.partClosed`,
 * `interview.quotaInvalid` or `interview.notEnumerator`.
 */
export async function assignInterviews(
  context: Context,
  entry: AssignmentEntry,
): Promise<{ readonly id: string }> {
  const { transaction } = context
  const { fiscalYear, quota, contacts = [], desk } = entry
  const { round, place, role } = await enterSurveying(context, canAssignInterviews, entry)
  if (!Number.isInteger(quota) || quota < 1 || quota > mostInterviews) {
    throw new Problem('invalid', 'interview.quotaInvalid', { most: mostInterviews })
  }
  const enumeratorId = await getEnumerator(transaction, place, entry.enumerator)
  const part = await ensurePart(transaction, round, {
    ...{ roundId: round.id, agencyId: place.agencyId, part: interviewPart, mode: 'open' },
  })
  if (part.isClosed) throw new Problem('closed', 'survey.partClosed', { closes: '' })
  const id = await storeAssignment(context, { partId: part.id, enumeratorId, quota })
  if (contacts.length > 0) {
    await transaction.insert(callListEntries).values(
      contacts.map((contact) => ({
        ...{ id: newId(), assignmentId: id, sealed: desk.sealContact(contact), state: 'toCall' as const },
      })),
    )
  }
  await recordEvent(context, {
    event: 'interview.assigned',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, enumerator: enumeratorId, quota, contacts: contacts.length },
  })
  return { id }
}

/** Somebody whose role lets them interview at the place. */
async function getEnumerator(db: Queryable, place: EnrolledPlace, email: string): Promise<string> {
  const id = await findPersonId(db, email)
  const grants = id === undefined ? [] : await listActiveGrants(db, id)
  const may = grants.some(
    ({ role, scope }) => canRecordInterviews.roles.includes(role) && reaches(scope, place),
  )
  if (id === undefined || !may) {
    throw new Problem('invalid', 'interview.notEnumerator', { email, agency: place.code })
  }
  return id
}

interface Assigned {
  readonly partId: string
  readonly enumeratorId: string
  readonly quota: number
}

/** The part is locked: nobody assigns the same beside it. */
async function storeAssignment({ transaction, actor, now }: Context, assigned: Assigned): Promise<string> {
  const { partId, enumeratorId, quota } = assigned
  const [changed] = await transaction
    .update(interviewAssignments)
    .set({ quota })
    .where(
      and(
        eq(interviewAssignments.partId, partId),
        eq(interviewAssignments.enumeratorId, enumeratorId),
        isNull(interviewAssignments.endedAt),
      ),
    )
    .returning({ id: interviewAssignments.id })
  if (changed) return changed.id
  const id = newId()
  await transaction.insert(interviewAssignments).values({
    ...{ id, partId, enumeratorId, quota, at: now, actorKind: actor.kind },
    actorName: traceOf(actor),
  })
  return id
}
