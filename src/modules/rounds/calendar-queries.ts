/** Reads of a round's calendar: the phases of its framework with the dates and extensions that hold. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { lastDayBefore } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Calendar, CalendarPhase, Extension, PhaseId } from './calendar.ts'
import type { Round } from './round.ts'
import { roundExtensions, roundPhases } from './tables.ts'

/** With the extensions of those agencies only that are named. */
export async function getCalendar(
  db: Queryable,
  round: Round,
  agencyIds: readonly string[] = [],
): Promise<Calendar> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const dated = await db
    .selectDistinctOn([roundPhases.phase])
    .from(roundPhases)
    .where(eq(roundPhases.roundId, round.id))
    .orderBy(roundPhases.phase, desc(roundPhases.at), desc(roundPhases.id))
  const phases = framework.phases.map(({ id, name }) => {
    const dates = dated.find(({ phase }) => phase === id)
    return { phase: id, name, opensAt: dates?.opensAt ?? null, closesAt: dates?.closesAt ?? null }
  })
  return { phases, extensions: await findExtensions(db, round, agencyIds) }
}

/** Throws `round.phaseUnknown`, naming the phases there are. */
export async function getCalendarPhase(db: Queryable, round: Round, phase: string): Promise<CalendarPhase> {
  const { phases } = await getCalendar(db, round)
  const found = phases.find((one) => one.phase === phase)
  if (found) return found
  const known = phases.map((one) => one.phase).join(', ')
  throw new Problem('notFound', 'round.phaseUnknown', { phase, year: round.fiscalYear, phases: known })
}

/** Whether somebody set days of the phase for this round, beside those that its framework brought. */
export async function isScheduledAnew(db: Queryable, round: Round, phase: PhaseId): Promise<boolean> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const brought = framework.phases.filter(
    ({ id, opensOn, closesOn }) => id === phase && (opensOn !== null || closesOn !== null),
  )
  const ofPhase = and(eq(roundPhases.roundId, round.id), eq(roundPhases.phase, phase))
  return (await db.$count(roundPhases, ofPhase)) > brought.length
}

async function findExtensions(
  db: Queryable,
  round: Round,
  agencyIds: readonly string[],
): Promise<Extension[]> {
  if (agencyIds.length === 0) return []
  const { phase, agencyId, until, at, id } = roundExtensions
  return db
    .selectDistinctOn([phase, agencyId], { phase, agencyId, until })
    .from(roundExtensions)
    .where(
      and(
        eq(roundExtensions.roundId, round.id),
        sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`,
      ),
    )
    .orderBy(phase, agencyId, desc(at), desc(id))
}

export interface ExtensionListing {
  readonly agency: string
  readonly phase: PhaseId
  /** The last day it holds. */
  readonly until: string
  readonly reason: string
}

/** Every extension of a round that holds, by agency code and phase. */
export async function listExtensions(db: Queryable, round: Round): Promise<ExtensionListing[]> {
  const { phase, agencyId, until, reason, at, id, roundId } = roundExtensions
  const rows = await db
    .selectDistinctOn([agencies.codeKey, phase], { agency: agencies.code, phase, until, reason })
    .from(roundExtensions)
    .innerJoin(agencies, eq(agencies.id, agencyId))
    .where(eq(roundId, round.id))
    .orderBy(agencies.codeKey, phase, desc(at), desc(id))
  return rows.map((row) => ({ ...row, until: lastDayBefore(row.until) }))
}
