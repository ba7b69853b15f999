/** The routes that the server has, read from its own apps and from the build of the pages; nothing is served by it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Hono } from 'hono'
import type { ServerBuild } from 'react-router'
import { makeApi } from '#api/api.ts'
import { makeDemoSite } from '#cli/demo/site.ts'
import { makeAccounts } from '#modules/accounts/accounts.ts'
import { openIntake } from '#modules/surveys/submit.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { openDatabase } from '#platform/database.ts'
import { openFiles } from '#platform/files/files.ts'
import { makeLog } from '#platform/log.ts'
import { buildRoot } from '#platform/paths.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { makeRespond } from '#web/respond/respond.ts'
import { makeWeb } from '#web/web.ts'

/** Never connected to: an app is asked for its routes, not for an answer. */
const nowhere = 'postgres://127.0.0.1:1/nowhere'

/** Such as `GET /work/agencies/:code`, each once; pages without their language. */
export async function listServedRoutes(): Promise<string[]> {
  const log = makeLog('silent')
  const database = openDatabase(nowhere, log)
  const doorway = { database, log, clock: () => new Date() }
  const secret = readSecret({ secret: newSecret(), dataDir: '' })
  const outbox = { put: async () => undefined }
  const accounts = makeAccounts({ doorway, secret, baseUrl: 'http://127.0.0.1', isDemo: true, outbox })
  const intake = openIntake(doorway, makeWaitingRoom(secret))
  const { app: respond } = makeRespond(doorway, { intake, secret, render: () => '' })
  const apps = [makeApi(doorway, accounts), respond, await makeDemoSite()].flatMap((app) =>
    routesOf(app, ['ALL']),
  )
  const files = openFiles({ dataDir: nowhere })
  const web = routesOf(await makeWeb(doorway, accounts, files), []).filter(
    (route) => !/^ALL \/\*$/.test(route),
  )
  await database.close()
  return [...new Set([...apps, ...web, ...(await listPages())])].toSorted()
}

function routesOf(app: Hono, without: readonly string[]): string[] {
  return app.routes
    .filter(({ method }) => !without.includes(method))
    .map(({ method, path }) => `${method} ${path}`)
}

async function listPages(): Promise<string[]> {
  const build = (await import(pathToFileURL(join(buildRoot, 'server', 'index.js')).href)) as ServerBuild
  return Object.values(build.routes).flatMap((route) => {
    if (!route || (route.path === undefined && !route.index)) return []
    const path = `/${route.path ?? ''}`.replace(/^\/en(?=\/|$)/, '')
    const { default: page, loader, action } = route.module
    return [page || loader ? ['GET'] : [], action ? ['POST'] : []]
      .flat()
      .map((method) => `${method} ${path === '' ? '/' : path}`)
  })
}
