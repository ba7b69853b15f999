/** Places with ties: equal scores share a place and the next place is skipped (1, 2, 2, 4). */

export interface RankEntry {
  readonly key: string
  /** In hundredths of a point, as shown: 9265 is 92.65 (see `hundredths` in rounding.ts). */
  readonly score: number
}

/** The place of every key, highest score first; the answer is ordered best first, equal scores as given. */
export function rankWithTies(entries: readonly RankEntry[]): Map<string, number> {
  const sorted = entries.toSorted((a, b) => b.score - a.score)
  const places = new Map<string, number>()
  let place = 0
  let previous = Number.NaN
  for (const [index, entry] of sorted.entries()) {
    if (entry.score !== previous) place = index + 1
    previous = entry.score
    places.set(entry.key, place)
  }
  return places
}
