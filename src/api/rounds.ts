/** `GET /api/v1/rounds` and `/api/v1/rounds/{year}`: each year's round and its calendar as it stands now. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { getRoundOverview, listRoundOverviews, type RoundOverview } from '#modules/rounds/overview.ts'
import type { Doorway } from '#platform/context.ts'
import { yearParameter } from './parameters.ts'
import { makeRouter } from './router.ts'

const day = z.string().nullable().openapi({ example: '2026-01-29' })
const countdown = z.number().int().nullable()

const phaseSchema = z
  .object({
    phase: z.string().openapi({ example: 'collect' }),
    name: z.object({ th: z.string(), en: z.string() }),
    state: z.enum(['notScheduled', 'upcoming', 'open', 'closed']),
    opensOn: day.openapi({ description: 'The first day it is open, in Bangkok' }),
    closesOn: day.openapi({ description: 'The last day it is open, to its end (24:00) in Bangkok' }),
    daysToOpening: countdown.openapi({ description: 'Days until it opens; null unless it is upcoming' }),
    daysLeft: countdown.openapi({ description: '0 on the last day; null unless it is open and will close' }),
  })
  .openapi('RoundPhase')

export const roundSchema = z
  .object({
    fiscalYear: z.number().int().openapi({ example: 2569 }),
    frameworkHash: z.string().openapi({ description: 'SHA-256 of the framework the round is pinned to' }),
    isClosed: z.boolean(),
    enrolledCount: z.number().int(),
    phases: z.array(phaseSchema),
  })
  .openapi('Round')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/rounds',
  summary: 'All rounds, the newest year first',
  responses: {
    200: {
      description: 'The rounds with their calendars',
      content: { 'application/json': { schema: z.object({ rounds: z.array(roundSchema) }) } },
    },
  },
})

const yearRoute = createRoute({
  method: 'get',
  path: '/api/v1/rounds/{year}',
  summary: "A fiscal year's round",
  request: { params: z.object({ year: yearParameter(2569) }) },
  responses: {
    200: {
      description: 'The round with its calendar',
      content: { 'application/json': { schema: roundSchema } },
    },
  },
})

const cacheControl = 'public, max-age=60'

export function roundRoutes({ database, clock }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const rounds = await listRoundOverviews(database.query, clock())
    c.header('Cache-Control', cacheControl)
    return c.json({ rounds: rounds.map(representRound) }, 200)
  })
  routes.openapi(yearRoute, async (c) => {
    const fiscalYear = c.req.valid('param').year
    const round = await getRoundOverview(database.query, { fiscalYear, now: clock() })
    c.header('Cache-Control', cacheControl)
    return c.json(representRound(round), 200)
  })
  return routes
}

export function representRound({ timetable, ...round }: RoundOverview): z.infer<typeof roundSchema> {
  return { ...round, phases: [...timetable] }
}
