/** The product's checker over many links, as the watch and the command use it. */
import { type CheckedLink, checkLink } from '#modules/disclosure/checker/check-link.ts'
import { getDisclosureItem } from '#modules/disclosure/item.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { type FetcherSettings, makeFetcher } from '#platform/fetcher/fetcher.ts'
import { openReaders } from '#platform/reading/readers.ts'

const fiscalYear = 2568

export interface OurRun {
  readonly reports: readonly CheckedLink[]
  readonly milliseconds: number
}

/** A hundred at a time, as linkinator. */
const atOnce = 100

export async function runChecker(urls: readonly string[], settings: FetcherSettings): Promise<OurRun> {
  const loaded = await findShippedFramework(fiscalYear)
  if (!loaded) throw new Error(`there is no framework of ${fiscalYear}`)
  const { framework } = loaded
  const item = getDisclosureItem(framework, 'o26')
  const fetcher = makeFetcher({ ...settings, limits: { atOnce, ...settings.limits } })
  const readers = openReaders()
  try {
    const begun = performance.now()
    const reports: CheckedLink[] = new Array(urls.length)
    const queue = urls.entries()
    const work = async () => {
      for (const [place, url] of queue) {
        const { protocol, host } = new URL(url)
        const site = `${protocol}//${host}`
        reports[place] = await checkLink({ fetcher, readers }, { url, framework, item, site })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    return { reports, milliseconds: performance.now() - begun }
  } finally {
    readers.close()
    await fetcher.close()
  }
}
