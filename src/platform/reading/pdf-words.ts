/** Puts the pieces of text on a page of a PDF together: into words, lines and the runs that stand apart in a line. */
import { collapse } from './caps.ts'

/** A piece of text, in points from the top left of the page as it is read; `y` is its base line. */
export interface Piece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** The file does not tell the width. */
  readonly isEstimated: boolean
}

/** Pieces that stand together in a line. */
export interface Run {
  readonly words: string
  readonly x: number
  readonly end: number
}

export interface Line {
  readonly y: number
  readonly size: number
  readonly runs: readonly Run[]
}

/** In parts of the size of the letters. */
const sameLine = 0.45
const gapOfSpace = 0.2
const gapOfSpaceAfterEstimate = 0.35
const gapOfColumn = 1.1

/** From the top down; the pieces of a line from the left to the right. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && piece.y - first.y <= sameLine * Math.max(first.size, piece.size)) line.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => {
    const size = Math.max(...line.slice(0, 1000).map((piece) => piece.size))
    return { y: line[0]?.y ?? 0, size, runs: runsOf(line.toSorted((a, b) => a.x - b.x)) }
  })
}

function runsOf(line: readonly Piece[]): Run[] {
  const runs: { words: string; x: number; end: number }[] = []
  let isAfterEstimate = false
  for (const { words, x, width, size, isEstimated } of line) {
    const run = runs.at(-1)
    const space = (isAfterEstimate ? gapOfSpaceAfterEstimate : gapOfSpace) * size
    isAfterEstimate = isEstimated
    const gap = run ? x - run.end : Number.POSITIVE_INFINITY
    if (!run || gap > gapOfColumn * size) runs.push({ words, x, end: x + width })
    else {
      run.words += gap > space ? ` ${words}` : words
      run.end = Math.max(run.end, x + width)
    }
  }
  return runs
    .map(({ words, x, end }) => ({ words: collapse(words), x, end }))
    .filter(({ words }) => words !== '')
}

/** Thai breaks its lines between words that no space parts. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const isThai = /[\u0e00-\u0e7f]$/.test(text) && /^[\u0e00-\u0e7f]/.test(line)
    return text === '' || isThai ? text + line : `${text} ${line}`
  }, '')
}

export function textOfLines(lines: readonly Line[]): string {
  return lines.map(({ runs }) => runs.map(({ words }) => words).join('\t')).join('\n')
}
