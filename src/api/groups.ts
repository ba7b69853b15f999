/** `/api/v1/agency-types`, `/ministries` and `/provinces`: what agencies are grouped by, in the official order. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listGroupsOf } from '#modules/registry/queries.ts'
import type { ReferenceKind } from '#modules/registry/reference.ts'
import type { Doorway } from '#platform/context.ts'
import { conditional, publicCache } from './conditional.ts'
import { makeRouter } from './router.ts'

const groupSchema = z
  .object({ code: z.string(), name: z.object({ th: z.string(), en: z.string() }) })
  .openapi('Group')

const lists = [
  ['agency-types', 'types', 'The types of agencies'],
  ['ministries', 'ministries', 'The ministries'],
  ['provinces', 'provinces', 'The provinces, by ISO 3166-2:TH'],
] as const satisfies readonly (readonly [string, ReferenceKind, string])[]

export function groupRoutes({ database }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  for (const [path, kind, summary] of lists) {
    const route = createRoute({
      method: 'get',
      path: `/api/v1/${path}`,
      tags: ['registry'],
      summary,
      middleware: [conditional] as const,
      responses: {
        200: {
          description: 'All of them',
          content: { 'application/json': { schema: z.object({ groups: z.array(groupSchema) }) } },
        },
      },
    })
    routes.openapi(route, async (c) => {
      c.header('Cache-Control', publicCache)
      return c.json({ groups: await listGroupsOf(database.query, kind) }, 200)
    })
  }
  return routes
}
