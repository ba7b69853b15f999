/** What every act on the units and people of one agency begins with: its turn, and the units as they stand. */
import { eq, sql } from 'drizzle-orm'
import type { Role } from '#base/actor.ts'
import { authorize, type Permission } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { getPlacedAgency, type PlacedAgency } from './find-place.ts'
import { listStoredUnits, type StoredUnit } from './stored-units.ts'
import { agencies, people, units } from './tables.ts'
import { findTreeFault } from './unit.ts'

export interface AgencyAct {
  readonly role: Role | null
  readonly agency: PlacedAgency
  /** All there are in the agency, the closed ones too. */
  readonly stored: readonly StoredUnit[]
}

/** Acts within one agency take turns, and wait for an import. Throws `access.refused` or `registry.agencyNotFound`. */
export async function beginAct(
  { actor, transaction }: Context,
  permission: Permission,
  agencyCode: string,
): Promise<AgencyAct> {
  const agency = await getPlacedAgency(transaction, agencyCode)
  const { agencyId } = agency.place
  const role = authorize(actor, permission, agency.place)
  await transaction.execute(sql`lock table ${units}, ${people} in row exclusive mode`)
  await holdAgency(transaction, agencyId)
  return { role, agency, stored: await listStoredUnits(transaction, [agencyId]) }
}

/** Whoever else would change the agency, or anything in it, waits for the end of the transaction. */
export async function holdAgency(transaction: Queryable, agencyId: string): Promise<void> {
  await transaction
    .select({ id: agencies.id })
    .from(agencies)
    .where(eq(agencies.id, agencyId))
    .for('no key update')
}

/** By its code in any case. Throws `registry.unitNotFound`. */
export function requireUnit({ agency, stored }: AgencyAct, code: string): StoredUnit {
  const found = findUnit(stored, code)
  if (!found) throw new Problem('notFound', 'registry.unitNotFound', { code, agency: agency.code })
  return found
}

export function findUnit(stored: readonly StoredUnit[], code: string): StoredUnit | undefined {
  return stored.find((unit) => unit.code.toLowerCase() === code.toLowerCase())
}

/** The tree as it would be with one unit under another parent. Throws `registry.unitCycle` or `registry.unitTooDeep`. */
export function requireTree(
  stored: readonly StoredUnit[],
  { id, parentId }: { readonly id: string; readonly parentId: string | null },
): void {
  const parents = new Map(stored.map((unit) => [unit.id, unit.parentId]))
  parents.set(id, parentId)
  for (const each of parents.keys()) {
    const fault = findTreeFault(each, parents)
    const value = stored.find((unit) => unit.id === parentId)?.code ?? ''
    if (fault) throw new Problem('conflict', fault, { value, field: 'parent' })
  }
}
