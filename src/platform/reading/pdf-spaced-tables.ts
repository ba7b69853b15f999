/** Reads the tables of a page that are set in columns without lines, by the gaps between their words. */
import { joinLines, type Line, type Run } from './pdf-words.ts'

interface Column {
  start: number
  end: number
}

/** In parts of the size of the letters. */
const sameCell = 1.7
const sameTable = 4

export function readSpacedTables(lines: readonly Line[]): string[][][] {
  return blocksOf(lines)
    .map(rowsOf)
    .filter((rows) => rows.length > 1)
}

/** Lines in columns that follow each other, with the lines between that continue a cell. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  let block: Line[] = []
  for (const line of lines) {
    const last = block.at(-1)
    const isNear = last !== undefined && line.y - last.y <= sameTable * line.size
    if (line.runs.length > 1) {
      if (!isNear) {
        block = []
        blocks.push(block)
      }
      block.push(line)
    } else if (last && line.y - last.y <= sameCell * line.size && continues(line, block)) block.push(line)
    else block = []
  }
  return blocks.filter((each) => each.filter(({ runs }) => runs.length > 1).length > 1)
}

/** A line of one run is the rest of a cell where it keeps within a column; a paragraph reaches over several. */
function continues({ runs }: Line, block: readonly Line[]): boolean {
  const [run] = runs
  const columns = columnsOf(block)
  return run !== undefined && columns.filter((column) => overlap(column, run) > 0).length === 1
}

function rowsOf(block: readonly Line[]): string[][] {
  const columns = columnsOf(block)
  const rows: string[][] = []
  let lastY = Number.NEGATIVE_INFINITY
  for (const { y, size, runs } of block) {
    const cells = columns.map(() => '')
    for (const run of runs) {
      const at = nearest(columns, run)
      cells[at] = joinLines([cells[at] ?? '', run.words].filter((words) => words !== ''))
    }
    const above = rows.at(-1)
    const isRest = above && y - lastY <= sameCell * size && (cells[0] === '' || runs.length === 1)
    if (isRest)
      cells.forEach((words, at) => {
        above[at] = joinLines([above[at] ?? '', words].filter(Boolean))
      })
    else rows.push(cells)
    lastY = y
  }
  return rows
}

/** Those of the line with the most runs, widened by the runs of other lines that fall in one of them only. */
function columnsOf(block: readonly Line[]): Column[] {
  const widest = block.reduce((most, line) => (line.runs.length > most.runs.length ? line : most))
  const columns = widest.runs.map(({ x, end }) => ({ start: x, end }))
  for (const run of block.flatMap(({ runs }) => runs)) {
    const [column, ...others] = columns.filter((each) => overlap(each, run) > 0)
    if (!column || others.length > 0) continue
    column.start = Math.min(column.start, run.x)
    column.end = Math.max(column.end, run.end)
  }
  return columns
}

function overlap({ start, end }: Column, run: Run): number {
  return Math.min(end, run.end) - Math.max(start, run.x)
}

/** The column it shares most with; where it shares with none, the one it is nearest to. */
function nearest(columns: readonly Column[], run: Run): number {
  const shares = columns.map((column) => overlap(column, run))
  return shares.indexOf(Math.max(...shares))
}
