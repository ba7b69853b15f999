/** What is done with an agency's items together through the REST door: assigned, approved, handed in, shown to everyone. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canApproveItems, canAssignItems, canShowStatus, canSubmitItems } from '#modules/disclosure/access.ts'
import { approveItems } from '#modules/disclosure/approve-items.ts'
import { assignItems } from '#modules/disclosure/assign-items.ts'
import { getPublicStatus, publicStages } from '#modules/disclosure/public-status.ts'
import { showStatus } from '#modules/disclosure/show-status.ts'
import { submitItems } from '#modules/disclosure/submit-items.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, publicCache } from './conditional.ts'
import { agency, agencyParameters, body, checkSchema, instant, json, kind, words } from './items-schema.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const path = '/api/v1/rounds/{year}/agencies/{code}/items'
const common = { method: 'post' as const, tags: ['items'] }
const refusals = problems(400, 401, 403, 404, 409)

const charge = z.string().nullable().optional()
const assignment = z
  .strictObject({
    items: z.array(z.string()).openapi({ example: ['o1', 'o2'] }),
    unit: charge.openapi({ description: 'Code or id of a unit of the agency' }),
    owner: charge.openapi({ description: 'Id or e-mail of somebody who answers items at the agency' }),
    due: charge.openapi({ description: 'The last day on which it is in time', example: '2026-01-29' }),
  })
  .openapi('ItemsAssignment', { description: 'What is left out stays as it is; null takes it away' })

const assignRoute = createRoute({
  ...{ ...common, path: `${path}/assign`, summary: 'Put a unit and a person in charge of items, by a day' },
  ...needsScopes([canAssignItems]),
  request: { params: agencyParameters, body: body(assignment) },
  responses: {
    200: { description: 'How many were assigned', ...json(z.object({ assigned: z.int() })) },
    ...refusals,
  },
})

const approveRoute = createRoute({
  ...{ ...common, path: `${path}/approve`, summary: 'Approve the whole set: when every item is ready' },
  ...{ ...needsScopes([canApproveItems]), request: { params: agencyParameters } },
  responses: {
    200: { description: 'How many were approved', ...json(z.object({ approved: z.int() })) },
    ...refusals,
  },
})

const submitRoute = createRoute({
  ...{ ...common, path: `${path}/submit`, summary: 'Hand in the approved set: it is locked, its links kept' },
  ...{ ...needsScopes([canSubmitItems]), request: { params: agencyParameters } },
  responses: {
    200: {
      description: 'How many items were handed in, and how many links will be kept',
      ...json(z.object({ items: z.int(), links: z.int() })),
    },
    ...refusals,
  },
})

const showRoute = createRoute({
  ...{ ...common, method: 'put', path: `${path}/shown`, summary: 'Let everyone see the state of the items' },
  ...needsScopes([canShowStatus], 'For all rounds.'),
  request: { params: agencyParameters, body: body(z.strictObject({ isShown: z.boolean() })) },
  responses: { 204: { description: 'It is so' }, ...refusals },
})

const statusSchema = z
  .object({
    ...{ fiscalYear: z.int(), agency },
    items: z.array(
      z.object({
        ...{ code: z.string(), title: words, stage: z.enum(publicStages), has: z.boolean().nullable() },
        links: z.array(
          z.object({
            ...{ url: z.string(), kind, place: z.string() },
            verdict: checkSchema.shape.verdict.nullable(),
            checkedAt: instant.nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi('ItemsStatus')

const statusRoute = createRoute({
  ...{ method: 'get', tags: ['items'], path: `${path}/status`, middleware: conditional },
  summary: 'How far an agency is with its items, where it lets everyone see it',
  request: { params: agencyParameters },
  responses: {
    200: { description: 'Nothing of what is still prepared', ...json(statusSchema) },
    ...problems(400, 404),
  },
})

export function itemSetRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(assignRoute, async (c) => {
    const { items: itemCodes, due: dueOn, ...charged } = c.req.valid('json')
    const entry = { ...nameOf(c.req.valid('param')), ...charged, itemCodes, dueOn }
    return c.json(await act(doorway, actorOf(c), (context) => assignItems(context, entry)), 200)
  })
  routes.openapi(approveRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    return c.json(await act(doorway, actorOf(c), (context) => approveItems(context, named)), 200)
  })
  routes.openapi(submitRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    return c.json(await act(doorway, actorOf(c), (context) => submitItems(context, named)), 200)
  })
  addStatusRoutes(routes, doorway)
  return routes
}

function addStatusRoutes(routes: OpenAPIHono, doorway: Doorway): void {
  const { query: db } = doorway.database
  routes.openapi(showRoute, async (c) => {
    const { fiscalYear, agencyCode } = nameOf(c.req.valid('param'))
    const { isShown } = c.req.valid('json')
    await act(doorway, actorOf(c), async (context) => {
      await getRound(context.transaction, fiscalYear)
      await showStatus(context, { agencyCode, isShown })
    })
    return c.body(null, 204)
  })
  routes.openapi(statusRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    const { items, ...status } = await getPublicStatus(db, { ...named, now: doorway.clock() })
    const shown = items.map(({ links, ...item }) => ({
      ...item,
      links: links.map(({ url, kind: kindOf, place, check }) => ({
        ...{ url, kind: kindOf, place, verdict: check?.report.verdict ?? null },
        checkedAt: check?.lastAt.toISOString() ?? null,
      })),
    }))
    c.header('Cache-Control', publicCache)
    return c.json({ ...status, items: shown }, 200)
  })
}

function nameOf({ year, code }: z.infer<typeof agencyParameters>) {
  return { fiscalYear: year, agencyCode: code }
}
