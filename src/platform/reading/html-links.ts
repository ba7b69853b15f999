/** Gathers the links of a page with the words a reader sees of them, and makes them absolute. */
import { collapse, mostLinks } from './caps.ts'
import type { Link } from './document.ts'

interface FoundLink {
  readonly href: string
  /** Stands for it where it shows no words. */
  readonly label: string
  words: string
}

export interface Links {
  /** Opens a link that takes words until `end`. */
  begin(href: string, label: string): void
  end(): void
  add(words: string): void
  /** A link without words of its own, such as a frame. */
  note(href: string, label: string): void
  list(base: string): Link[]
}

const longestWords = 2000

export function openLinks(): Links {
  const found: FoundLink[] = []
  let current: FoundLink | undefined
  const keep = (link: FoundLink) => {
    if (found.length < mostLinks) found.push(link)
  }
  return {
    begin: (href, label) => {
      current = { href, label, words: '' }
      keep(current)
    },
    end: () => {
      current = undefined
    },
    add: (words) => {
      if (current && current.words.length < longestWords) current.words += words
    },
    note: (href, label) => keep({ href, label, words: '' }),
    list: (base) =>
      found.flatMap(({ href, label, words }) => {
        const url = webAddress(href, base)
        return url === undefined ? [] : [{ url, text: collapse(words) || collapse(label) }]
      }),
  }
}

/** Absolute; undefined for what leads to no other page, such as `mailto:`, `javascript:` or `#top`. */
export function webAddress(href: string, base: string): string | undefined {
  const reference = href.trim()
  if (reference === '' || reference.startsWith('#')) return undefined
  const url = URL.parse(reference, base)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
