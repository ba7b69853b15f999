/** What one reading may hold at most: the rest of a very long file is left out, and the reading still counts as read. */
import type { Link, Reading, Table } from './document.ts'

export const mostCharacters = 2_000_000
export const mostCells = 200_000
export const mostColumns = 256
export const mostLinks = 20_000
export const mostTables = 1_000
const mostTableCharacters = 4_000_000
const longestCell = 10_000
const longestLabel = 1_000

/** Runs of white space as one space, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function countLetters(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/\p{L}/gu)) count++
  return count
}

export function capReading(reading: Reading): Reading {
  return {
    ...reading,
    title: reading.title.slice(0, longestLabel),
    text: reading.text.slice(0, mostCharacters),
    tables: capTables(reading.tables),
    links: reading.links.slice(0, mostLinks).map(capLink),
  }
}

function capLink({ url, text }: Link): Link {
  return { url, text: text.slice(0, longestLabel) }
}

function capTables(tables: readonly Table[]): Table[] {
  const left = { cells: mostCells, characters: mostTableCharacters }
  return tables
    .slice(0, mostTables)
    .map(({ name, rows }) => ({ name: name.slice(0, longestLabel), rows: capRows(rows, left) }))
    .filter(({ rows }) => rows.length > 0)
}

function capRows(rows: Table['rows'], left: { cells: number; characters: number }): string[][] {
  const kept: string[][] = []
  for (const row of rows) {
    const cells = row.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell))
    left.cells -= cells.length
    left.characters -= cells.reduce((sum, cell) => sum + cell.length, 0)
    if (left.cells < 0 || left.characters < 0) break
    kept.push(cells)
  }
  return kept
}
