/** Reads the sheets of an XLSX workbook that its reader sees, cells as they show. */
import { formatValue } from 'hucre'
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { collapse, countLetters, mostCells, mostCharacters, mostColumns } from './caps.ts'
import { type Link, type Reading, type Table, unread } from './document.ts'
import { webAddress } from './html-links.ts'
import { workbookFault } from './office-package.ts'

const mostRows = 50_000
const mostSheets = 100

export async function readWorkbook(bytes: Uint8Array, url: string): Promise<Reading> {
  const fault = workbookFault(bytes)
  if (fault === 'foreign') return unread('unknown', 'read')
  if (fault) return unread('xlsx', fault)
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    maxRows: mostRows,
    sheets: ({ hidden, veryHidden }, at) => !hidden && !veryHidden && at < mostSheets,
  }).catch(() => undefined)
  if (!workbook) return unread('xlsx', 'broken')
  const tables = tablesOf(workbook.sheets)
  const text = textOf(tables)
  return {
    ...unread('xlsx', 'read'),
    title: collapse(workbook.properties?.title ?? ''),
    text,
    tables,
    links: workbook.sheets.flatMap((sheet) => linksOf(sheet, url)),
    hasText: countLetters(text.slice(0, 10_000)) > 0 || /\d/.test(text),
  }
}

/** Sheets past the most cells that a reading holds are left out. */
function tablesOf(sheets: readonly Sheet[]): Table[] {
  let left = mostCells
  return sheets.flatMap((sheet) => {
    if (left <= 0) return []
    const rows = rowsOf(sheet, left)
    left -= rows.reduce((sum, row) => sum + row.length, 0)
    return rows.length > 0 ? [{ name: sheet.name, rows }] : []
  })
}

function rowsOf(sheet: Sheet, mostHere: number): string[][] {
  const rows: string[][] = []
  let cells = 0
  for (const [at, values] of sheet.rows.entries()) {
    if (cells > mostHere) break
    const row = values.slice(0, mostColumns).map((value, column) => {
      return shownAs(value, sheet.cells?.get(`${at},${column}`))
    })
    cells += row.length
    rows.push(row)
  }
  repeatMerged(sheet, rows)
  return rows.map(trimEnd).filter((row) => row.length > 0)
}

function repeatMerged({ merges = [] }: Sheet, rows: string[][]): void {
  for (const { startRow, startCol, endRow, endCol } of merges.slice(0, mostCells)) {
    const words = rows[startRow]?.[startCol]
    if (!words) continue
    for (const row of rows.slice(startRow, endRow + 1)) {
      const last = Math.min(endCol, mostColumns - 1)
      for (let column = startCol; column <= last; column++) row[column] = words
      for (let column = 0; column < startCol; column++) row[column] ??= ''
    }
  }
}

function trimEnd(row: string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
}

function shownAs(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return ''
  const format = cell?.style?.numFmt
  if (value instanceof Date) return dateAs(value, format)
  if (typeof value !== 'number' || !format || format === 'General') return collapse(String(value))
  try {
    return collapse(formatValue(value, format))
  } catch {
    return String(value)
  }
}

/** Thai calendars count from the Buddhist era, which the package does not know. */
function dateAs(date: Date, format = ''): string {
  if (Number.isNaN(date.getTime())) return ''
  const isBuddhist = /07041e\]|b{2}/i.test(format)
  if (isBuddhist) return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear() + 543}`
  try {
    return collapse(formatValue(date, format || 'yyyy-mm-dd'))
  } catch {
    return date.toISOString().slice(0, 10)
  }
}

function textOf(tables: readonly Table[]): string {
  const lines: string[] = []
  let length = 0
  for (const { name, rows } of tables) {
    lines.push(name)
    for (const row of rows) {
      if (length > mostCharacters) return lines.join('\n')
      const line = row.filter((cell, at) => cell !== '' && cell !== row[at - 1]).join('\t')
      length += line.length
      lines.push(line)
    }
  }
  return lines.join('\n')
}

function linksOf({ cells }: Sheet, base: string): Link[] {
  return [...(cells?.values() ?? [])].flatMap(({ hyperlink, value }) => {
    const url = hyperlink && webAddress(hyperlink.target, base)
    return url ? [{ url, text: collapse(String(value ?? '')) }] : []
  })
}
