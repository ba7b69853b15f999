/** Where an agency stands, as far as the scopes of roles go. */
import { or, type SQL, sql } from 'drizzle-orm'
import type { Place } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import { agencies } from './tables.ts'

export interface PlacedAgency {
  /** As it was registered. */
  readonly code: string
  readonly place: Place
}

const uuidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** By the agency's code in any case, or by its id; undefined where there is none. */
export async function findPlace(db: Queryable, codeOrId: string): Promise<Place | undefined> {
  return (await findPlacedAgency(db, codeOrId))?.place
}

export async function findPlacedAgency(db: Queryable, codeOrId: string): Promise<PlacedAgency | undefined> {
  const byCode = sql`${agencies.codeKey} = ${codeOrId.toLowerCase()}`
  const where = uuidPattern.test(codeOrId) ? or(byCode, sql`${agencies.id} = ${codeOrId}::uuid`) : byCode
  return (await select(db, where))[0]
}

/** Throws `registry.agencyNotFound`. */
export async function getPlacedAgency(db: Queryable, codeOrId: string): Promise<PlacedAgency> {
  const found = await findPlacedAgency(db, codeOrId)
  if (!found) throw new Problem('notFound', 'registry.agencyNotFound', { code: codeOrId })
  return found
}

/** By code in lower case; codes that nobody has are left out. */
export async function mapPlacedAgencies(
  db: Queryable,
  codes: readonly string[],
): Promise<ReadonlyMap<string, PlacedAgency>> {
  const keys = [...new Set(codes.map((code) => code.toLowerCase()))]
  const rows = await select(db, sql`${agencies.codeKey} = any(${sql.param(keys)}::text[])`)
  return new Map(rows.map((row) => [row.code.toLowerCase(), row]))
}

async function select(db: Queryable, where: SQL | undefined): Promise<PlacedAgency[]> {
  const rows = await db
    .select({
      code: agencies.code,
      agencyId: agencies.id,
      type: agencies.typeCode,
      ministry: agencies.ministryCode,
      province: agencies.provinceCode,
    })
    .from(agencies)
    .where(where)
  return rows.map(({ code, ...place }) => ({ code, place }))
}
