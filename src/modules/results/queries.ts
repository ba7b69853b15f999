/** Reads of published results; nothing here shows what is not yet published. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import type { Agency, Group } from '#modules/registry/agency.ts'
import { byThaiName, getAgencyByCode, searchAgencies, toGroup } from '#modules/registry/queries.ts'
import { agencies, agencyTypes, ministries, provinces } from '#modules/registry/tables.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Queryable } from '#platform/database.ts'
import { isLeading, leadsInYear } from './leading.ts'
import { loadPublished } from './published.ts'
import type { PublishedResult } from './result.ts'
import { results } from './tables.ts'
import { type ShownSheet, withhold } from './withhold.ts'

export { getAgencyResult } from './agency-result.ts'
export { getOverview } from './overview.ts'
export { getRanking } from './ranking.ts'

/** Years with at least one published result, newest first. */
export async function listPublishedYears(db: Queryable): Promise<number[]> {
  const rows = await db
    .selectDistinct({ fiscalYear: results.fiscalYear })
    .from(results)
    .where(isLeading)
    .orderBy(desc(results.fiscalYear))
  return rows.map(({ fiscalYear }) => fiscalYear)
}

export interface ResultsQuery {
  readonly fiscalYear: number
  readonly agencyCode?: string
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** A year's results, best total first; `count` is of all pages. */
export async function listPublishedResults(
  db: Queryable,
  { fiscalYear, agencyCode, page, pageSize }: ResultsQuery,
): Promise<{ readonly results: readonly PublishedResult[]; readonly count: number }> {
  const where = and(
    leadsInYear(fiscalYear),
    agencyCode === undefined ? undefined : eq(agencies.codeKey, agencyCode.toLowerCase()),
  )
  const ofAgency = eq(agencies.id, results.agencyId)
  const [total] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(results)
    .innerJoin(agencies, ofAgency)
    .where(where)
  const rows = await db
    .select({ id: results.id })
    .from(results)
    .innerJoin(agencies, ofAgency)
    .where(where)
    .orderBy(sql`${results.total} desc nulls last`, byThaiName, agencies.codeKey)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  const loaded = await loadPublished(
    db,
    rows.map(({ id }) => id),
  )
  return { results: loaded, count: total?.count ?? 0 }
}

/** Years in which the agency has a published result, newest first. Throws `registry.agencyNotFound`. */
export async function listAgencyYears(db: Queryable, code: string): Promise<number[]> {
  const agency = await getAgencyByCode(db, code)
  const rows = await db
    .select({ fiscalYear: results.fiscalYear })
    .from(results)
    .where(and(eq(results.agencyId, agency.id), isLeading))
    .orderBy(desc(results.fiscalYear))
  return rows.map(({ fiscalYear }) => fiscalYear)
}

/**
 * The frozen score sheet, whole, so that it verifies; null where the agency's result of the year has none, or is not
 * published. Throws `results.sheetWithheld` where fewer than five people answered a part of it.
 */
export async function getSheet(db: Queryable, code: string, fiscalYear: number): Promise<ScoreSheet | null> {
  const shown = await findShownSheet(db, code, fiscalYear)
  if (shown && shown.withheld.length > 0) throw new Problem('closed', 'results.sheetWithheld')
  return shown?.sheet ?? null
}

/** The sheet without what must be withheld, to explain figures by; null as for `getSheet`. */
export async function findShownSheet(
  db: Queryable,
  code: string,
  fiscalYear: number,
): Promise<ShownSheet | null> {
  const [row] = await db
    .select({ sheet: results.sheet, frameworkHash: results.frameworkHash })
    .from(results)
    .innerJoin(agencies, eq(agencies.id, results.agencyId))
    .where(and(leadsInYear(fiscalYear), eq(agencies.codeKey, code.toLowerCase())))
  if (!row?.sheet || row.frameworkHash === null) return null
  return withhold((await getPinnedFramework(db, row.frameworkHash)).framework, row.sheet)
}

export interface ResultGroups {
  readonly types: readonly Group[]
  readonly ministries: readonly Group[]
  readonly provinces: readonly Group[]
}

/** The groups that have results in the year, in their official order. */
export async function listGroups(db: Queryable, fiscalYear: number): Promise<ResultGroups> {
  const inYear = db.select({ id: results.agencyId }).from(results).where(leadsInYear(fiscalYear))
  const list = async (
    table: typeof agencyTypes | typeof ministries | typeof provinces,
    column: typeof agencies.typeCode | typeof agencies.ministryCode | typeof agencies.provinceCode,
  ) => {
    const used = db.select({ code: column }).from(agencies).where(inArray(agencies.id, inYear))
    const rows = await db.select().from(table).where(inArray(table.code, used)).orderBy(asc(table.position))
    return rows.map(toGroup)
  }
  return {
    types: await list(agencyTypes, agencies.typeCode),
    ministries: await list(ministries, agencies.ministryCode),
    provinces: await list(provinces, agencies.provinceCode),
  }
}

export interface FoundAgency {
  readonly agency: Agency
  /** The newest published result, null where there is none. */
  readonly latest: PublishedResult | null
}

/** Agencies whose name or code holds the term, each with its newest published result. */
export async function searchResults(db: Queryable, term: string, limit: number): Promise<FoundAgency[]> {
  const found = await searchAgencies(db, { term, limit })
  if (found.length === 0) return []
  const agencyIds = found.map(({ id }) => id)
  const rows = await db
    .selectDistinctOn([results.agencyId], { id: results.id })
    .from(results)
    .where(and(inArray(results.agencyId, agencyIds), isLeading))
    .orderBy(results.agencyId, desc(results.fiscalYear))
  const loaded = await loadPublished(
    db,
    rows.map(({ id }) => id),
  )
  const latest = new Map(loaded.map((result) => [result.agency.id, result]))
  return found.map((agency) => ({ agency, latest: latest.get(agency.id) ?? null }))
}
