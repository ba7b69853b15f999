/** `/api/v1/access-keys`: one's own access keys, and making one worthless. New ones are made in the workspace alone. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { authorize } from '#base/permission.ts'
import { canListAccessKeys, canRevokeAccessKey } from '#modules/accounts/access.ts'
import { requirePerson } from '#modules/accounts/own-account.ts'
import { type ListedKey, listAccessKeys } from '#modules/accounts/queries.ts'
import { revokeAccessKey } from '#modules/accounts/revoke-access-key.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const keySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().openapi({ description: 'What follows `prs_` in the key' }),
    scopes: z.array(z.string()),
    ...{ createdAt: z.iso.datetime(), expiresAt: z.iso.datetime() },
    lastUsedOn: z
      .string()
      .nullable()
      .openapi({ description: 'The last day it was used', example: '2026-01-29' }),
  })
  .openapi('AccessKey')

const tags = ['accounts']
const path = '/api/v1/access-keys'

const listRoute = createRoute({
  ...{ method: 'get', path, tags },
  ...needsScopes([canListAccessKeys], 'The keys themselves are kept nowhere.'),
  summary: "One's own access keys that were not revoked, the newest first",
  middleware: [conditional] as const,
  responses: {
    200: {
      description: 'All of them',
      content: { 'application/json': { schema: z.object({ accessKeys: z.array(keySchema) }) } },
    },
    ...problems(401, 403),
  },
})

const revokeRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/revoke`, tags },
  ...needsScopes([canRevokeAccessKey]),
  summary: "Make an access key of one's own worthless, at once; a key may name itself",
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'It is worth nothing now' }, ...problems(401, 403, 404, 409) },
})

export function accessKeyRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    authorize(actorOf(c), canListAccessKeys)
    const keys = await listAccessKeys(doorway.database.query, requirePerson(actorOf(c)))
    c.header('Cache-Control', privateCache)
    return c.json({ accessKeys: keys.map(represent) }, 200)
  })
  routes.openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid('param')
    await act(doorway, actorOf(c), (context) => revokeAccessKey(context, id))
    return c.body(null, 204)
  })
  return routes
}

function represent({ scopes, createdAt, expiresAt, ...key }: ListedKey): z.infer<typeof keySchema> {
  return {
    ...key,
    scopes: [...scopes],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
