/** Reads the rows of a list: its heading, then each row as an entry, or as what is to be mended in it. Pure. */
import type { CsvRow } from '#base/csv-rows.ts'
import { type Finding, type Parameters, Problem } from '#base/problem.ts'
import type { CellReader } from './list-cells.ts'
import type { ListColumns } from './list-columns.ts'

/** One thing to mend in a row. */
export interface RowFault {
  readonly line: number
  /** The column; `row` where the row as a whole is at fault. */
  readonly field: string
  readonly code: string
  readonly parameters: Parameters
}

/** A column that the list does not have is absent, an empty cell is null. */
export type Values<F extends string> = Readonly<Partial<Record<F, string | null>>>

export interface ListedRow<V> {
  readonly line: number
  readonly values: V
}

export interface ReadList<V> {
  readonly listed: readonly ListedRow<V>[]
  readonly faults: readonly RowFault[]
}

/** How lists of one kind are read. */
export interface ListKind<F extends string> {
  readonly columns: ListColumns<F>
  readonly readers: Readonly<Record<F, CellReader>>
  /** What only one row may have, as far as it could be read: the value to show, and the columns it stands in. */
  readonly keyOf: (values: Values<F>) => string | null
  readonly twice: { readonly field: F; readonly code: string }
}

/** A file as it was read, before anybody asked what its rows mean. */
export interface ListFile {
  /** As the reader knows it, for findings. */
  readonly file: string
  readonly rows: readonly CsvRow[]
}

interface PlacedField<F> {
  readonly field: F
  readonly place: number
}

/**
 * Of rows that share a key the first is taken, and each later one is at fault.
 * Throws `csv.invalid` where the heading lacks a column, has one twice, or misspells one.
 */
export function readList<F extends string>({ file, rows }: ListFile, kind: ListKind<F>): ReadList<Values<F>> {
  const start = findHeading(rows, kind.columns)
  const heading = rows[start]
  if (!heading) throw Problem.ofFindings('csv.invalid', [{ file, code: 'file.empty' }], { file, count: 1 })
  const placed = placeFields(heading, kind.columns, file)
  const listed: ListedRow<Values<F>>[] = []
  const faults: RowFault[] = []
  const lines = new Map<string, number>()
  for (const row of rows.slice(start + 1)) {
    const { line } = row
    const { values, faults: found } = readRow(row, kind, { placed, width: heading.cells.length })
    const all = [...found, ...findTwice({ line, values }, kind, lines)]
    faults.push(...all)
    if (all.length === 0) listed.push({ line, values })
  }
  return { listed, faults }
}

const mostTitleRows = 10

/** The first row that names the telling columns; lists often bear a title above. */
function findHeading<F extends string>(rows: readonly CsvRow[], { find, telling }: ListColumns<F>): number {
  const found = rows.slice(0, mostTitleRows).findIndex(({ cells }) => {
    const fields = cells.map(find)
    return telling.every((field) => fields.includes(field))
  })
  return Math.max(0, found)
}

/**
 * The headings of columns that nobody reads, besides those that lists often have. What such a column is for is not
 * known, so it is left alone; only one that is headed almost as a column the list lacks is refused.
 */
export function findUnread({ rows }: ListFile, columns: ListColumns<string>): string[] {
  const cells = rows[findHeading(rows, columns)]?.cells ?? []
  return cells.filter((heading) => columns.find(heading) === undefined)
}

function placeFields<F extends string>(
  { line, cells }: CsvRow,
  { fields, required, find, resemble }: ListColumns<F>,
  file: string,
): PlacedField<F>[] {
  const placed = cells.flatMap((heading, place) => {
    const field = find(heading)
    return field ? [{ field, place }] : []
  })
  const written = placed.map(({ field }) => field)
  const finding = (code: string, parameters: Parameters): Finding => ({ file, line, code, parameters })
  const expected = fields.join(', ')
  const isWanted = (field: F | undefined) => field !== undefined && !written.includes(field)
  const missing = required.filter(isWanted)
  const findings = [
    ...cells
      .filter((heading) => find(heading) === undefined)
      .filter((heading) => missing.length > 0 || isWanted(resemble(heading)))
      .map((column) => finding('csv.unknownColumn', { column, expected })),
    ...missing.map((column) => finding('csv.missingColumn', { column })),
    ...fields
      .filter((field) => written.indexOf(field) !== written.lastIndexOf(field))
      .map((column) => finding('csv.duplicateColumn', { column })),
  ]
  if (findings.length > 0) throw Problem.ofFindings('csv.invalid', findings, { file, count: findings.length })
  return placed
}

function readRow<F extends string>(
  { line, cells }: CsvRow,
  { columns, readers }: ListKind<F>,
  { placed, width }: { readonly placed: readonly PlacedField<F>[]; readonly width: number },
): { readonly values: Values<F>; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = []
  const values: Partial<Record<F, string | null>> = {}
  if (cells.slice(width).some((cell) => cell !== '')) {
    const parameters = { found: cells.length, expected: width }
    faults.push({ line, field: 'row', code: 'registry.rowTooWide', parameters })
  }
  for (const { field, place } of placed) {
    const read = readers[field](cells[place] ?? '')
    if ('fault' in read) faults.push({ line, field, code: read.fault, parameters: read.parameters })
    else values[field] = read.value
    if ('value' in read && read.value === null && columns.required.includes(field)) {
      faults.push({ line, field, code: 'registry.cellMissing', parameters: { field } })
    }
  }
  return { values, faults }
}

function findTwice<F extends string>(
  { line, values }: ListedRow<Values<F>>,
  { keyOf, twice }: ListKind<F>,
  lines: Map<string, number>,
): RowFault[] {
  const key = keyOf(values)
  if (key === null) return []
  const first = lines.get(key.toLowerCase())
  if (first === undefined) {
    lines.set(key.toLowerCase(), line)
    return []
  }
  const value = values[twice.field] ?? ''
  return [{ line, field: twice.field, code: twice.code, parameters: { value, first, line } }]
}
