/** A year at a glance, real and imaginary agencies apart: how many, how high, how ratings spread, types, who leads. */
import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { format, fraction } from '#base/decimal.ts'
import { byThaiName, toGroup } from '#modules/registry/queries.ts'
import { agencies, agencyTypes } from '#modules/registry/tables.ts'
import { findRound } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { leadsInYear } from './leading.ts'
import { loadedFrameworkOf, loadPublished } from './published.ts'
import type { Overview, OverviewOfKind } from './result.ts'
import { results } from './tables.ts'

/** The national target. */
const passLine = '85'
const highestShown = 10

const meanTotal = sql<string | null>`round(avg(${results.total}), 2)::text`

/** Means and shares are of the agencies that have a total; those without one are told of beside. */
export async function getOverview(db: Queryable, fiscalYear: number): Promise<Overview> {
  const [real, imaginary] = await Promise.all([
    overviewOf(db, { fiscalYear, isImaginary: false }),
    overviewOf(db, { fiscalYear, isImaginary: true }),
  ])
  return { fiscalYear, real, imaginary }
}

interface Kind {
  readonly fiscalYear: number
  readonly isImaginary: boolean
}

function ofKind({ fiscalYear, isImaginary }: Kind): SQL | undefined {
  return and(leadsInYear(fiscalYear), eq(agencies.isImaginary, isImaginary))
}

async function overviewOf(db: Queryable, kind: Kind): Promise<OverviewOfKind | null> {
  const [[all], distribution, types, highest] = await Promise.all([
    selectWhole(db, kind),
    countRatings(db, kind),
    selectTypes(db, kind),
    selectHighest(db, kind),
  ])
  if (!all || all.agencyCount === 0) return null
  const { agencyCount, withTotal, mean, passed } = all
  return {
    agencies: agencyCount,
    withoutTotal: agencyCount - withTotal,
    mean,
    passed,
    passedPercent: withTotal === 0 ? null : format(fraction(passed * 100, withTotal), 2),
    distribution,
    types: types.flatMap(({ group, count, mean: ofType }) =>
      ofType === null ? [] : [{ group: toGroup(group), count, mean: ofType }],
    ),
    highest,
  }
}

const ofAgency = eq(agencies.id, results.agencyId)

function selectWhole(db: Queryable, kind: Kind) {
  return db
    .select({
      agencyCount: sql<number>`count(*)::int`,
      withTotal: sql<number>`count(${results.total})::int`,
      mean: meanTotal,
      passed: sql<number>`(count(*) filter (where ${results.total} >= ${passLine}))::int`,
    })
    .from(results)
    .innerJoin(agencies, ofAgency)
    .where(ofKind(kind))
}

/** Every level of the year's framework, best first, with the agencies that reached it; none for a year without one. */
async function countRatings(db: Queryable, kind: Kind): Promise<OverviewOfKind['distribution']> {
  const { fiscalYear } = kind
  const rows = await db
    .select({ rating: results.rating, count: sql<number>`count(*)::int` })
    .from(results)
    .innerJoin(agencies, ofAgency)
    .where(ofKind(kind))
    .groupBy(results.rating)
  const counts = new Map(rows.map(({ rating, count }) => [rating, count]))
  const round = await findRound(db, fiscalYear)
  const loaded = await loadedFrameworkOf(db, { fiscalYear, frameworkHash: round?.frameworkHash ?? null })
  return (loaded?.framework.rating.levels ?? []).map(({ id, name, step }) => ({
    rating: { id, name, step },
    count: counts.get(id) ?? 0,
  }))
}

function selectTypes(db: Queryable, kind: Kind) {
  return db
    .select({
      group: { code: agencyTypes.code, nameTh: agencyTypes.nameTh, nameEn: agencyTypes.nameEn },
      count: sql<number>`count(*)::int`,
      mean: meanTotal,
    })
    .from(results)
    .innerJoin(agencies, ofAgency)
    .innerJoin(agencyTypes, eq(agencyTypes.code, agencies.typeCode))
    .where(ofKind(kind))
    .groupBy(agencyTypes.code)
    .orderBy(asc(agencyTypes.position))
}

async function selectHighest(db: Queryable, kind: Kind): Promise<OverviewOfKind['highest']> {
  const rows = await db
    .select({ id: results.id })
    .from(results)
    .innerJoin(agencies, ofAgency)
    .where(and(ofKind(kind), isNotNull(results.total)))
    .orderBy(desc(results.total), byThaiName, agencies.codeKey)
    .limit(highestShown)
  return loadPublished(
    db,
    rows.map(({ id }) => id),
  )
}
