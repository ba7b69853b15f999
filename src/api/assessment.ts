/** `/api/v1/rounds/{year}/assessment`: the assessors' queue, an agency as they go through it, and who holds it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canAssessItems, canLeadAssessment, canSeeAssessment } from '#modules/disclosure/access.ts'
import { getAgencySheet } from '#modules/disclosure/assessment/agency-sheet.ts'
import { claimAgency } from '#modules/disclosure/assessment/claim-agency.ts'
import { listQueue, queueFilters } from '#modules/disclosure/assessment/queue.ts'
import { releaseClaim } from '#modules/disclosure/assessment/release-claim.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { queueSchema, representQueued, representSheet, sheetSchema } from './assessment-schema.ts'
import { conditional, privateCache } from './conditional.ts'
import { agencyParameters, json, yearParameters } from './items-schema.ts'
import { choosePage, linkPages, pageParameters } from './paging.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const tags = ['assessment']
const ofAgency = '/api/v1/rounds/{year}/agencies/{code}/assessment'
const reads = { method: 'get' as const, tags, middleware: conditional }

const queueRoute = createRoute({
  ...{ ...reads, ...needsScopes([canSeeAssessment]) },
  path: '/api/v1/rounds/{year}/assessment',
  summary: 'Agencies that handed items in, a page at a time',
  request: {
    params: yearParameters,
    query: z.object({
      filter: z.enum(queueFilters).default('all').openapi({ description: '`free`: with a seat to take' }),
      search: z.string().optional().openapi({ description: 'Part of a name or of the code' }),
      ...pageParameters,
    }),
  },
  responses: {
    200: { description: 'The page, with `Link` to those beside it', ...json(queueSchema) },
    ...problems(400, 401, 403, 404),
  },
})

const sheetRoute = createRoute({
  ...{ ...reads, ...needsScopes([canSeeAssessment]), path: ofAgency },
  summary: 'All items of an agency as an assessor goes through them',
  request: { params: agencyParameters },
  responses: {
    200: {
      description: 'One’s own marks always, those of others once all are in',
      ...json(sheetSchema),
    },
    ...problems(400, 401, 403, 404),
  },
})

const claimRoute = createRoute({
  ...{ method: 'post', tags, path: `${ofAgency}/claim`, summary: "Take an agency's items to assess" },
  ...needsScopes([canAssessItems]),
  request: { params: agencyParameters },
  responses: {
    201: { description: 'The seat taken: 1, or 2 beside another', ...json(z.object({ seat: z.int() })) },
    ...problems(400, 401, 403, 404, 409),
  },
})

const releaseRoute = createRoute({
  ...{ method: 'delete', tags, path: `${ofAgency}/claim`, summary: 'Let an agency go; its marks stay' },
  ...needsScopes([
    [canAssessItems, "for one's own claim"],
    [canLeadAssessment, 'for that of another'],
  ]),
  request: {
    params: agencyParameters,
    query: z.object({
      assessor: z.uuid().optional().openapi({ description: "Whose claim; one's own without it" }),
    }),
  },
  responses: { 204: { description: 'It is free' }, ...problems(400, 401, 403, 404, 409) },
})

export function assessmentRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(queueRoute, async (c) => {
    const { page: number, size, ...asked } = c.req.valid('query')
    const page = choosePage({ page: number, size })
    const query = { ...asked, fiscalYear: c.req.valid('param').year, page, now: doorway.clock() }
    const { agencies, total, isDouble } = await listQueue(db, actorOf(c), query)
    linkPages(c, page, total)
    c.header('Cache-Control', privateCache)
    const shown = { page: page.number, size: page.size, total }
    return c.json({ agencies: agencies.map(representQueued), isDouble, ...shown }, 200)
  })
  routes.openapi(sheetRoute, async (c) => {
    const look = { ...nameOf(c.req.valid('param')), viewer: actorOf(c), now: doorway.clock() }
    const sheet = await getAgencySheet(db, look)
    c.header('Cache-Control', privateCache)
    return c.json(representSheet(sheet), 200)
  })
  routes.openapi(claimRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    return c.json(await act(doorway, actorOf(c), (context) => claimAgency(context, named)), 201)
  })
  routes.openapi(releaseRoute, async (c) => {
    const assessorId = c.req.valid('query').assessor
    const releasing = { ...nameOf(c.req.valid('param')), assessorId }
    await act(doorway, actorOf(c), (context) => releaseClaim(context, releasing))
    return c.body(null, 204)
  })
  return routes
}

function nameOf({ year, code }: z.infer<typeof agencyParameters>) {
  return { fiscalYear: year, agencyCode: code }
}
