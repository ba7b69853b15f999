/** The web door as an app: built assets as files, every other address as a page. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Problem } from '#base/problem.ts'
import type { Accounts } from '#modules/accounts/accounts.ts'
import { answerAuthRequest } from '#modules/accounts/auth-requests.ts'
import { findSignedIn } from '#modules/accounts/session.ts'
import type { Doorway } from '#platform/context.ts'
import type { Files } from '#platform/files/files.ts'
import { buildRoot } from '#platform/paths.ts'
import { accountsContext } from './accounts.ts'
import { limitBody } from './body-limit.ts'
import { doorwayContext } from './doorway.ts'
import { filesContext } from './files.ts'
import { interviewApp } from './interviews/interview-app.ts'
import { keepPages } from './kept-pages.ts'
import { findRefusal, refusalContext, standInFor } from './refused.ts'
import { onePerRequest, sessionContext } from './session.ts'

export async function makeWeb(doorway: Doorway, accounts: Accounts, files: Files): Promise<Hono> {
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
  app.use('/scripts/*', serveStatic({ root: join(buildRoot, 'client') }))
  app.use('/auth/*', limitBody(tellTooLarge))
  app.route('/', interviewApp())
  app.all('/auth/*', (c) => answerAuthRequest(accounts, c.req.raw))
  app.use(keepPages(doorway))
  app.use(limitBody(answer))
  app.all('*', (c) => answer(c, findRefusal(c.req.raw)))
  return app

  /** With a refusal the request itself goes no further. */
  async function answer(c: Context, refusal?: Problem): Promise<Response> {
    const context = new RouterContextProvider()
    context.set(doorwayContext, doorway)
    context.set(accountsContext, accounts)
    context.set(filesContext, files)
    const session = onePerRequest(() => findSignedIn(accounts, c.req.raw.headers))
    context.set(sessionContext, session.ask)
    context.set(refusalContext, refusal)
    const response = await handle(refusal ? standInFor(c.req.raw) : c.req.raw, context)
    return lengthenSession(response, (await session.asked())?.headers)
  }
}

const tellTooLarge = (c: Context): Response => c.json({ code: 'request.tooLarge' }, 413)

/** Sends on the cookies of a session that was made to last longer, unless the page itself has set others. */
function lengthenSession(response: Response, session: Headers | undefined): Response {
  if (response.headers.getSetCookie().length > 0) return response
  for (const cookie of session?.getSetCookie() ?? []) response.headers.append('Set-Cookie', cookie)
  return response
}
