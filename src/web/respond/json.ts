/** What a program is told that sent answers as JSON: stored, or RFC 9457 `application/problem+json`. */
import type { Problem, ProblemKind } from '#base/problem.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'

const statuses: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  closed: 403,
  tooMany: 429,
  unavailable: 503,
}

const busySeconds = 5

/** The same for an answer that was there already: a program that sends again learns that all is well. */
export function answerJson(): Response {
  return new Response('{"stored":true}', {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  })
}

export function answerJsonProblem(
  problem: Problem,
  acceptLanguage: string | undefined,
  status = statuses[problem.kind],
): Response {
  const text = acceptLanguage?.startsWith('en') ? en : th
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
  if (status === 429 || status === 503) {
    headers.set('Retry-After', String(problem.parameters.seconds ?? busySeconds))
  }
  const body = {
    type: `urn:prongsai:problem:${problem.code}`,
    title: problemText(text, problem.code, problem.parameters),
    status,
    errors: problem.findings.map(({ code, parameters = {} }) => ({
      code,
      detail: problemText(text, code, parameters),
    })),
  }
  return new Response(JSON.stringify(body), { status, headers })
}
