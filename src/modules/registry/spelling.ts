/** How far apart two spellings are. Pure. */

/** The share of its letters that a word may have wrong and still be recognised. */
const slack = 0.34

/** Letters that may be wrong in what was typed. */
export function mostMisspelt(typed: string): number {
  return Math.max(1, Math.floor(typed.length * slack))
}

/** Letters to change, add or leave out. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
