/** The ranking of a year: places among all that the filters leave, searched, sorted and paged. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { agencyMatches, byThaiName } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { leadsInYear } from './leading.ts'
import { loadPublished } from './published.ts'
import type { Ranking, RankingQuery } from './result.ts'
import { results } from './tables.ts'

/** Imaginary agencies have places among themselves, after real ones; without a total there is no place. */
export async function getRanking(db: Queryable, query: RankingQuery): Promise<Ranking> {
  const placed = placedResults(db, query)
  const rows = await selectMatching(db, query)
    .orderBy(...orderOf(query, placed))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const ids = rows.map(({ id }) => id)
  const loaded = await loadPublished(db, ids)
  const isPastEnd = rows.length === 0 && query.page > 1
  const [first] = isPastEnd ? await selectMatching(db, query).limit(1) : rows
  return {
    rows: rows.flatMap(({ place }, index) => {
      const result = loaded[index]
      return result ? [{ place, result }] : []
    }),
    count: first?.count ?? 0,
  }
}

function selectMatching(db: Queryable, query: RankingQuery) {
  const placed = placedResults(db, query)
  return db
    .select({ id: placed.id, place: placed.place, count: sql<number>`count(*) over ()::int` })
    .from(placed)
    .innerJoin(agencies, eq(agencies.id, placed.agencyId))
    .where(query.search?.trim() ? agencyMatches(query.search) : undefined)
    .$dynamic()
}

function placedResults(db: Queryable, { fiscalYear, type, ministry, province }: RankingQuery) {
  const before = db
    .select({ agencyId: results.agencyId, total: sql<string>`${results.total}`.as('total_before') })
    .from(results)
    .where(leadsInYear(fiscalYear - 1))
    .as('before')
  return db
    .select({
      id: results.id,
      agencyId: results.agencyId,
      total: results.total,
      change: sql<string | null>`${results.total} - ${before.total}`.as('change'),
      place: sql<number | null>`
        case when ${results.total} is not null then
          rank() over (partition by ${agencies.isImaginary} order by ${results.total} desc nulls last)::int
        end
      `.as('place'),
    })
    .from(results)
    .innerJoin(agencies, eq(agencies.id, results.agencyId))
    .leftJoin(before, eq(before.agencyId, results.agencyId))
    .where(
      and(
        leadsInYear(fiscalYear),
        type ? eq(agencies.typeCode, type) : undefined,
        ministry ? eq(agencies.ministryCode, ministry) : undefined,
        province ? eq(agencies.provinceCode, province) : undefined,
      ),
    )
    .as('placed')
}

function orderOf(
  { sort, direction }: RankingQuery,
  placed: ReturnType<typeof placedResults>,
): readonly SQL[] {
  const by = { rank: placed.place, name: byThaiName, total: placed.total, change: placed.change }[sort]
  const way = direction === 'ascending' ? sql`asc` : sql`desc`
  const kind = sort === 'rank' ? [sql`${placed.place} is null`, sql`${agencies.isImaginary} ${way}`] : []
  return [...kind, sql`${by} ${way} nulls last`, byThaiName, sql`${agencies.codeKey}`]
}
