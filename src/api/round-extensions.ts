/** `/api/v1/rounds/{year}/extensions`: which agencies were given longer in a phase, and giving one longer. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { authorize } from '#base/permission.ts'
import { canExtendPhase, canSeeRounds } from '#modules/rounds/access.ts'
import { listExtensions } from '#modules/rounds/calendar-queries.ts'
import { extendPhase } from '#modules/rounds/extend.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { readDay } from './day.ts'
import { yearParameter } from './parameters.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const extensionSchema = z
  .object({
    agency: z.string().openapi({ description: 'The code of the agency' }),
    phase: z.string().openapi({ example: 'collect' }),
    until: z
      .string()
      .openapi({ description: 'The last day it is open to the agency', example: '2026-01-29' }),
    reason: z.string(),
  })
  .openapi('Extension')

const newExtension = extensionSchema
  .extend({ until: z.string().openapi({ description: 'In either era', example: '2026-01-29' }) })
  .strict()
  .openapi('NewExtension')

const common = { path: '/api/v1/rounds/{year}/extensions', tags: ['rounds'] }
const params = z.object({ year: yearParameter(2569) })
const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })

const listRoute = createRoute({
  ...common,
  ...needsScopes([canSeeRounds]),
  method: 'get',
  summary: 'Every extension that holds',
  middleware: [conditional] as const,
  request: { params },
  responses: {
    200: { description: 'By agency and phase', ...json(z.object({ extensions: z.array(extensionSchema) })) },
    ...problems(400, 401, 403, 404),
  },
})

const extendRoute = createRoute({
  ...common,
  ...needsScopes([canExtendPhase]),
  method: 'post',
  summary: 'Give one agency longer in a phase',
  request: { params, body: { required: true, ...json(newExtension) } },
  responses: { 204: { description: 'It is given' }, ...problems(400, 401, 403, 404, 409) },
})

export function roundExtensionRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    authorize(actorOf(c), canSeeRounds)
    const { query: db } = doorway.database
    const extensions = await listExtensions(db, await getRound(db, c.req.valid('param').year))
    c.header('Cache-Control', privateCache)
    return c.json({ extensions }, 200)
  })
  routes.openapi(extendRoute, async (c) => {
    const { year: fiscalYear } = c.req.valid('param')
    const { agency: agencyCode, until, ...entry } = c.req.valid('json')
    const given = { ...entry, fiscalYear, agencyCode, until: readDay(until) }
    await act(doorway, actorOf(c), (context) => extendPhase(context, given))
    return c.body(null, 204)
  })
  return routes
}
