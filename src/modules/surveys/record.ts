/** Puts in all answers of one part of one agency at once, in place of any put in before. */

import { and, count, eq } from 'drizzle-orm'
import { v4 as newRandomId } from 'uuid'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { requireOpen } from '#modules/rounds/phase.ts'
import { getOpenRound, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canRecordAnswers } from './access.ts'
import { mixAnswers } from './mixed-answers.ts'
import { answerColumns, fitsColumns, packAnswers } from './packed-answers.ts'
import { lockPart, type PartPlace } from './parts.ts'
import { surveyAnswers, surveySubmissions } from './tables.ts'

export interface AnswersEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** iit, eitPublic, eitSurvey, or an instrument's pooled part. */
  readonly part: string
  /** A day, such as "2025-06-30". */
  readonly answeredOn: string
  /** The answer columns given, by id; those left out were not asked. */
  readonly columns: readonly string[]
  /** For each respondent the place of the chosen option in each of `columns`, from 0; 255 where not asked. */
  readonly answers: readonly Uint8Array[]
}

/**
 * Throws `access.refused`, `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`,
 * `survey.answersCollected` where people have answered the part here, `survey.partUnknown`, `survey.columnUnknown`, or `survey.answersInvalid` with a finding for each respondent whose
 * answers do not fit the questions.
 */
export async function recordAnswers(context: Context, entry: AnswersEntry): Promise<void> {
  const role = authorize(context.actor, canRecordAnswers)
  const { transaction, now } = context
  const { fiscalYear, agencyCode, part } = entry
  const round = await getOpenRound(transaction, fiscalYear)
  const agencyId = (await mapEnrolledAgencies(transaction, round, [agencyCode])).get(agencyCode.toLowerCase())
  if (!agencyId) throw new Problem('conflict', 'round.notEnrolled', { agency: agencyCode, year: fiscalYear })
  requireOpen(await getCalendar(transaction, round, [agencyId]), { phase: 'collect', agencyId, now })
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const columns = answerColumns(framework, part)
  if (!columns) throw new Problem('invalid', 'survey.partUnknown', { part, year: fiscalYear })
  await refuseCollected(transaction, { roundId: round.id, agencyId, part })
  const packed = packAll(entry, columns)
  await replaceAnswers(context, { entry, packed, roundId: round.id, agencyId })
  await recordEvent(context, {
    event: 'answers.recorded',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: agencyCode, part, respondents: entry.answers.length },
  })
}

/** What people sent themselves is never replaced. */
async function refuseCollected(db: Queryable, place: PartPlace): Promise<void> {
  const found = await lockPart(db, place)
  if (!found) return
  const [sent] = await db
    .select({ answers: count() })
    .from(surveySubmissions)
    .where(eq(surveySubmissions.partId, found.id))
  if (found.isClosed || (sent?.answers ?? 0) > 0) {
    throw new Problem('conflict', 'survey.answersCollected', { part: place.part })
  }
}

function packAll({ columns: given, answers }: AnswersEntry, columns: readonly LeafQuestion[]): string[] {
  const unknown = given.find((id) => !columns.some((column) => column.id === id))
  if (unknown !== undefined) throw new Problem('invalid', 'survey.columnUnknown', { column: unknown })
  const packed = answers.map((row) => packAnswers(row, given, columns))
  const findings = answers.flatMap((row, index) => {
    const fits = row.length === given.length && fitsColumns(packed[index] ?? '', columns)
    return fits ? [] : [{ code: 'survey.answerMisfit', parameters: { respondent: index + 1 } }]
  })
  if (findings.length > 0) throw Problem.ofFindings('survey.answersInvalid', findings)
  return packed
}

interface Replacement {
  readonly entry: AnswersEntry
  readonly packed: readonly string[]
  readonly roundId: string
  readonly agencyId: string
}

async function replaceAnswers(
  { transaction }: Context,
  { entry: { part, answeredOn }, packed, roundId, agencyId }: Replacement,
): Promise<void> {
  await transaction
    .delete(surveyAnswers)
    .where(
      and(
        eq(surveyAnswers.roundId, roundId),
        eq(surveyAnswers.agencyId, agencyId),
        eq(surveyAnswers.part, part),
      ),
    )
  if (packed.length === 0) return
  const mixed = mixAnswers(packed.map((one) => ({ day: answeredOn, packed: one })))
  await transaction
    .insert(surveyAnswers)
    .values({ id: newRandomId(), roundId, agencyId, part, respondents: packed.length, ...mixed })
}
