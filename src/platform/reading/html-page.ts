/** Reads a web page as its reader sees it, tag by tag, so that no depth of nesting and no missing tag can harm. */
import { Parser } from 'htmlparser2'
import { collapse, countLetters } from './caps.ts'
import type { Reading } from './document.ts'
import { openLines } from './html-lines.ts'
import { openLinks, webAddress } from './html-links.ts'
import { openTables } from './html-tables.ts'

type Attributes = Readonly<Record<string, string>>

const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const blocks = namesOf(
  'address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table ' +
    'tbody tfoot thead title tr ul',
)
/** What never shows and leads nowhere in a browser that runs scripts. */
const inert = namesOf('script style template noscript noembed noframes')
/** Words of those stand in the page but not before its reader. */
const silent = namesOf('title desc datalist audio video canvas')
const framing: Readonly<Record<string, string>> = {
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  object: 'data',
}

/** A page this short that says it is loading, or asks for scripts, is a shell that scripts fill. */
const longestShell = 60
const waiting = /loading|please wait|javascript|กำลังโหลด|กรุณารอ|โปรดรอ|รอสักครู่|จาวาสคริปต์/i

const pieceLength = 65_536
const deepestNesting = 2_000

type Visibility = 'shown' | 'hidden' | 'inert'

interface Page {
  readonly lines: ReturnType<typeof openLines>
  readonly tables: ReturnType<typeof openTables>
  readonly links: ReturnType<typeof openLinks>
  /** Of each open element, outermost first. */
  readonly open: Visibility[]
  covered: Record<Visibility, number>
  drawings: number
  title: string | undefined
  isInTitle: boolean
  base: string | undefined
  refresh: string
  hasScripts: boolean
  hasPasswordField: boolean
}

/** `markup` is decoded already; `url` is where the page came from. */
export function readHtml(markup: string, url: string): Reading {
  const page: Page = {
    lines: openLines(),
    tables: openTables(),
    links: openLinks(),
    open: [],
    covered: { shown: 0, hidden: 0, inert: 0 },
    drawings: 0,
    title: undefined,
    isInTitle: false,
    base: undefined,
    refresh: '',
    hasScripts: false,
    hasPasswordField: false,
  }
  parseMarkup(page, markup)
  return readingOf(page, url)
}

/** The parser's time grows with the square of the depth, so what is nested past all sense is left open and forgotten. */
function parseMarkup(page: Page, markup: string): void {
  const newParser = () =>
    new Parser({
      onopentag: (name, attributes) => beginElement(page, name, attributes),
      ontext: (words) => addWords(page, words),
      onclosetag: (name) => endElement(page, name),
    })
  let parser = newParser()
  for (let start = 0; start < markup.length; ) {
    const tag = markup.indexOf('<', start + pieceLength)
    const end = tag < 0 ? markup.length : tag
    parser.write(markup.slice(start, end))
    start = end
    if (page.open.length > deepestNesting) {
      page.open.length = 0
      page.covered = { shown: 0, hidden: 0, inert: 0 }
      parser = newParser()
    }
  }
  parser.end()
}

function readingOf(page: Page, url: string): Reading {
  const base = (page.base === undefined ? undefined : webAddress(page.base, url)) ?? url
  const text = page.lines.text()
  const refreshTo = webAddress(page.refresh, base) ?? ''
  return {
    state: 'read',
    format: 'html',
    title: collapse(page.title ?? ''),
    text,
    tables: page.tables.list(),
    links: page.links.list(base),
    hasText: showsText(text, page.hasScripts),
    hasPasswordField: page.hasPasswordField,
    refreshTo: refreshTo === url ? '' : refreshTo,
  }
}

function showsText(text: string, hasScripts: boolean): boolean {
  if (hasScripts && text.length <= longestShell && waiting.test(text)) return false
  return countLetters(text.slice(0, 10_000)) > 0
}

function beginElement(page: Page, name: string, attributes: Attributes): void {
  const visibility = visibilityOf(name, attributes)
  page.open.push(visibility)
  page.covered[visibility] += 1
  if (name === 'svg') page.drawings += 1
  if (name === 'script') page.hasScripts = true
  if (page.covered.inert > 0) return
  noteHead(page, name, attributes)
  noteLink(page, name, attributes)
  if (page.covered.hidden > 0) return
  if (name === 'input' && attributes.type?.toLowerCase() === 'password') page.hasPasswordField = true
  if (blocks.has(name)) breakLine(page)
  beginTablePart(page, name, attributes)
}

function visibilityOf(name: string, attributes: Attributes): Visibility {
  if (inert.has(name)) return 'inert'
  const isHidden =
    silent.has(name) ||
    'hidden' in attributes ||
    (name === 'option' && !('selected' in attributes)) ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  return isHidden ? 'hidden' : 'shown'
}

function noteHead(page: Page, name: string, attributes: Attributes): void {
  if (name === 'title' && page.title === undefined && page.drawings === 0) {
    page.title = ''
    page.isInTitle = true
  }
  if (name === 'base') page.base ??= attributes.href
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh' && page.refresh === '') {
    page.refresh =
      /^\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(attributes.content ?? '')?.[1] ?? ''
  }
}

/** The description of a picture is seen where the picture is a link. */
function noteLink(page: Page, name: string, attributes: Attributes): void {
  if (name === 'a' && attributes.href !== undefined) {
    page.links.begin(attributes.href, attributes['aria-label'] ?? attributes.title ?? '')
  }
  if (name === 'img') page.links.add(` ${attributes.alt ?? attributes.title ?? ''} `)
  if (name === 'area') page.links.note(attributes.href ?? '', attributes.alt ?? '')
  const source = framing[name]
  if (source !== undefined) page.links.note(attributes[source] ?? '', attributes.title ?? '')
}

function beginTablePart({ tables }: Page, name: string, attributes: Attributes): void {
  if (name === 'table') tables.begin()
  else if (name === 'tr') tables.beginRow()
  else if (name === 'td' || name === 'th') tables.beginCell(attributes)
  else if (name === 'caption') tables.beginCaption()
}

function breakLine(page: Page): void {
  page.lines.endLine()
  page.tables.add(' ')
  page.links.add(' ')
}

function addWords(page: Page, words: string): void {
  if (page.isInTitle) page.title += words
  if (page.covered.inert > 0) return
  if (!page.isInTitle) page.links.add(words)
  if (page.covered.hidden > 0) return
  page.lines.add(words)
  page.tables.add(words)
}

function endElement(page: Page, name: string): void {
  const visibility = page.open.pop() ?? 'shown'
  const isSeen = page.covered.inert === 0 && page.covered.hidden === 0
  page.covered[visibility] -= 1
  if (name === 'svg') page.drawings -= 1
  if (name === 'title') page.isInTitle = false
  if (name === 'a') page.links.end()
  if (!isSeen) return
  if (name === 'td' || name === 'th') page.lines.endCell()
  if (name === 'td' || name === 'th' || name === 'caption') page.tables.endPart()
  if (blocks.has(name)) breakLine(page)
  if (name === 'table') page.tables.end()
}
