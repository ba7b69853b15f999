/** The codes people type: those of links, which stand in addresses, and one-time codes. */
import { toArabicDigits } from '#base/thai-text.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { findInstrument } from '#modules/frameworks/lookup.ts'

/** The surveys that have links, as they stand in addresses: `/go/iit/…` and `/go/eit/…`. */
export const linkedSurveys = ['iit', 'eit'] as const
export type LinkedSurvey = (typeof linkedSurveys)[number]

/** Whoever has the link answers (`open`), or each answer takes a one-time code (`codes`). */
export type Mode = 'open' | 'codes'

/** No vowels, so that no code is a word; nothing that is read as something else. */
export const codeAlphabet = '23456789bcdfghjkmnpqrstvwxz'
export const linkCodeLength = 8
export const oneTimeCodeLength = 10

/** A code as it is kept, however it was typed: small letters, Arabic digits, without spaces and dashes. */
export function tidyCode(typed: string): string {
  return toArabicDigits(typed)
    .toLowerCase()
    .replace(/[\s\-–—]/g, '')
}

/** Whether it may be the code of a link at all; what is not need not be looked for. */
export function isLinkCode(code: string): boolean {
  return code.length === linkCodeLength && [...code].every((character) => codeAlphabet.includes(character))
}

/** In two halves, as printed: `bcd2f-gh3jk`. */
export function printCode(code: string): string {
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)}-${code.slice(half)}`
}

/** The part that a survey's link leads to: of EIT the one that people answer by themselves. */
export function linkedPart(framework: Framework, survey: LinkedSurvey): string | undefined {
  const parts = findInstrument(framework, survey)?.parts.map(({ id }) => id) ?? []
  return parts.find((id) => id === 'eitPublic') ?? parts[0]
}

/** The survey of a part: iit of `iit`, eit of `eitPublic`, `eitSurvey` and `eit`. */
export function surveyOfPart(framework: Framework, part: string): LinkedSurvey | undefined {
  return linkedSurveys.find((survey) =>
    findInstrument(framework, survey)?.parts.some(({ id }) => id === part),
  )
}

export function linkPath(survey: LinkedSurvey, code: string): string {
  return `/go/${survey}/${code}`
}
