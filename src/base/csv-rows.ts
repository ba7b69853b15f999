/** Reads the rows of a CSV file with their line numbers, and gathers all there is to mend before refusing it. */
import { parse } from 'csv-parse/sync'
import { type Finding, Problem } from './problem.ts'

export interface CsvRow {
  /** 1-based line of the file on which the row begins. */
  readonly line: number
  /** Trimmed. */
  readonly cells: readonly string[]
}

export interface CsvRows {
  /** Absent when the file has no row at all, or its cells are not separated by commas. */
  readonly header?: CsvRow
  /** As wide as the header; ragged rows are findings instead. */
  readonly rows: readonly CsvRow[]
  readonly findings: readonly Finding[]
}

/** Reads UTF-8 text, with or without a BOM, with any line endings. Blank lines are left out. Never throws. */
export function readRows(source: string | Uint8Array, file: string): CsvRows {
  const text = decode(source)
  if (text === undefined) return { rows: [], findings: [{ file, line: 1, code: 'file.notUtf8' }] }
  const { rows: all, brokenAt } = split(text.replace(/\r\n?/g, '\n'))
  const findings: Finding[] =
    brokenAt === undefined ? [] : [{ file, line: brokenAt, code: 'csv.brokenQuotes' }]
  const [header, ...body] = all.filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  if (!header || (body.length === 0 && brokenAt === undefined)) {
    findings.push({ file, line: header?.line ?? 1, code: 'file.empty' })
  }
  if (!header) return { rows: [], findings }
  const separator = foreignSeparator(header)
  if (separator) {
    return { rows: [], findings: [{ file, line: header.line, code: `csv.separatedBy.${separator}` }] }
  }
  const expected = header.cells.length
  const isEven = ({ cells }: CsvRow) => cells.length === expected
  for (const { line, cells } of body.filter((row) => !isEven(row))) {
    findings.push({ file, line, code: 'csv.ragged', parameters: { expected, found: cells.length } })
  }
  return { header, rows: body.filter(isEven), findings }
}

/** A header of one cell that holds semicolons or tabs: the file is separated by them. */
function foreignSeparator({ cells }: CsvRow): 'semicolon' | 'tab' | undefined {
  const [only = '', ...others] = cells
  if (others.length > 0) return undefined
  if (only.includes(';')) return 'semicolon'
  return only.includes('\t') ? 'tab' : undefined
}

function decode(source: string | Uint8Array): string | undefined {
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source)
  } catch {
    return undefined
  }
}

interface SplitText {
  readonly rows: readonly CsvRow[]
  /** The line of the row whose quotation marks do not match, which ends the reading. */
  readonly brokenAt?: number
}

function split(text: string): SplitText {
  const rows: CsvRow[] = []
  let lastLine = 0
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lastLine + 1, cells })
        lastLine = lines
        return null
      },
    })
    return { rows }
  } catch {
    return { rows, brokenAt: lastLine + 1 }
  }
}

const shownFindings = 50

/** Refuses a file for its findings, in the order of its lines; after the first fifty only their number is told. */
export function refuseFile(file: string, findings: readonly Finding[]): Problem {
  const sorted = findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const rest = sorted.length - shownFindings
  const more: Finding[] = rest > 0 ? [{ file, code: 'csv.more', parameters: { count: rest } }] : []
  const parameters = { file, count: findings.length }
  return Problem.ofFindings('csv.invalid', [...sorted.slice(0, shownFindings), ...more], parameters)
}
