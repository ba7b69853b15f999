/** The agencies a person's roles name one by one: those to switch between. */
import { sql } from 'drizzle-orm'
import type { Grant } from '#base/actor.ts'
import type { Words } from '#base/words.ts'
import { byThaiName } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'

export interface OwnAgency {
  readonly id: string
  readonly code: string
  readonly name: Words
}

/** In order of their Thai names; roles over everything or over a group name none. */
export async function listOwnAgencies(db: Queryable, grants: readonly Grant[]): Promise<OwnAgency[]> {
  const ids = grants.flatMap(({ scope }) => ('agencyId' in scope ? [scope.agencyId] : []))
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: agencies.id, code: agencies.code, nameTh: agencies.nameTh, nameEn: agencies.nameEn })
    .from(agencies)
    .where(sql`${agencies.id} = any(${sql.param([...new Set(ids)])}::uuid[])`)
    .orderBy(byThaiName)
  return rows.map(({ id, code, nameTh, nameEn }) => ({ id, code, name: { th: nameTh, en: nameEn } }))
}
