/** Counts answers: the only way they are ever read. Those of a part that still takes answers are sealed: nobody reads them. */
import { and, type Column, eq, sql } from 'drizzle-orm'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { Queryable } from '#platform/database.ts'
import { answerColumns, makeCounter } from './packed-answers.ts'
import { surveyAnswers, surveyParts } from './tables.ts'
import type { PartTally } from './tally.ts'

export interface CountedRound {
  readonly roundId: string
  readonly framework: Framework
  /** These agencies only; all of the round without it. */
  readonly agencyIds?: readonly string[]
}

/** The answers of one part of one agency laid end to end. */
export interface PackedPart {
  readonly agencyId: string
  readonly part: string
  readonly packed: string
}

/** The tallies by agency id, and for each agency by part. */
export async function countAnswers(
  db: Queryable,
  counted: CountedRound,
): Promise<Map<string, Record<string, PartTally>>> {
  return countParts(counted.framework, await listPackedParts(db, counted))
}

/** Reads what `countParts` counts, without open parts; apart from it, so that one may be done while the other goes on. */
export async function listPackedParts(
  db: Queryable,
  { roundId, agencyIds }: Omit<CountedRound, 'framework'>,
): Promise<PackedPart[]> {
  const among = (agencyId: Column) => agencyIds && sql`${agencyId} = any(${sql.param(agencyIds)}::uuid[])`
  const isOpen = and(
    eq(surveyParts.roundId, roundId),
    eq(surveyParts.isClosed, false),
    among(surveyParts.agencyId),
  )
  const isSealed = sql`(${surveyAnswers.agencyId}, ${surveyAnswers.part}) in (
    select ${surveyParts.agencyId}, ${surveyParts.part} from ${surveyParts} where ${isOpen}
  )`
  return db
    .select({
      agencyId: surveyAnswers.agencyId,
      part: surveyAnswers.part,
      packed: sql<string>`string_agg(${surveyAnswers.answers}, '')`,
    })
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.roundId, roundId), among(surveyAnswers.agencyId)))
    .groupBy(surveyAnswers.agencyId, surveyAnswers.part)
    .having(sql`not ${isSealed}`)
}

export function countParts(
  framework: Framework,
  rows: readonly PackedPart[],
): Map<string, Record<string, PartTally>> {
  const parts = new Set(rows.map(({ part }) => part))
  const counters = new Map(
    [...parts].map((part) => [part, makeCounter(answerColumns(framework, part) ?? [])] as const),
  )
  const byAgency = new Map<string, Record<string, PartTally>>()
  for (const { agencyId, part, packed } of rows) {
    const tally = counters.get(part)?.(packed)
    if (!tally) continue
    const tallies = byAgency.get(agencyId)
    if (tallies) tallies[part] = tally
    else byAgency.set(agencyId, { [part]: tally })
  }
  return byAgency
}
