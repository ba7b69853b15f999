/** A reader who follows the links of the public pages, in both languages, meets none that leads nowhere. */
import { expect, inject, test } from 'vitest'

const base = inject('baseUrl')
const starts = ['/', '/en', '/?q=กรม', '/en?q=องค์การ', '/agencies/TMB-33/2568', '/en/agencies/TMB-33/2568']
/** Of addresses that differ only by agency, figure or filter so many are followed. */
const enoughOfAKind = 5
const atOnce = 8
const patienceMilliseconds = 20_000

interface Link {
  readonly path: string
  readonly from: string
}

/** An address without its agency, figure and filters: pages of one kind and year look alike. */
function kindOf(path: string): string {
  const [pathname = '', query = ''] = path.split('?')
  const asked = new URLSearchParams(query)
  const kind = pathname.replace(/(\/agencies)\/[^/]+/, '$1/*').replace(/:[\w.-]+/g, ':*')
  return `${kind} ${asked.get('year') ?? ''} ${asked.get('digits') ?? ''}`
}

/** Links on the same server, without the place in the page. */
function linksIn(html: string, from: string): Link[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base + from))
    .filter(({ origin }) => origin === base)
    .map(({ pathname, search }) => ({ path: pathname + search, from }))
}

async function visit({ path, from }: Link): Promise<{ next: Link[]; fault: string[] }> {
  const response = await fetch(base + path)
  const body = await response.text()
  if (!response.ok) return { next: [], fault: [`${from} leads to ${path}: ${response.status}`] }
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html')
  return { next: isPage ? linksIn(body, path) : [], fault: [] }
}

/** Keeps the links to addresses not met before, as long as there are few of their kind. */
function chooser(): (links: readonly Link[]) => Link[] {
  const met = new Set<string>()
  const kinds = new Map<string, number>()
  return (links) =>
    links.filter(({ path }) => {
      if (met.has(path)) return false
      met.add(path)
      const ofKind = (kinds.get(kindOf(path)) ?? 0) + 1
      kinds.set(kindOf(path), ofKind)
      return ofKind <= enoughOfAKind
    })
}

test('no link of the public pages leads nowhere', async () => {
  const ends = Date.now() + patienceMilliseconds
  const choose = chooser()
  const waiting = choose(starts.map((path) => ({ path, from: 'the start' })))
  const faults: string[] = []
  let followed = 0
  while (waiting.length > 0 && Date.now() < ends) {
    const visited = await Promise.all(waiting.splice(0, atOnce).map(visit))
    faults.push(...visited.flatMap(({ fault }) => fault))
    waiting.push(...choose(visited.flatMap(({ next }) => next)))
    followed += visited.length
  }
  expect(faults).toEqual([])
  expect(waiting, 'left when the time was over').toEqual([])
  expect(followed).toBeGreaterThan(200)
})
