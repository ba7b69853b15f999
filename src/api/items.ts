/** `/api/v1/rounds/{year}/agencies/{code}/items`: an agency's board, its gap to a hundred, and each of its items. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isAllowedSomewhere, refusalOf } from '#base/permission.ts'
import { canSeeItems } from '#modules/disclosure/access.ts'
import { getBoard } from '#modules/disclosure/board.ts'
import { toBoardReport, toGapReport } from '#modules/disclosure/board-report.ts'
import { dueKinds } from '#modules/disclosure/due.ts'
import { getGap } from '#modules/disclosure/gap.ts'
import { getItemView } from '#modules/disclosure/item-view.ts'
import { itemStages, listItemsProgress, progressOrders } from '#modules/disclosure/progress-list.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import {
  agencyParameters,
  boardSchema,
  gapSchema,
  itemParameters,
  json,
  state,
  words,
  yearParameters,
} from './items-schema.ts'
import { representView, viewSchema } from './items-view-schema.ts'
import { choosePage, linkPages, pageFields, pageParameters } from './paging.ts'
import { languageOf } from './problem-json.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const path = '/api/v1/rounds/{year}/agencies/{code}/items'
const reads = {
  method: 'get' as const,
  tags: ['items'],
  middleware: conditional,
  ...needsScopes([canSeeItems], 'An owner in a unit sees the items of that unit.'),
}
const refusals = problems(400, 401, 403, 404)

const boardRoute = createRoute({
  ...{ ...reads, path, summary: "The board of an agency's items, as far as the reader may see them" },
  request: {
    params: agencyParameters,
    query: z.object({
      state: state.optional(),
      due: z.enum(dueKinds).optional().openapi({ description: '`soon` is within seven days' }),
      unit: z.string().optional().openapi({ description: 'Id of a unit; `none` for items that have none' }),
      owner: z.string().optional().openapi({ description: 'Id of an account; `none` for items without one' }),
    }),
  },
  responses: {
    200: { description: 'Counts are of all items, whatever is filtered', ...json(boardSchema) },
    ...refusals,
  },
})

const gapRoute = createRoute({
  ...{ ...reads, path: `${path}/gap`, summary: 'What stands between an agency and a hundred' },
  request: { params: agencyParameters },
  responses: {
    200: {
      description: 'What is lost first, then what is at risk, then what is pending',
      ...json(gapSchema),
    },
    ...refusals,
  },
})

const viewRoute = createRoute({
  ...{ ...reads, path: `${path}/{item}`, summary: 'One item with all that the agency may know of it' },
  request: { params: itemParameters },
  responses: { 200: { description: 'The item', ...json(viewSchema) }, ...refusals },
})

const progressSchema = z.object({
  agencies: z.array(
    z.object({
      ...{ code: z.string(), name: words, isImaginary: z.boolean() },
      stages: z.record(z.enum(itemStages), z.int()),
      late: z.int().openapi({ description: 'Behind their due dates' }),
    }),
  ),
  itemsPerAgency: z.int(),
  ...pageFields,
})

const progressRoute = createRoute({
  ...{ ...reads, path: '/api/v1/rounds/{year}/items', summary: 'How far agencies are with their items' },
  request: {
    params: yearParameters,
    query: z.object({
      search: z.string().optional().openapi({ description: 'Part of a name or of the code' }),
      stage: z.enum(itemStages).optional().openapi({ description: 'With at least one item in it' }),
      sort: z.enum(progressOrders).optional(),
      ...pageParameters,
    }),
  },
  responses: {
    200: { description: 'The page, with `Link` to those beside it', ...json(progressSchema) },
    ...refusals,
  },
})

export function itemRoutes({ database: { query: db }, clock }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(boardRoute, async (c) => {
    const { year: fiscalYear, code: agencyCode } = c.req.valid('param')
    const { unit, owner, ...filter } = c.req.valid('query')
    const within = { ...filter, unitId: orNone(unit), ownerId: orNone(owner) }
    const query = { fiscalYear, agencyCode, now: clock(), filter: within }
    c.header('Cache-Control', privateCache)
    return c.json(toBoardReport(await getBoard(db, actorOf(c), query)), 200)
  })
  routes.openapi(gapRoute, async (c) => {
    const { year: fiscalYear, code: agencyCode } = c.req.valid('param')
    const gap = await getGap(db, actorOf(c), { fiscalYear, agencyCode, now: clock() })
    c.header('Cache-Control', privateCache)
    return c.json(toGapReport(gap, languageOf(c).language), 200)
  })
  routes.openapi(viewRoute, async (c) => {
    const { year: fiscalYear, code: agencyCode, item } = c.req.valid('param')
    const query = { fiscalYear, agencyCode, itemCode: item, now: clock() }
    const view = await getItemView(db, actorOf(c), query)
    c.header('Cache-Control', privateCache)
    return c.json(representView(view, languageOf(c).language), 200)
  })
  routes.openapi(progressRoute, async (c) => {
    const actor = actorOf(c)
    if (!isAllowedSomewhere(actor, canSeeItems)) throw refusalOf(actor, canSeeItems)
    const { page: number, size, ...asked } = c.req.valid('query')
    const page = choosePage({ page: number, size })
    const round = await getRound(db, c.req.valid('param').year)
    const listed = await listItemsProgress(db, round, { ...asked, actor, page, now: clock() })
    linkPages(c, page, listed.total)
    c.header('Cache-Control', privateCache)
    const agencies = listed.agencies.map(({ agencyId: _, stages, ...one }) => ({
      ...{ ...one, stages: { ...stages } },
    }))
    const shown = { page: page.number, size: page.size, total: listed.total }
    return c.json({ agencies, itemsPerAgency: listed.itemsPerAgency, ...shown }, 200)
  })
  return routes
}

function orNone(id: string | undefined): string | null | undefined {
  return id === 'none' ? null : id
}
