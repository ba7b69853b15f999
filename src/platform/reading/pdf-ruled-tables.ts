/** Reads the tables of a page that are drawn with lines: which words stand in which cell, whatever they span. */

import { nearness, type Ruling, type Rulings } from './pdf-rulings.ts'
import { joinLines, linesOf, type Piece } from './pdf-words.ts'

interface Grid extends Rulings {
  /** Where columns and rows part, the outer edges with them. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

export interface RuledTable {
  readonly rows: readonly (readonly string[])[]
  /** Where its columns part, in points from the left. */
  readonly xs: readonly number[]
  readonly top: number
  readonly bottom: number
}

export interface RuledTables {
  /** From the top down. */
  readonly tables: readonly RuledTable[]
  /** Those that stand in no table. */
  readonly others: readonly Piece[]
}

/** More lines than this are a drawing. */
const mostRulings = 1500
const mostGridCells = 20_000

export function readRuledTables(pieces: readonly Piece[], rulings: Rulings): RuledTables {
  const count = rulings.horizontals.length + rulings.verticals.length
  const grids = count > mostRulings ? [] : gridsOf(rulings)
  const tables: RuledTable[] = []
  let others = pieces
  for (const grid of grids) {
    const inside = others.filter((piece) => rowOf(grid, piece) >= 0 && columnOf(grid, piece) >= 0)
    const rows = rowsOf(grid, inside)
    if (rows.length === 0) continue
    const taken = new Set(inside)
    others = others.filter((piece) => !taken.has(piece))
    tables.push({ rows, xs: grid.xs, top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0 })
  }
  return { tables, others }
}

/** Lines that touch belong to one table. */
function gridsOf({ horizontals, verticals }: Rulings): Grid[] {
  const groups: { horizontals: Ruling[]; verticals: Ruling[] }[] = []
  for (const vertical of verticals) {
    const crossed = horizontals.filter((horizontal) => touch(horizontal, vertical))
    const joined = groups.filter((group) => group.horizontals.some((line) => crossed.includes(line)))
    const rest = groups.filter((group) => !joined.includes(group))
    const merged = {
      horizontals: [...new Set([...crossed, ...joined.flatMap((group) => group.horizontals)])],
      verticals: [vertical, ...joined.flatMap((group) => group.verticals)],
    }
    groups.splice(0, groups.length, ...rest, merged)
  }
  return groups
    .map((group) => ({
      ...group,
      xs: partings(group.verticals, group.horizontals),
      ys: partings(group.horizontals, group.verticals),
    }))
    .filter(({ xs, ys }) => xs.length > 2 && ys.length > 1 && xs.length * ys.length < mostGridCells)
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

function touch(horizontal: Ruling, vertical: Ruling): boolean {
  return covers(horizontal, vertical.at, nearness) && covers(vertical, horizontal.at, nearness)
}

function covers({ start, end }: Ruling, at: number, slack: number): boolean {
  return at >= start - slack && at <= end + slack
}

/** A table open at its sides ends where its lines end. */
function partings(across: readonly Ruling[], along: readonly Ruling[]): number[] {
  const places = [
    ...across.map(({ at }) => at),
    Math.min(...along.map(({ start }) => start)),
    Math.max(...along.map(({ end }) => end)),
  ].filter(Number.isFinite)
  return places
    .toSorted((a, b) => a - b)
    .filter((place, at, sorted) => place - (sorted[at - 1] ?? Number.NEGATIVE_INFINITY) > nearness * 1.5)
}

function rowOf({ ys }: Grid, { y, size }: Piece): number {
  return intervalOf(ys, y - size * 0.3)
}

function columnOf({ xs }: Grid, { x, width, size }: Piece): number {
  return intervalOf(xs, x + Math.min(width, size) / 2)
}

function intervalOf(places: readonly number[], at: number): number {
  const next = places.findIndex((place) => place > at)
  return next <= 0 ? -1 : next - 1
}

function rowsOf(grid: Grid, pieces: readonly Piece[]): string[][] {
  const rootOf = mergedCells(grid)
  const columns = grid.xs.length - 1
  const held = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const root = rootOf(rowOf(grid, piece) * columns + columnOf(grid, piece))
    const inside = held.get(root)
    if (inside) inside.push(piece)
    else held.set(root, [piece])
  }
  const words = new Map([...held].map(([root, inside]) => [root, wordsOf(inside)]))
  const rows = grid.ys.slice(1).map((_, row) => {
    return Array.from({ length: columns }, (_, column) => words.get(rootOf(row * columns + column)) ?? '')
  })
  const roots = new Set(Array.from({ length: columns * rows.length }, (_, cell) => rootOf(cell) % columns))
  return roots.size > 1 ? rows.filter((row) => row.some((cell) => cell !== '')) : []
}

function wordsOf(pieces: readonly Piece[]): string {
  return joinLines(linesOf(pieces).map(({ runs }) => runs.map(({ words }) => words).join(' ')))
}

/** Cells with no line between them are one, known by the number of its first. */
function mergedCells({ xs, ys, horizontals, verticals }: Grid): (cell: number) => number {
  const columns = xs.length - 1
  const first = Array.from({ length: columns * (ys.length - 1) }, (_, cell) => cell)
  const rootOf = (cell: number): number => {
    let root = cell
    while ((first[root] ?? root) !== root) root = first[root] ?? root
    return root
  }
  const merge = (cell: number, before: number) => {
    const [one, other] = [rootOf(cell), rootOf(before)]
    first[Math.max(one, other)] = Math.min(one, other)
  }
  for (const cell of first.keys()) {
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    const [top = 0, bottom = 0] = ys.slice(row, row + 2)
    const [left = 0, right = 0] = xs.slice(column, column + 2)
    if (column > 0 && !isDrawn(verticals, left, (top + bottom) / 2)) merge(cell, cell - 1)
    if (row > 0 && !isDrawn(horizontals, top, (left + right) / 2)) merge(cell, cell - columns)
  }
  return rootOf
}

function isDrawn(rulings: readonly Ruling[], at: number, middle: number): boolean {
  return rulings.some((ruling) => Math.abs(ruling.at - at) <= nearness * 1.5 && covers(ruling, middle, 0))
}
