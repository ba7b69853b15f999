/** Reads what a ranking's address asks for; a value it does not know is refused by name. */
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { RankingQuery } from '#modules/results/result.ts'
import type { RankingAddress } from '../../ui/addresses.ts'

export const pageSize = 50
const longestText = 100

export const sorts = ['rank', 'name', 'total', 'change'] as const
export type Sort = (typeof sorts)[number]
const directions = ['ascending', 'descending'] as const
export type Direction = (typeof directions)[number]

/** The direction a column is first sorted in: best first, names from the first letter. */
const firstDirection: Readonly<Record<Sort, Direction>> = {
  rank: 'ascending',
  name: 'ascending',
  total: 'descending',
  change: 'descending',
}

/** Throws Problem('invalid', 'page.badParameter') naming the parameter. Empty values count as absent. */
export function readRankingQuery(parameters: URLSearchParams, fiscalYear: number): RankingQuery {
  const given = (name: string) => parameters.get(name)?.trim().slice(0, longestText) || undefined
  const sort = oneOf(sorts, 'sort', given('sort')) ?? 'rank'
  const direction = oneOf(directions, 'direction', given('direction')) ?? firstDirection[sort]
  const type = given('type')
  const ministry = given('ministry')
  const province = given('province')
  const search = given('q')
  return {
    fiscalYear,
    ...(type && { type }),
    ...(ministry && { ministry }),
    ...(province && { province }),
    ...(search && { search }),
    sort,
    direction,
    page: readPage(given('page')),
    pageSize,
  }
}

function oneOf<T extends string>(
  known: readonly T[],
  name: string,
  value: string | undefined,
): T | undefined {
  if (value === undefined) return undefined
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Problem('invalid', 'page.badParameter', { name, value })
  return found
}

function readPage(value: string | undefined): number {
  if (value === undefined) return 1
  const digits = toArabicDigits(value)
  if (!/^[1-9]\d{0,5}$/.test(digits)) {
    throw new Problem('invalid', 'page.badParameter', { name: 'page', value })
  }
  return Number(digits)
}

/** The address of a query, with what keeps its default left out. */
export function addressOf(query: RankingQuery, from?: string): RankingAddress {
  const isDefault = query.sort === 'rank' && query.direction === firstDirection.rank
  return {
    year: query.fiscalYear,
    type: query.type,
    ministry: query.ministry,
    province: query.province,
    q: query.search,
    sort: isDefault ? undefined : query.sort,
    direction: isDefault || query.direction === firstDirection[query.sort] ? undefined : query.direction,
    page: query.page,
    from,
  }
}

/** Where the head of a column leads: sorted by it, or the other way round when it already is. */
export function sortedBy(query: RankingQuery, sort: Sort): RankingQuery {
  const turned = query.direction === 'ascending' ? 'descending' : 'ascending'
  return { ...query, sort, direction: query.sort === sort ? turned : firstDirection[sort], page: 1 }
}
