/** Takes the drawing of the survey's pages out of the built web door. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from 'react-router'
import { buildRoot } from '#platform/paths.ts'
import type { RenderRespond } from './page.ts'

/** The build is loaded once, whoever asks for it. */
export async function loadRenderer(): Promise<RenderRespond> {
  const build = (await import(pathToFileURL(join(buildRoot, 'server', 'index.js')).href)) as ServerBuild
  const module = build.entry.module as typeof build.entry.module & { readonly renderRespond: RenderRespond }
  return module.renderRespond
}
