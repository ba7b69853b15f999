/** The nation in a year: how many, how high, how ratings are spread, how types compare, and who leads. */
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { format, fraction } from '#base/decimal.ts'
import { byThaiName, toGroup } from '#modules/registry/queries.ts'
import { agencies, agencyTypes } from '#modules/registry/tables.ts'
import { findRound } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { leadsInYear } from './leading.ts'
import { loadedFrameworkOf, loadPublished } from './published.ts'
import type { Overview } from './result.ts'
import { results } from './tables.ts'

/** The national target. */
const passLine = '85'
const highestShown = 10

const meanTotal = sql<string | null>`round(avg(${results.total}), 2)::text`

/** Means are of the agencies that have a total, shares of all; an agency without a total has not passed. */
export async function getOverview(db: Queryable, fiscalYear: number): Promise<Overview> {
  const [[all], distribution, types, highest] = await Promise.all([
    selectWhole(db, fiscalYear),
    countRatings(db, fiscalYear),
    selectTypes(db, fiscalYear),
    selectHighest(db, fiscalYear),
  ])
  const { agencyCount = 0, mean = null, passed = 0 } = all ?? {}
  return {
    fiscalYear,
    agencies: agencyCount,
    mean,
    passed,
    passedPercent: agencyCount === 0 ? null : format(fraction(passed * 100, agencyCount), 2),
    distribution,
    types: types.flatMap(({ group, count, mean: ofType }) =>
      ofType === null ? [] : [{ group: toGroup(group), count, mean: ofType }],
    ),
    highest,
  }
}

function selectWhole(db: Queryable, fiscalYear: number) {
  return db
    .select({
      agencyCount: sql<number>`count(*)::int`,
      mean: meanTotal,
      passed: sql<number>`(count(*) filter (where ${results.total} >= ${passLine}))::int`,
    })
    .from(results)
    .where(leadsInYear(fiscalYear))
}

/** Every level of the year's framework, best first, with the agencies that reached it; none for a year without one. */
async function countRatings(db: Queryable, fiscalYear: number): Promise<Overview['distribution']> {
  const rows = await db
    .select({ rating: results.rating, count: sql<number>`count(*)::int` })
    .from(results)
    .where(leadsInYear(fiscalYear))
    .groupBy(results.rating)
  const counts = new Map(rows.map(({ rating, count }) => [rating, count]))
  const round = await findRound(db, fiscalYear)
  const loaded = await loadedFrameworkOf(db, { fiscalYear, frameworkHash: round?.frameworkHash ?? null })
  return (loaded?.framework.rating.levels ?? []).map(({ id, name, step }) => ({
    rating: { id, name, step },
    count: counts.get(id) ?? 0,
  }))
}

function selectTypes(db: Queryable, fiscalYear: number) {
  return db
    .select({
      group: { code: agencyTypes.code, nameTh: agencyTypes.nameTh, nameEn: agencyTypes.nameEn },
      count: sql<number>`count(*)::int`,
      mean: meanTotal,
    })
    .from(results)
    .innerJoin(agencies, eq(agencies.id, results.agencyId))
    .innerJoin(agencyTypes, eq(agencyTypes.code, agencies.typeCode))
    .where(leadsInYear(fiscalYear))
    .groupBy(agencyTypes.code)
    .orderBy(asc(agencyTypes.position))
}

async function selectHighest(db: Queryable, fiscalYear: number): Promise<Overview['highest']> {
  const rows = await db
    .select({ id: results.id })
    .from(results)
    .innerJoin(agencies, eq(agencies.id, results.agencyId))
    .where(and(leadsInYear(fiscalYear), isNotNull(results.total)))
    .orderBy(desc(results.total), byThaiName, agencies.codeKey)
    .limit(highestShown)
  return loadPublished(
    db,
    rows.map(({ id }) => id),
  )
}
