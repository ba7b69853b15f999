/** Why a database cannot be used at the start, in one sentence about DATABASE_URL instead of a driver's error. */
import { Problem } from '#base/problem.ts'

/** PostgreSQL's conditions and the machine's errors, by the code of the sentence that tells of them. */
const sentences: Readonly<Record<string, string>> = {
  '3D000': 'database.missing',
  '28000': 'database.refusesSignIn',
  '28P01': 'database.refusesSignIn',
  '42501': 'database.notPermitted',
  ENOTFOUND: 'database.unknownHost',
  EAI_AGAIN: 'database.unknownHost',
  ECONNREFUSED: 'database.notListening',
  EHOSTUNREACH: 'database.unreachable',
  ENETUNREACH: 'database.unreachable',
  ETIMEDOUT: 'database.unreachable',
}

/** The Problem for what went wrong with the database at `url`; the password in it is never told. */
export function startProblem(error: unknown, url: string): Problem {
  if (error instanceof Problem) return error
  const cause = causeOf(error)
  const { host, pathname, username } = new URL(url)
  const isTimeout = /timeout/i.test(cause.message)
  const code = sentences[cause.code ?? ''] ?? (isTimeout ? 'database.unreachable' : 'database.unusable')
  return new Problem('unavailable', code, {
    host,
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    reason: cause.message,
  })
}

/** The innermost error: the query builder wraps the driver's, and several addresses of one host each have their own. */
function causeOf(error: unknown): Error & { code?: string } {
  if (!(error instanceof Error)) return new Error(String(error))
  if (error.cause instanceof Error) return causeOf(error.cause)
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return causeOf(error.errors[0])
  return error
}
