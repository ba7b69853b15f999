/** Chance that nobody can foresee: keys and codes. */
import { randomBytes, randomInt } from 'node:crypto'

/** `bytes` random bytes in hex. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** Each character drawn from the alphabet alike. */
export function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
