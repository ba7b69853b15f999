/** Gathers the tables of a page, one within another or not, and lays out the cells that span rows and columns. */
import { collapse, mostCells, mostColumns, mostTables } from './caps.ts'
import type { Table } from './document.ts'

interface Cell {
  words: string
  readonly columns: number
  readonly rows: number
}

interface OpenTable {
  name: string
  readonly rows: Cell[][]
  /** Where words go now: a cell, the caption, or nowhere. */
  into: Cell | 'caption' | undefined
}

export interface Tables {
  begin(): void
  end(): void
  beginRow(): void
  beginCell(attributes: Readonly<Record<string, string>>): void
  beginCaption(): void
  /** The cell or the caption is over. */
  endPart(): void
  add(words: string): void
  /** In the order of their ends: a table within a cell comes before the one around it. */
  list(): Table[]
}

/** Words belong to the innermost table only, so a table that lays out a page does not repeat all that is in it. */
export function openTables(): Tables {
  const open: OpenTable[] = []
  const ended: Table[] = []
  const left = { cells: mostCells }
  const end = () => {
    const table = open.pop()
    if (!table || left.cells <= 0 || ended.length >= mostTables) return
    const rows = layOut(table.rows, left)
    if (rows.some((row) => row.some((cell) => cell !== ''))) ended.push({ name: collapse(table.name), rows })
  }
  return {
    begin: () => open.push({ name: '', rows: [], into: undefined }),
    end,
    beginRow: () => open.at(-1)?.rows.push([]),
    beginCell: (attributes) => {
      const table = open.at(-1)
      if (!table) return
      const cell = { words: '', columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan) }
      if (table.rows.length === 0) table.rows.push([])
      table.rows.at(-1)?.push(cell)
      table.into = cell
    },
    beginCaption: () => {
      const table = open.at(-1)
      if (table) table.into = 'caption'
    },
    endPart: () => {
      const table = open.at(-1)
      if (table) table.into = undefined
    },
    add: (words) => addWords(open.at(-1), words),
    list: () => {
      while (open.length > 0) end()
      return ended
    },
  }
}

function addWords(table: OpenTable | undefined, words: string): void {
  if (!table?.into) return
  if (table.into === 'caption') table.name += words
  else table.into.words += words
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '', 10)
  return span >= 1 ? Math.min(span, mostColumns) : 1
}

/** A cell that spans columns or rows stands in each place it covers. */
function layOut(rows: readonly (readonly Cell[])[], left: { cells: number }): string[][] {
  const hanging = new Map<number, { words: string; rows: number }>()
  return rows.map((cells) => {
    const row: string[] = []
    if (left.cells <= 0) return row
    const fillHanging = () => {
      for (let above = hanging.get(row.length); above; above = hanging.get(row.length)) {
        above.rows -= 1
        if (above.rows === 0) hanging.delete(row.length)
        row.push(above.words)
      }
    }
    for (const cell of cells) {
      fillHanging()
      const words = collapse(cell.words)
      for (let column = 0; column < cell.columns && row.length < mostColumns; column++) {
        if (cell.rows > 1) hanging.set(row.length, { words, rows: cell.rows - 1 })
        row.push(words)
      }
    }
    fillHanging()
    left.cells -= row.length
    return row
  })
}
