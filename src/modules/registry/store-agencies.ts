/** Writes rows of agencies in one statement: a code that is known changes that agency, any other adds one. */
import { sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { agencies } from './tables.ts'

export type AgencyRow = typeof agencies.$inferInsert

const details = {
  nameTh: sql`excluded.name_th`,
  nameEn: sql`excluded.name_en`,
  typeCode: sql`excluded.type_code`,
  ministryCode: sql`excluded.ministry_code`,
  provinceCode: sql`excluded.province_code`,
  size: sql`excluded.size`,
  website: sql`excluded.website`,
}

/** What each way of writing may change of an agency that is known; the rest stays as it is. */
const changed = {
  registered: { ...details, isImaginary: sql`excluded.is_imaginary` },
  imported: { ...details, activeFrom: sql`excluded.active_from`, activeTo: sql`excluded.active_to` },
}

/** At most a few thousand rows: each takes a dozen of the 65,535 values that a statement may hold. */
export async function storeAgencies(
  transaction: Queryable,
  rows: readonly AgencyRow[],
  way: keyof typeof changed,
): Promise<void> {
  await transaction
    .insert(agencies)
    .values([...rows])
    .onConflictDoUpdate({ target: agencies.codeKey, set: changed[way] })
}
