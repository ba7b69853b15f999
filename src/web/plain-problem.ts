/** How a Problem is told where a file was asked for: in one line of plain text. */
import type { Log } from '#platform/log.ts'
import { problemOf, statusOf } from './problems.ts'
import type { Language } from './ui/addresses.ts'
import { sentenceFor } from './ui/failure.ts'
import { readerOf } from './ui/language.ts'

/** Throws what is not an error, such as a redirect, again. */
export function asPlainText(error: unknown, log: Log, language: Language): Response {
  if (!(error instanceof Error)) throw error
  const problem = problemOf(error, log)
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  const sentence = sentenceFor(readerOf(language).text, problem)
  return new Response(`${sentence}\n`, { status: statusOf(problem), headers })
}
