/** Reads the query of routes that answer with more than JSON, and so are only described to the router. */
import type { z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import { Problem } from '#base/problem.ts'
import { valueFault } from '#base/value-fault.ts'

/** Throws `query.invalid` with a finding for each parameter. */
export function readQuery<S extends z.ZodType>(c: RequestContext, schema: S): z.output<S> {
  const parsed = schema.safeParse(c.req.query())
  if (parsed.success) return parsed.data
  throw Problem.ofFindings(
    'query.invalid',
    parsed.error.issues.map((issue) => valueFault(issue)),
  )
}
