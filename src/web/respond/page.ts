/** The pages of a survey as data: what the server decides, and the server build draws. */
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { LinkedSurvey } from '#modules/surveys/link.ts'

export type Language = 'th' | 'en'

export interface FormPage {
  readonly kind: 'form'
  readonly survey: LinkedSurvey
  readonly part: string
  readonly framework: Framework
  readonly agency: { readonly name: Words; readonly isImaginary: boolean }
  readonly isByCode: boolean
  /** Stands in the form and comes back with the answers. */
  readonly key: string
  /** What was sent before, by answer column, when something stood in the way. */
  readonly chosen?: Readonly<Record<string, string>>
  /** Answer columns to mend. */
  readonly faults?: readonly string[]
  readonly isCodeFault?: boolean
  /** `flooded`: where the browser can, its script computes in place of waiting. */
  readonly obstacle?: 'busy' | 'tooMany' | 'flooded'
}

export type RespondPage =
  | FormPage
  | { readonly kind: 'thanks'; readonly survey: LinkedSurvey }
  | { readonly kind: 'privacy'; readonly group: number }
  | { readonly kind: 'unknown' | 'revoked' | 'broken' | 'unavailable' }
  | { readonly kind: 'upcoming' | 'closed'; readonly day: string }

/** Draws a page as a whole HTML document; `path` is its own address without the language. */
export type RenderRespond = (
  page: RespondPage,
  place: { readonly language: Language; readonly path: string },
) => string

/** English is asked for by `?lang=en`. */
export function inLanguage(path: string, language: Language): string {
  return language === 'en' ? `${path}?lang=en` : path
}

export function languageOf(asked: string | undefined): Language {
  return asked === 'en' ? 'en' : 'th'
}

/** Where a browser goes once its answers are stored. */
export function thanksPath(path: string, language: Language): string {
  return inLanguage(`${path}/thanks`, language)
}
