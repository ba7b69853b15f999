/** Reads a round as the public is shown it: its framework, how many take part, and its calendar today. */
import type { Queryable } from '#platform/database.ts'
import { getCalendar } from './calendar-queries.ts'
import { countEnrolled, getRound, listRounds } from './queries.ts'
import type { Round } from './round.ts'
import { makeTimetable, type TimetableEntry } from './timetable.ts'

export interface RoundOverview {
  readonly fiscalYear: number
  readonly frameworkHash: string
  readonly isClosed: boolean
  readonly enrolledCount: number
  readonly timetable: readonly TimetableEntry[]
}

/** Throws `round.notFound`. */
export async function getRoundOverview(
  db: Queryable,
  { fiscalYear, now }: { readonly fiscalYear: number; readonly now: Date },
): Promise<RoundOverview> {
  return describe(db, await getRound(db, fiscalYear), now)
}

/** Every round, the newest year first. */
export async function listRoundOverviews(db: Queryable, now: Date): Promise<RoundOverview[]> {
  const overviews: RoundOverview[] = []
  for (const round of await listRounds(db)) overviews.push(await describe(db, round, now))
  return overviews
}

async function describe(db: Queryable, round: Round, now: Date): Promise<RoundOverview> {
  const { fiscalYear, frameworkHash, isClosed } = round
  const enrolledCount = await countEnrolled(db, round)
  const timetable = makeTimetable(await getCalendar(db, round), { isClosed, now })
  return { fiscalYear, frameworkHash, isClosed, enrolledCount, timetable }
}
