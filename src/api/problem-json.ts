/** How the REST door tells of a problem: RFC 9457 `application/problem+json`, in the language the caller prefers. */
import type { Context as RequestContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Problem, type ProblemKind } from '#base/problem.ts'
import type { Log } from '#platform/log.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
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

export function answerProblem(log: Log) {
  return (error: Error, c: RequestContext): Response => {
    const problem = error instanceof Problem ? error : unexpected(error, log)
    const text = c.req.header('Accept-Language')?.startsWith('en') ? en : th
    const status = statuses[problem.kind]
    const body = {
      type: `urn:prongsai:problem:${problem.code}`,
      title: problemText(text, problem.code, problem.parameters),
      status,
      errors: problem.findings.map((finding) => ({
        code: finding.code,
        detail: problemText(text, finding.code, finding.parameters ?? {}),
      })),
    }
    const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
    return c.body(JSON.stringify(body), status, status === 503 ? { ...headers, 'Retry-After': '5' } : headers)
  }
}

/** What no verb foresaw is the machine's state, as far as the caller can tell; the log keeps the reason. */
function unexpected(error: Error, log: Log): Problem {
  log.error({ reason: error.message, stack: error.stack }, 'unexpected error')
  return new Problem('unavailable', 'service.unavailable')
}
