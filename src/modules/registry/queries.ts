/** Reads of the registry: one agency by its code, lists, and search in Thai or English. */
import { eq, or, type SQL, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import type { Agency, Group } from './agency.ts'
import type { ReferenceKind } from './reference.ts'
import { searchTerms } from './search-term.ts'
import { agencies, agencyTypes, ministries, provinces } from './tables.ts'

/** Thai dictionary order, the same on every server. */
export const byThaiName: SQL = sql`${agencies.nameTh} collate "th-x-icu"`

/** What `toAgency` needs; a query that selects it joins agencyTypes, ministries and provinces (the last two left). */
export const agencyColumns = {
  agency: {
    id: agencies.id,
    code: agencies.code,
    nameTh: agencies.nameTh,
    nameEn: agencies.nameEn,
    website: agencies.website,
    isImaginary: agencies.isImaginary,
  },
  type: { code: agencyTypes.code, nameTh: agencyTypes.nameTh, nameEn: agencyTypes.nameEn },
  ministry: { code: ministries.code, nameTh: ministries.nameTh, nameEn: ministries.nameEn },
  province: { code: provinces.code, nameTh: provinces.nameTh, nameEn: provinces.nameEn },
}

interface GroupRow {
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string
}

export interface AgencyRow {
  readonly agency: GroupRow & {
    readonly id: string
    readonly website: string | null
    readonly isImaginary: boolean
  }
  readonly type: GroupRow
  readonly ministry: GroupRow | null
  readonly province: GroupRow | null
}

export function toGroup({ code, nameTh, nameEn }: GroupRow): Group {
  return { code, name: { th: nameTh, en: nameEn } }
}

export function toAgency({ agency, type, ministry, province }: AgencyRow): Agency {
  return {
    id: agency.id,
    ...toGroup(agency),
    type: toGroup(type),
    ministry: ministry && toGroup(ministry),
    province: province && toGroup(province),
    website: agency.website,
    isImaginary: agency.isImaginary,
  }
}

const groupTables = { types: agencyTypes, ministries, provinces }

/** All types, ministries or provinces in their official order. */
export async function listGroupsOf(db: Queryable, kind: ReferenceKind): Promise<Group[]> {
  const table = groupTables[kind]
  return (await db.select().from(table).orderBy(table.position, table.code)).map(toGroup)
}

/** The agency of a code in any case. Throws `registry.agencyNotFound`. */
export async function getAgencyByCode(db: Queryable, code: string): Promise<Agency> {
  const [row] = await selectAgencies(db).where(eq(agencies.codeKey, code.toLowerCase()))
  if (!row) throw new Problem('notFound', 'registry.agencyNotFound', { code })
  return toAgency(row)
}

/** Ids by code in lower case; codes that nobody has are left out. */
export async function findAgencyIds(db: Queryable, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const keys = [...new Set(codes.map((code) => code.toLowerCase()))]
  const rows = await db
    .select({ id: agencies.id, key: agencies.codeKey })
    .from(agencies)
    .where(sql`${agencies.codeKey} = any(${sql.param(keys)}::text[])`)
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** All agencies in Thai order. */
export async function listAgencies(db: Queryable): Promise<Agency[]> {
  return (await selectAgencies(db).orderBy(byThaiName, agencies.codeKey)).map(toAgency)
}

/** Agencies whose name or code holds the term, those that begin with it first. */
export async function searchAgencies(
  db: Queryable,
  { term, limit }: { readonly term: string; readonly limit: number },
): Promise<Agency[]> {
  const rows = await selectAgencies(db)
    .where(agencyMatches(term))
    .orderBy(
      sql`${agencies.nameTh} not like ${`${escapePattern(term.trim())}%`}`,
      byThaiName,
      agencies.codeKey,
    )
    .limit(limit)
  return rows.map(toAgency)
}

/** Whether a name or the code holds the term, letter case aside and Thai digits read as Arabic ones. */
export function agencyMatches(typed: string): SQL | undefined {
  return or(
    ...searchTerms(typed).flatMap((term) => {
      const pattern = `%${escapePattern(term)}%`
      return [
        sql`translate(${agencies.nameTh}, '๐๑๒๓๔๕๖๗๘๙', '0123456789') ilike ${pattern}`,
        sql`${agencies.nameEn} ilike ${pattern}`,
        sql`${agencies.code} ilike ${pattern}`,
      ]
    }),
  )
}

function escapePattern(term: string): string {
  return term.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

function selectAgencies(db: Queryable) {
  return db
    .select(agencyColumns)
    .from(agencies)
    .innerJoin(agencyTypes, eq(agencyTypes.code, agencies.typeCode))
    .leftJoin(ministries, eq(ministries.code, agencies.ministryCode))
    .leftJoin(provinces, eq(provinces.code, agencies.provinceCode))
    .$dynamic()
}
