/** `/api/v1/accounts` and `/api/v1/grants`: who has an account and in which roles; roles given and ended. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canEndGrant, canGiveGrant, canListAccounts } from '#modules/accounts/access.ts'
import { endGrant } from '#modules/accounts/end-grant.ts'
import { grantRole } from '#modules/accounts/grant-role.ts'
import { getPerson, listPeople } from '#modules/accounts/people.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { act, type Doorway } from '#platform/context.ts'
import { accountSchema, newGrant, representAccount, toGrant } from './account-schema.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { choosePage, linkPages, pageFields, pageParameters } from './paging.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })
const body = <S extends z.ZodType>(schema: S) => ({ required: true as const, ...json(schema) })
const common = { method: 'post' as const, tags: ['accounts'] }
const made = { description: 'It is made', ...json(z.object({ id: z.uuid() })) }
const account = z.object({ id: z.string() })
const filter = z.string().min(1).optional()

const listRoute = createRoute({
  ...common,
  ...needsScopes([canListAccounts]),
  method: 'get',
  path: '/api/v1/accounts',
  summary: 'People with an account, a page at a time',
  middleware: [conditional] as const,
  request: {
    query: z.object({
      search: filter.openapi({ description: 'Part of a name or an e-mail' }),
      agency: filter.openapi({ description: 'Only those with a role there' }),
      ...pageParameters,
    }),
  },
  responses: {
    200: {
      description: 'The page, with `Link` to those beside it',
      ...json(z.object({ accounts: z.array(accountSchema), ...pageFields })),
    },
    ...problems(400, 401, 403, 404),
  },
})

const getRoute = createRoute({
  ...common,
  ...needsScopes([[canListAccounts, "for anybody's account but that of the owner of the key"]]),
  method: 'get',
  path: '/api/v1/accounts/{id}',
  summary: 'One person, with roles that have ended too',
  middleware: [conditional] as const,
  request: { params: account },
  responses: { 200: { description: 'The person', ...json(accountSchema) }, ...problems(401, 403, 404) },
})

const grantRoute = createRoute({
  ...common,
  ...needsScopes([canGiveGrant]),
  path: '/api/v1/accounts/{id}/grants',
  summary: 'Give a role',
  request: { params: account, body: body(newGrant) },
  responses: { 201: made, ...problems(400, 401, 403, 404, 409) },
})

const endRoute = createRoute({
  ...common,
  ...needsScopes([canEndGrant]),
  path: '/api/v1/grants/{id}/end',
  summary: 'End a role that was given',
  request: { params: z.object({ id: z.string() }), body: body(z.strictObject({ reason: z.string() })) },
  responses: { 204: { description: 'It has ended' }, ...problems(400, 401, 403, 404, 409) },
})

export function accountRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const { agency, search, page, size } = c.req.valid('query')
    const chosen = choosePage({ page, size })
    const agencyId = agency && (await getPlacedAgency(db, agency)).place.agencyId
    const { people, total } = await listPeople(db, actorOf(c), { search, agencyId, page: chosen })
    linkPages(c, chosen, total)
    c.header('Cache-Control', privateCache)
    const shown = { page: chosen.number, size: chosen.size, total }
    return c.json({ accounts: people.map(representAccount), ...shown }, 200)
  })
  routes.openapi(getRoute, async (c) => {
    const found = await getPerson(db, actorOf(c), c.req.valid('param').id)
    c.header('Cache-Control', privateCache)
    return c.json(representAccount(found), 200)
  })
  routes.openapi(grantRoute, async (c) => {
    const { id: userId } = c.req.valid('param')
    const grant = c.req.valid('json')
    const made = await act(doorway, actorOf(c), async (context) =>
      grantRole(context, { userId, grant: await toGrant(context.transaction, grant) }),
    )
    return c.json(made, 201)
  })
  routes.openapi(endRoute, async (c) => {
    const entry = { grantId: c.req.valid('param').id, ...c.req.valid('json') }
    await act(doorway, actorOf(c), (context) => endGrant(context, entry))
    return c.body(null, 204)
  })
  return routes
}
