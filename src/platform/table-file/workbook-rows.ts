/** Reads the rows of the first sheet of an XLSX workbook, one at a time. The one file that knows the package for it. */
import { type CellValue, streamXlsxRows } from 'hucre/xlsx'
import type { CsvRow } from '#base/csv-rows.ts'
import { mostCells, type Reading } from '#base/delimited-rows.ts'
import { Problem } from '#base/problem.ts'

/** Cells of all rows together, the empty ones on the way to each row's last cell counted with them. */
const mostCellsInAll = 50_000_000

/**
 * The rows that hold something, each with its row number in the sheet; what a formula last gave stands for it.
 * The bytes must have passed `findFileKind`. Throws `table.tooManyRows`, `table.tooWide` or `table.broken`.
 */
export async function readWorkbookRows(bytes: Uint8Array, { file, mostRows }: Reading): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  let passed = 0
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const width = values.findLastIndex((value) => cellText(value) !== '') + 1
      const line = index + 1
      passed += values.length
      if (width > mostCells || passed > mostCellsInAll) {
        throw new Problem('invalid', 'table.tooWide', { file, line, most: mostCells })
      }
      if (width === 0) continue
      if (rows.length > mostRows) throw new Problem('invalid', 'table.tooManyRows', { file, most: mostRows })
      rows.push({ line, cells: values.slice(0, width).map(cellText) })
    }
    return rows
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('invalid', 'table.broken', { file })
  }
}

/** A cell that is a date gives its day, as ISO writes it. */
function cellText(value: CellValue): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return value === null ? '' : String(value).trim()
}
