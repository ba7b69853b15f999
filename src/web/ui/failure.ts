/** A Problem on its way from a loader to the page or the line of text that tells of it. */
import { problemText, type Text, type Values } from '#text/text.ts'

export interface Sentence {
  readonly code: string
  readonly parameters: Values
}

export interface Failure extends Sentence {
  readonly findings: readonly Sentence[]
}

/** The sentences of the pages themselves stand with the pages' words, all others in the common catalogue. */
export function sentenceFor(text: Text, { code, parameters }: Sentence): string {
  const own: Readonly<Record<string, (values: Values) => string>> = text.site.problems
  return own[code]?.(parameters) ?? problemText(text, code, parameters)
}
