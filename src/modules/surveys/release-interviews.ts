/** Lets interviews go that were held for review: mixed with each other, stored, and from then on without a way back. */
import { sql } from 'drizzle-orm'
import { dayOf } from '#base/bangkok-day.ts'
import type { Doorway } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { heldSince } from './interview.ts'
import { addAnswers } from './move-waiting.ts'
import type { WaitingRoom } from './waiting-room.ts'

/** Every part in which enough interviews were held long enough; how many interviews were let go. */
export async function releaseReviewed({ database, clock }: Doorway, room: WaitingRoom): Promise<number> {
  const now = clock()
  const { rows } = await database.query.execute<{ partId: string }>(sql`
    select part_id as "partId" from interviews where sealed is not null and received_at <= ${heldSince(now).toISOString()}
    group by part_id having count(*) >= ${room.group}
  `)
  let released = 0
  for (const { partId } of rows) {
    released += await database.query.transaction((transaction) =>
      releasePart(transaction, room, { partId, now }),
    )
  }
  return released
}

interface Releasing {
  readonly partId: string
  readonly now: Date
}

/** The part's lock keeps a close and a sending back apart from it. */
async function releasePart(
  transaction: Queryable,
  room: WaitingRoom,
  { partId, now }: Releasing,
): Promise<number> {
  const { rows: parts } = await transaction.execute(
    sql`select id from survey_parts where id = ${partId} and not is_closed for update`,
  )
  if (parts.length === 0) return 0
  const { rows } = await transaction.execute<{ ready: number }>(sql`
    select count(*)::int as ready from interviews
    where part_id = ${partId} and sealed is not null and received_at <= ${heldSince(now).toISOString()}
  `)
  if ((rows[0]?.ready ?? 0) < room.group) return 0
  const day = dayOf(now)
  const held = await takeHeld(transaction, room, { partId, until: heldSince(now) })
  await addAnswers(
    transaction,
    partId,
    held.map((packed) => ({ day, packed })),
  )
  return held.length
}

interface Taking {
  readonly partId: string
  /** Those received up to then; all of them where left out. */
  readonly until?: Date
}

/** Opens what is held of a locked part and empties it there; the ledger keeps that an interview came, and no more. */
export async function takeHeld(
  transaction: Queryable,
  room: WaitingRoom,
  { partId, until }: Taking,
): Promise<string[]> {
  const isDue = until ? sql`and received_at <= ${until.toISOString()}` : sql``
  const { rows } = await transaction.execute<{ sealed: Buffer }>(sql`
    with held as (
      select key_hash, sealed from interviews where part_id = ${partId} and sealed is not null ${isDue} for update
    ), emptied as (
      update interviews set sealed = null, received_at = null, seconds = null
      where key_hash in (select key_hash from held)
    )
    select sealed from held
  `)
  return rows.map(({ sealed }) => room.open(sealed))
}

/**
 * When a part closes nobody is called any more, and its ledger is written anew by the hashes of the keys: which
 * interviews were let go together is gone.
 */
export async function settleInterviews(transaction: Queryable, partId: string): Promise<void> {
  await transaction.execute(sql`
    delete from call_list_entries
    where assignment_id in (select id from interview_assignments where part_id = ${partId})
  `)
  await transaction.execute(sql`
    with taken as (delete from interviews where part_id = ${partId} returning *)
    insert into interviews select * from taken order by key_hash
  `)
}
