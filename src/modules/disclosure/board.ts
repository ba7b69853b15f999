/** The board of an agency's items: each with its state, who is in charge of it, what was answered and what the checker found. */
import { and, count, desc, eq } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import type { Place } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import { mapAccountNames } from '#modules/accounts/queries.ts'
import type { Unit } from '#modules/registry/unit.ts'
import { listUnits } from '#modules/registry/unit-list.ts'
import type { Queryable } from '#platform/database.ts'
import {
  type AgencyItems,
  type ReadAgency,
  type ReadItem,
  readAgencyItems,
  type Standings,
  standingsOf,
} from './agency-items.ts'
import { type Answer, type AnsweredLink, mapLatestAnswers } from './answers.ts'
import { type DueKind, isDue, isLate } from './due.ts'
import { type ItemElement, viewElements } from './element.ts'
import { titleOf } from './item.ts'
import { type ItemState, itemStates } from './item-state.ts'
import { type HoldingMark, mapHoldingMarks } from './marks.ts'
import { listOwners, type Owner } from './owners.ts'
import { isScoreShown } from './reveal.ts'
import { disclosureComments, disclosureShowings } from './tables.ts'
import { mapWorth, writePoints } from './worth.ts'

export interface BoardFilter {
  /** Null for items that have none. */
  readonly unitId?: string | null | undefined
  readonly ownerId?: string | null | undefined
  /** As it is shown. */
  readonly state?: ItemState | undefined
  readonly due?: DueKind | undefined
}

export interface BoardItem {
  /** The year's code, such as `o26`. */
  readonly code: string
  /** The same over the years. */
  readonly id: string
  readonly title: Words
  readonly subIndicator: string
  /** Those that an agency of this type must meet. */
  readonly elements: readonly ItemElement[]
  readonly state: ItemState
  /** Null where nobody has touched it. */
  readonly stateAt: Date | null
  readonly unit: { readonly id: string; readonly name: Words } | null
  /** The name is null where the account is gone. */
  readonly owner: { readonly id: string; readonly name: string | null } | null
  /** A day such as 2025-06-30. */
  readonly dueOn: string | null
  readonly isLate: boolean
  /** Null where it was not answered. */
  readonly has: boolean | null
  readonly links: readonly AnsweredLink[]
  readonly comments: number
  /** Of the 100 points of the instrument, with two decimals. */
  readonly points: string
  /** Null until scores are shown to the agency. */
  readonly score: number | null
}

export interface Board {
  readonly fiscalYear: number
  readonly isRoundClosed: boolean
  readonly agency: { readonly id: string; readonly code: string; readonly name: Words }
  /** The agency's own extensions are counted in. */
  readonly phases: Standings
  /** Where it stands as far as permissions go. */
  readonly place: Place
  readonly isRevealed: boolean
  /** Of all items the reader may see, whatever is filtered. */
  readonly counts: Readonly<Record<ItemState, number>>
  readonly total: number
  /** In the order of the year, as filtered. */
  readonly items: readonly BoardItem[]
  /** Whom and where items may be assigned to. */
  readonly owners: readonly Owner[]
  readonly units: readonly Unit[]
  readonly isStatusShown: boolean
}

export interface BoardQuery extends ReadAgency {
  readonly filter?: BoardFilter
}

/** A role in a unit sees the items of the unit. Throws as `readAgencyItems`. */
export async function getBoard(db: Queryable, actor: Actor, query: BoardQuery): Promise<Board> {
  const read = await readAgencyItems(db, actor, query)
  const { round, place, name, isRevealed, items } = read
  const { agencyId, code } = place
  const known = await describe(db, read)
  const today = dayOf(query.now)
  return {
    ...{ fiscalYear: round.fiscalYear, isRoundClosed: round.isClosed, agency: { id: agencyId, code, name } },
    ...{ place, phases: standingsOf(read, query.now) },
    ...{ isRevealed, counts: countStates(items), total: items.length },
    items: items
      .filter((item) => matches(item, query.filter ?? {}, today))
      .map((item) => toBoardItem(item, known, today)),
    owners: await listOwners(db, agencyId),
    units: known.units.filter(({ closedOn }) => closedOn === null),
    isStatusShown: await isStatusShown(db, agencyId),
  }
}

function matches(item: ReadItem, { unitId, ownerId, state, due }: BoardFilter, today: string): boolean {
  return (
    (unitId === undefined || item.unitId === unitId) &&
    (ownerId === undefined || item.ownerId === ownerId) &&
    (state === undefined || item.state === state) &&
    (due === undefined || isDue(item, due, today))
  )
}

export function countStates(items: readonly Pick<ReadItem, 'state'>[]): Record<ItemState, number> {
  const counts = Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<ItemState, number>
  for (const { state } of items) counts[state] += 1
  return counts
}

interface Known extends AgencyItems {
  readonly answers: ReadonlyMap<string, Answer>
  readonly comments: ReadonlyMap<string, number>
  readonly names: Readonly<Record<string, string>>
  readonly units: readonly Unit[]
  readonly worths: ReturnType<typeof mapWorth>
  readonly marks: ReadonlyMap<string, HoldingMark>
}

async function describe(db: Queryable, read: AgencyItems): Promise<Known> {
  const key = { roundId: read.round.id, agencyId: read.place.agencyId }
  const ownerIds = read.items.flatMap(({ ownerId }) => ownerId ?? [])
  return {
    ...read,
    answers: await mapLatestAnswers(db, key),
    comments: await countComments(db, key),
    names: await mapAccountNames(db, ownerIds),
    units: await listUnits(db, { agency: read.place.code, withClosed: true }),
    worths: mapWorth(read.framework),
    marks: read.isRevealed ? await mapHoldingMarks(db, key) : new Map(),
  }
}

function toBoardItem(read: ReadItem, known: Known, today: string): BoardItem {
  const { item, state, stateAt, dueOn, unitId, ownerId } = read
  const { id, code, subIndicator } = item
  const answer = known.answers.get(code)
  const unit = known.units.find((one) => one.id === unitId)
  const worth = known.worths.get(code)
  const isScored = isScoreShown(read.keptState, known.isRevealed)
  return {
    ...{ code, id, title: titleOf(item, known.round.fiscalYear), subIndicator, state, stateAt, dueOn },
    elements: viewElements(known.framework, item, known.place.type),
    unit: unit ? { id: unit.id, name: unit.name } : null,
    owner: ownerId === null ? null : { id: ownerId, name: known.names[ownerId] ?? null },
    isLate: isLate(read, today),
    has: answer?.has ?? null,
    links: answer?.links ?? [],
    comments: known.comments.get(code) ?? 0,
    points: worth ? writePoints(worth.points) : '0.00',
    score: isScored ? (known.marks.get(code)?.score ?? null) : null,
  }
}

async function countComments(
  db: Queryable,
  { roundId, agencyId }: { readonly roundId: string; readonly agencyId: string },
): Promise<Map<string, number>> {
  const rows = await db
    .select({ code: disclosureComments.itemCode, comments: count() })
    .from(disclosureComments)
    .where(and(eq(disclosureComments.roundId, roundId), eq(disclosureComments.agencyId, agencyId)))
    .groupBy(disclosureComments.itemCode)
  return new Map(rows.map(({ code, comments }) => [code, comments]))
}

/** Whether everyone may see the state of the agency's items. */
export async function isStatusShown(db: Queryable, agencyId: string): Promise<boolean> {
  const [row] = await db
    .select({ isShown: disclosureShowings.isShown })
    .from(disclosureShowings)
    .where(eq(disclosureShowings.agencyId, agencyId))
    .orderBy(desc(disclosureShowings.at), desc(disclosureShowings.id))
    .limit(1)
  return row?.isShown ?? false
}
