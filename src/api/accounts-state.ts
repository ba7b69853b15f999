/** `/api/v1/accounts/{id}/disable`, `/enable` and `/second-factor/remove`: shutting people out and letting them in again. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Permission } from '#base/permission.ts'
import { canDisableAccount, canEnableAccount, canRemoveSecondFactor } from '#modules/accounts/access.ts'
import { disableAccount } from '#modules/accounts/disable-account.ts'
import { enableAccount } from '#modules/accounts/enable-account.ts'
import { removeSecondFactor } from '#modules/accounts/remove-second-factor.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

interface StateAct {
  readonly path: string
  readonly permission: Permission
  readonly summary: string
  readonly verb: (context: Context, userId: string) => Promise<void>
}

const acts: readonly StateAct[] = [
  {
    ...{ path: 'disable', permission: canDisableAccount, verb: disableAccount },
    summary: 'Shut a person out: sessions end at once, roles and keys rest',
  },
  {
    ...{ path: 'enable', permission: canEnableAccount, verb: enableAccount },
    summary: 'Let a person in again who was shut out',
  },
  {
    ...{ path: 'second-factor/remove', permission: canRemoveSecondFactor, verb: removeSecondFactor },
    summary: 'Take every second factor off a person who has lost theirs, and end their sessions',
  },
]

export function accountStateRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  for (const { path, permission, summary, verb } of acts) {
    const route = createRoute({
      ...{ method: 'post' as const, tags: ['accounts'], summary },
      ...needsScopes([permission]),
      path: `/api/v1/accounts/{id}/${path}`,
      request: { params: z.object({ id: z.string() }) },
      responses: { 204: { description: 'It is done' }, ...problems(401, 403, 404, 409) },
    })
    routes.openapi(route, async (c) => {
      const { id } = c.req.valid('param')
      await act(doorway, actorOf(c), (context) => verb(context, id))
      return c.body(null, 204)
    })
  }
  return routes
}
