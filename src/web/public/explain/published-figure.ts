/** What was published of a figure, by the id that the score sheet gives it. */
import type { Figures } from '#modules/results/result.ts'
import { nodeParts } from './figure-names.ts'

/** Null where it was not published. */
export function publishedFigure(figures: Figures, node: string): string | null {
  const { part, kind, own } = nodeParts(node)
  if (part !== null) return null
  if (kind === 'total') return figures.total
  if (kind === 'indicator') return figures.indicators[own] ?? null
  return kind === 'part' || kind === 'instrument' ? (figures.instruments[own] ?? null) : null
}
