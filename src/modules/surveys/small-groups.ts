/** Keeps counts of few people from being read, or worked out from the total that stands beside them. Pure. */

/** Groups of fewer people are shown nowhere. */
export const fewestShown = 5

/**
 * Counts that add up to a known total, null where withheld: groups of one to four people, and the next larger ones
 * until at least two are withheld together and at least five people stand behind them.
 */
export function withholdSmall(counts: readonly number[]): (number | null)[] {
  const hidden = new Set([...counts.keys()].filter((place) => isSmall(counts[place] ?? 0)))
  if (hidden.size === 0) return [...counts]
  const others = [...counts.keys()]
    .filter((place) => (counts[place] ?? 0) >= fewestShown)
    .toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
  for (const place of others) {
    if (hidden.size > 1 && peopleIn(hidden) >= fewestShown) break
    hidden.add(place)
  }
  return counts.map((count, place) => (hidden.has(place) ? null : count))

  function peopleIn(places: ReadonlySet<number>): number {
    return [...places].reduce((sum, place) => sum + (counts[place] ?? 0), 0)
  }
}

function isSmall(count: number): boolean {
  return count > 0 && count < fewestShown
}
