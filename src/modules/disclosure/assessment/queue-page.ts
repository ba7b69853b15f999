/** Which agencies belong on a page of the assessors' queue: cut by what is asked for, and put in order. */
import { and, eq, exists, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#base/actor.ts'
import type { Words } from '#base/words.ts'
import { agencyMatches, byThaiName } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Round } from '#modules/rounds/round.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import { withinReach } from '#modules/surveys/reach.ts'
import type { Queryable } from '#platform/database.ts'
import { canSeeAssessment } from '../access.ts'
import type { ItemState } from '../item-state.ts'
import { disclosureClaims, disclosureItems } from '../tables.ts'
import type { QueueFilter, QueueQuery } from './queue.ts'

export interface AgencyRow {
  readonly agencyId: string
  readonly code: string
  readonly name: Words
}

export const handedIn: readonly ItemState[] = [
  'submitted',
  'markedOnce',
  'disputed',
  'assessed',
  'explained',
  'remarked',
  'final',
]

/** Final ones are done: there is nothing left to take. */
const claimable = handedIn.filter((state) => state !== 'final')

export interface QueueOf {
  readonly round: Round
  readonly isDouble: boolean
  readonly viewer: Actor
}

/** The total is of all pages. */
export async function selectPage(
  db: Queryable,
  of: QueueOf,
  query: QueueQuery,
): Promise<{ readonly rows: AgencyRow[]; readonly total: number }> {
  const { filter, page } = query
  const waiting = selectWaiting(db)
  const where = and(
    eq(enrolments.roundId, of.round.id),
    withinReach(of.viewer, canSeeAssessment),
    query.search?.trim() ? agencyMatches(query.search) : undefined,
    filterOf(db, filter, of),
  )
  const names = { code: agencies.code, nameTh: agencies.nameTh, nameEn: agencies.nameEn }
  const all = db
    .select({ agencyId: agencies.id, ...names, total: sql<number>`(count(*) over ())::int` })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .$dynamic()
  const ofThese = and(eq(waiting.roundId, enrolments.roundId), eq(waiting.agencyId, enrolments.agencyId))
  const found = await (filter === 'explained' ? all.innerJoin(waiting, ofThese) : all)
    .where(where)
    .orderBy(...(filter === 'explained' ? [waiting.since] : []), byThaiName, agencies.codeKey)
    .limit(page.size)
    .offset((page.number - 1) * page.size)
  const rows = found.map(({ agencyId, code, nameTh: th, nameEn: en }) => ({
    agencyId,
    code,
    name: { th, en },
  }))
  const isPastTheLast = found.length === 0 && page.number > 1
  if (!isPastTheLast) return { rows, total: found[0]?.total ?? 0 }
  const { total } = await selectPage(db, of, { ...query, page: { number: 1, size: 1 } })
  return { rows, total }
}

function filterOf(db: Queryable, filter: QueueFilter, { viewer, isDouble }: QueueOf): SQL | undefined {
  // Those that explained are joined with since when.
  if (filter === 'explained') return undefined
  if (filter === 'disputed') return hasItems(db, ['disputed'])
  if (filter === 'all') return hasItems(db, handedIn)
  const own = viewer.kind === 'person' ? eq(disclosureClaims.assessorId, viewer.id) : sql`false`
  if (filter === 'mine') return exists(selectHeld(db, own))
  const taken = isDouble ? selectBothHeld(db) : selectHeld(db, undefined)
  return and(hasItems(db, claimable), notExists(taken), notExists(selectHeld(db, own)))
}

const heldHere = and(
  eq(disclosureClaims.roundId, enrolments.roundId),
  eq(disclosureClaims.agencyId, enrolments.agencyId),
  isNull(disclosureClaims.releasedAt),
)

function selectHeld(db: Queryable, further: SQL | undefined) {
  return db.select({ seat: disclosureClaims.seat }).from(disclosureClaims).where(and(heldHere, further))
}

function selectBothHeld(db: Queryable) {
  const second = alias(disclosureClaims, 'second')
  const { roundId, agencyId, seat } = disclosureClaims
  const beside = and(eq(second.roundId, roundId), eq(second.agencyId, agencyId), isNull(second.releasedAt))
  return db
    .select({ seat })
    .from(disclosureClaims)
    .innerJoin(second, and(beside, eq(second.seat, 2)))
    .where(and(heldHere, eq(seat, 1)))
}

function hasItems(db: Queryable, states: readonly ItemState[]): SQL {
  const { roundId, agencyId, state } = disclosureItems
  return exists(
    db
      .select({ state })
      .from(disclosureItems)
      .where(
        and(
          eq(roundId, enrolments.roundId),
          eq(agencyId, enrolments.agencyId),
          sql`${state} = any(${sql.param([...states])}::text[])`,
        ),
      ),
  )
}

/** Agencies with items that are explained and not yet marked again, and since when the oldest of them waits. */
function selectWaiting(db: Queryable) {
  const { roundId, agencyId, state, stateAt } = disclosureItems
  return db
    .select({ roundId, agencyId, since: sql<Date>`min(${stateAt})`.as('since') })
    .from(disclosureItems)
    .where(eq(state, 'explained'))
    .groupBy(roundId, agencyId)
    .as('waiting')
}
