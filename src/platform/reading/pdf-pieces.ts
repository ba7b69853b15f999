/** Takes the text of a page from PDF.js: where each piece stands as the page is read, and what its glyphs stand for. */
import type { Piece } from './pdf-words.ts'

export type Matrix = readonly number[]

export interface TextItem {
  readonly str: string
  readonly transform: Matrix
  readonly width: number
}

/** The beginning or end of a span; `actualText` as the file holds it, one byte a sign. */
export interface SpanMark {
  readonly type: string
  readonly actualText?: unknown
}

/** A letter without a width of its own is taken for this part of its size. */
const usualWidth = 0.55

/** Letters of old Thai fonts that stand for a common one a little to the left or lower, from U+F700 on. */
const shiftedLetters = 'ฐ ิ ี ึ ื ่ ้ ๊ ๋ ์ ่ ้ ๊ ๋ ์ ญ ั ํ ็ ่ ้ ๊ ๋ ์ ุ ู ฺ'.split(' ')

/** A space that begins where glyphs without a width begin stands for those glyphs, and its end is theirs. */
function reachTo(pieces: Piece[], space: Piece): void {
  const last = pieces.at(-1)
  const width = last ? space.x + space.width - last.x : 0
  if (!last?.isEstimated || space.y !== last.y || space.x > last.x + 0.5 || width <= 0) return
  pieces[pieces.length - 1] = { ...last, width, isEstimated: false }
}

/** `view` takes points of the page to points from the top left of the page as it is read. */
export function piecesOf(items: readonly (TextItem | SpanMark)[], view: Matrix): Piece[] {
  const pieces: Piece[] = []
  const spans: (string | undefined)[] = []
  let covered: Piece[] = []
  for (const item of items) {
    const isCovered = spans.some((span) => span !== undefined)
    if ('str' in item) {
      const piece = pieceOf(item, view)
      if (item.str === ' ') reachTo(pieces, piece)
      else if (item.str !== '') (isCovered ? covered : pieces).push(piece)
    } else if (item.type === 'endMarkedContent') {
      const span = spans.pop()
      if (!isCovered || spans.some((outer) => outer !== undefined)) continue
      pieces.push(...asOne(covered, span ?? ''))
      covered = []
    } else spans.push(isCovered ? undefined : decodePdfText(item.actualText))
  }
  return [...pieces, ...covered].filter(({ words }) => words.trim() !== '')
}

function pieceOf({ str, transform, width }: TextItem, view: Matrix): Piece {
  const [, , c = 0, d = 0, e = 0, f = 0] = transform
  const { x, y } = place(view, e, f)
  const size = Math.hypot(c, d) || 1
  const words = plainLetters(str)
  return { words, x, y, width: width || estimateWidth(words, size), size, isEstimated: width === 0 }
}

export function place(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

function plainLetters(words: string): string {
  return words
    .replace(/[\uf700-\uf71a]/g, (letter) => shiftedLetters[letter.charCodeAt(0) - 0xf700] ?? letter)
    .replace(/(?!\s)\p{Cc}/gu, '')
}

function estimateWidth(words: string, size: number): number {
  return words.replace(/\p{M}/gu, '').length * usualWidth * size
}

/** The glyphs of a span often have no width, or take it from the gap before them. */
function asOne(covered: readonly Piece[], words: string): Piece[] {
  const [first] = covered
  if (!first || words === '') return []
  const clean = plainLetters(words)
  const end = Math.max(...covered.map(({ x, width }) => x + width))
  const estimate = estimateWidth(clean, first.size)
  const isEstimated = end - first.x < estimate || covered.some((piece) => piece.isEstimated)
  return [{ ...first, words: clean, width: Math.max(end - first.x, estimate), isEstimated }]
}

/** UTF-16 or UTF-8 with a byte order mark, or Latin letters. */
function decodePdfText(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const bytes = Buffer.from(text, 'latin1')
  if (text.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes)
  if (text.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes)
  return text.startsWith('\xef\xbb\xbf') ? new TextDecoder().decode(bytes) : text
}
