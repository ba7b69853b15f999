/** `GET /api/v1/rounds/{year}/agencies/{code}/score`: what an agency's closed parts come to, for those who follow them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { authorize } from '#base/permission.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { canSeeProvisional } from '#modules/results/access.ts'
import { getProvisionalScore } from '#modules/results/provisional.ts'
import type { ProvisionalScore } from '#modules/results/provisional-score.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { yearParameter } from './parameters.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const words = z.object({ th: z.string(), en: z.string() })

const figureFields = {
  score: z.string().nullable().openapi({ example: '92.65' }),
  reason: words
    .extend({
      code: z.enum([
        ...(['open', 'nobody', 'withheld', 'noAnswers', 'noItems', 'missingItems', 'missingInput'] as const),
        ...(['notKnownFromPublished', 'ratingUndecided'] as const),
      ]),
    })
    .nullable()
    .openapi({
      description:
        'Why there is no score; `open`: a part it needs is not closed, `nobody`: one closed without an answer, `withheld`: fewer than 5 people answered a part',
    }),
}

const namedFields = { id: z.string().openapi({ example: 'iit' }), name: words, ...figureFields }

const partSchema = z.object({
  ...namedFields,
  state: z.enum(['open', 'closed', 'recorded', 'none']).openapi({
    description: '`recorded`: put in as a whole; `none`: neither collected nor recorded',
  }),
  respondents: z.number().int().nullable().openapi({ description: 'Null where there is no score' }),
  isUnderMinimum: z.boolean(),
})

const scoreSchema = z
  .object({
    agency: z.string(),
    fiscalYear: z.number().int(),
    isProvisional: z.boolean().openapi({
      description: 'Until the results of the round are published: no result yet, and it may change',
    }),
    parts: z.array(partSchema).openapi({ description: 'What people answer; open parts are not counted' }),
    instruments: z.array(z.object(namedFields)),
    total: z.object(figureFields),
    rating: z.string().nullable().openapi({ example: 'ผ่าน' }),
    ratingLevel: z.string().nullable().openapi({ example: 'pass' }),
  })
  .openapi('ProvisionalScore')

const route = createRoute({
  method: 'get',
  path: '/api/v1/rounds/{year}/agencies/{code}/score',
  summary: "An agency's score as far as its parts are closed, before it is published",
  ...needsScopes([canSeeProvisional]),
  request: {
    params: z.object({ year: yearParameter(2569), code: z.string().openapi({ example: 'DIPROM' }) }),
  },
  responses: {
    200: {
      description:
        'The figures there are, and why the others are not; while nothing is closed none has a score',
      content: { 'application/json': { schema: scoreSchema } },
    },
    ...problems(400, 401, 403, 404),
  },
})

export function scoreRoutes({ database: { query: db } }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(route, async (c) => {
    const { year, code } = c.req.valid('param')
    const agency = await getPlacedAgency(db, code)
    authorize(actorOf(c), canSeeProvisional, agency.place)
    const score = await getProvisionalScore(db, await getRound(db, year), agency.code)
    c.header('Cache-Control', 'no-store')
    return c.json(represent(score), 200)
  })
  return routes
}

function represent({ rating, ...score }: ProvisionalScore): z.infer<typeof scoreSchema> {
  return {
    ...score,
    parts: [...score.parts],
    instruments: [...score.instruments],
    rating: rating?.name.th ?? null,
    ratingLevel: rating?.id ?? null,
  }
}
