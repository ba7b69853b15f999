/** What the list of agencies is asked for, as its address says it. Pure. */
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { type AgencyListQuery, type AgencySort, agencySorts } from '#modules/registry/agency-list.ts'

export const pageSize = 50

const parameters = ['q', 'type', 'ministry', 'province', 'sort', 'order', 'page'] as const

/** As it stands in the address; what is not asked for is absent. */
export type AgencyAddress = Readonly<Partial<Record<(typeof parameters)[number], string>>>

export function readAddress(search: URLSearchParams): AgencyAddress {
  const given = parameters.map((name) => [name, search.get(name)?.trim() ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

/** Throws `page.invalid`. */
export function toListQuery(
  asked: AgencyAddress,
): AgencyListQuery & { readonly page: { readonly number: number } } {
  const sort: AgencySort = agencySorts.find((known) => known === asked.sort) ?? 'name'
  return {
    ...{ search: asked.q, type: asked.type, ministry: asked.ministry, province: asked.province, sort },
    isDescending: asked.order === 'descending',
    page: { number: readPage(asked.page), size: pageSize },
  }
}

/** Throws `page.invalid`. */
export function readPage(asked = '1'): number {
  const digits = toArabicDigits(asked)
  if (!/^[1-9]\d{0,5}$/.test(digits)) throw new Problem('invalid', 'page.invalid', { value: asked })
  return Number(digits)
}
