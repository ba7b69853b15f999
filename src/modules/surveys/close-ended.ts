/** Closes every part whose time is over, as the calendar says: for a clock to call, again and again. */
import { eq } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import { agencies } from '#modules/registry/tables.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { closePart } from './close-part.ts'
import { surveyParts } from './tables.ts'
import type { WaitingRoom } from './waiting-room.ts'

const clock: Actor = { kind: 'system', name: 'calendar' }

/** How many were closed. Each part is an act of its own; one that somebody else closes meanwhile is passed over. */
export async function closeEndedParts(doorway: Doorway, room: WaitingRoom): Promise<number> {
  const db = doorway.database.query
  let closed = 0
  for (const round of (await listRounds(db)).filter(({ isClosed }) => !isClosed)) {
    for (const { agencyCode, part } of await listEnded(db, round, doorway.clock())) {
      const { fiscalYear } = round
      const closing = act(doorway, clock, (context) =>
        closePart(context, { fiscalYear, agencyCode, part, room }),
      )
      closed += await closing.then(() => 1, ignoreClosed)
    }
  }
  return closed
}

async function listEnded(db: Queryable, round: Round, now: Date) {
  const open = (await listOpenParts(db, round)).map((row) => ({ ...row, agencyCode: row.code }))
  const calendar = await getCalendar(
    db,
    round,
    open.map(({ agencyId }) => agencyId),
  )
  return open.filter(
    ({ agencyId }) => phaseState(calendar, { phase: 'collect', agencyId, now }).state === 'closed',
  )
}

/** Parts that still take answers, or will. */
export async function listOpenParts(
  db: Queryable,
  round: Round,
): Promise<{ readonly agencyId: string; readonly code: string; readonly part: string }[]> {
  const rows = await db
    .select({
      ...{ agencyId: surveyParts.agencyId, code: agencies.code, part: surveyParts.part },
      isClosed: surveyParts.isClosed,
    })
    .from(surveyParts)
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .where(eq(surveyParts.roundId, round.id))
    .orderBy(agencies.codeKey, surveyParts.part)
  return rows.filter(({ isClosed }) => !isClosed)
}

function ignoreClosed(error: unknown): 0 {
  if (error instanceof Problem && error.kind === 'closed') return 0
  throw error
}
