/** What became of a link: one of the verdicts, from what was answered and how it reads. Pure. */
import type { Answered, FetchFailure, FetchOutcome, Hop } from '#platform/fetcher/outcome.ts'
import type { Format, Reading } from '#platform/reading/document.ts'
import type { Verdict } from '../check-report.ts'
import {
  formatOfAddress,
  isHomeAddress,
  isLoginAddress,
  isNotFoundAddress,
  isOfSite,
  isSamePage,
  readAddress,
} from './addresses.ts'
import { normalise } from './matching-text.ts'
import {
  hasWallMarks,
  isBotWall,
  isLoginWall,
  isNotFoundBox,
  isNotFoundNotice,
  withoutFurniture,
} from './page-signs.ts'

/** A page as it was reached. */
export interface Reached {
  readonly outcome: FetchOutcome
  /** Null where nothing was answered, or nothing that can be read. */
  readonly reading: Reading | null
  /** The redirects on the way, those within pages included. */
  readonly hops: readonly Hop[]
}

export interface Seen extends Reached {
  readonly asked: string
  /** The home page of the same site, where it was looked at. */
  readonly home: { readonly finalUrl: string; readonly reading: Reading } | null
}

const ofFailures: Readonly<Record<FetchFailure, Verdict>> = {
  notPublic: 'notPublic',
  dns: 'dns',
  refused: 'refused',
  tls: 'tls',
  timeout: 'timeout',
  loop: 'loop',
  tooLarge: 'tooLarge',
  robots: 'botWall',
  broken: 'serverError',
}

export function verdictOf(seen: Seen): Verdict {
  const { outcome } = seen
  if (outcome.kind === 'unanswered') return ofFailures[outcome.failure]
  return verdictOfStatus(outcome, seen.reading) ?? verdictOfPage(outcome, seen)
}

/**
 * The verdict of an answer that is none of success. A bare 403 counts as a wall against programs: the server refused
 * this one, and only a person can see whether it refuses everybody.
 */
function verdictOfStatus({ status, headers, body }: Answered, reading: Reading | null): Verdict | null {
  if (status >= 200 && status < 300) return null
  if (status === 404 || status === 410) return 'notFound'
  if (status === 401 || status === 407 || status === 511) return 'loginWall'
  const source = sourceOf(body)
  const hasWall = isChallenge({ headers }) || hasWallMarks(reading, source)
  if (status === 403) return !hasWall && reading && asksForLogin(reading) ? 'loginWall' : 'botWall'
  if ([406, 418, 429, 999].includes(status)) return 'botWall'
  if (status === 408) return 'timeout'
  if (status >= 500 || status < 400) return status === 503 && hasWall ? 'botWall' : 'serverError'
  return hasWall ? 'botWall' : 'notFound'
}

function isChallenge({ headers }: Pick<Answered, 'headers'>): boolean {
  return headers['cf-mitigated'] === 'challenge' || headers['x-amzn-waf-action'] !== undefined
}

function asksForLogin(reading: Reading): boolean {
  return reading.hasPasswordField || isLoginWall(reading, null)
}

function verdictOfPage(answer: Answered, seen: Seen): Verdict {
  const { reading } = seen
  const [asked, found] = [readAddress(seen.asked), readAddress(answer.finalUrl)]
  if (reading?.state === 'tooBig') return 'tooLarge'
  if (reading?.state === 'tooSlow') return 'timeout'
  if (isChallenge(answer)) return 'botWall'
  if (reading && isPage(reading.format)) {
    const home = seen.home?.reading ?? null
    const own = withoutFurniture(reading, home)
    if (isBotWall(reading, sourceOf(answer.body))) return 'botWall'
    if (isLoginWall(own, home)) return 'loginWall'
    if (isNotFoundNotice(own, own.text.length < ownPart * reading.text.length)) return 'soft404'
    if (reading.text.trim() === '' && isNotFoundBox(writtenOf(answer.body))) return 'soft404'
  }
  const hasMoved = asked !== null && found !== null && !isSamePage(asked, found)
  if (hasMoved && isLoginAddress(found) && !isLoginAddress(asked)) return 'loginWall'
  if (hasMoved && isNotFoundAddress(found) && !isNotFoundAddress(asked)) return 'soft404'
  if (asked && found && endsAtHome(asked, found, seen)) return 'movedHome'
  if (asked && isOfWrongType(asked, answer, reading)) return 'wrongType'
  if (isEmptyPage(answer, reading)) return 'soft404'
  return hasMoved && !isWithinHome(asked, found) ? 'moved' : 'live'
}

/** With less than this left of a page, what the site says on every page is known and left out. */
const ownPart = 0.8

/** A site may send its visitors from its bare address to wherever its home page stands. */
function isWithinHome(asked: URL, found: URL): boolean {
  return isHomeAddress(asked) && isOfSite(found, asked)
}

function isPage(format: Format): boolean {
  return format === 'html' || format === 'text'
}

/** A deep link that shows the home page: by its address, or by the same words without the figures that change daily. */
function endsAtHome(asked: URL, found: URL, { home, reading }: Seen): boolean {
  if (isHomeAddress(asked)) return false
  const homeUrl = home && readAddress(home.finalUrl)
  if (homeUrl && isSamePage(asked, homeUrl)) return false
  if (isHomeAddress(found)) return true
  if (homeUrl && isSamePage(homeUrl, found)) return true
  if (!home?.reading.hasText || !reading?.hasText || reading.format !== 'html') return false
  const [words, homeWords] = [normalise(reading.text), normalise(home.reading.text)]
  const isShell = words.length < 200 && /javascript|loading|โหลด/.test(words)
  if (isShell || words.length < 20) return false
  return words === homeWords || (words.length >= longPage && lasting(words) === lasting(homeWords))
}

/** A home page of this many characters may differ in its counters and dates from one visit to the next. */
const longPage = 400

function lasting(words: string): string {
  return words.replace(/[\d:.,/ -]+/g, '')
}

const formatsOfTypes: readonly (readonly [RegExp, Format])[] = [
  [/^application\/(?:x-)?pdf/, 'pdf'],
  [/wordprocessingml/, 'docx'],
  [/spreadsheetml/, 'xlsx'],
  [/^image\/(?!svg)/, 'image'],
]

/** A file that is not of the kind its address or its server calls it, or that does not open. */
function isOfWrongType(asked: URL, { headers, finalUrl }: Answered, reading: Reading | null): boolean {
  if (reading?.state === 'broken' || reading?.state === 'encrypted') return true
  const type = (headers['content-type'] ?? '').toLowerCase()
  const final = readAddress(finalUrl)
  const claims = [
    formatOfAddress(asked),
    final && formatOfAddress(final),
    formatsOfTypes.find(([pattern]) => pattern.test(type))?.[1] ?? null,
  ]
  return claims.some((claim) => claim !== null && !fits(claim, reading?.format))
}

function fits(claim: Format, found: Format | undefined): boolean {
  return claim === found || (claim === 'csv' && found === 'text')
}

function isEmptyPage({ body, status }: Answered, reading: Reading | null): boolean {
  if (status === 204 || body.length === 0) return true
  return reading?.format === 'text' && reading.text.trim() === ''
}

const shownOfSource = 100_000

/** Old pages that say nothing in the open are in one of two encodings. */
function writtenOf(body: Uint8Array): string {
  const shown = body.subarray(0, shownOfSource)
  const text = new TextDecoder().decode(shown)
  return text.includes('\ufffd') ? new TextDecoder('windows-874').decode(shown) : text
}

/** Latin signs are enough for the marks looked for. */
function sourceOf(body: Uint8Array): string {
  return new TextDecoder('latin1').decode(body.subarray(0, shownOfSource))
}
