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

export interface OurChecker {
  run(urls: readonly string[]): Promise<OurRun>
  close(): Promise<void>
}

export async function openChecker(settings: FetcherSettings): Promise<OurChecker> {
  const loaded = await findShippedFramework(fiscalYear)
  if (!loaded) throw new Error(`there is no framework of ${fiscalYear}`)
  const { framework } = loaded
  const item = getDisclosureItem(framework, 'o26')
  const fetcher = makeFetcher({ ...settings, limits: { atOnce, ...settings.limits } })
  const readers = openReaders()
  const checkOne = (url: string) => {
    const { protocol, host } = new URL(url)
    return checkLink({ fetcher, readers }, { url, framework, item, site: `${protocol}//${host}` })
  }
  return {
    async run(urls) {
      const begun = performance.now()
      const reports: CheckedLink[] = new Array(urls.length)
      const queue = urls.entries()
      const work = async () => {
        for (const [place, url] of queue) reports[place] = await checkOne(url)
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      return { reports, milliseconds: performance.now() - begun }
    },
    async close() {
      readers.close()
      await fetcher.close()
    },
  }
}
