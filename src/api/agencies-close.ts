/** `POST /api/v1/agencies/{code}/close`: the last day of an agency, or that it goes on after all. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canCloseAgency } from '#modules/registry/access.ts'
import { getAgencyRecord } from '#modules/registry/agency-list.ts'
import { closeAgency } from '#modules/registry/close-agency.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { agencySchema, representAgency } from './agency-schema.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })

const closing = z.strictObject({
  activeTo: z.string().nullable().openapi({
    description: 'The last day it exists, in either era; null takes an end back',
    example: '2026-09-30',
  }),
})

const closeRoute = createRoute({
  ...{ method: 'post', path: '/api/v1/agencies/{code}/close', tags: ['registry'] },
  ...needsScopes([canCloseAgency]),
  summary: 'End an agency on a day, or take its end back',
  request: {
    params: z.object({ code: z.string().openapi({ example: 'DIPROM' }) }),
    body: { required: true, ...json(closing) },
  },
  responses: {
    200: { description: 'The agency as it now is', ...json(agencySchema) },
    ...problems(400, 401, 403, 404, 409),
  },
})

export function agencyCloseRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(closeRoute, async (c) => {
    const { code } = c.req.valid('param')
    const { activeTo } = c.req.valid('json')
    await act(doorway, actorOf(c), (context) => closeAgency(context, { code, activeTo }))
    return c.json(representAgency(await getAgencyRecord(doorway.database.query, code)), 200)
  })
  return routes
}
