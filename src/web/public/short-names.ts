/** Short names of figures and places, for a table's row and for CSV. */
import type { Rank, RankScope, Ranks } from '#modules/results/result.ts'
import type { Text } from '#text/text.ts'

/** "EIT Survey", "ตัวชี้วัดที่ 6", by the id that the score sheet gives the figure. */
export function shortName(text: Text, node: string): string {
  const [kind, own = ''] = node.split(':')
  const parts: Readonly<Record<string, string>> = text.site.partsShort
  if (kind === 'total') return text.site.columns.total
  if (kind === 'rating') return text.site.columns.rating
  return kind === 'indicator' ? text.site.columns.indicator(Number(own)) : (parts[own] ?? own)
}

/** Each scope with its place, the widest first; scopes without one are left out. */
export function listRanks(ranks: Ranks): (readonly [RankScope, Rank])[] {
  const scopes: readonly RankScope[] = ['nation', 'type', 'ministry', 'province']
  return scopes.flatMap((scope) => {
    const rank = ranks[scope]
    return rank ? [[scope, rank] as const] : []
  })
}
