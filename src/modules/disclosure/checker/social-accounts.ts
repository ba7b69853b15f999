/** The social networks that a page leads to: whose accounts they are, as far as an address tells. Pure. */
import type { Link } from '#platform/reading/document.ts'
import { readAddress } from './addresses.ts'
import { normalise } from './matching-text.ts'

const networks =
  /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|m\.me|line\.me|lin\.ee|youtube\.com|x\.com|twitter\.com|instagram\.com|tiktok\.com|threads\.net|threads\.com)$/

/** Buttons that share the page, single posts and videos, and the doors of the networks themselves. */
const noAccount =
  /^\/(?:sharer|share|intent|dialog|hashtag|search|login|signup|help|policies|legal|home|explore|watch|embed|shorts|results|playlist|redirect|r\/msg|r\/share|lineit|tr|privacy|reel|p)(?:[/.]|$)|^\/?$/i

export function isSocialNetwork(url: URL): boolean {
  return networks.test(url.hostname)
}

/** Links to accounts of social networks, each account once. */
export function socialAccounts(links: readonly Link[]): Link[] {
  const accounts = links.flatMap((link) => accountOf(link) ?? [])
  return [...new Map(accounts.map((account) => [account.url, account])).values()]
}

function accountOf({ url, text }: Link): Link | null {
  const address = readAddress(url)
  if (!address || !isSocialNetwork(address)) return null
  if (address.pathname.startsWith('/plugins/')) {
    const href = address.searchParams.get('href') ?? ''
    return /\/plugins\/page/.test(address.pathname) && href !== '' ? accountOf({ url: href, text }) : null
  }
  if (/^social-plugins\./.test(address.hostname) || noAccount.test(address.pathname)) return null
  return { url, text }
}

const personalNames = /^(?:นาย(?!ก)|นาง|น\.ส\.|คุณ|mr\.? |mrs\.? |ms\.? |miss )/

/** An account that looks like a person's own: its kind of address, or the name that it is shown by. */
export function isPersonal({ url, text }: Link): boolean {
  const address = readAddress(url)
  if (!address) return false
  const path = address.pathname.toLowerCase()
  const isFacebook = /(?:facebook|fb)\.com$/.test(address.hostname)
  if (isFacebook && (/^\/(?:profile\.php|people\/)/.test(path) || /^\/[a-z]+\.[a-z]+\.\d+\/?$/.test(path)))
    return true
  if (/line\.me$/.test(address.hostname) && /^\/(?:r\/)?ti\/p\/(?!@|%40)/.test(path)) return true
  return personalNames.test(normalise(text))
}
