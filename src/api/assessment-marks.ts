/** Marks through the REST door: an item given 0 or 100, settled between two, or marked again after its explanation. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { dayOf } from '#base/bangkok-day.ts'
import { parseDay } from '#base/thai-date.ts'
import { canAssessItems, canSettleItems } from '#modules/disclosure/access.ts'
import type { GivenMark } from '#modules/disclosure/assessment/mark.ts'
import { remarkItem } from '#modules/disclosure/assessment/remark-item.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import { settleItem } from '#modules/disclosure/assessment/settle-item.ts'
import { reasonKinds } from '#modules/disclosure/item.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { body, itemParameters, json, standing } from './items-schema.ts'
import { elementMark } from './items-view-schema.ts'
import { nameOf, standingOf } from './items-work.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const path = '/api/v1/rounds/{year}/agencies/{code}/items/{item}'

const newMark = z
  .strictObject({
    score: z.number().openapi({ description: '0 or 100' }),
    reasonKind: z.enum(reasonKinds).optional().openapi({ description: 'With 0, and only then' }),
    remark: z.string().optional().openapi({ description: 'Needed with 0' }),
    elements: z.array(elementMark).optional(),
    assessedOn: z
      .string()
      .optional()
      .openapi({ description: 'The day one looked, in either era; today without it', example: '2026-01-29' }),
  })
  .openapi('NewMark')

const common = {
  tags: ['assessment'],
  request: { params: itemParameters, body: body(newMark) },
  responses: {
    200: { description: 'Where the item now stands', ...json(standing) },
    ...problems(400, 401, 403, 404, 409),
  },
}

const markRoute = createRoute({
  ...{ ...common, method: 'put', path: `${path}/mark`, summary: 'Give an item 0 or 100' },
  ...needsScopes([canAssessItems], 'By whoever holds the agency; until clarification opens it may change.'),
})

const settleRoute = createRoute({
  ...{ ...common, method: 'post', path: `${path}/settle`, summary: 'Settle what two marked differently' },
  ...needsScopes([canSettleItems]),
})

const remarkRoute = createRoute({
  ...{ ...common, method: 'post', path: `${path}/remark`, summary: 'Mark an explained item again' },
  ...needsScopes([canAssessItems, [canSettleItems, 'where one does not hold the agency']]),
})

export function assessmentMarkRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(markRoute, async (c) => {
    const entry = { ...nameOf(c.req.valid('param')), mark: toMark(c.req.valid('json'), doorway.clock()) }
    const { state } = await act(doorway, actorOf(c), (context) => scoreItem(context, entry))
    return c.json(standingOf(entry, state), 200)
  })
  routes.openapi(settleRoute, async (c) => {
    const entry = { ...nameOf(c.req.valid('param')), mark: toMark(c.req.valid('json'), doorway.clock()) }
    await act(doorway, actorOf(c), (context) => settleItem(context, entry))
    return c.json(standingOf(entry, 'assessed'), 200)
  })
  routes.openapi(remarkRoute, async (c) => {
    const entry = { ...nameOf(c.req.valid('param')), mark: toMark(c.req.valid('json'), doorway.clock()) }
    await act(doorway, actorOf(c), (context) => remarkItem(context, entry))
    return c.json(standingOf(entry, 'remarked'), 200)
  })
  return routes
}

/** A day that cannot be read is left for the verb to refuse, with all else that is to be mended. */
function toMark({ remark = '', elements = [], assessedOn, ...given }: z.infer<typeof newMark>, now: Date) {
  const day = assessedOn === undefined ? dayOf(now) : (parseDay(assessedOn) ?? assessedOn)
  return { ...given, remark, elements, assessedOn: day } satisfies GivenMark
}
