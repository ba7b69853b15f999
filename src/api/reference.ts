/** `/api` and `/en/api`: the reference of the REST door for people, made from its own document; no script in it. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { buildRoot } from '#platform/paths.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import { conditional, publicCache } from './conditional.ts'
import { readDocument } from './reference-document.ts'
import { renderReference } from './reference-page.ts'

/** `describe` gives the OpenAPI document. */
export function referenceRoutes(describe: () => unknown): Hono {
  const routes = new Hono()
  for (const [path, text] of [
    ['/api', th],
    ['/en/api', en],
  ] as const) {
    routes.get(path, conditional, async (c) => {
      const document = readDocument(describe())
      c.header('Cache-Control', publicCache)
      return c.html(await renderReference({ document, text, stylesheet: await findStylesheet() }))
    })
  }
  return routes
}

/** The stylesheet of the public pages, as the last build named it; undefined where nothing is built. */
async function findStylesheet(): Promise<string | undefined> {
  const files = await readdir(join(buildRoot, 'client', 'assets')).catch(() => [])
  const found = files.find((file) => /^public-.+\.css$/.test(file))
  return found && `/assets/${found}`
}
