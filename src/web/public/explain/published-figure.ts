/** What was published of a figure, by the id that the score sheet gives it. */
import type { Words } from '#base/words.ts'
import type { Figures } from '#modules/results/result.ts'
import { nodeParts } from './figure-names.ts'

interface Asked {
  readonly node: string
  /** Writes the rating in the reader's language. */
  readonly say: (words: Words) => string
}

/** Null where it was not published. */
export function publishedFigure(figures: Figures, { node, say }: Asked): string | null {
  const { part, kind, own } = nodeParts(node)
  if (part !== null) return null
  if (kind === 'total') return figures.total
  if (kind === 'rating') return figures.rating && say(figures.rating.name)
  if (kind === 'indicator') return figures.indicators[own] ?? null
  return kind === 'part' || kind === 'instrument' ? (figures.instruments[own] ?? null) : null
}
