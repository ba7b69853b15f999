/** Keeps the cookies that sites set on the way to one page: some redirect for ever when they do not come back. */

interface Cookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly isOfSubdomains: boolean
  readonly isSecure: boolean
}

export interface CookieJar {
  /** `lines`: the values of `Set-Cookie` as they came. What is malformed is passed over. */
  take(url: URL, lines: readonly string[]): void
  /** The value of `Cookie` for a request; empty where there is none. Paths are not told apart. */
  headerFor(url: URL): string
}

const mostCookies = 50
const mostCharacters = 4096

export function makeCookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>()
  return {
    take(url, lines) {
      for (const line of lines) {
        const { cookie, isGone } = readCookie(url, line)
        if (!cookie) continue
        const key = `${cookie.domain} ${cookie.name}`
        if (isGone) cookies.delete(key)
        else if (cookies.has(key) || cookies.size < mostCookies) cookies.set(key, cookie)
      }
    },
    headerFor(url) {
      const fitting = [...cookies.values()].filter((cookie) => isFor(cookie, url))
      return fitting.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}

function isFor({ domain, isOfSubdomains, isSecure }: Cookie, { hostname, protocol }: URL): boolean {
  if (isSecure && protocol !== 'https:') return false
  return hostname === domain || (isOfSubdomains && hostname.endsWith(`.${domain}`))
}

function readCookie(url: URL, line: string): { readonly cookie: Cookie | null; readonly isGone: boolean } {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const [name, value] = splitAt(pair)
  const given = new Map(attributes.map(splitAt).map(([key, content]) => [key.toLowerCase(), content]))
  const domain = given.get('domain')?.replace(/^\./, '').toLowerCase()
  const isNarrow = !domain || domain === url.hostname
  if (name === '' || pair.length > mostCharacters) return { cookie: null, isGone: false }
  if (!isNarrow && !(domain.includes('.') && url.hostname.endsWith(`.${domain}`))) {
    return { cookie: null, isGone: false }
  }
  const cookie = {
    name,
    value,
    domain: domain || url.hostname,
    isOfSubdomains: Boolean(domain),
    isSecure: given.has('secure'),
  }
  return { cookie, isGone: isOver(given) }
}

/** `Max-Age` goes before `Expires` (RFC 6265, 5.3). */
function isOver(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get('max-age')
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0
  return Date.parse(attributes.get('expires') ?? '') <= Date.now()
}

function splitAt(pair: string): readonly [string, string] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}
