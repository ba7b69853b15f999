/** The list of agencies as the workspace and its exports show it: searched, filtered, sorted, a page at a time. */
import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import type { AgencySize } from './agency.ts'
import type { AgencyRecord } from './agency-record.ts'
import { groupFinder } from './find-group.ts'
import { agencyMatches, byThaiName, listGroupsOf } from './queries.ts'
import type { Reference, ReferenceKind } from './reference.ts'
import { agencies, agencyTypes, ministries, provinces } from './tables.ts'

export const agencySorts = ['name', 'code', 'type', 'ministry', 'province', 'size'] as const
export type AgencySort = (typeof agencySorts)[number]

export interface AgencyListQuery {
  /** Part of a name or of the code. */
  readonly search?: string | undefined
  /** Groups by code or by name in either language. */
  readonly type?: string | undefined
  readonly ministry?: string | undefined
  readonly province?: string | undefined
  readonly size?: AgencySize | undefined
  /** Those that exist on this day, such as "2026-01-29". */
  readonly activeOn?: string | undefined
  readonly sort: AgencySort
  readonly isDescending: boolean
  /** From 1; no page means all there are. */
  readonly page?: { readonly number: number; readonly size: number } | undefined
}

export type ListedRecord = AgencyRecord & { readonly is_imaginary: boolean }

export interface AgencyList {
  readonly agencies: readonly ListedRecord[]
  /** How many there are on all pages. */
  readonly total: number
}

export const recordColumns = {
  code: agencies.code,
  name_th: agencies.nameTh,
  name_en: agencies.nameEn,
  type: agencies.typeCode,
  size: agencies.size,
  ministry: agencies.ministryCode,
  province: agencies.provinceCode,
  website: agencies.website,
  active_from: agencies.activeFrom,
  active_to: agencies.activeTo,
}

const sortColumns: Readonly<Record<AgencySort, SQL>> = {
  name: byThaiName,
  code: sql`${agencies.codeKey}`,
  type: sql`${agencyTypes.position}`,
  ministry: sql`${ministries.position}`,
  province: sql`${provinces.nameTh} collate "th-x-icu"`,
  size: sql`array_position(array['S', 'M', 'L'], ${agencies.size})`,
}

/** Throws `registry.noSuchType`, `registry.noSuchMinistry` or `registry.noSuchProvince` for a filter nobody has. */
export async function listAgencyRecords(db: Queryable, query: AgencyListQuery): Promise<AgencyList> {
  const where = await conditions(db, query)
  const direction = query.isDescending ? desc : asc
  const rows = db
    .select({ ...recordColumns, is_imaginary: agencies.isImaginary })
    .from(agencies)
    .innerJoin(agencyTypes, eq(agencyTypes.code, agencies.typeCode))
    .leftJoin(ministries, eq(ministries.code, agencies.ministryCode))
    .leftJoin(provinces, eq(provinces.code, agencies.provinceCode))
    .where(where)
    .orderBy(direction(sortColumns[query.sort]), byThaiName, agencies.codeKey)
    .$dynamic()
  const { page } = query
  const records = await (page ? rows.limit(page.size).offset((page.number - 1) * page.size) : rows)
  if (!page) return { agencies: records, total: records.length }
  const [counted] = await db.select({ total: count() }).from(agencies).where(where)
  return { agencies: records, total: counted?.total ?? 0 }
}

/** As `listAgencyRecords` gives it. Throws `registry.agencyNotFound`. */
export async function getAgencyRecord(db: Queryable, code: string): Promise<ListedRecord> {
  const [record] = await db
    .select({ ...recordColumns, is_imaginary: agencies.isImaginary })
    .from(agencies)
    .where(eq(agencies.codeKey, code.toLowerCase()))
  if (!record) throw new Problem('notFound', 'registry.agencyNotFound', { code })
  return record
}

async function conditions(db: Queryable, query: AgencyListQuery): Promise<SQL | undefined> {
  const { search, type, ministry, province, size, activeOn } = query
  const isFiltered = [type, ministry, province].some((name) => name !== undefined)
  const reference = isFiltered ? await getReference(db) : undefined
  const among = (column: SQL, kind: ReferenceKind, name: string | undefined) =>
    name === undefined || !reference ? undefined : eq(column, codeOf(reference, kind, name))
  return and(
    search === undefined || search.trim() === '' ? undefined : agencyMatches(search),
    among(sql`${agencies.typeCode}`, 'types', type),
    among(sql`${agencies.ministryCode}`, 'ministries', ministry),
    among(sql`${agencies.provinceCode}`, 'provinces', province),
    size === undefined ? undefined : eq(agencies.size, size),
    activeOn === undefined
      ? undefined
      : sql`daterange(${agencies.activeFrom}, ${agencies.activeTo}, '[]') @> ${activeOn}::date`,
  )
}

const unknown = {
  types: 'registry.noSuchType',
  ministries: 'registry.noSuchMinistry',
  provinces: 'registry.noSuchProvince',
} as const

function codeOf(reference: Reference, kind: ReferenceKind, name: string): string {
  const found = groupFinder(kind, reference[kind])(name)
  if (found.code !== null) return found.code
  throw new Problem('invalid', unknown[kind], { value: name, suggestion: found.suggestion ?? '' })
}

/** The lists agencies are grouped by, in their official order; empty where none was installed. */
export async function getReference(db: Queryable): Promise<Reference> {
  return {
    types: await listGroupsOf(db, 'types'),
    ministries: await listGroupsOf(db, 'ministries'),
    provinces: await listGroupsOf(db, 'provinces'),
  }
}
