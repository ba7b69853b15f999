/** What waits for somebody who assesses in a round, counted over the agencies within their reach. */
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Person } from '#base/actor.ts'
import { isAllowedSomewhere } from '#base/permission.ts'
import { agencies } from '#modules/registry/tables.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import { withinReach } from '#modules/surveys/reach.ts'
import type { Queryable } from '#platform/database.ts'
import { canAssessItems, canConfirmItems, canSettleItems } from '../access.ts'
import { diagram } from '../item-state.ts'
import { disclosureClaims, disclosureItems, disclosureMarks } from '../tables.ts'
import { listQueue } from './queue.ts'

export interface AskedToDo {
  readonly viewer: Person
  readonly now: Date
}

export interface AssessorToDo {
  /** Agencies the person holds with items that wait for their mark, and how many items that are. */
  readonly agencies: number
  readonly items: number
  /** Agencies with a seat that they may take. */
  readonly free: number
}

/** Null for those who do not assess. */
export async function findAssessorToDo(
  db: Queryable,
  round: Round,
  { viewer, now }: AskedToDo,
): Promise<AssessorToDo | null> {
  if (round.isClosed || !isAllowedSomewhere(viewer, canAssessItems)) return null
  const { fiscalYear } = round
  const free = { fiscalYear, filter: 'free', page: { number: 1, size: 1 }, now } as const
  return { ...(await countHeld(db, round, viewer)), free: (await listQueue(db, viewer, free)).total }
}

async function countHeld(db: Queryable, round: Round, { id }: Person) {
  const { roundId, agencyId, itemCode, state } = disclosureItems
  const marked = sql`exists (select 1 from ${disclosureMarks} mark where mark.round_id = ${roundId}
    and mark.agency_id = ${agencyId} and mark.item_code = ${itemCode} and mark.assessor_id = ${id})`
  const ofClaim = and(eq(roundId, disclosureClaims.roundId), eq(agencyId, disclosureClaims.agencyId))
  const [held] = await db
    .select({ agencies: sql<number>`(count(distinct ${agencyId}))::int`, items: count() })
    .from(disclosureClaims)
    .innerJoin(disclosureItems, ofClaim)
    .where(
      and(
        eq(disclosureClaims.roundId, round.id),
        eq(disclosureClaims.assessorId, id),
        isNull(disclosureClaims.releasedAt),
        sql`(${state} = 'submitted' or (${state} = 'markedOnce' and not ${marked}))`,
      ),
    )
  return held ?? { agencies: 0, items: 0 }
}

export interface LeadToDo {
  /** Items that two assessors marked differently. */
  readonly disputed: number
  /** Items that were explained and not judged again. */
  readonly explained: number
  /** Agencies whose scores can be confirmed now. */
  readonly toConfirm: number
}

/** Null for those who lead no assessment. */
export async function findLeadToDo(
  db: Queryable,
  round: Round,
  { viewer, now }: AskedToDo,
): Promise<LeadToDo | null> {
  if (round.isClosed || !isAllowedSomewhere(viewer, canSettleItems)) return null
  const { agencyId, roundId, state } = disclosureItems
  const confirmable = diagram.confirm.map(([from]) => from)
  const each = db
    .select({
      disputed: sql<number>`count(*) filter (where ${state} = 'disputed')`.as('disputed'),
      explained: sql<number>`count(*) filter (where ${state} = 'explained')`.as('explained'),
      isScored: sql<boolean>`bool_or(${state} in ('assessed', 'remarked'))
        and bool_and(${state} = any(${sql.param([...confirmable, 'final'])}::text[]))`.as('is_scored'),
    })
    .from(disclosureItems)
    .innerJoin(agencies, eq(agencies.id, agencyId))
    .where(and(eq(roundId, round.id), withinReach(viewer, canConfirmItems)))
    .groupBy(agencyId)
    .as('each')
  const [sums] = await db
    .select({
      disputed: sql<number>`coalesce(sum(${each.disputed}), 0)::int`,
      explained: sql<number>`coalesce(sum(${each.explained}), 0)::int`,
      scored: sql<number>`(count(*) filter (where ${each.isScored}))::int`,
    })
    .from(each)
  const { scored = 0, ...counts } = sums ?? { disputed: 0, explained: 0 }
  return { ...counts, toConfirm: (await mayConfirm(db, round, now)) ? scored : 0 }
}

/** As the calendar of all says; an agency with more time to explain is refused when it comes to it. */
async function mayConfirm(db: Queryable, round: Round, now: Date): Promise<boolean> {
  const calendar = await getCalendar(db, round)
  const { state } = phaseState(calendar, { phase: 'confirm', now })
  const clarify = phaseState(calendar, { phase: 'clarify', now })
  return (state === 'open' || state === 'notScheduled') && clarify.state !== 'open'
}
