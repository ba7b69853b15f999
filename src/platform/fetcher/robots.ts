/** Remembers what each site's robots.txt asks of programs. */
import { LRUCache } from 'lru-cache'
import robotsParser from 'robots-parser'
import { userAgent } from './request.ts'

export interface Manners {
  readonly isAllowed: boolean
  /** What `Crawl-delay` asks for; 0 where it asks for nothing. */
  readonly delayMilliseconds: number
}

type Robots = ReturnType<typeof robotsParser>

const rememberedMilliseconds = 60 * 60 * 1000
const mostSites = 2000

/** Matching takes as long as the address times the wildcards: past these, a rule is an attack and no rule. */
const mostWildcards = 8
const mostCharacters = 2000

/**
 * `read` gives the text of a robots.txt, empty where there is none to be had. A site without one allows everything
 * (RFC 9309, 2.3.1.3). So does one that answers with an error of its own or not at all: the RFC would have a crawler
 * keep away, but this is no crawler. A person declared the page, and the page's own answer is what they must hear of.
 */
export function makeRobots(read: (url: URL) => Promise<string>): (url: URL) => Promise<Manners> {
  const sites = new LRUCache<string, Promise<Robots>>({ max: mostSites, ttl: rememberedMilliseconds })
  const robotsOf = async (origin: string): Promise<Robots> => {
    const url = new URL('/robots.txt', origin)
    return robotsParser(url.href, withoutTraps(await read(url)))
  }
  return async (url) => {
    const known = sites.get(url.origin)
    const robots = known ?? robotsOf(url.origin)
    if (!known) sites.set(url.origin, robots)
    const site = await robots
    return {
      isAllowed: site.isAllowed(url.href.slice(0, mostCharacters), userAgent) !== false,
      delayMilliseconds: Math.max(0, site.getCrawlDelay(userAgent) ?? 0) * 1000,
    }
  }
}

function withoutTraps(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.filter((line) => line.split('*').length - 1 <= mostWildcards).join('\n')
}
