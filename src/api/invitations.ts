/** `/api/v1/invitations`: who was invited to which role, inviting, and taking an invitation back. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canInvite, canListAccounts, canWithdrawInvitation } from '#modules/accounts/access.ts'
import { invite } from '#modules/accounts/invite.ts'
import { listInvitations } from '#modules/accounts/people.ts'
import { withdrawInvitation } from '#modules/accounts/withdraw-invitation.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { act, type Doorway } from '#platform/context.ts'
import { invitationSchema, newInvitation, representInvitation, toGrant } from './account-schema.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { choosePage, linkPages, pageFields, pageParameters } from './paging.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const tags = ['accounts']
const path = '/api/v1/invitations'
const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })

const listRoute = createRoute({
  ...{ method: 'get', path, tags },
  ...needsScopes([canListAccounts]),
  summary: 'Invitations in any state, the newest first, a page at a time',
  middleware: [conditional] as const,
  request: {
    query: z.object({
      agency: z.string().min(1).optional().openapi({ description: 'Only those to a role there' }),
      ...pageParameters,
    }),
  },
  responses: {
    200: {
      description: 'The page, with `Link` to those beside it',
      ...json(z.object({ invitations: z.array(invitationSchema), ...pageFields })),
    },
    ...problems(400, 401, 403, 404),
  },
})

const inviteRoute = createRoute({
  ...{ method: 'post', path, tags },
  ...needsScopes([canInvite]),
  summary: 'Invite a person to a role by e-mail',
  request: { body: { required: true, ...json(newInvitation) } },
  responses: {
    201: { description: 'It is made', ...json(z.object({ id: z.uuid() })) },
    ...problems(400, 401, 403, 404, 409),
  },
})

const withdrawRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/withdraw`, tags },
  ...needsScopes([canWithdrawInvitation]),
  summary: 'Take an invitation back that was not accepted',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'It is worth nothing now' }, ...problems(401, 403, 404, 409) },
})

export function invitationRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const { agency, page, size } = c.req.valid('query')
    const chosen = choosePage({ page, size })
    const agencyId = agency && (await getPlacedAgency(db, agency)).place.agencyId
    const asked = { agencyId, now: doorway.clock(), page: chosen }
    const { invitations, total } = await listInvitations(db, actorOf(c), asked)
    linkPages(c, chosen, total)
    c.header('Cache-Control', privateCache)
    const shown = { page: chosen.number, size: chosen.size, total }
    return c.json({ invitations: invitations.map(representInvitation), ...shown }, 200)
  })
  routes.openapi(inviteRoute, async (c) => {
    const { email, name, ...grant } = c.req.valid('json')
    const made = await act(doorway, actorOf(c), async (context) =>
      invite(context, { email, name, grant: await toGrant(context.transaction, grant) }),
    )
    return c.json(made, 201)
  })
  routes.openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid('param')
    await act(doorway, actorOf(c), (context) => withdrawInvitation(context, id))
    return c.body(null, 204)
  })
  return routes
}
