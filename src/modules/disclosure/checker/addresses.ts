/** What addresses say: the home page of a site, the same page written otherwise, a log-in page, the kind of a file. Pure. */
import { isIP } from 'node:net'
import type { Format } from '#platform/reading/document.ts'

/** Null for what is no web address. */
export function readAddress(text: string): URL | null {
  const url = URL.parse(text)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null
}

const homeWords =
  /^(?:index|default|home|main|homepage|home-page|welcome|th|en|tha|eng|th-th|en-us|en-gb|web|portal|site|frontpage|หน้าแรก|หน้าหลัก)$/
const pageEnding = /\.(?:html?|php\d?|aspx?|jsp|cfm|do)$/
/** Settings of a visit that lead to no other page. */
const visitSettings = /^(?:lang|language|locale|hl|utm_\w+|fbclid|gclid|phpsessid|jsessionid|sid|_|ref|v)$/i

/** "/", "/index.php", "/th/home": the page that a visitor of the site begins at. */
export function isHomeAddress(url: URL): boolean {
  const parts = pathParts(url).map((part) => part.replace(pageEnding, ''))
  const asksForMore = [...url.searchParams.keys()].some((key) => !visitSettings.test(key))
  return !asksForMore && parts.length <= 2 && parts.every((part) => homeWords.test(part))
}

/** The same page: with or without www., a slash at the end, https, or a setting of the visit. */
export function isSamePage(asked: URL, found: URL): boolean {
  const isKept = [...asked.searchParams].every(
    ([key, value]) => visitSettings.test(key) || found.searchParams.getAll(key).includes(value),
  )
  const samePath = pathParts(asked, false).join('/') === pathParts(found, false).join('/')
  return isKept && samePath && hostOf(asked) === hostOf(found)
}

/**
 * Whether an address belongs to a site: its host but for www., or a subdomain of it. Where the site has an IP address, a
 * name without dots, or a port of its own, host and port must be the very same.
 */
export function isOfSite(url: URL, site: URL): boolean {
  const isExact = site.port !== '' || !site.hostname.includes('.') || isIP(bare(site.hostname)) > 0
  if (isExact) return hostOf(url) === hostOf(site)
  if (url.port !== '') return false
  const [host, own] = [hostOf(url), hostOf(site)]
  return host === own || host.endsWith(`.${own}`)
}

const loginWords =
  /^(?:log-?in|sign-?in|signon|logon|auth|authorize|authenticate|sso|oauth2?|wp-login|user-login|member-login|accessdenied|checkpoint)$/
const loginHosts = /^(?:accounts\.google\.com|login\.(?:microsoftonline|live)\.com|.*\.okta\.com)$/

export function isLoginAddress(url: URL): boolean {
  return (
    loginHosts.test(url.hostname) ||
    pathParts(url).some((part) => loginWords.test(part.replace(pageEnding, '')))
  )
}

const notFoundWords =
  /^(?:404|errors?|error-?page|custom-?error|generic-?error-?page|error-?404|404-?error|not-?found|page-?not-?found|404-?not-?found|nofile)$/

export function isNotFoundAddress(url: URL): boolean {
  return pathParts(url).some((part) => notFoundWords.test(part.replace(pageEnding, '').replaceAll('_', '-')))
}

const formatsOfEndings: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
}

/** The kind of file that an address ends in; null for a page, and for kinds that are not read. */
export function formatOfAddress(url: URL): Format | null {
  const ending = /\.([a-z]+)$/.exec(pathParts(url).at(-1) ?? '')?.[1] ?? ''
  return formatsOfEndings[ending] ?? null
}

function hostOf({ hostname, port }: URL): string {
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '')
  return port === '' ? host : `${host}:${port}`
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function pathParts(url: URL, inLowerCase = true): string[] {
  const path = inLowerCase ? readable(url.pathname).toLowerCase() : readable(url.pathname)
  return path
    .replace(/;jsessionid=[^/]*/i, '')
    .split('/')
    .filter((part) => part !== '')
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
