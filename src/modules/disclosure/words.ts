/** What people write about items, as it is kept: bounded, and without signs that nobody sees. Pure. */
import { Problem } from '#base/problem.ts'

export const longest = { comment: 2_000, reason: 2_000, explanation: 4_000, place: 500, url: 2_000 } as const

/** Lines stay lines; control characters and spaces around go. */
export function tidyText(given: string): string {
  return given
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/** Throws `item.textMissing` or `item.textTooLong`. */
export function requireText(given: string, most: number): string {
  const text = tidyText(given)
  if (text === '') throw new Problem('invalid', 'item.textMissing')
  if (text.length > most) throw new Problem('invalid', 'item.textTooLong', { most, length: text.length })
  return text
}
