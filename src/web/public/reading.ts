/** What a public page's loader is given, and how its problems become pages with the right status. */
import type { LoaderFunctionArgs } from 'react-router'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import { doorwayContext } from '#web/doorway.ts'
import { asPlainText } from '#web/plain-problem.ts'
import { asPage } from '#web/problems.ts'
import { refusalContext } from '#web/refused.ts'
import { type Language, languageOf } from '../ui/addresses.ts'

export interface Reading {
  readonly db: Queryable
  readonly log: Log
  readonly now: Date
  readonly url: URL
  readonly params: Readonly<Record<string, string | undefined>>
  readonly language: Language
}

/** Makes a loader of a function that only reads; a Problem it throws is shown as a page of the Problem's kind. */
export function reading<T>(read: (reading: Reading) => T | Promise<T>) {
  return async ({ context, params, url }: LoaderFunctionArgs): Promise<T> => {
    const { database, log, clock } = context.get(doorwayContext)
    try {
      const refusal = context.get(refusalContext)
      if (refusal) throw refusal
      return await read({
        db: database.query,
        log,
        now: clock(),
        url,
        params,
        language: languageOf(url.pathname),
      })
    } catch (error) {
      throw asPage(error, log)
    }
  }
}

/** As `reading`, for an address that answers with a file; a Problem is told in one line of plain text. */
export function readingFile(read: (reading: Reading) => Promise<Response>) {
  return async ({ context, params, url }: LoaderFunctionArgs): Promise<Response> => {
    const { database, log, clock } = context.get(doorwayContext)
    const language = languageOf(url.pathname)
    try {
      return await read({ db: database.query, log, now: clock(), url, params, language })
    } catch (error) {
      return asPlainText(error, log, language)
    }
  }
}

/** The fiscal year in an address or a query, in either kind of digit. Throws a Problem when it is none. */
export const readYear = parseFiscalYear

/** A part of the address that the route promises. */
export function readParameter(params: Reading['params'], name: string): string {
  const value = params[name]
  if (value === undefined) throw new Problem('notFound', 'page.notFound')
  return value
}
