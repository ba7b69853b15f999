/** Puts units and people in charge of items, and says by when: several items at once. */
import { and, eq, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { findPersonId } from '#modules/accounts/queries.ts'
import { listUnits } from '#modules/registry/unit-list.ts'
import { requireNearYear } from '#modules/rounds/calendar.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canAssignItems } from './access.ts'
import { type EnteredItems, enterItems, type ItemRow } from './enter.ts'
import { getDisclosureItem, itemsSubject } from './item.ts'
import { listOwners, type Owner } from './owners.ts'
import { itemCode } from './scores-file.ts'
import { requireOwnStep, takeSteps } from './step.ts'
import { disclosureItems } from './tables.ts'

export interface ItemsAssignment {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly itemCodes: readonly string[]
  /** Code or id of a unit of the agency. What is left out stays as it is; null takes it away. */
  readonly unit?: string | null | undefined
  /** Id or e-mail of somebody who answers items at the agency. */
  readonly owner?: string | null | undefined
  /** A day such as 2025-06-30, the last on which it is in time. */
  readonly dueOn?: string | null | undefined
}

type Charge = Pick<ItemRow, 'unitId' | 'ownerId' | 'dueOn'>

/**
 * All items or none; what is assigned so already stays untouched. Gives how many were assigned. Throws `round.notFound`,
 * `round.notEnrolled`, `access.refused`, `round.closed`, `item.nothingToAssign`, `item.unknown`, `item.unitUnknown`,
 * `item.ownerUnknown`, `item.ownerElsewhere`, `item.dayInvalid`, `round.dayFarFromYear` or `item.wrongState`.
 */
export async function assignItems(
  context: Context,
  entry: ItemsAssignment,
): Promise<{ readonly assigned: number }> {
  const entered = await enterItems(context, canAssignItems, entry)
  const { place, role } = entered
  const named = findNamed(entered, entry.itemCodes)
  const charge = await readCharge(context.transaction, entered, entry)
  const owners = await listOwners(context.transaction, place.agencyId)
  const changed = named.filter((row) => isChanged(row, charge))
  for (const row of changed) requireOwnStep(row, 'assign')
  for (const row of changed) requireReach({ ...row, ...charge }, owners)
  if (changed.length === 0) return { assigned: 0 }
  await storeCharge(context, changed, charge)
  for (const [from, rows] of Map.groupBy(changed, ({ state }) => state)) {
    await takeSteps(context, rows, { act: 'assign', to: from === 'open' ? 'assigned' : from, role })
  }
  await recordEvent(context, {
    event: 'item.assigned',
    role,
    subject: itemsSubject({ fiscalYear: entry.fiscalYear, agencyCode: place.code }),
    details: { items: changed.map(({ itemCode: code }) => code).join(' '), ...charge },
  })
  return { assigned: changed.length }
}

function findNamed({ framework, rows }: EnteredItems, given: readonly string[]): ItemRow[] {
  const codes = new Set(given.map((code) => getDisclosureItem(framework, itemCode(code)).code))
  return rows.filter((row) => codes.has(row.itemCode))
}

async function readCharge(
  db: Queryable,
  { place }: EnteredItems,
  entry: ItemsAssignment,
): Promise<Partial<Charge>> {
  const { unit, owner, dueOn, itemCodes, fiscalYear } = entry
  if (itemCodes.length === 0 || [unit, owner, dueOn].every((one) => one === undefined)) {
    throw new Problem('invalid', 'item.nothingToAssign')
  }
  return {
    ...(unit === undefined ? {} : { unitId: unit === null ? null : await getUnitId(db, place.code, unit) }),
    ...(owner === undefined ? {} : { ownerId: owner === null ? null : await getOwnerId(db, place, owner) }),
    ...(dueOn === undefined ? {} : { dueOn: dueOn === null ? null : readDay(dueOn, fiscalYear) }),
  }
}

/** Of the agency, and not closed. */
async function getUnitId(db: Queryable, agency: string, given: string): Promise<string> {
  const units = await listUnits(db, { agency })
  const found = units.find(({ id, code }) => id === given || code.toLowerCase() === given.toLowerCase())
  if (!found) throw new Problem('invalid', 'item.unitUnknown', { unit: given, agency })
  return found.id
}

async function getOwnerId(
  db: Queryable,
  { agencyId, code }: EnteredItems['place'],
  given: string,
): Promise<string> {
  const id = given.includes('@') ? await findPersonId(db, given) : given
  const owner = (await listOwners(db, agencyId)).find((one) => one.id === id)
  if (!owner) throw new Problem('invalid', 'item.ownerUnknown', { owner: given, agency: code })
  return owner.id
}

function readDay(given: string, fiscalYear: number): string {
  const day = parseDay(given)
  if (day === undefined) throw new Problem('invalid', 'item.dayInvalid', { day: given })
  requireNearYear(day, fiscalYear)
  return day
}

function isChanged(row: ItemRow, { unitId, ownerId, dueOn }: Partial<Charge>): boolean {
  return (
    row.state === 'open' ||
    (unitId !== undefined && unitId !== row.unitId) ||
    (ownerId !== undefined && ownerId !== row.ownerId) ||
    (dueOn !== undefined && dueOn !== row.dueOn)
  )
}

/** Somebody who owns items in a unit cannot reach those of another. */
function requireReach({ itemCode: code, unitId, ownerId }: ItemRow, owners: readonly Owner[]): void {
  const owner = owners.find(({ id }) => id === ownerId)
  if (!owner || owner.unitIds.length === 0 || (unitId !== null && owner.unitIds.includes(unitId))) return
  throw new Problem('invalid', 'item.ownerElsewhere', { item: code, owner: owner.name })
}

async function storeCharge(
  { transaction }: Context,
  rows: readonly ItemRow[],
  charge: Partial<Charge>,
): Promise<void> {
  const [first] = rows
  if (!first || Object.keys(charge).length === 0) return
  const { roundId, agencyId, itemCode: code } = disclosureItems
  const among = sql`${code} = any(${sql.param(rows.map((row) => row.itemCode))}::text[])`
  await transaction
    .update(disclosureItems)
    .set(charge)
    .where(and(eq(roundId, first.roundId), eq(agencyId, first.agencyId), among))
}
