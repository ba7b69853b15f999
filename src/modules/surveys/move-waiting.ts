/** Moves waiting answers on, once enough have come to be mixed: opened, in a new random order, without their keys. */
import { sql } from 'drizzle-orm'
import { dayOf } from '#base/bangkok-day.ts'
import type { Queryable } from '#platform/database.ts'
import { type DatedAnswer, mixAnswers } from './mixed-answers.ts'
import type { WaitingRoom } from './waiting-room.ts'

/** As much as is opened without a pause. */
const mostAtOnce = 500

interface Waiting {
  readonly id: string
  readonly sealed: Buffer
}

/** The parts in which enough answers wait. */
export async function listReadyParts(db: Queryable, room: WaitingRoom): Promise<string[]> {
  const { rows } = await db.execute<{ partId: string }>(sql`
    select part_id as "partId" from waiting_answers group by part_id having count(*) >= ${room.group}
  `)
  return rows.map(({ partId }) => partId)
}

/**
 * In a transaction of its own: how many answers of the part moved, none where fewer wait than make a group. The day
 * they bear is that of the move, which no fewer share. Those another server has in hand are passed over.
 */
export async function moveWaiting(
  transaction: Queryable,
  room: WaitingRoom,
  { partId, now }: { readonly partId: string; readonly now: Date },
): Promise<number> {
  const { rows } = await transaction.execute<Waiting & Record<string, unknown>>(sql`
    select id, sealed from waiting_answers where part_id = ${partId}
    order by id limit ${mostAtOnce} for update skip locked
  `)
  if (rows.length < room.group) return 0
  const day = dayOf(now)
  const answers = rows.map(({ sealed }) => ({ day, packed: room.open(sealed) }))
  await transaction.execute(sql`
    delete from waiting_answers
    where part_id = ${partId} and id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])
  `)
  await addAnswers(transaction, partId, answers)
  return rows.length
}

/** What order they were given in tells nothing any more. */
export async function addAnswers(
  transaction: Queryable,
  partId: string,
  given: readonly DatedAnswer[],
): Promise<void> {
  if (given.length === 0) return
  const { days, dayCounts, answers } = mixAnswers(given)
  await transaction.execute(sql`
    insert into survey_answers (id, round_id, agency_id, part, respondents, days, day_counts, answers)
    select gen_random_uuid(), round_id, agency_id, part, ${given.length}::int,
      ${sql.param(days)}::date[], ${sql.param(dayCounts)}::int[], ${answers}::text
    from survey_parts where id = ${partId}
  `)
}
