/** Compares secrets in a time that tells nothing of how alike they are. */
import { createHash, timingSafeEqual } from 'node:crypto'

export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()
  return timingSafeEqual(digest(given), digest(expected))
}
