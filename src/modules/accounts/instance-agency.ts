/** Reads whose instance this is, where it is used by one agency on its own. */
import { eq } from 'drizzle-orm'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { OwnAgency } from './own-agencies.ts'
import { instance } from './tables.ts'

/** Null at a centre, and before the first start. */
export async function findInstanceAgency(db: Queryable): Promise<OwnAgency | null> {
  const [row] = await db
    .select({ id: agencies.id, code: agencies.code, nameTh: agencies.nameTh, nameEn: agencies.nameEn })
    .from(instance)
    .innerJoin(agencies, eq(agencies.id, instance.agencyId))
  return row ? { id: row.id, code: row.code, name: { th: row.nameTh, en: row.nameEn } } : null
}
