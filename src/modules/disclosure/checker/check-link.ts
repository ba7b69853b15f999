/** Checks one link of an answer: fetches it and what it leads on to, reads it, and says what stands against it. */
import { LRUCache } from 'lru-cache'
import { contentHash } from '#base/id.ts'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import type { Fetcher } from '#platform/fetcher/fetcher.ts'
import type { FetchOutcome, Hop } from '#platform/fetcher/outcome.ts'
import { fileKey } from '#platform/files/files.ts'
import type { Format, Reading } from '#platform/reading/document.ts'
import type { Readers } from '#platform/reading/readers.ts'
import type { CheckReport, Verdict } from '../check-report.ts'
import { isHomeAddress, isOfSite, isSamePage, readAddress } from './addresses.ts'
import { contentOf } from './content.ts'
import {
  type AgencyTypeCode,
  asksForNetworks,
  findingsOfContent,
  findingsOfReach,
  isReached,
  lookAtChange,
} from './findings.ts'
import { normalise } from './matching-text.ts'
import { isSocialNetwork } from './social-accounts.ts'
import { type Reached, verdictOf } from './verdict.ts'

export interface CheckMeans {
  readonly fetcher: Pick<Fetcher, 'fetchPage'>
  readonly readers: Pick<Readers, 'read'>
}

export interface AskedLink {
  /** http or https. */
  readonly url: string
  readonly framework: Framework
  readonly item: DisclosureItem
  /** The address of the agency's main website. */
  readonly site?: string | undefined
  /** What all links of the answer open as, where that is known. */
  readonly formats?: readonly Format[] | undefined
  /** `textHash` of an earlier check, such as that of the submission. */
  readonly previousTextHash?: string | undefined
  /** Without it, elements that only some agencies must show are not looked for. */
  readonly agencyType?: AgencyTypeCode | undefined
}

/** The report, and what was seen, for keeping. */
export interface CheckedLink extends CheckReport {
  /** Null where nothing was answered. */
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  /** The words that were read; empty where there were none. */
  readonly text: string
  readonly hops: readonly Hop[]
}

/** Never fails for what the remote site does. */
export async function checkLink(means: CheckMeans, asked: AskedLink): Promise<CheckedLink> {
  const reached = await reach(means, asked.url)
  const home = await homeFor(means, asked, reached)
  const verdict = verdictOf({ ...reached, asked: asked.url, home })
  return makeReport(asked, { reached, home, verdict })
}

interface HomePage {
  readonly finalUrl: string
  readonly reading: Reading
}

interface Judged {
  readonly reached: Reached
  readonly home: HomePage | null
  readonly verdict: Verdict
}

function makeReport(asked: AskedLink, { reached, home, verdict }: Judged): CheckedLink {
  const { outcome, reading, hops } = reached
  const answer = outcome.kind === 'answered' ? outcome : null
  const site = siteOf(asked)
  const onMainSite = site && [asked.url, outcome.finalUrl].every((url) => isOf(url, site))
  const textHash = answer && hashOfWords(reading, answer.body)
  const findings = [
    ...findingsOfReach({ verdict, finalUrl: outcome.finalUrl, onMainSite, site, reading }),
    ...(isReached(verdict) && reading ? contentFindings(asked, reading, home) : []),
    ...(isReached(verdict) ? lookAtChange(textHash, asked.previousTextHash) : []),
  ]
  return {
    url: asked.url,
    finalUrl: outcome.finalUrl,
    verdict,
    onMainSite,
    contentType: answer?.headers['content-type'] ?? null,
    sha256: answer && fileKey(answer.body),
    textHash,
    findings,
    status: answer?.status ?? null,
    headers: answer?.headers ?? {},
    body: answer?.body ?? null,
    text: reading?.text ?? '',
    hops,
  }
}

function contentFindings(asked: AskedLink, reading: Reading, home: HomePage | null) {
  const url = readAddress(asked.url)
  if (!url) return []
  const { framework, item, agencyType, formats = [] } = asked
  return findingsOfContent(
    { item, ...(agencyType && { agencyType }) },
    {
      content: contentOf(reading, home?.reading ?? null),
      fiscalYear: framework.fiscalYear,
      asked: url,
      site: siteOf(asked),
      home: home?.reading ?? null,
      formats,
    },
  )
}

/** Of the words, so that a new design is no change; of the file where it has no words. */
function hashOfWords(reading: Reading | null, body: Uint8Array): string {
  return reading?.hasText ? contentHash(normalise(reading.text)) : fileKey(body)
}

function isOf(url: string, site: URL): boolean {
  const address = readAddress(url)
  return address !== null && isOfSite(address, site)
}

/** People give a site with or without its scheme. */
export function siteOf({ site }: Pick<AskedLink, 'site'>): URL | null {
  if (!site) return null
  return readAddress(site) ?? readAddress(`https://${site}`)
}

const mostRefreshes = 2

interface Way {
  readonly hops: readonly Hop[]
  /** Addresses that pages sent on to. */
  readonly refreshes: readonly string[]
}

/** Fetches and reads, following the redirects that stand within pages. */
async function reach(
  means: CheckMeans,
  url: string,
  way: Way = { hops: [], refreshes: [] },
): Promise<Reached> {
  const outcome = await means.fetcher.fetchPage(url)
  const reading = await readOutcome(means, outcome)
  const hops = [...way.hops, ...outcome.hops]
  const next = reading && refreshOf(outcome, reading)
  if (!next) return { outcome, reading, hops }
  const passedHops = [...hops, { url: outcome.finalUrl, status: 200 }]
  if (way.refreshes.length < mostRefreshes && !way.refreshes.includes(next)) {
    return reach(means, next, { hops: passedHops, refreshes: [...way.refreshes, next] })
  }
  const { finalUrl, milliseconds } = outcome
  const loop = { kind: 'unanswered', failure: 'loop', detail: 'meta refresh' } as const
  return { outcome: { ...loop, finalUrl, hops: passedHops, milliseconds }, reading: null, hops: passedHops }
}

/** Where a page sends its readers at once; null for a page that only loads itself again. */
function refreshOf(outcome: FetchOutcome, { refreshTo }: Reading): string | null {
  if (outcome.kind !== 'answered' || outcome.status >= 400) return null
  const [here, there] = [readAddress(outcome.finalUrl), readAddress(refreshTo)]
  return here && there && here.href.split('#')[0] !== there.href.split('#')[0] ? there.href : null
}

async function readOutcome({ readers }: CheckMeans, outcome: FetchOutcome): Promise<Reading | null> {
  if (outcome.kind === 'unanswered' || outcome.body.length === 0) return null
  const contentType = outcome.headers['content-type'] ?? ''
  return readers.read({ bytes: outcome.body, url: outcome.finalUrl, contentType })
}

/** Links of one agency are checked together: its home page is asked once for them. */
const homes = new WeakMap<CheckMeans['fetcher'], LRUCache<string, Promise<HomePage | null>>>()
const keptMilliseconds = 10 * 60_000

/** The home page, where it is needed for telling; the page itself where that is what was asked. */
async function homeFor(means: CheckMeans, asked: AskedLink, reached: Reached): Promise<HomePage | null> {
  const { outcome, reading } = reached
  if (outcome.kind === 'unanswered' || outcome.status >= 400 || !reading) return null
  const url = readAddress(asked.url)
  const final = readAddress(outcome.finalUrl)
  if (!url || !final) return null
  const isAboutHome = asksForNetworks(asked.item) !== null
  const site = siteOf(asked)
  if (isAboutHome && !site && isSocialNetwork(url)) return null
  const home = isAboutHome && site ? new URL('/', site) : new URL('/', final)
  if (isSamePage(home, final) || (isHomeAddress(url) && isSamePage(home, new URL('/', url)))) {
    return { finalUrl: outcome.finalUrl, reading }
  }
  return isAboutHome || reading.format === 'html' ? homePage(means, home.href) : null
}

function homePage(means: CheckMeans, url: string): Promise<HomePage | null> {
  const kept = homes.get(means.fetcher) ?? new LRUCache({ max: 100, ttl: keptMilliseconds })
  homes.set(means.fetcher, kept)
  const known = kept.get(url)
  if (known) return known
  const page = readHome(means, url)
  kept.set(url, page)
  page.catch(() => kept.delete(url))
  return page
}

async function readHome(means: CheckMeans, url: string): Promise<HomePage | null> {
  const { outcome, reading } = await reach(means, url)
  const isFine = outcome.kind === 'answered' && outcome.status < 400 && reading?.format === 'html'
  return isFine ? { finalUrl: outcome.finalUrl, reading } : null
}
