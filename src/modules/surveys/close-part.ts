/** Closes a part: nothing more is taken, the rest of the waiting answers joins the others, all are mixed, counts stand. */
import { eq, sql } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import type { EnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { enterAgency } from '#modules/rounds/enter-agency.ts'
import { requireAgencyPhaseBegun } from '#modules/rounds/require-phase.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canClosePart } from './access.ts'
import { findHeadcount } from './headcount.ts'
import { type MixedAnswers, splitMixed } from './mixed-answers.ts'
import { addAnswers } from './move-waiting.ts'
import { lockPart } from './parts.ts'
import { partMinimum } from './progress.ts'
import { settleInterviews, takeHeld } from './release-interviews.ts'
import { discreetly } from './submit.ts'
import { surveyClosings, surveyParts } from './tables.ts'
import type { WaitingRoom } from './waiting-room.ts'

export interface ClosingEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** iit, eitPublic, eitSurvey or eit. */
  readonly part: string
  readonly room: WaitingRoom
}

export interface ClosedPart {
  readonly answers: number
  readonly minimum: number | null
}

/**
 * Throws `access.refused`, `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen` before there
 * was anything to collect, `survey.notCollected`,
 * `survey.partClosed`, or `secret.cannotOpen` where the answers were sealed under another secret.
 */
export async function closePart(context: Context, entry: ClosingEntry): Promise<ClosedPart> {
  const { transaction, actor, now } = context
  const { fiscalYear, agencyCode, part, room } = entry
  const { round, place, role } = await enterAgency(context, canClosePart, entry)
  await requireAgencyPhaseBegun(context, { round, agencyId: place.agencyId }, 'collect')
  const found = await lockPart(transaction, { roundId: round.id, agencyId: place.agencyId, part })
  if (!found) throw new Problem('conflict', 'survey.notCollected', { agency: agencyCode, part })
  if (found.isClosed) throw new Problem('closed', 'survey.partClosed', { closes: '' })
  await transaction.update(surveyParts).set({ isClosed: true }).where(eq(surveyParts.id, found.id))
  const answers = await discreetly(() => mixAll(context, room, found.id))
  const minimum = await minimumNow(context, { round, place, part })
  await transaction.insert(surveyClosings).values({
    ...{ partId: found.id, answers, minimum, at: now },
    actorKind: actor.kind,
    actorName: traceOf(actor),
  })
  await recordEvent(context, {
    event: 'survey.partClosed',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, part, answers, minimum },
  })
  return { answers, minimum }
}

interface ClosedPlace {
  readonly round: Round
  readonly place: EnrolledPlace
  readonly part: string
}

async function minimumNow({ transaction }: Context, { round, place, part }: ClosedPlace) {
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const headcount = await findHeadcount(transaction, { roundId: round.id, agencyId: place.agencyId })
  return partMinimum(framework, part, { place, headcount }).minimum
}

/**
 * All answers of the part become one row, those of each day mixed, and the keys and codes that were used are written
 * anew in the order of their hashes: what order they once had, in the tables or by transaction, is gone. Answers that
 * never made a group take the day of the last group.
 */
async function mixAll({ transaction, now }: Context, room: WaitingRoom, partId: string): Promise<number> {
  const waiting = await transaction.execute<{ sealed: Buffer }>(
    sql`delete from waiting_answers where part_id = ${partId} returning sealed`,
  )
  const interviewed = await takeHeld(transaction, room, { partId })
  await settleInterviews(transaction, partId)
  const { rows } = await transaction.execute<MixedAnswers & Record<string, unknown>>(sql`
    delete from survey_answers answer using survey_parts part
    where part.id = ${partId} and answer.round_id = part.round_id and answer.agency_id = part.agency_id
      and answer.part = part.part
    returning answer.days::text[] as days, answer.day_counts as "dayCounts", answer.answers
  `)
  const stored = rows.flatMap(splitMixed)
  const lastDay =
    stored
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? dayOf(now)
  const late = [...waiting.rows.map(({ sealed }) => room.open(sealed)), ...interviewed]
  const all = [...stored, ...late.map((packed) => ({ day: lastDay, packed }))]
  await addAnswers(transaction, partId, all)
  await transaction.execute(sql`
    with taken as (delete from survey_submissions where part_id = ${partId} returning *)
    insert into survey_submissions select * from taken order by key_hash
  `)
  await transaction.execute(sql`
    with taken as (delete from survey_codes where part_id = ${partId} returning *)
    insert into survey_codes select * from taken order by hash
  `)
  return all.length
}
