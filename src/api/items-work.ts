/** What an agency's people do with one item through the REST door, from its answer to its explanation. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  canAnswerItems,
  canApproveItems,
  canCheckItems,
  canCommentOnItems,
  canExplainItems,
  canReturnItems,
  canReviewItems,
} from '#modules/disclosure/access.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { commentOnItem } from '#modules/disclosure/comment-on-item.ts'
import { explainItem } from '#modules/disclosure/explain-item.ts'
import type { NamedItem } from '#modules/disclosure/item.ts'
import type { ItemState } from '#modules/disclosure/item-state.ts'
import { passItem } from '#modules/disclosure/pass-item.ts'
import { requestCheck } from '#modules/disclosure/request-check.ts'
import { returnItem } from '#modules/disclosure/return-item.ts'
import { itemCode } from '#modules/disclosure/scores-file.ts'
import { sendToReview } from '#modules/disclosure/send-to-review.ts'
import { takeBack } from '#modules/disclosure/take-back.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { answerBody, toGivenAnswer } from './items-answer.ts'
import { body, itemParameters, json, standing } from './items-schema.ts'
import { elementMark } from './items-view-schema.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const path = '/api/v1/rounds/{year}/agencies/{code}/items/{item}'
const refusals = problems(400, 401, 403, 404, 409)
const common = { method: 'post' as const, tags: ['items'] }
const stands = { 200: { description: 'Where the item now stands', ...json(standing) }, ...refusals }
const onItem = { params: itemParameters }
const text = z.strictObject({ text: z.string() })

const answerRoute = createRoute({
  ...{ ...common, method: 'put', path: `${path}/answer`, summary: 'Answer an item' },
  ...needsScopes([canAnswerItems], 'Its links are checked soon after. The same again changes nothing.'),
  request: { ...onItem, body: body(answerBody) },
  responses: stands,
})

const sendRoute = createRoute({
  ...{ ...common, path: `${path}/send-to-review`, summary: 'Hand an answer to the reviewer' },
  ...{ ...needsScopes([canAnswerItems]), request: onItem, responses: stands },
})

const takeBackRoute = createRoute({
  ...{ ...common, path: `${path}/take-back`, summary: 'Take an answer back from review' },
  ...{ ...needsScopes([canAnswerItems]), request: onItem, responses: stands },
})

const returned = z.strictObject({ reason: z.string(), elements: z.array(elementMark).optional() })
const returnRoute = createRoute({
  ...{ ...common, path: `${path}/return`, summary: 'Send an item back to be mended' },
  ...needsScopes([canReturnItems, [canApproveItems, 'once it was found ready']]),
  request: { ...onItem, body: body(returned) },
  responses: stands,
})

const passRoute = createRoute({
  ...{ ...common, path: `${path}/pass`, summary: 'Find an answer ready: every element ticked as met' },
  ...needsScopes([canReviewItems]),
  request: { ...onItem, body: body(z.strictObject({ elements: z.array(elementMark) })) },
  responses: stands,
})

const commentRoute = createRoute({
  ...{ ...common, path: `${path}/comment`, summary: 'Say something to the others who work on an item' },
  ...needsScopes([canCommentOnItems]),
  request: { ...onItem, body: body(text) },
  responses: { 201: { description: 'It is said', ...json(z.object({ id: z.string() })) }, ...refusals },
})

const checkRoute = createRoute({
  ...{ ...common, path: `${path}/check`, summary: 'Have the links of an item checked now' },
  ...{ ...needsScopes([canCheckItems]), request: onItem },
  responses: {
    202: { description: 'How many will be checked', ...json(z.object({ links: z.int() })) },
    ...refusals,
  },
})

const explainRoute = createRoute({
  ...{ ...common, path: `${path}/explain`, summary: 'Explain an item that scored 0 to the assessors' },
  ...needsScopes([canExplainItems], 'While clarification is open to the agency.'),
  request: { ...onItem, body: body(text) },
  responses: stands,
})

export function itemWorkRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(answerRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    const entry = { ...named, ...toGivenAnswer(c.req.valid('json')) }
    await act(doorway, actorOf(c), (context) => answerItem(context, entry))
    return c.json(standingOf(named, 'drafted'), 200)
  })
  routes.openapi(sendRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    await act(doorway, actorOf(c), (context) => sendToReview(context, named))
    return c.json(standingOf(named, 'inReview'), 200)
  })
  routes.openapi(takeBackRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    await act(doorway, actorOf(c), (context) => takeBack(context, named))
    return c.json(standingOf(named, 'drafted'), 200)
  })
  addReviewRoutes(routes, doorway)
  addWordRoutes(routes, doorway)
  return routes
}

function addReviewRoutes(routes: OpenAPIHono, doorway: Doorway): void {
  routes.openapi(returnRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    const { reason, elements = [] } = c.req.valid('json')
    await act(doorway, actorOf(c), (context) => returnItem(context, { ...named, reason, elements }))
    return c.json(standingOf(named, 'returned'), 200)
  })
  routes.openapi(passRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    const { elements } = c.req.valid('json')
    await act(doorway, actorOf(c), (context) => passItem(context, { ...named, elements }))
    return c.json(standingOf(named, 'ready'), 200)
  })
  routes.openapi(checkRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    return c.json(await act(doorway, actorOf(c), (context) => requestCheck(context, named)), 202)
  })
}

function addWordRoutes(routes: OpenAPIHono, doorway: Doorway): void {
  routes.openapi(commentRoute, async (c) => {
    const comment = { ...nameOf(c.req.valid('param')), ...c.req.valid('json') }
    return c.json(await act(doorway, actorOf(c), (context) => commentOnItem(context, comment)), 201)
  })
  routes.openapi(explainRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    const explanation = { ...named, ...c.req.valid('json') }
    await act(doorway, actorOf(c), (context) => explainItem(context, explanation))
    return c.json(standingOf(named, 'explained'), 200)
  })
}

export function nameOf({ year, code, item }: z.infer<typeof itemParameters>): NamedItem {
  return { fiscalYear: year, agencyCode: code, itemCode: item }
}

export function standingOf(named: Pick<NamedItem, 'itemCode'>, state: ItemState) {
  return { item: itemCode(named.itemCode), state }
}
