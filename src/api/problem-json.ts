/** How the REST door tells of a problem: RFC 9457 `application/problem+json`, in the language the caller prefers. */
import type { Context as RequestContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Problem, type ProblemKind } from '#base/problem.ts'
import { isReadableAddress } from '#base/readable-address.ts'
import type { Log } from '#platform/log.ts'
import { isUnstorable } from '#platform/unstorable.ts'
import { en } from '#text/en.ts'
import { problemText, type Text } from '#text/text.ts'
import { th } from '#text/th.ts'

const statuses: Readonly<Record<ProblemKind, ContentfulStatusCode>> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  closed: 403,
  tooMany: 429,
  unavailable: 503,
}

const headersByStatus: Readonly<Record<number, Record<string, string>>> = {
  401: { 'WWW-Authenticate': 'Bearer' },
  503: { 'Retry-After': '5' },
}

export function answerProblem(log: Log) {
  return (error: Error, c: RequestContext): Response => {
    const problem = problemOf(error, log)
    return problemResponse(c, problem, statusOf(problem))
  }
}

/** What HTTP has a status of its own for; who has not said who they are may still be allowed to. */
const statusesByCode: Readonly<Record<string, ContentfulStatusCode>> = {
  'access.signInFirst': 401,
  'account.keyInvalid': 401,
  'request.tooLarge': 413,
  'table.tooLarge': 413,
}

function statusOf({ kind, code }: Problem): ContentfulStatusCode {
  return statusesByCode[code] ?? statuses[kind]
}

export function problemResponse(c: RequestContext, problem: Problem, status: ContentfulStatusCode): Response {
  const text = languageOf(c)
  const body = {
    type: `urn:prongsai:problem:${problem.code}`,
    title: problemText(text, problem.code, problem.parameters),
    status,
    errors: problem.findings.map(({ code, line, parameters = {} }) => ({
      code,
      detail: problemText(text, code, parameters),
      line,
      field: parameters.field,
    })),
  }
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  return c.body(JSON.stringify(body), status, { ...headers, ...headersByStatus[status] })
}

/** Thai unless English is preferred. */
export function languageOf(c: RequestContext): Text {
  return c.req.header('Accept-Language')?.startsWith('en') ? en : th
}

/** Refuses an address that is no text, before any route reads a part of it. */
export async function refuseUnreadable(c: RequestContext, next: () => Promise<void>): Promise<void> {
  if (!isReadableAddress(c.req.url)) throw new Problem('invalid', 'address.unreadable')
  await next()
}

/** What no verb foresaw is the machine's state, as far as the caller can tell; the log keeps the reason. */
function problemOf(error: Error, log: Log): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status < 500)
    return new Problem('invalid', 'api.bodyUnreadable')
  if (isUnstorable(error)) return new Problem('invalid', 'input.unstorable')
  log.error({ reason: error.message, stack: error.stack }, 'unexpected error')
  return new Problem('unavailable', 'service.unavailable')
}
