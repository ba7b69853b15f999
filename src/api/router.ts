/** A group of REST routes whose wrong parameters all become the same Problem. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '#base/problem.ts'

export function makeRouter(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw queryProblem(result.error.issues)
    },
  })
}

function queryProblem(issues: readonly { path: PropertyKey[]; message: string }[]): Problem {
  const findings = issues.map((issue) => ({
    code: 'query.parameter',
    parameters: { name: issue.path.join('.'), reason: issue.message },
  }))
  return Problem.ofFindings('query.invalid', findings)
}
