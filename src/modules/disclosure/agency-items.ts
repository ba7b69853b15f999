/** The way into every read of an agency's items: the round and the agency found, the reader let in, the items they may see. */
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { isAllowed, refusalOf } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { type EnrolledPlace, getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { type PhaseStanding, phaseState } from '#modules/rounds/phase.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { canSeeItems } from './access.ts'
import type { ItemRow } from './enter.ts'
import type { ItemState } from './item-state.ts'
import { isRevealed, shownState } from './reveal.ts'
import { disclosureItems, disclosureSteps } from './tables.ts'

export interface ReadAgency {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly now: Date
}

/** An item of the year as the agency sees it. */
export interface ReadItem extends Pick<ItemRow, 'state' | 'unitId' | 'ownerId' | 'dueOn'> {
  readonly item: DisclosureItem
  /** Since when it is in that state; null where nobody has touched it. */
  readonly stateAt: Date | null
  /** The state it truly is in: not to be shown. */
  readonly keptState: ItemState
}

export interface AgencyItems {
  readonly round: Round
  readonly place: EnrolledPlace
  readonly name: Words
  readonly website: string | null
  readonly framework: Framework
  /** With the agency's own extensions. */
  readonly calendar: Calendar
  readonly isRevealed: boolean
  /** Those the reader may see, in the order of the year. */
  readonly items: readonly ReadItem[]
}

/**
 * A reader with a role in a unit sees the items of that unit. Throws `round.notFound`, `round.notEnrolled`,
 * `access.refused` or `access.signInFirst`.
 */
export async function readAgencyItems(db: Queryable, actor: Actor, read: ReadAgency): Promise<AgencyItems> {
  const round = await getRound(db, read.fiscalYear)
  const place = await getEnrolledPlace(db, round, read.agencyCode)
  const mayRead = readerOf(actor, place)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const calendar = await getCalendar(db, round, [place.agencyId])
  const key = { roundId: round.id, agencyId: place.agencyId }
  const rows = await mapItemRows(db, key)
  const handedIn = await mapHandedIn(db, key)
  const all = framework.disclosureItems.map((item) => ({ item, row: rows.get(item.code) }))
  const states = all.map(({ row }) => row?.state ?? 'open')
  const revealed = isRevealed({ calendar, agencyId: place.agencyId, now: read.now, states })
  const items = all.map(({ item, row }) => readItem(item, row, { revealed, handedIn }))
  return {
    ...{ round, place, framework, calendar, isRevealed: revealed, ...(await nameOf(db, place.agencyId)) },
    items: items.filter(mayRead),
  }
}

type ItemKeyOfAgency = Pick<ItemRow, 'roundId' | 'agencyId'>

/** Which items the actor may see. Throws where there can be none. */
function readerOf(actor: Actor, place: EnrolledPlace): (item: Pick<ReadItem, 'unitId'>) => boolean {
  if (isAllowed(actor, canSeeItems, place)) return () => true
  const grants = actor.kind === 'person' ? actor.grants : []
  const unitIds = grants.flatMap(({ scope }) =>
    scope.kind === 'unit' && isAllowed(actor, canSeeItems, { ...place, unitId: scope.unitId })
      ? [scope.unitId]
      : [],
  )
  if (unitIds.length === 0) throw refusalOf(actor, canSeeItems)
  return ({ unitId }) => unitId !== null && unitIds.includes(unitId)
}

/** By item code; items that nobody has touched are left out. */
export async function mapItemRows(
  db: Queryable,
  { roundId, agencyId }: ItemKeyOfAgency,
): Promise<Map<string, ItemRow>> {
  const rows = await db
    .select()
    .from(disclosureItems)
    .where(and(eq(disclosureItems.roundId, roundId), eq(disclosureItems.agencyId, agencyId)))
  return new Map(rows.map((row) => [row.itemCode, row]))
}

/** When each item was handed in: since then it is "submitted" to the agency, whatever assessors do. */
async function mapHandedIn(db: Queryable, key: ItemKeyOfAgency): Promise<Map<string, Date>> {
  const { itemCode, at, roundId, agencyId, act } = disclosureSteps
  const rows = await db
    .select({ itemCode, at: sql<Date>`max(${at})`.mapWith(at) })
    .from(disclosureSteps)
    .where(and(eq(roundId, key.roundId), eq(agencyId, key.agencyId), eq(act, 'submit')))
    .groupBy(itemCode)
  return new Map(rows.map((row) => [row.itemCode, row.at]))
}

interface Known {
  readonly revealed: boolean
  readonly handedIn: ReadonlyMap<string, Date>
}

function readItem(item: DisclosureItem, row: ItemRow | undefined, { revealed, handedIn }: Known): ReadItem {
  const keptState = row?.state ?? 'open'
  const state = shownState(keptState, revealed)
  const stateAt = state === keptState ? row?.stateAt : handedIn.get(item.code)
  const { unitId = null, ownerId = null, dueOn = null } = row ?? {}
  return { item, keptState, state, stateAt: stateAt ?? null, unitId, ownerId, dueOn }
}

export type Standings = Readonly<Record<'answer' | 'approve' | 'clarify', PhaseStanding>>

/** The phases of the agency's work, its own extensions counted in. */
export function standingsOf({ calendar, place: { agencyId } }: AgencyItems, now: Date): Standings {
  const standing = (phase: keyof Standings) => phaseState(calendar, { phase, agencyId, now })
  return { answer: standing('answer'), approve: standing('approve'), clarify: standing('clarify') }
}

async function nameOf(db: Queryable, agencyId: string) {
  const [row] = await db
    .select({ th: agencies.nameTh, en: agencies.nameEn, website: agencies.website })
    .from(agencies)
    .where(eq(agencies.id, agencyId))
  const { th = '', en = '', website = null } = row ?? {}
  return { name: { th, en }, website }
}
