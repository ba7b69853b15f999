/** The agencies that handed items in, for assessors: a page at a time, as far as their roles reach. */
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { isAllowedSomewhere, refusalOf } from '#base/permission.ts'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { canSeeAssessment } from '../access.ts'
import type { ItemState } from '../item-state.ts'
import { disclosureItems } from '../tables.ts'
import { type Claim, isMarkedTwice, listClaims } from './claims.ts'
import { type Clock, nearestClock } from './clocks.ts'
import { type Conflict, conflictWith, type Ties } from './conflict.ts'
import { type AgencyRow, handedIn, selectPage } from './queue-page.ts'
import { getTies } from './ties.ts'

/** Held by the viewer; with a seat the viewer may take; with items of that state; everything handed in. */
export const queueFilters = ['mine', 'free', 'all', 'disputed', 'explained'] as const
export type QueueFilter = (typeof queueFilters)[number]

export interface QueueQuery {
  readonly fiscalYear: number
  readonly filter: QueueFilter
  /** Part of a name or of the code. */
  readonly search?: string | undefined
  /** From 1. */
  readonly page: { readonly number: number; readonly size: number }
  readonly now: Date
}

export interface QueueCounts {
  /** Handed in, whatever became of them. */
  readonly submitted: number
  /** Without the mark, or one of the two marks, that they need. */
  readonly toMark: number
  /** With all the marks they need. */
  readonly marked: number
  readonly disputed: number
  /** Explained and not yet marked again. */
  readonly explained: number
  readonly final: number
}

export interface QueuedAgency extends AgencyRow {
  readonly counts: QueueCounts
  /** Who holds it and since when, by seat. */
  readonly claims: readonly Claim[]
  readonly isMine: boolean
  /** Why the viewer may never take it; null where nothing stands against it. */
  readonly conflict: Conflict | null
  /** A seat is free, and nothing stands against the viewer taking it. */
  readonly mayClaim: boolean
  /** Since when its oldest explanation waits; null where none does. */
  readonly explainedSince: Date | null
  /** The next close that matters to assessors. */
  readonly clock: Clock | null
}

export interface Queue {
  readonly agencies: readonly QueuedAgency[]
  /** How many there are on all pages. */
  readonly total: number
  readonly isDouble: boolean
}

/** By Thai name; explained ones with the longest wait first. Throws `round.notFound` or `access.refused`. */
export async function listQueue(db: Queryable, viewer: Actor, query: QueueQuery): Promise<Queue> {
  if (!isAllowedSomewhere(viewer, canSeeAssessment)) throw refusalOf(viewer, canSeeAssessment)
  const round = await getRound(db, query.fiscalYear)
  const isDouble = await isMarkedTwice(db, round.id)
  const viewerId = viewer.kind === 'person' ? viewer.id : null
  const { rows, total } = await selectPage(db, { round, isDouble, viewer }, query)
  const ids = rows.map(({ agencyId }) => agencyId)
  const known: Known = {
    ...{ isDouble, viewerId, now: query.now },
    standings: await mapStandings(db, round, ids),
    claims: await listClaims(db, { roundId: round.id, agencyIds: ids }),
    calendar: await getCalendar(db, round, ids),
    ties: viewerId === null ? { grants: [], listings: [] } : await getTies(db, viewerId),
  }
  return { agencies: rows.map((row) => describe(row, known)), total, isDouble }
}

interface Standing {
  readonly counts: QueueCounts
  readonly explainedSince: Date | null
}

async function mapStandings(
  db: Queryable,
  round: Round,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const { agencyId, state, stateAt, roundId } = disclosureItems
  const countOf = (...states: ItemState[]) =>
    sql<number>`(count(*) filter (where ${state} = any(${sql.param(states)}::text[])))::int`
  const rows = await db
    .select({
      agencyId,
      submitted: countOf(...handedIn),
      toMark: countOf('submitted', 'markedOnce'),
      marked: countOf('assessed', 'explained', 'remarked', 'final'),
      disputed: countOf('disputed'),
      explained: countOf('explained'),
      final: countOf('final'),
      explainedSince: sql`min(${stateAt}) filter (where ${state} = 'explained')`.mapWith(stateAt),
    })
    .from(disclosureItems)
    .where(and(eq(roundId, round.id), sql`${agencyId} = any(${sql.param([...ids])}::uuid[])`))
    .groupBy(agencyId)
  return new Map(
    rows.map(({ agencyId: id, explainedSince: since, ...counts }) => [id, { counts, explainedSince: since }]),
  )
}

interface Known {
  readonly viewerId: string | null
  readonly isDouble: boolean
  readonly now: Date
  readonly standings: ReadonlyMap<string, Standing>
  readonly claims: readonly Claim[]
  readonly calendar: Calendar
  readonly ties: Ties
}

const none: QueueCounts = { submitted: 0, toMark: 0, marked: 0, disputed: 0, explained: 0, final: 0 }

function describe(row: AgencyRow, known: Known): QueuedAgency {
  const { agencyId } = row
  const { viewerId, isDouble, calendar, now } = known
  const { counts, explainedSince: since } = known.standings.get(agencyId) ?? {
    counts: none,
    explainedSince: null,
  }
  const claims = known.claims.filter((claim) => claim.agencyId === agencyId)
  const isMine = claims.some(({ assessorId }) => assessorId === viewerId)
  const conflict = conflictWith(agencyId, known.ties)
  const isFree = claims.length < (isDouble ? 2 : 1) && counts.submitted > counts.final
  return {
    ...row,
    ...{ counts, claims, isMine, conflict, explainedSince: since },
    mayClaim: viewerId !== null && isFree && !isMine && conflict === null,
    clock: nearestClock(calendar, { agencyId, now }),
  }
}
