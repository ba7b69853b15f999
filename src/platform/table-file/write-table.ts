/** Writes a list as spreadsheet programs open it: CSV with its Thai legible and its formulas asleep, or XLSX. */
import { stringify } from 'csv-stringify/sync'
import { writeXlsx } from 'hucre/xlsx'

export type Row = readonly (string | null)[]

/** With a byte order mark and CRLF, as spreadsheet programs expect. A cell that looks like a formula gets a mark. */
export function writeCsv(rows: readonly Row[]): string {
  const cells = rows.map((row) => row.map((cell) => cell ?? ''))
  return stringify(cells, { bom: true, escape_formulas: true, record_delimiter: '\r\n' })
}

/** One sheet; every cell is text, so nothing in it is ever computed. */
export async function writeWorkbook(name: string, rows: readonly Row[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] })
}
