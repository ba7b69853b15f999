/** A group of REST routes whose wrong parameters all become the same Problem. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '#base/problem.ts'
import { valueFault } from '#base/value-fault.ts'

export function makeRouter(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) {
        const { error } = result
        const findings = error.issues.map((issue) => valueFault(issue))
        throw Problem.ofFindings('query.invalid', findings)
      }
    },
  })
}
