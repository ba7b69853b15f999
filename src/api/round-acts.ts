/** What a centre does with a round through the REST door: opens it, sets its days, enrols agencies, closes it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canPinFramework } from '#modules/frameworks/access.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { canCloseRound, canEnrolAgencies, canOpenRound, canSchedulePhase } from '#modules/rounds/access.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { type EnrolmentCounts, enrolAgencies } from '#modules/rounds/enrol.ts'
import { enrolAgenciesByType } from '#modules/rounds/enrol-by-type.ts'
import { openRound } from '#modules/rounds/open.ts'
import { getRoundOverview } from '#modules/rounds/overview.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { readDay } from './day.ts'
import { yearParameter } from './parameters.ts'
import { problems } from './problem-schema.ts'
import { representRound, roundSchema } from './rounds.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const year = z.object({ year: yearParameter(2569) })
const day = z.string().openapi({ description: 'In either era', example: '2026-01-29' })

const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })
const body = <S extends z.ZodType>(schema: S) => ({ required: true as const, ...json(schema) })
const common = { method: 'post' as const, tags: ['rounds'] }
const theRound = { description: 'The round with its calendar', ...json(roundSchema) }

const openRoute = createRoute({
  ...common,
  ...needsScopes([canOpenRound, canPinFramework]),
  path: '/api/v1/rounds',
  summary: "Open a fiscal year's round under the framework that comes with the product",
  request: { body: body(z.strictObject({ fiscalYear: z.int().openapi({ example: 2569 }) })) },
  responses: { 201: theRound, ...problems(400, 401, 403, 404, 409) },
})

const scheduleRoute = createRoute({
  ...common,
  ...needsScopes([canSchedulePhase]),
  method: 'put',
  path: '/api/v1/rounds/{year}/phases/{phase}',
  summary: 'Set the first and the last day of a phase',
  request: {
    params: year.extend({ phase: z.string().openapi({ example: 'collect' }) }),
    body: body(z.strictObject({ opensOn: day, closesOn: day, reason: z.string().optional() })),
  },
  responses: { 200: theRound, ...problems(400, 401, 403, 404, 409) },
})

const codes = z.array(z.string()).optional()
const enrolRoute = createRoute({
  ...common,
  ...needsScopes([canEnrolAgencies]),
  path: '/api/v1/rounds/{year}/enrolments',
  summary: 'Enrol agencies by their codes, or all that there are of some types',
  request: { params: year, body: body(z.strictObject({ agencies: codes, types: codes })) },
  responses: {
    200: {
      description: 'How many were asked for, and how many of them are new',
      ...json(z.object({ agencies: z.int(), added: z.int() })),
    },
    ...problems(400, 401, 403, 404, 409),
  },
})

const closeRoute = createRoute({
  ...common,
  ...needsScopes([canCloseRound]),
  path: '/api/v1/rounds/{year}/close',
  summary: 'Close a round: it takes no agency, answer or score any more; there is no way back',
  request: { params: year },
  responses: { 200: theRound, ...problems(400, 401, 403, 404, 409) },
})

export function roundActRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  const overview = async (fiscalYear: number) =>
    representRound(await getRoundOverview(doorway.database.query, { fiscalYear, now: doorway.clock() }))
  routes.openapi(openRoute, async (c) => {
    const { fiscalYear } = c.req.valid('json')
    authorize(actorOf(c), canOpenRound)
    const loaded = await findShippedFramework(fiscalYear)
    if (!loaded) throw new Problem('notFound', 'framework.yearNotFound', { year: fiscalYear })
    await act(doorway, actorOf(c), (context) => openRound(context, loaded))
    return c.json(await overview(fiscalYear), 201)
  })
  routes.openapi(scheduleRoute, async (c) => {
    const { year: fiscalYear, phase } = c.req.valid('param')
    const { reason: why, ...days } = c.req.valid('json')
    const dates = { opensOn: readDay(days.opensOn), closesOn: readDay(days.closesOn) }
    const entry = { fiscalYear, phase, ...dates, reason: why }
    await act(doorway, actorOf(c), (context) => schedulePhase(context, entry))
    return c.json(await overview(fiscalYear), 200)
  })
  routes.openapi(enrolRoute, async (c) => {
    const { year: fiscalYear } = c.req.valid('param')
    return c.json(await act(doorway, actorOf(c), enrol({ ...c.req.valid('json'), fiscalYear })), 200)
  })
  routes.openapi(closeRoute, async (c) => {
    const { year: fiscalYear } = c.req.valid('param')
    await act(doorway, actorOf(c), (context) => closeRound(context, fiscalYear))
    return c.json(await overview(fiscalYear), 200)
  })
  return routes
}

interface Enrolling {
  readonly fiscalYear: number
  readonly agencies?: readonly string[] | undefined
  readonly types?: readonly string[] | undefined
}

const none: EnrolmentCounts = { agencies: 0, added: 0 }

function enrol({ fiscalYear, agencies = [], types = [] }: Enrolling) {
  const entries = agencies.map((agencyCode) => ({ agencyCode }))
  return async (context: Context): Promise<EnrolmentCounts> => {
    const byType = types.length > 0 ? await enrolAgenciesByType(context, { fiscalYear, types }) : none
    if (entries.length === 0 && types.length > 0) return byType
    const listed = await enrolAgencies(context, { fiscalYear, agencies: entries })
    return { agencies: byType.agencies + listed.agencies, added: byType.added + listed.added }
  }
}
