/** The way into every verb about items: the round, the agency and the item found, the actor let in, the rows held. */
import { and, eq } from 'drizzle-orm'
import type { Role } from '#base/actor.ts'
import { authorize, type Permission } from '#base/permission.ts'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { type EnrolledPlace, getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { holdRound, refuseClosedRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { getDisclosureItem, type NamedItem } from './item.ts'
import { itemCode } from './scores-file.ts'
import { disclosureItems } from './tables.ts'

export type ItemRow = typeof disclosureItems.$inferSelect

interface EnteredAgency {
  readonly round: Round
  readonly place: EnrolledPlace
  readonly role: Role | null
  readonly framework: Framework
  /** With the agency's own extensions. */
  readonly calendar: Calendar
}

export interface EnteredItem extends EnteredAgency {
  readonly item: DisclosureItem
  readonly row: ItemRow
}

export interface EnteredItems extends EnteredAgency {
  /** One for each item of the year, in its order. */
  readonly rows: readonly ItemRow[]
}

/**
 * One item, held until the transaction ends. A role in a unit reaches the items assigned to that unit. Throws
 * `round.notFound`, `round.notEnrolled`, `item.unknown`, `access.refused` or `round.closed`.
 */
export async function enterItem(
  context: Context,
  permission: Permission,
  named: NamedItem,
): Promise<EnteredItem> {
  const { transaction, actor } = context
  const found = await findAgency(transaction, named)
  const item = getDisclosureItem(found.framework, itemCode(named.itemCode))
  const row = await holdRow(context, found, item.code)
  const { unitId } = row
  const role = authorize(actor, permission, { ...found.place, ...(unitId === null ? {} : { unitId }) })
  refuseClosedRound(found.round)
  return { ...found, role, item, row }
}

/** All items of an agency, held until the transaction ends. Throws as `enterItem`. */
export async function enterItems(
  context: Context,
  permission: Permission,
  named: Omit<NamedItem, 'itemCode'>,
): Promise<EnteredItems> {
  const { transaction, actor, now } = context
  const found = await findAgency(transaction, named)
  const role = authorize(actor, permission, found.place)
  refuseClosedRound(found.round)
  const codes = found.framework.disclosureItems.map(({ code }) => code)
  const keys = { roundId: found.round.id, agencyId: found.place.agencyId }
  await transaction
    .insert(disclosureItems)
    .values(codes.map((code) => ({ ...keys, itemCode: code, state: 'open' as const, stateAt: now })))
    .onConflictDoNothing()
  const rows = await transaction
    .select()
    .from(disclosureItems)
    .where(and(eq(disclosureItems.roundId, keys.roundId), eq(disclosureItems.agencyId, keys.agencyId)))
    .orderBy(disclosureItems.itemCode)
    .for('update')
  const inOrder = rows.toSorted((a, b) => codes.indexOf(a.itemCode) - codes.indexOf(b.itemCode))
  return { ...found, role, rows: inOrder }
}

async function findAgency(db: Queryable, { fiscalYear, agencyCode }: Omit<NamedItem, 'itemCode'>) {
  const round = await holdRound(db, fiscalYear)
  const place = await getEnrolledPlace(db, round, agencyCode)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  return { round, place, framework, calendar: await getCalendar(db, round, [place.agencyId]) }
}

type FoundAgency = Awaited<ReturnType<typeof findAgency>>

async function holdRow({ transaction, now }: Context, found: FoundAgency, code: string): Promise<ItemRow> {
  const key = { roundId: found.round.id, agencyId: found.place.agencyId, itemCode: code }
  const fresh: ItemRow = { ...key, state: 'open', stateAt: now, unitId: null, ownerId: null, dueOn: null }
  await transaction.insert(disclosureItems).values(fresh).onConflictDoNothing()
  const [row] = await transaction
    .select()
    .from(disclosureItems)
    .where(
      and(
        eq(disclosureItems.roundId, key.roundId),
        eq(disclosureItems.agencyId, key.agencyId),
        eq(disclosureItems.itemCode, code),
      ),
    )
    .for('update')
  return row ?? fresh
}
