/** What every section of the result report needs to speak: its language, its digits and its signs. Pure. */
import { decimal, format, subtract } from '#base/decimal.ts'
import { toThaiDigits } from '#base/thai-text.ts'
import type { Words } from '#base/words.ts'
import { report as enReport } from '#text/en/report.ts'
import { report as thReport } from '#text/th/report.ts'

export type Language = keyof Words
export type ReportText = typeof thReport

/** A section's speaker: `say` chooses the language of a framework's words. */
export interface Speaker {
  readonly language: Language
  readonly text: ReportText
  readonly say: (words: Words) => string
}

export function makeSpeaker(language: Language): Speaker {
  return { language, text: language === 'th' ? thReport : enReport, say: (words) => words[language] }
}

/** "-0.27" as "−0.27" and "0.43" as "+0.43"; zero has no sign. */
export function signed(change: string | null): string | null {
  if (change === null) return null
  const { numerator } = decimal(change.replace('+', ''))
  const magnitude = change.replace(/^[+-]/, '')
  return numerator < 0n ? `−${magnitude}` : numerator > 0n ? `+${magnitude}` : magnitude
}

/** Last year's score, told by this year's and the change between them. */
export function scoreBefore(score: string | null, change: string | null): string | null {
  if (score === null || change === null) return null
  return format(subtract(decimal(score), decimal(change.replace('+', ''))), 2)
}

/** Writes every text within a value in the digits asked for. */
export function inDigits<T>(value: T, digits: 'thai' | 'arabic'): T {
  return digits === 'thai' ? (mapTexts(value, toThaiDigits) as T) : value
}

function mapTexts(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === 'string') return write(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, write))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, write)]))
}
