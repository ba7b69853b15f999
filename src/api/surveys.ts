/** `GET /api/v1/rounds/{year}/agencies/{code}/progress`: how many have answered each part, and how many must. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { anyone } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { canSeeProgress } from '#modules/surveys/access.ts'
import { getProgress } from '#modules/surveys/progress.ts'
import type { Doorway } from '#platform/context.ts'
import { yearParameter } from './parameters.ts'
import { makeRouter } from './router.ts'

const partSchema = z
  .object({
    count: z.number().int().openapi({ description: 'Answers received and stored so far' }),
    minimum: z.number().int().nullable().openapi({
      description: "By the year's sampling rule and the headcount; null where it cannot be told",
    }),
    reason: z
      .enum(['ruleUnknown', 'headcountUnknown', 'groupUnknown', 'missionUnknown'])
      .nullable()
      .openapi({ description: 'Why there is no minimum' }),
    isClosed: z.boolean().openapi({ description: 'Count and minimum stand as they were at the close' }),
  })
  .openapi('SurveyPartProgress')

const progressRoute = createRoute({
  method: 'get',
  path: '/api/v1/rounds/{year}/agencies/{code}/progress',
  summary: 'How many have answered each survey part of an agency',
  request: {
    params: z.object({ year: yearParameter(2569), code: z.string().openapi({ example: 'DIPROM' }) }),
  },
  responses: {
    200: {
      description:
        'By survey part: iit, eitPublic and eitSurvey, or eit where it is one. Counts only: no score',
      content: { 'application/json': { schema: z.record(z.string(), partSchema) } },
    },
  },
})

export function surveyRoutes({ database }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(progressRoute, async (c) => {
    authorize(anyone, canSeeProgress)
    const { year, code } = c.req.valid('param')
    const progress = await getProgress(database.query, { fiscalYear: year, agencyCode: code })
    c.header('Cache-Control', 'no-store')
    return c.json(progress, 200)
  })
  return routes
}
