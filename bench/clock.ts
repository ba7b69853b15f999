/** Medians of repeated runs, and how times are printed. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** "123 ms", right-aligned in `width` characters. */
export function inMilliseconds(value: number, width = 0): string {
  return `${value.toFixed(0).padStart(width)} ms`
}

/** "12.3 µs" for a time in milliseconds. */
export function inMicroseconds(value: number): string {
  return `${(value * 1000).toFixed(value < 0.01 ? 2 : 1)} µs`
}
