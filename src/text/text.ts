/** What a language is made of, and how to find the sentence for a problem. */
import type { th } from './th.ts'

/** Widens the literal strings of `th` so that another language may say the same in its own words. */
type Widen<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Widen<T[K]> }

export type Text = Omit<Widen<typeof th>, 'language'> & { readonly language: 'th' | 'en' }

/** The values a problem's sentence may name. */
export type Values = Readonly<Record<string, string | number>>

/** A catalogue of problem sentences by code. */
export type ProblemTexts = Readonly<Record<string, (values: Values) => string>>

/** The sentence for a problem's code; a code without a sentence is a defect that a test catches. */
export function problemText(text: Text, code: string, values: Values): string {
  const sentence = (text.problems as ProblemTexts)[code]
  return sentence ? sentence(values) : code
}
