/** Whether the service can serve: 200 when the database answers, 503 while it does not. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Doorway } from '#platform/context.ts'
import { makeRouter } from './router.ts'

export function healthRoutes({ database }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.get('/healthz', async (c) => {
    try {
      await database.pool.query('select 1')
      return c.json({ status: 'ok' })
    } catch {
      return c.json({ status: 'unavailable' }, 503, { 'Retry-After': '5' })
    }
  })
  return routes
}
