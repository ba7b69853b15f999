/** Puts in all answers of one part of one agency at once, in place of any put in before. */
import { and, eq } from 'drizzle-orm'
import { v4 as newRandomId } from 'uuid'
import { inBatches } from '#base/batches.ts'
import { Problem } from '#base/problem.ts'
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { requireOpen } from '#modules/rounds/phase.ts'
import { getOpenRound, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRecordAnswers } from './access.ts'
import { answerColumns, fitsColumns, packAnswers } from './packed-answers.ts'
import { surveyAnswers } from './tables.ts'

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
 * Throws `survey.notAllowed`, `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`,
 * `survey.partUnknown`, `survey.columnUnknown`, or `survey.answersInvalid` with a finding for each respondent whose
 * answers do not fit the questions.
 */
export async function recordAnswers(context: Context, entry: AnswersEntry): Promise<void> {
  if (!canRecordAnswers(context.actor)) throw new Problem('forbidden', 'survey.notAllowed')
  const { transaction, now } = context
  const { fiscalYear, agencyCode, part } = entry
  const round = await getOpenRound(transaction, fiscalYear)
  const agencyId = (await mapEnrolledAgencies(transaction, round, [agencyCode])).get(agencyCode.toLowerCase())
  if (!agencyId) throw new Problem('conflict', 'round.notEnrolled', { agency: agencyCode, year: fiscalYear })
  requireOpen(await getCalendar(transaction, round, [agencyId]), { phase: 'collect', agencyId, now })
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const columns = answerColumns(framework, part)
  if (!columns) throw new Problem('invalid', 'survey.partUnknown', { part, year: fiscalYear })
  const packed = packAll(entry, columns)
  await replaceAnswers(context, { entry, packed, roundId: round.id, agencyId })
  await recordEvent(context, {
    event: 'answers.recorded',
    subject: roundSubject(fiscalYear),
    details: { agency: agencyCode, part, respondents: entry.answers.length },
  })
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

/** Rows go in by the order of their random ids, so that their place in the table tells nothing either. */
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
  const rows = packed
    .map((answers) => ({ id: newRandomId(), roundId, agencyId, part, answeredOn, answers }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const batch of inBatches(rows, 5000)) await transaction.insert(surveyAnswers).values([...batch])
}
