/** Chance that nobody can foresee: keys, codes, and orders that tell nothing. */
import { randomFillSync, randomInt } from 'node:crypto'

/** The system is asked for this much at once: asking costs as much as sealing an answer does. */
const pool = Buffer.alloc(4096)
let used = pool.length

/** Up to 4,096 bytes that were handed to nobody else; none of them stays behind. */
export function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const from = used
  used += count
  const drawn = Buffer.from(pool.subarray(from, used))
  pool.fill(0, from, used)
  return drawn
}

/** `bytes` random bytes in hex. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** Each character drawn from the alphabet alike. */
export function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The same things; each order is as likely as any other. */
export function inRandomOrder<T>(given: readonly T[]): T[] {
  return given
    .map((thing) => ({ thing, place: randomHex(16) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ thing }) => thing)
}
