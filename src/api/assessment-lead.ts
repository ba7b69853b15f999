/** What those who lead an assessment do through the REST door: how many mark, how far they agree, and confirming scores. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Exact, format } from '#base/decimal.ts'
import { authorize } from '#base/permission.ts'
import { canConfirmItems, canLeadAssessment, canSeeAgreement } from '#modules/disclosure/access.ts'
import {
  type AssessorDrift,
  getAgreement,
  type PairAgreement,
} from '#modules/disclosure/assessment/agreement-queries.ts'
import { confirmItems } from '#modules/disclosure/assessment/confirm-items.ts'
import { confirmRound } from '#modules/disclosure/assessment/confirm-round.ts'
import { setMarking } from '#modules/disclosure/assessment/set-marking.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { act, type Doorway } from '#platform/context.ts'
import { problemText } from '#text/text.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { agencyParameters, body, json, words, yearParameters } from './items-schema.ts'
import { languageOf } from './problem-json.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const tags = ['assessment']
const path = '/api/v1/rounds/{year}/assessment'
const ofAgency = '/api/v1/rounds/{year}/agencies/{code}/assessment'

const markingRoute = createRoute({
  ...{ method: 'put', tags, path: `${path}/marking`, summary: 'Whether one assessor marks each item or two' },
  ...needsScopes([canLeadAssessment], 'Only before the first mark.'),
  request: { params: yearParameters, body: body(z.strictObject({ isDouble: z.boolean() })) },
  responses: { 204: { description: 'It is so' }, ...problems(400, 401, 403, 404, 409) },
})

const figure = z.string().nullable().openapi({ description: 'Four decimals; null where it is not defined' })
const pairs = { pairs: z.int(), bothFull: z.int(), bothNone: z.int(), onlyFirstFull: z.int() }
const agreed = { ...pairs, onlySecondFull: z.int(), kappa: figure }

const agreementSchema = z
  .object({
    overall: z.object(agreed),
    items: z.array(z.object({ code: z.string(), title: words, ...agreed })),
    assessors: z.array(
      z.object({
        assessor: z.object({ id: z.string(), name: z.string() }),
        ...{ marks: z.int(), zeros: z.int(), rate: figure, rateOfAll: figure, difference: figure },
        ...{ overturnedBySettling: z.int(), overturnedByClarification: z.int() },
      }),
    ),
  })
  .openapi('AssessorsAgreement')

const agreementRoute = createRoute({
  ...{ method: 'get', tags, path: `${path}/agreement`, middleware: conditional },
  ...needsScopes([canSeeAgreement]),
  summary: "How far assessors agree: Cohen's kappa by item, and how strict each of them is",
  request: { params: yearParameters },
  responses: {
    200: { description: 'Shares from 0 to 1', ...json(agreementSchema) },
    ...problems(400, 401, 403, 404),
  },
})

const confirmRoute = createRoute({
  ...{
    method: 'post',
    tags,
    path: `${ofAgency}/confirm`,
    summary: "Confirm the scores of an agency's items",
  },
  ...needsScopes([canConfirmItems], 'What was never handed in scores 0.'),
  request: { params: agencyParameters },
  responses: {
    200: {
      description: 'How many were confirmed, and how many of them score 0',
      ...json(z.object({ items: z.int(), zeros: z.int() })),
    },
    ...problems(400, 401, 403, 404, 409),
  },
})

const left = z.object({ agency: z.string(), code: z.string(), detail: z.string() })
const confirmAllRoute = createRoute({
  ...{ method: 'post', tags, path: `${path}/confirm`, summary: 'Confirm the scores of all that are ready' },
  ...needsScopes([canConfirmItems]),
  request: { params: yearParameters },
  responses: {
    200: {
      description: 'How many agencies were confirmed, and why the others were left',
      ...json(z.object({ confirmed: z.int(), left: z.array(left) })),
    },
    ...problems(400, 401, 403, 404, 409),
  },
})

export function assessmentLeadRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(markingRoute, async (c) => {
    const entry = { fiscalYear: c.req.valid('param').year, ...c.req.valid('json') }
    await act(doorway, actorOf(c), (context) => setMarking(context, entry))
    return c.body(null, 204)
  })
  routes.openapi(agreementRoute, async (c) => {
    authorize(actorOf(c), canSeeAgreement)
    const agreement = await getAgreement(db, await getRound(db, c.req.valid('param').year))
    const items = agreement.items.map(({ itemCode, title, ...pair }) => ({
      ...{ code: itemCode, title, ...writePairs(pair) },
    }))
    c.header('Cache-Control', privateCache)
    const shown = { overall: writePairs(agreement.overall), items }
    return c.json({ ...shown, assessors: agreement.assessors.map(writeDrift) }, 200)
  })
  routes.openapi(confirmRoute, async (c) => {
    const { year: fiscalYear, code: agencyCode } = c.req.valid('param')
    const confirmed = await act(doorway, actorOf(c), (context) =>
      confirmItems(context, { fiscalYear, agencyCode }),
    )
    return c.json(confirmed, 200)
  })
  routes.openapi(confirmAllRoute, async (c) => {
    const fiscalYear = c.req.valid('param').year
    const { confirmed, left: others } = await confirmRound(doorway, actorOf(c), { fiscalYear })
    const told = others.map(({ agencyCode, code, parameters }) => ({
      ...{ agency: agencyCode, code, detail: problemText(languageOf(c), code, parameters) },
    }))
    return c.json({ confirmed, left: told }, 200)
  })
  return routes
}

function writePairs({ kappa, ...counted }: PairAgreement) {
  return { ...counted, kappa: writeFigure(kappa) }
}

function writeDrift({ assessorId, name, rate, rateOfAll, difference, ...counted }: AssessorDrift) {
  return {
    ...{ assessor: { id: assessorId, name }, ...counted },
    ...{ rate: writeFigure(rate), rateOfAll: writeFigure(rateOfAll), difference: writeFigure(difference) },
  }
}

function writeFigure(figureOf: Exact | null): string | null {
  return figureOf === null ? null : format(figureOf, 4)
}
