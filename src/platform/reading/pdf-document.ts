/** Reads a PDF page by page: its words in lines, its tables and its links. The one file that knows PDF.js. */
import './pdf-actual-text.ts'
import { collapse, countLetters, mostCharacters } from './caps.ts'
import { type Link, type Reading, unread } from './document.ts'
import { webAddress } from './html-links.ts'
import { joinTables, type PageTables } from './pdf-continued-tables.ts'
import { piecesOf, place, type SpanMark, type TextItem } from './pdf-pieces.ts'
import { readRuledTables } from './pdf-ruled-tables.ts'
import { type Drawing, rulingsOf } from './pdf-rulings.ts'
import { readSpacedTables } from './pdf-spaced-tables.ts'
import { linesOf, type Piece, textOfLines } from './pdf-words.ts'

const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
const { OPS } = await getResolvedPDFJS()

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

interface PageReading {
  readonly text: string
  readonly tables: PageTables
  readonly links: readonly Link[]
}

const mostPages = 2_000
/** Stamps and numbers of scanned pages are no text; a page of words has more letters than this. */
const fewestLettersPerPage = 3

/** Pages past `patienceMilliseconds` are left out, so that a long report is read in part rather than not at all. */
export async function readPdf(
  bytes: Uint8Array,
  url: string,
  patienceMilliseconds: number,
): Promise<Reading> {
  const limit = Date.now() + patienceMilliseconds
  try {
    const settings = { verbosity: 0, maxImageSize: 0, isEvalSupported: false, stopAtErrors: false }
    const document = await getDocumentProxy(new Uint8Array(bytes), settings)
    const pages = await readPages(document, url, limit)
    const text = pages.map((page) => page.text).join('\n')
    return {
      ...unread('pdf', 'read'),
      title: await titleOf(document),
      text,
      tables: joinTables(pages.map(({ tables }) => tables)).map((rows) => ({ name: '', rows })),
      links: pages.flatMap(({ links }) => links),
      hasText: countLetters(text) >= fewestLettersPerPage * Math.max(1, pages.length),
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return unread('pdf', isLocked ? 'encrypted' : 'broken')
  }
}

async function titleOf(document: PdfDocument): Promise<string> {
  const metadata = await document.getMetadata().catch(() => undefined)
  const title: unknown = metadata && 'Title' in metadata.info ? metadata.info.Title : ''
  return typeof title === 'string' ? collapse(title) : ''
}

async function readPages(document: PdfDocument, url: string, limit: number): Promise<PageReading[]> {
  const pages: PageReading[] = []
  let length = 0
  const count = Math.min(document.numPages, mostPages)
  for (let number = 1; number <= count && length < mostCharacters && Date.now() < limit; number++) {
    const page = await readPage(document, number, url).catch(() => undefined)
    if (!page) continue
    length += page.text.length
    pages.push(page)
  }
  if (pages.length === 0) throw new Error('no page of it can be read')
  return pages
}

async function readPage(document: PdfDocument, number: number, url: string): Promise<PageReading> {
  const page = await document.getPage(number)
  const view = page.getViewport({ scale: 1 }).transform
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const pieces = piecesOf(items as readonly (TextItem | SpanMark)[], view)
  const drawing = pieces.length > 0 ? await drawingOf(page) : undefined
  const rulings = drawing ? rulingsOf(drawing, view) : { horizontals: [], verticals: [] }
  const { tables: ruled, others } = readRuledTables(pieces, rulings)
  const around = linesOf(others)
  const tables = { ruled, spaced: readSpacedTables(around), around }
  const links = await linksOf(page, pieces, url)
  page.cleanup()
  return { text: textOfLines(linesOf(pieces)), tables, links }
}

async function drawingOf(page: PdfPage): Promise<Drawing | undefined> {
  const list = await page.getOperatorList().catch(() => undefined)
  return list && { names: OPS, operators: list.fnArray, arguments: list.argsArray }
}

async function linksOf(page: PdfPage, pieces: readonly Piece[], base: string): Promise<Link[]> {
  const annotations: readonly Record<string, unknown>[] = await page.getAnnotations().catch(() => [])
  const view = page.getViewport({ scale: 1 }).transform
  return annotations.flatMap(({ url, rect }) => {
    const address = typeof url === 'string' ? webAddress(url, base) : undefined
    if (address === undefined || !Array.isArray(rect)) return []
    const [left, bottom, right, top] = rect.map(Number)
    const one = place(view, left ?? 0, bottom ?? 0)
    const other = place(view, right ?? 0, top ?? 0)
    const isInside = ({ x, y, width, size }: Piece) =>
      isBetween(x + Math.min(width, size) / 2, one.x, other.x) && isBetween(y - size * 0.3, one.y, other.y)
    return [{ url: address, text: collapse(textOfLines(linesOf(pieces.filter(isInside)))) }]
  })
}

function isBetween(value: number, one: number, other: number): boolean {
  return value >= Math.min(one, other) && value <= Math.max(one, other)
}
