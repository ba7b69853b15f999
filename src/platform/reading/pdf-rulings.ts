/** Finds the rulings of a page of a PDF: the straight lines drawn on it, by which tables part their cells. */
import { type Matrix, place } from './pdf-pieces.ts'

/** Along one axis: `at` across it, from `start` to `end` along it. */
export interface Ruling {
  readonly at: number
  readonly start: number
  readonly end: number
}

export interface Rulings {
  readonly horizontals: readonly Ruling[]
  readonly verticals: readonly Ruling[]
}

/** What the page draws, and what PDF.js calls it. */
export interface Drawing {
  readonly names: Readonly<Record<string, number>>
  readonly operators: readonly number[]
  readonly arguments: readonly unknown[]
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Lines nearer to each other than this are one, in points. */
export const nearness = 2
const mostSegments = 20_000
const shortest = 3
/** How many numbers follow each step of a path, and which of them is its end. */
const stepLengths = [2, 2, 6, 4, 0]

export function rulingsOf(drawing: Drawing, view: Matrix): Rulings {
  const horizontals: Ruling[] = []
  const verticals: Ruling[] = []
  for (const [from, to] of segmentsOf(drawing, view)) {
    const [dx, dy] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)]
    if (dy < 1 && dx >= shortest) horizontals.push(rulingOf((from.y + to.y) / 2, from.x, to.x))
    else if (dx < 1 && dy >= shortest) verticals.push(rulingOf((from.x + to.x) / 2, from.y, to.y))
  }
  return { horizontals: mergeRulings(horizontals), verticals: mergeRulings(verticals) }
}

function rulingOf(at: number, one: number, other: number): Ruling {
  return { at, start: Math.min(one, other), end: Math.max(one, other) }
}

function segmentsOf({ names, operators, arguments: all }: Drawing, view: Matrix): [Point, Point][] {
  const segments: [Point, Point][] = []
  const kept: Matrix[] = []
  let matrix = view
  for (const [at, operator] of operators.entries()) {
    if (segments.length > mostSegments) break
    const values = all[at]
    if (operator === names.save || operator === names.paintFormXObjectBegin) kept.push(matrix)
    if (operator === names.restore || operator === names.paintFormXObjectEnd) matrix = kept.pop() ?? view
    if (operator === names.transform) matrix = compose(matrix, numbersOf(values))
    if (operator === names.paintFormXObjectBegin && Array.isArray(values)) {
      matrix = compose(matrix, numbersOf(values[0]))
    }
    if (operator === names.constructPath && Array.isArray(values) && values[0] !== names.endPath) {
      const path = Array.isArray(values[1]) ? numbersOf(values[1][0]) : []
      segments.push(...outlinesOf(path, matrix).flatMap(edgesOf))
    }
  }
  return segments
}

function numbersOf(values: unknown): number[] {
  if (values instanceof Float32Array) return [...values]
  return Array.isArray(values) ? values.filter((value) => typeof value === 'number') : []
}

function compose(outer: Matrix, inner: readonly number[]): Matrix {
  if (inner.length !== 6) return outer
  const [a = 1, b = 0, c = 0, d = 1] = outer
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner
  const { x, y } = place(outer, t, u)
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, x, y]
}

/** The corners of each part of a path; closed parts end where they began. */
function outlinesOf(path: readonly number[], matrix: Matrix): Point[][] {
  const outlines: Point[][] = []
  for (let at = 0; at < path.length && at < mostSegments; ) {
    const step = path[at] ?? 0
    const length = stepLengths[step]
    if (length === undefined) break
    const outline = outlines.at(-1)
    if (length > 0) {
      const point = place(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0)
      if (step === 0 || !outline) outlines.push([point])
      else outline.push(point)
    } else if (outline?.[0]) outline.push(outline[0])
    at += length + 1
  }
  return outlines
}

/** A box as thin as a line is a line: many writers draw their rulings so. */
function edgesOf(outline: readonly Point[]): [Point, Point][] {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  if (bottom - top <= nearness)
    return [
      [
        { x: left, y },
        { x: right, y },
      ],
    ]
  if (right - left <= nearness)
    return [
      [
        { x, y: top },
        { x, y: bottom },
      ],
    ]
  return outline.slice(1).flatMap((to, at) => {
    const from = outline[at]
    return from ? [[from, to] satisfies [Point, Point]] : []
  })
}

/** Pieces of one line, and lines drawn twice, become one. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = []
  let group: Ruling[] = []
  const close = () => {
    const at = group.reduce((sum, ruling) => sum + ruling.at, 0) / group.length
    for (const { start, end } of group.toSorted((a, b) => a.start - b.start)) {
      const last = merged.at(-1)
      if (last?.at === at && start <= last.end + nearness) {
        merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) }
      } else merged.push({ at, start, end })
    }
    group = []
  }
  for (const ruling of rulings.toSorted((a, b) => a.at - b.at)) {
    if (group[0] && ruling.at - group[0].at > nearness) close()
    group.push(ruling)
  }
  close()
  return merged
}
