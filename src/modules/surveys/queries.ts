/** Counts answers: the only way they are ever read. */
import { and, eq, sql } from 'drizzle-orm'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { Queryable } from '#platform/database.ts'
import { answerColumns, makeCounter } from './packed-answers.ts'
import { surveyAnswers } from './tables.ts'
import type { PartTally } from './tally.ts'

export interface CountedRound {
  readonly roundId: string
  readonly framework: Framework
  /** One agency only; all of the round without it. */
  readonly agencyId?: string
}

/** The tallies by agency id, and for each agency by part. */
export async function countAnswers(
  db: Queryable,
  { roundId, framework, agencyId }: CountedRound,
): Promise<Map<string, Record<string, PartTally>>> {
  const rows = agencyId
    ? await selectPacked(db, roundId, agencyId)
    : await withoutIndexScan(db, (transaction) => selectPacked(transaction, roundId))
  const parts = new Set(rows.map(({ part }) => part))
  const counters = new Map(
    [...parts].map((part) => [part, makeCounter(answerColumns(framework, part) ?? [])] as const),
  )
  const counted = new Map<string, Record<string, PartTally>>()
  for (const { agencyId: id, part, packed } of rows) {
    const tally = counters.get(part)?.(packed)
    if (!tally) continue
    const tallies = counted.get(id)
    if (tallies) tallies[part] = tally
    else counted.set(id, { [part]: tally })
  }
  return counted
}

/** The answers of each agency and part laid end to end, which PostgreSQL does with several processes at once. */
function selectPacked(db: Queryable, roundId: string, agencyId?: string) {
  return db
    .select({
      agencyId: surveyAnswers.agencyId,
      part: surveyAnswers.part,
      packed: sql<Buffer>`string_agg(${surveyAnswers.answers}, ''::bytea)`,
    })
    .from(surveyAnswers)
    .where(
      and(eq(surveyAnswers.roundId, roundId), agencyId ? eq(surveyAnswers.agencyId, agencyId) : undefined),
    )
    .groupBy(surveyAnswers.agencyId, surveyAnswers.part)
}

/** A whole round is read twice as fast row by row as through the index, which the planner prefers for its order. */
function withoutIndexScan<T>(db: Queryable, read: (transaction: Queryable) => Promise<T>): Promise<T> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`set local enable_indexscan = off`)
    const answer = await read(transaction)
    await transaction.execute(sql`set local enable_indexscan = on`)
    return answer
  })
}
