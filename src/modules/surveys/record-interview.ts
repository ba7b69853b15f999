/** Takes one interview in: checked, sealed, counted exactly once, and held until the supervisor has had time to look. */
import { and, count, eq, inArray } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { refuseClosedRound } from '#modules/rounds/queries.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canRecordInterviews } from './access.ts'
import { requireTakingAnswers } from './collecting.ts'
import { type GivenAnswers, readGivenAnswers } from './given-answers.ts'
import { type FoundAssignment, holdAssignment } from './interview-assignment.ts'
import type { InterviewDesk } from './interview-desk.ts'
import { answerColumns } from './packed-answers.ts'
import { describeCollecting } from './parts.ts'
import { discreetly } from './submit.ts'
import { interviewAssignments, interviews, surveySubmissions } from './tables.ts'
import { hashBytes } from './waiting-room.ts'

export interface InterviewEntry {
  /** The assignment's id. */
  readonly assignment: string
  /** 32 hex digits made by the tablet when the interview began: the same key is counted once. */
  readonly key: string
  readonly answers: GivenAnswers
  /** How long it took, as the tablet says. */
  readonly seconds?: number | undefined
  /** The interview that was sent back and is done again by this one. */
  readonly replaces?: string | undefined
  readonly desk: InterviewDesk
}

export interface RecordedInterview {
  /** By what it is known from now on: the hash of its key, in hex. */
  readonly interview: string
  readonly outcome: 'stored' | 'storedBefore'
  readonly isOverQuota: boolean
}

const keyForm = /^[0-9a-f]{32}$/
const hashForm = /^[0-9a-f]{64}$/
const longestSeconds = 86_400

/**
 * A key that is there already is acknowledged as before, whatever has changed since. Throws `survey.keyInvalid`,
 * `interview.assignmentUnknown` (another one's assignment too), `access.refused`, `round.closed`,
 * `interview.assignmentEnded`, `survey.notOpenYet`, `survey.partClosed`, `survey.answersIncomplete` with a finding for
 * each question, or `interview.notSentBack`.
 */
export async function recordInterview(context: Context, entry: InterviewEntry): Promise<RecordedInterview> {
  const { transaction, actor, now } = context
  if (!keyForm.test(entry.key)) throw new Problem('invalid', 'survey.keyInvalid')
  const found = await holdAssignment(transaction, entry.assignment)
  const role = authorize(actor, canRecordInterviews, found.place)
  if (actor.kind === 'person' && actor.id !== found.enumeratorId) {
    throw new Problem('notFound', 'interview.assignmentUnknown')
  }
  const keyHash = hashBytes(entry.key)
  const before = await findBefore(transaction, keyHash)
  if (before) return before
  refuseClosedRound(found.round)
  if (found.isEnded) throw new Problem('conflict', 'interview.assignmentEnded')
  const packed = await readAnswers(context, found, entry.answers)
  if (entry.replaces !== undefined) await replace(transaction, found, entry.replaces)
  const isOverQuota = (await countSent(transaction, found.id)) >= found.quota
  const { id: assignmentId, part } = found
  await discreetly(async () => {
    await transaction.insert(surveySubmissions).values({ keyHash, partId: part.id })
    await transaction.insert(interviews).values({
      ...{ keyHash, partId: part.id, assignmentId, state: 'sent', isOverQuota },
      ...{ sealed: entry.desk.room.seal(packed), receivedAt: now, seconds: readSeconds(entry.seconds) },
    })
  })
  await recordEvent(context, {
    event: 'interview.recorded',
    role,
    subject: roundSubject(found.round.fiscalYear),
    details: { agency: found.agencyCode, isOverQuota },
  })
  return { interview: keyHash.toString('hex'), outcome: 'stored', isOverQuota }
}

async function findBefore(db: Queryable, keyHash: Buffer): Promise<RecordedInterview | undefined> {
  const [row] = await db
    .select({ isOverQuota: interviews.isOverQuota })
    .from(interviews)
    .where(eq(interviews.keyHash, keyHash))
  return row && { interview: keyHash.toString('hex'), outcome: 'storedBefore', isOverQuota: row.isOverQuota }
}

async function readAnswers(
  { transaction, now }: Context,
  { round, part }: FoundAssignment,
  answers: GivenAnswers,
): Promise<string> {
  const collecting = await describeCollecting(transaction, round, part)
  requireTakingAnswers(collecting, now)
  const columns = answerColumns(collecting.framework, collecting.part) ?? []
  const { packed, findings } = readGivenAnswers(columns, answers)
  if (findings) throw Problem.ofFindings('survey.answersIncomplete', findings)
  return packed
}

/** The one sent back is done: once, and by its own enumerator, whose assignment may be another one by now. */
async function replace(
  db: Queryable,
  { enumeratorId, part }: FoundAssignment,
  replaced: string,
): Promise<void> {
  const own = db
    .select({ id: interviewAssignments.id })
    .from(interviewAssignments)
    .where(and(eq(interviewAssignments.partId, part.id), eq(interviewAssignments.enumeratorId, enumeratorId)))
  const keyHash = Buffer.from(hashForm.test(replaced) ? replaced : '', 'hex')
  const { rowCount } = await db
    .update(interviews)
    .set({ state: 'replaced' })
    .where(
      and(
        ...[eq(interviews.keyHash, keyHash), eq(interviews.state, 'sentBack')],
        inArray(interviews.assignmentId, own),
      ),
    )
  if (rowCount !== 1) throw new Problem('conflict', 'interview.notSentBack')
}

async function countSent(db: Queryable, assignmentId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(interviews)
    .where(and(eq(interviews.assignmentId, assignmentId), eq(interviews.state, 'sent')))
  return row?.count ?? 0
}

function readSeconds(seconds: number | undefined): number | null {
  const isKnown = seconds !== undefined && Number.isInteger(seconds) && seconds >= 0
  return isKnown ? Math.min(seconds, longestSeconds) : null
}
