/** The units of some agencies as they stand, by the keys that lists know them by. */
import { sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { units } from './tables.ts'

export interface StoredUnit {
  readonly id: string
  readonly agencyId: string
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string
  readonly kind: string
  readonly parentId: string | null
  readonly position: number
  readonly closedOn: string | null
}

/** What a unit is known by among the units of all agencies. */
export function unitKey(agencyId: string, code: string): string {
  return `${agencyId} ${code.toLowerCase()}`
}

export async function listStoredUnits(db: Queryable, agencyIds: readonly string[]): Promise<StoredUnit[]> {
  return db
    .select({
      id: units.id,
      agencyId: units.agencyId,
      code: units.code,
      nameTh: units.nameTh,
      nameEn: units.nameEn,
      kind: units.kind,
      parentId: units.parentId,
      position: units.position,
      closedOn: units.closedOn,
    })
    .from(units)
    .where(sql`${units.agencyId} = any(${sql.param([...new Set(agencyIds)])}::uuid[])`)
}
