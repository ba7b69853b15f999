/** How Problems become pages: the status of each, and what the page is told. */
import { data } from 'react-router'
import { Problem, type ProblemKind } from '#base/problem.ts'
import type { Log } from '#platform/log.ts'
import { isUnstorable } from '#platform/unstorable.ts'
import type { Failure } from './ui/failure.ts'

const statuses: Readonly<Record<ProblemKind, number>> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  closed: 403,
  tooMany: 429,
  unavailable: 503,
}

export function statusOf({ kind, code }: Problem): number {
  return code === 'request.tooLarge' ? 413 : statuses[kind]
}

/** What a loader throws so that the page of the Problem is shown; a redirect stays what it is. */
export function asPage(error: unknown, log: Log): unknown {
  if (!(error instanceof Error)) return error
  const problem = problemOf(error, log)
  return data(failureOf(problem), { status: statusOf(problem) })
}

export function failureOf({ code, parameters, findings }: Problem): Failure {
  return {
    ...{ code, parameters },
    findings: findings.map(({ code: found, parameters: own = {} }) => ({ code: found, parameters: own })),
  }
}

/** What no module foresaw: the database out of reach, or a fault of ours; the log keeps the reason. */
export function problemOf(error: Error, log: Log): Problem {
  if (error instanceof Problem) return error
  if (isUnstorable(error)) return new Problem('invalid', 'input.unstorable')
  const cause = error.cause instanceof Error ? error.cause : error
  log.error({ reason: cause.message, stack: error.stack }, 'page failed')
  return new Problem('unavailable', isOutage(cause) ? 'database.unavailable' : 'service.unavailable')
}

/** Refused or lost connections, and PostgreSQL on its way up or down (class 57P). */
function isOutage(cause: Error): boolean {
  const code = 'code' in cause ? String(cause.code) : ''
  return /^(E[A-Z]+|57P\d+|08\d+)$/.test(code) || /connection|timeout/i.test(cause.message)
}
