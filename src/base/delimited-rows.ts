/** Reads the rows of delimited text, parted by commas, semicolons or tabs, with their line numbers. */
import { parse } from 'csv-parse/sync'
import type { CsvRow } from './csv-rows.ts'
import { Problem } from './problem.ts'

/** More cells than any list of ours has columns. */
export const mostCells = 256

export interface Reading {
  /** As the reader knows it, for the problem. */
  readonly file: string
  readonly mostRows: number
}

/**
 * The rows that hold something, cells trimmed, each with the 1-based line on which it begins.
 * Throws `table.tooManyRows` past `mostRows`, `table.tooWide`, or `csv.invalid` where quotation marks do not match.
 */
export function readDelimited(source: string, { file, mostRows }: Reading): CsvRow[] {
  const text = source.replace(/\r\n?/g, '\n')
  const hint = /^sep=(.)\n/i.exec(text)
  const rows: CsvRow[] = []
  let lastLine = 0
  const keep = (cells: string[], { lines }: { readonly lines: number }) => {
    const line = lastLine + 1
    lastLine = lines
    if (cells.every((cell) => cell === '') || (hint && line === 1)) return null
    if (cells.length > mostCells)
      throw new Problem('invalid', 'table.tooWide', { file, line, most: mostCells })
    if (rows.length > mostRows) throw new Problem('invalid', 'table.tooManyRows', { file, most: mostRows })
    rows.push({ line, cells })
    return null
  }
  const delimiter = hint?.[1] ?? findDelimiter(text)
  try {
    parse(text, { delimiter, relax_column_count: true, trim: true, on_record: keep })
    return rows
  } catch (error) {
    if (error instanceof Problem) throw error
    const broken = { file, line: lastLine + 1, code: 'csv.brokenQuotes' }
    throw Problem.ofFindings('csv.invalid', [broken], { file, count: 1 })
  }
}

/** Whichever parts the first line that holds something into the most cells. */
function findDelimiter(text: string): string {
  const [first = ''] = /^.*\S.*$/m.exec(text.slice(0, 100_000)) ?? []
  const bare = first.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((sign) => ({ sign, cells: bare.split(sign).length }))
  return counted.reduce((best, each) => (each.cells > best.cells ? each : best)).sign
}
