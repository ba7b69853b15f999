/** `/api/v1/audit/events` and `/api/v1/audit/check`: the trail of acts for auditors, and whether it still holds. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { authorize } from '#base/permission.ts'
import { canReadAudit } from '#modules/accounts/access.ts'
import type { ChainedEvent } from '#platform/audit-chain.ts'
import { type EventQuery, listEvents, verifyAudit } from '#platform/audit-queries.ts'
import type { Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { readDay } from './day.ts'
import { countParameter } from './parameters.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const hash = z.string().openapi({ description: 'SHA-256 in lower-case hex' })
const number = z.number().int()

const eventSchema = z
  .object({
    number: number.openapi({ description: '1 and up without gaps' }),
    at: z.iso.datetime(),
    actorKind: z.string().openapi({ example: 'person' }),
    actor: z.string().nullable().openapi({ description: 'The id of the person, or the name of the program' }),
    role: z.string().nullable(),
    event: z.string().openapi({ example: 'round.opened' }),
    subject: z.string().openapi({ example: 'round:2568' }),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
    previousHash: hash,
    hash,
  })
  .openapi('AuditEvent')

const filter = z.string().min(1).optional()
const mostEvents = 200
const defaultEvents = 50
const farthest = Number.MAX_SAFE_INTEGER

const listParameters = z.object({
  ...{ event: filter, subject: filter },
  actor: filter.openapi({ description: 'The id of a person, or the name of a program' }),
  from: filter.openapi({ description: 'The first day, such as 2026-01-29' }),
  to: filter.openapi({ description: 'The last day' }),
  before: countParameter(1, farthest)
    .optional()
    .openapi({ description: 'Only those of a lower number: for the next page, that of the last event' }),
  size: countParameter(1, mostEvents).optional().openapi({ example: defaultEvents }),
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/audit/events',
  tags: ['audit'],
  summary: 'What was done, the newest first, a page at a time',
  ...needsScopes([canReadAudit]),
  middleware: [conditional] as const,
  request: { query: listParameters },
  responses: {
    200: {
      description: 'The page, with `Link` to the next',
      content: { 'application/json': { schema: z.object({ events: z.array(eventSchema) }) } },
    },
    ...problems(400, 401, 403),
  },
})

const checkSchema = z
  .object({
    isWhole: z.boolean(),
    count: number.openapi({ description: 'Events read' }),
    hash: hash.openapi({ description: 'Of the last event' }),
    faults: z.array(
      z.object({
        kind: z.enum(['changed', 'missing', 'reordered', 'headDiffers']),
        number,
        through: number.optional().openapi({ description: 'The last of a run of missing events' }),
      }),
    ),
  })
  .openapi('AuditCheck')

const checkRoute = createRoute({
  method: 'get',
  path: '/api/v1/audit/check',
  tags: ['audit'],
  summary: 'Whether any event was changed, taken away or moved',
  ...needsScopes([canReadAudit]),
  responses: {
    200: { description: 'What was found', content: { 'application/json': { schema: checkSchema } } },
    ...problems(401, 403),
  },
})

export function auditRoutes({ database }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    authorize(actorOf(c), canReadAudit)
    const { size = defaultEvents, ...asked } = c.req.valid('query')
    const found = await listEvents(database.query, { ...queryOf(asked), limit: size + 1 })
    const events = found.slice(0, size)
    const last = events.at(-1)
    if (last && found.length > size) {
      const next = new URL(c.req.url)
      next.searchParams.set('before', String(last.number))
      c.header('Link', `<${next.pathname}${next.search}>; rel="next"`)
    }
    c.header('Cache-Control', privateCache)
    return c.json({ events: events.map(represent) }, 200)
  })
  routes.openapi(checkRoute, async (c) => {
    authorize(actorOf(c), canReadAudit)
    const { faults, ...check } = await verifyAudit(database.query)
    c.header('Cache-Control', 'no-store')
    return c.json({ ...check, faults: [...faults] }, 200)
  })
  return routes
}

type Asked = Omit<z.infer<typeof listParameters>, 'size'>

function queryOf({ event, subject, actor, from, to, before }: Asked): Omit<EventQuery, 'limit'> {
  return {
    ...{ event, subject, beforeNumber: before },
    actors: actor === undefined ? undefined : [actor],
    from: from === undefined ? undefined : startOfDay(readDay(from)),
    to: to === undefined ? undefined : endOfDay(readDay(to)),
  }
}

function represent({ at, actorName, details, ...event }: ChainedEvent): z.infer<typeof eventSchema> {
  return { ...event, at: at.toISOString(), actor: actorName, details: { ...details } }
}
