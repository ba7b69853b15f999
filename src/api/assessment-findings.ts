/** `/api/v1/rounds/{year}/assessment/findings`: what assessors write again and again in their remarks. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isAllowedSomewhere, refusalOf } from '#base/permission.ts'
import { canAssessItems, canLeadAssessment, canSeeAssessment } from '#modules/disclosure/access.ts'
import { addFinding } from '#modules/disclosure/assessment/add-finding.ts'
import { listFindings } from '#modules/disclosure/assessment/findings.ts'
import { retireFinding } from '#modules/disclosure/assessment/retire-finding.ts'
import { getDisclosureItem, reasonKinds } from '#modules/disclosure/item.ts'
import { itemCode } from '#modules/disclosure/scores-file.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { body, json, yearParameters } from './items-schema.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const tags = ['assessment']
const path = '/api/v1/rounds/{year}/assessment/findings'

const findingSchema = z
  .object({
    id: z.string(),
    item: z.string().nullable().openapi({
      description: 'The code of the item in that year; null for a finding of any item',
    }),
    ...{ reasonKind: z.enum(reasonKinds), text: z.string() },
    isOwn: z.boolean().openapi({ description: 'Added by whoever asks; those of others only a lead retires' }),
  })
  .openapi('AssessmentFinding')

const listRoute = createRoute({
  ...{ method: 'get', tags, path, summary: 'Findings to use again', middleware: conditional },
  ...needsScopes([canSeeAssessment]),
  request: {
    params: yearParameters,
    query: z.object({
      item: z.string().optional().openapi({ description: 'Those for this item, and those for any' }),
    }),
  },
  responses: {
    200: { description: 'Of items of that year', ...json(z.object({ findings: z.array(findingSchema) })) },
    ...problems(400, 401, 403, 404),
  },
})

const newFinding = z
  .strictObject({
    item: z.string().optional().openapi({ description: 'For any item without it', example: 'o26' }),
    ...{ reasonKind: z.enum(reasonKinds), text: z.string() },
  })
  .openapi('NewAssessmentFinding')

const addRoute = createRoute({
  ...{ method: 'post', tags, path, summary: 'Keep a finding to use again' },
  ...needsScopes([canAssessItems]),
  request: { params: yearParameters, body: body(newFinding) },
  responses: {
    201: { description: 'It is kept', ...json(z.object({ id: z.string() })) },
    ...problems(400, 401, 403, 404, 409),
  },
})

const retireRoute = createRoute({
  ...{ method: 'delete', tags, path: `${path}/{id}`, summary: 'Take a finding out of use' },
  ...needsScopes([
    [canAssessItems, "for one's own"],
    [canLeadAssessment, 'for those of others'],
  ]),
  request: { params: yearParameters.extend({ id: z.string() }) },
  responses: { 204: { description: 'Remarks keep their words' }, ...problems(400, 401, 403, 404) },
})

export function assessmentFindingRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const actor = actorOf(c)
    if (!isAllowedSomewhere(actor, canSeeAssessment)) throw refusalOf(actor, canSeeAssessment)
    const { frameworkHash } = await getRound(db, c.req.valid('param').year)
    const { framework } = await getPinnedFramework(db, frameworkHash)
    const { item } = c.req.valid('query')
    const about = item === undefined ? undefined : getDisclosureItem(framework, itemCode(item)).id
    const codes = new Map(framework.disclosureItems.map(({ id, code }) => [id, code]))
    const findings = (await listFindings(db, actor, about)).flatMap(({ itemId, ...finding }) => {
      const code = itemId === null ? null : codes.get(itemId)
      return code === undefined ? [] : [{ ...finding, item: code }]
    })
    c.header('Cache-Control', privateCache)
    return c.json({ findings }, 200)
  })
  routes.openapi(addRoute, async (c) => {
    const { item, ...finding } = c.req.valid('json')
    const entry = { ...finding, fiscalYear: c.req.valid('param').year, itemCode: item }
    return c.json(await act(doorway, actorOf(c), (context) => addFinding(context, entry)), 201)
  })
  routes.openapi(retireRoute, async (c) => {
    const { id } = c.req.valid('param')
    await act(doorway, actorOf(c), (context) => retireFinding(context, { id }))
    return c.body(null, 204)
  })
  return routes
}
