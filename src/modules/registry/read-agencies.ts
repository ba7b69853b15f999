/** Reads a list of agencies: its heading, then each row as an entry, or as what is to be mended in it. Pure. */
import type { CsvRow } from '#base/csv-rows.ts'
import { type Finding, type Parameters, Problem } from '#base/problem.ts'
import { agencyCellReaders, type CellReader } from './agency-cells.ts'
import {
  type AgencyField,
  type AgencyRecord,
  agencyFields,
  findField,
  requiredFields,
} from './agency-record.ts'
import type { Reference } from './reference.ts'

/** One thing to mend in a row. */
export interface RowFault {
  readonly line: number
  /** The column; `row` where the row as a whole is at fault. */
  readonly field: AgencyField | 'row'
  readonly code: string
  readonly parameters: Parameters
}

/** What a row says of its agency. A column that the list does not have is absent, an empty cell is null. */
export interface ListedAgency {
  readonly line: number
  readonly values: Partial<AgencyRecord> & Pick<AgencyRecord, (typeof requiredFields)[number]>
}

export interface ReadAgencies {
  readonly listed: readonly ListedAgency[]
  readonly faults: readonly RowFault[]
}

interface PlacedField {
  readonly field: AgencyField
  readonly place: number
}

/**
 * Of rows that share a code the first is taken, and each later one is at fault.
 * Throws `csv.invalid` where the heading lacks a column, has one twice, or has one that is not known.
 */
export function readAgencies(rows: readonly CsvRow[], reference: Reference, file: string): ReadAgencies {
  const start = findHeading(rows)
  const heading = rows[start]
  if (!heading) throw Problem.ofFindings('csv.invalid', [{ file, code: 'file.empty' }], { file })
  const columns = placeFields(heading, file)
  const readers = agencyCellReaders(reference)
  const listed: ListedAgency[] = []
  const faults: RowFault[] = []
  const lineByCode = new Map<string, number>()
  for (const row of rows.slice(start + 1)) {
    const read = readRow(row, { columns, readers, width: heading.cells.length })
    const twice = findTwice(read, row.line, lineByCode)
    faults.push(...read.faults, ...twice)
    if (read.values && twice.length === 0) listed.push({ line: row.line, values: read.values })
  }
  return { listed, faults }
}

const mostTitleRows = 10

/** The first row that names a code and a name; lists often bear a title above. */
function findHeading(rows: readonly CsvRow[]): number {
  const found = rows.slice(0, mostTitleRows).findIndex(({ cells }) => {
    const fields = cells.map(findField)
    return fields.includes('code') && fields.includes('name_th')
  })
  return Math.max(0, found)
}

function placeFields({ line, cells }: CsvRow, file: string): PlacedField[] {
  const columns = cells.flatMap((heading, place) => {
    const field = findField(heading)
    return field ? [{ field, place }] : []
  })
  const written = columns.map(({ field }) => field)
  const finding = (code: string, parameters: Parameters): Finding => ({ file, line, code, parameters })
  const expected = agencyFields.join(', ')
  const findings = [
    ...cells
      .filter((heading) => findField(heading) === undefined)
      .map((column) => finding('csv.unknownColumn', { column, expected })),
    ...requiredFields
      .filter((field) => !written.includes(field))
      .map((column) => finding('csv.missingColumn', { column })),
    ...agencyFields
      .filter((field) => written.indexOf(field) !== written.lastIndexOf(field))
      .map((column) => finding('csv.duplicateColumn', { column })),
  ]
  if (findings.length > 0) throw Problem.ofFindings('csv.invalid', findings, { file, count: findings.length })
  return columns
}

interface RowReader {
  readonly columns: readonly PlacedField[]
  readonly readers: Readonly<Record<AgencyField, CellReader>>
  /** How many cells the heading has. */
  readonly width: number
}

interface ReadRow {
  readonly code: string | null
  /** Absent where anything is to be mended. */
  readonly values?: ListedAgency['values']
  readonly faults: readonly RowFault[]
}

function readRow({ line, cells }: CsvRow, { columns, readers, width }: RowReader): ReadRow {
  const faults: RowFault[] = []
  const values: Partial<Record<AgencyField, string | null>> = {}
  if (cells.slice(width).some((cell) => cell !== '')) {
    const parameters = { found: cells.length, expected: width }
    faults.push({ line, field: 'row', code: 'registry.rowTooWide', parameters })
  }
  for (const { field, place } of columns) {
    const read = readers[field](cells[place] ?? '')
    if ('fault' in read) faults.push({ line, field, code: read.fault, parameters: read.parameters })
    else values[field] = read.value
    if ('value' in read && read.value === null && isRequired(field)) {
      faults.push({ line, field, code: 'registry.cellMissing', parameters: { field } })
    }
  }
  const { code = null, name_th, type } = values
  if (faults.length > 0 || !code || !name_th || !type) return { code, faults }
  return { code, values: { ...values, code, name_th, type }, faults }
}

function isRequired(field: AgencyField): boolean {
  return (requiredFields as readonly AgencyField[]).includes(field)
}

function findTwice({ code }: ReadRow, line: number, lineByCode: Map<string, number>): RowFault[] {
  if (code === null) return []
  const first = lineByCode.get(code.toLowerCase())
  if (first === undefined) {
    lineByCode.set(code.toLowerCase(), line)
    return []
  }
  return [{ line, field: 'code', code: 'registry.codeOnTwoLines', parameters: { value: code, first, line } }]
}
