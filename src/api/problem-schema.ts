/** How the document describes refusals: RFC 9457 problem details, with each thing to mend. */
import { z } from '@hono/zod-openapi'

const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:prongsai:problem:registry.formInvalid' }),
    title: z.string(),
    status: z.number().int(),
    errors: z.array(
      z.object({
        code: z.string(),
        detail: z.string(),
        line: z.number().int().optional(),
        field: z.string().optional(),
      }),
    ),
  })
  .openapi('Problem')

const descriptions = {
  400: 'Something in the request is to be mended; `errors` names each thing',
  401: 'Sign in first: this needs a key',
  403: 'The key lacks the scope, its owner the role, or the act is outside its phase; `type` tells which',
  404: 'There is no such thing',
  409: 'What is there stands in the way',
  413: 'What was sent is larger than is taken',
} as const

type Status = keyof typeof descriptions

export function problems<S extends Status>(...statuses: readonly S[]) {
  const answer = (status: S) => ({
    description: descriptions[status],
    content: { 'application/problem+json': { schema: problemSchema } },
  })
  return Object.fromEntries(statuses.map((status) => [status, answer(status)])) as {
    [each in S]: ReturnType<typeof answer>
  }
}

/** Where keys are named in the document. */
export const keyScheme = 'key'
/** For what any key of the person opens; a route that needs a scope says so by `needsScopes`. */
export const needsKey = [{ [keyScheme]: [] }]
