/** What waits for a person at the agencies they have roles at, counted from their items in a round. */
import { and, count, eq, ne, sql } from 'drizzle-orm'
import type { Person } from '#base/actor.ts'
import { dayOf, daysBetween } from '#base/bangkok-day.ts'
import { isAllowed, type Place } from '#base/permission.ts'
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import {
  canAnswerItems,
  canApproveItems,
  canAssignItems,
  canExplainItems,
  canReviewItems,
  canSubmitItems,
} from './access.ts'
import { phaseClock } from './assessment/clocks.ts'
import { isDue, isLate } from './due.ts'
import type { ItemRow } from './enter.ts'
import { mapHoldingMarks } from './marks.ts'
import { isRevealed } from './reveal.ts'
import { disclosureAnswers, disclosureChecks, disclosureItems, disclosureLinks } from './tables.ts'
import { isOfLatestAnswer, ofItem } from './watching/asked-link.ts'

/** Nothing is counted that is not the person's to do. */
export interface AgencyToDo {
  readonly agency: OwnAgency
  /** Of items the person is in charge of; `soon` within seven days, and without the late ones. */
  readonly late: number
  readonly soon: number
  readonly returned: number
  readonly inReview: number
  /** Items found ready, of all; null where there is nothing to approve. */
  readonly toApprove: { readonly ready: number; readonly of: number } | null
  /** Items that nobody is in charge of. */
  readonly unassigned: number
  /** Links that do not open. */
  readonly failing: number
  /** All items of the set, once the last is approved. */
  readonly toSubmit: number
  readonly toExplain: number
  /** Until explaining closes; null where it has no close. */
  readonly daysToExplain: number | null
}

export interface AskedAgencies {
  readonly viewer: Person
  readonly now: Date
  readonly agencies: readonly OwnAgency[]
}

/** Of agencies that take part in the round, in the order given. */
export async function listAgencyToDos(
  db: Queryable,
  round: Round,
  { agencies: own, ...asked }: AskedAgencies,
): Promise<AgencyToDo[]> {
  if (round.isClosed || own.length === 0) return []
  const ids = own.map(({ id }) => id)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const known = {
    ...{ ...asked, round, of: framework.disclosureItems.length },
    calendar: await getCalendar(db, round, ids),
    rows: await listRows(db, round, ids),
    failing: await mapFailing(db, round, ids),
  }
  const places = await listPlaces(db, round, ids)
  const found = own.map(async (agency) => {
    const place = places.find(({ agencyId }) => agencyId === agency.id)
    return place ? [await countAt(db, agency, { ...known, place })] : []
  })
  return (await Promise.all(found)).flat()
}

/** Of those that take part. */
async function listPlaces(db: Queryable, { id }: Round, agencyIds: readonly string[]): Promise<Place[]> {
  return db
    .select({
      ...{ agencyId: agencies.id, type: agencies.typeCode },
      ...{ ministry: agencies.ministryCode, province: agencies.provinceCode },
    })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(and(eq(enrolments.roundId, id), sql`${agencies.id} = any(${sql.param([...agencyIds])}::uuid[])`))
}

interface Known {
  readonly viewer: Person
  readonly now: Date
  readonly round: Round
  /** The items of the year. */
  readonly of: number
  readonly calendar: Calendar
  readonly rows: readonly ItemRow[]
  readonly failing: ReadonlyMap<string, number>
}

async function listRows(db: Queryable, { id }: Round, agencyIds: readonly string[]): Promise<ItemRow[]> {
  const { roundId, agencyId } = disclosureItems
  const among = sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`
  return db
    .select()
    .from(disclosureItems)
    .where(and(eq(roundId, id), among))
}

async function mapFailing(db: Queryable, { id }: Round, agencyIds: readonly string[]) {
  const { agencyId, roundId } = disclosureAnswers
  const rows = await db
    .select({ agencyId, links: count() })
    .from(disclosureChecks)
    .innerJoin(disclosureLinks, eq(disclosureLinks.id, disclosureChecks.linkId))
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, disclosureLinks.answerId))
    .innerJoin(disclosureItems, ofItem)
    .where(
      and(
        eq(roundId, id),
        sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`,
        ne(disclosureItems.state, 'final'),
        isOfLatestAnswer,
        eq(disclosureChecks.isCurrent, true),
        sql`${disclosureChecks.report} ->> 'verdict' not in ('live', 'moved')`,
      ),
    )
    .groupBy(agencyId)
  return new Map(rows.map((row) => [row.agencyId, row.links]))
}

async function countAt(db: Queryable, agency: OwnAgency, known: At): Promise<AgencyToDo> {
  const at = { ...known, rows: known.rows.filter(({ agencyId }) => agencyId === agency.id) }
  const isAtWork = (['answer', 'approve'] as const).some((phase) => isOpen(at, phase))
  return {
    ...{ agency, ...none, ...(isAtWork && { ...countOwn(at), ...countLed(at) }) },
    ...(await countExplaining(db, at)),
  }
}

const none = {
  ...{ late: 0, soon: 0, returned: 0, inReview: 0, toApprove: null, unassigned: 0 },
  ...{ failing: 0, toSubmit: 0 },
}

interface At extends Known {
  readonly place: Place
}

/** A phase without days forbids nothing. */
function isOpen(
  { calendar, now, place: { agencyId } }: At,
  phase: 'answer' | 'approve' | 'clarify',
): boolean {
  const { state } = phaseState(calendar, { phase, now, agencyId })
  return state === 'open' || state === 'notScheduled'
}

function countOwn({ rows, viewer, now, place }: At) {
  const today = dayOf(now)
  const placeOf = ({ unitId }: ItemRow): Place => (unitId === null ? place : { ...place, unitId })
  const own = rows.filter(
    (row) => row.ownerId === viewer.id && isAllowed(viewer, canAnswerItems, placeOf(row)),
  )
  const inReview = rows.filter(
    (row) => row.state === 'inReview' && isAllowed(viewer, canReviewItems, placeOf(row)),
  )
  return {
    late: own.filter((row) => isLate(row, today)).length,
    soon: own.filter((row) => isDue(row, 'soon', today)).length,
    returned: own.filter(({ state }) => state === 'returned').length,
    inReview: inReview.length,
  }
}

function countLed({ rows, viewer, place, of, failing }: At) {
  const may = (permission: Parameters<typeof isAllowed>[1]) => isAllowed(viewer, permission, place)
  const countIn = (state: ItemRow['state']) => rows.filter((row) => row.state === state).length
  const [ready, approved] = [countIn('ready'), countIn('approved')]
  const taken = rows.filter(({ state, ownerId, unitId }) => state !== 'open' || ownerId || unitId).length
  const isCoordinating = may(canAssignItems)
  return {
    toApprove: ready > 0 && may(canApproveItems) ? { ready: ready + approved, of } : null,
    unassigned: isCoordinating ? of - taken : 0,
    failing: isCoordinating ? (failing.get(place.agencyId) ?? 0) : 0,
    toSubmit: approved === of && may(canSubmitItems) ? of : 0,
  }
}

async function countExplaining(
  db: Queryable,
  at: At,
): Promise<Pick<AgencyToDo, 'toExplain' | 'daysToExplain'>> {
  const { viewer, place, rows, of, calendar, now, round } = at
  const { agencyId } = place
  const nothing = { toExplain: 0, daysToExplain: null }
  if (!isAllowed(viewer, canExplainItems, place) || !isOpen(at, 'clarify')) return nothing
  const untouched = Array.from({ length: of - rows.length }, () => 'open' as const)
  const states = [...rows.map(({ state }) => state), ...untouched]
  if (!isRevealed({ calendar, now, states, agencyId })) return nothing
  const marks = await mapHoldingMarks(db, { roundId: round.id, agencyId })
  const lost = rows.filter(({ state, itemCode }) => state === 'assessed' && marks.get(itemCode)?.score === 0)
  const clock = phaseClock(calendar, { now, agencyId }, 'clarify')
  return { toExplain: lost.length, daysToExplain: clock && daysBetween(dayOf(now), clock.lastDay) }
}
