/** The few distributions and averages that signals need, as plain numbers: they judge answers, they score nothing. Pure. */

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : sum(values) / values.length
}

/** Of a sample: divided by one less than there are values. */
export function variance(values: readonly number[]): number {
  const middle = mean(values)
  return sum(values.map((value) => (value - middle) ** 2)) / Math.max(values.length - 1, 1)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2
}

/** The median absolute deviation, made comparable with a standard deviation. */
export function robustDeviation(values: readonly number[]): number {
  const middle = median(values)
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)))
}

/** The natural logarithm of n!. */
function logFactorial(n: number): number {
  if (n < 20) {
    let log = 0
    for (let factor = 2; factor <= n; factor++) log += Math.log(factor)
    return log
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
}

/** The natural logarithm of the number of ways to pick k of n. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** The common logarithm of the chance of at least `count` events where `rate` are expected, from above and at most 0. */
export function log10PoissonTail(count: number, rate: number): number {
  if (rate <= 0) return count > 0 ? Number.NEGATIVE_INFINITY : 0
  if (count <= rate) return 0
  const first = count * Math.log(rate) - rate - logFactorial(count)
  const series = 1 / (1 - rate / (count + 1))
  return Math.min(0, (first + Math.log(series)) / Math.LN10)
}
