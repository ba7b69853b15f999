/** The reference: linkinator over the same links, from one page that leads to them all. */
import { LinkChecker, LinkState } from 'linkinator'
import { openHost } from './hosts.ts'

export interface ReferenceSettings {
  readonly urls: readonly string[]
  readonly milliseconds: number
}

export interface ReferenceRun {
  /** By address: whether it found the link to be well. */
  readonly isOk: ReadonlyMap<string, boolean>
  readonly milliseconds: number
}

export async function runLinkinator({ urls, milliseconds }: ReferenceSettings): Promise<ReferenceRun> {
  const index = await openHost()
  const anchors = urls.map((url) => `<a href="${url.replaceAll('&', '&amp;')}">link</a>`)
  const path = index.put('/', { body: `<!doctype html><title>links</title>${anchors.join('\n')}` })
  const begun = performance.now()
  try {
    const { links } = await new LinkChecker().check({ path, timeout: milliseconds })
    const isOk = new Map(links.map(({ url, state }) => [new URL(url).href, state === LinkState.OK]))
    return { isOk, milliseconds: performance.now() - begun }
  } finally {
    index.close()
  }
}
