/** Published figures beside computed ones. */
import { compare, decimal } from '#base/decimal.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import type { Reader } from '../../ui/language.ts'

export interface PublishedRow {
  readonly node: string
  readonly name: string
  readonly published: string | null
  readonly computed: string | null
  /** Null where only one of the two is known. */
  readonly agrees: boolean | null
}

/** The total, the instruments and the indicators that were published; none where nothing was computed. */
export function publishedRows(result: AgencyResult, { say, text }: Reader): PublishedRow[] {
  const { imported, instruments, indicators, origin } = result
  if (!imported || origin !== 'computed') return []
  const { figures } = imported
  const words = text.site.agency
  const rows = [
    { node: 'total', name: words.total, published: figures.total, computed: result.total },
    ...instruments.map(({ id, name, score }) => ({
      node: id,
      name: say(name),
      published: figures.instruments[id] ?? null,
      computed: score,
    })),
    ...indicators
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, name, score }) => ({
        node: `indicator:${number}`,
        name: words.indicatorName(number, say(name)),
        published: figures.indicators[number] ?? null,
        computed: score,
      })),
  ]
  return rows
    .filter(({ published }) => published !== null)
    .map((row) => ({ ...row, agrees: agreement(row.published, row.computed) }))
}

function agreement(published: string | null, computed: string | null): boolean | null {
  if (published === null || computed === null) return null
  return compare(decimal(published), decimal(computed)) === 0
}
