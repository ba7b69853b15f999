/** The web door as an app: built assets as files, every other address as a page. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Doorway } from '#platform/context.ts'
import { buildRoot } from '#platform/paths.ts'
import { doorwayContext } from './doorway.ts'

export async function makeWeb(doorway: Doorway): Promise<Hono> {
  const build = (await import(pathToFileURL(join(buildRoot, 'server', 'index.js')).href)) as ServerBuild
  const handle = createRequestHandler(build, 'production')
  const app = new Hono()
  app.use(
    '/assets/*',
    serveStatic({
      root: join(buildRoot, 'client'),
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.all('*', (c) => {
    const context = new RouterContextProvider()
    context.set(doorwayContext, doorway)
    return handle(c.req.raw, context)
  })
  return app
}
