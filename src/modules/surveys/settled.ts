/** The answers that do not change any more: only those are looked into, and only those leave the house. */
import { and, eq, sql } from 'drizzle-orm'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { type DatedAnswer, splitMixed } from './mixed-answers.ts'
import { surveyAnswers, surveyParts } from './tables.ts'

/** Parts that were closed, and those put in as a whole in a round that is closed: neither changes any more. */
export const isSettled = (round: Round) => sql`(
  (${surveyAnswers.agencyId}, ${surveyAnswers.part}) in (
    select ${surveyParts.agencyId}, ${surveyParts.part} from ${surveyParts}
    where ${surveyParts.roundId} = ${round.id} and ${surveyParts.isClosed}
  ) or (${round.isClosed} and (${surveyAnswers.agencyId}, ${surveyAnswers.part}) not in (
    select ${surveyParts.agencyId}, ${surveyParts.part} from ${surveyParts}
    where ${surveyParts.roundId} = ${round.id}
  ))
)`

export interface SettledPart {
  readonly agencyId: string
  readonly part: string
  /** Those of a day in no order. */
  readonly answers: readonly DatedAnswer[]
}

/** The settled parts of these agencies that anybody answered, by agency and part. */
export async function listSettled(
  db: Queryable,
  round: Round,
  agencyIds: readonly string[],
): Promise<SettledPart[]> {
  const { roundId, agencyId, part, days, dayCounts, answers } = surveyAnswers
  const rows = await db
    .select({ agencyId, part, days, dayCounts, answers })
    .from(surveyAnswers)
    .where(
      and(
        ...[eq(roundId, round.id), sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`],
        isSettled(round),
      ),
    )
    .orderBy(agencyId, part)
  const byPart = Map.groupBy(rows, (row) => `${row.agencyId} ${row.part}`)
  return [...byPart.values()].flatMap((own) => {
    const [first] = own
    return first ? [{ agencyId: first.agencyId, part: first.part, answers: own.flatMap(splitMixed) }] : []
  })
}

/** How many answered on each day, the first first. */
export function countDays(answers: readonly DatedAnswer[]): Map<string, number> {
  const byDay = Map.groupBy(answers, ({ day }) => day)
  return new Map([...byDay.keys()].sort().map((day) => [day, byDay.get(day)?.length ?? 0]))
}
