/** What a public page's loader is given, and how its problems become pages with the right status. */
import { data, type LoaderFunctionArgs } from 'react-router'
import { isFiscalYear } from '#base/fiscal-year.ts'
import { Problem, type ProblemKind } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { Queryable } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import { doorwayContext } from '#web/doorway.ts'
import { type Language, languageOf } from '../ui/addresses.ts'
import { type Failure, sentenceFor } from '../ui/failure.ts'
import { readerOf } from '../ui/language.ts'

export interface Reading {
  readonly db: Queryable
  readonly log: Log
  readonly now: Date
  readonly url: URL
  readonly params: Readonly<Record<string, string | undefined>>
  readonly language: Language
}

const statuses: Readonly<Record<ProblemKind, number>> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  closed: 403,
  tooMany: 429,
  unavailable: 503,
}

/** Makes a loader of a function that only reads; a Problem it throws is shown as a page of the Problem's kind. */
export function reading<T>(read: (reading: Reading) => T | Promise<T>) {
  return async ({ context, params, url }: LoaderFunctionArgs): Promise<T> => {
    const { database, log, clock } = context.get(doorwayContext)
    try {
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
      if (!(error instanceof Error)) throw error
      const problem = problemOf(error, log)
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
      const sentence = sentenceFor(readerOf(language).text, problem)
      return new Response(`${sentence}\n`, { status: statuses[problem.kind], headers })
    }
  }
}

/** The fiscal year in an address or a query, in either kind of digit. Throws a Problem when it is none. */
export function readYear(given: string): number {
  const year = Number(toArabicDigits(given.trim()))
  if (!/^[\d๐-๙]{4}$/.test(given.trim()) || !isFiscalYear(year)) {
    throw new Problem('invalid', 'year.invalid', { value: given })
  }
  return year
}

/** A part of the address that the route promises. */
export function readParameter(params: Reading['params'], name: string): string {
  const value = params[name]
  if (value === undefined) throw new Problem('notFound', 'page.notFound')
  return value
}

function asPage(error: unknown, log: Log): unknown {
  if (!(error instanceof Error)) return error
  const problem = problemOf(error, log)
  const failure: Failure = {
    code: problem.code,
    parameters: problem.parameters,
    findings: problem.findings.map(({ code, parameters = {} }) => ({ code, parameters })),
  }
  return data(failure, { status: statuses[problem.kind] })
}

/** What no module foresaw: the database out of reach, or a fault of ours; the log keeps the reason. */
function problemOf(error: Error, log: Log): Problem {
  if (error instanceof Problem) return error
  const cause = error.cause instanceof Error ? error.cause : error
  log.error({ reason: cause.message, stack: error.stack }, 'page failed')
  return new Problem('unavailable', isOutage(cause) ? 'database.unavailable' : 'service.unavailable')
}

/** Refused or lost connections, and PostgreSQL on its way up or down (class 57P). */
function isOutage(cause: Error): boolean {
  const code = 'code' in cause ? String(cause.code) : ''
  return /^(E[A-Z]+|57P\d+|08\d+)$/.test(code) || /connection|timeout/i.test(cause.message)
}
