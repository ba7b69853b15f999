/** Reads a list of e-mail addresses, one a line or a column of a table, and says of each wrong one where it stands. */
import { z } from 'zod'
import type { CsvRow } from '#base/csv-rows.ts'
import { readDelimited } from '#base/delimited-rows.ts'
import { type Finding, Problem } from '#base/problem.ts'
import { decodeText } from '#base/text-encoding.ts'
import { findFileKind } from '#platform/table-file/file-kind.ts'
import { readWorkbookRows } from '#platform/table-file/workbook-rows.ts'
import { mostCodes } from './make-codes.ts'

export interface AddressList {
  readonly bytes: Uint8Array
  /** As the reader knows it, for problems. */
  readonly file: string
}

/** Twice as many lines, so that a list with repetitions is told how many addresses it has. */
const mostRows = 2 * mostCodes
const shownFaults = 50

/**
 * Each address once, in small letters, in the order of the list; text in any encoding common here, or a workbook.
 * Throws `survey.addressesInvalid` with a finding for each wrong line, `survey.addressesNone`,
 * `survey.addressesTooMany`, or what reading a table throws.
 */
export async function readAddresses({ bytes, file }: AddressList): Promise<readonly string[]> {
  const reading = { file, mostRows }
  const isWorkbook = findFileKind(bytes, file) === 'workbook'
  const rows = isWorkbook
    ? await readWorkbookRows(bytes, reading)
    : readDelimited(textOf(bytes, file), reading)
  const read = cellsOf(rows).map(readCell)
  const faults = read.flatMap(({ fault }) => (fault ? [fault] : []))
  if (faults.length > 0) throw refuse(faults)
  const addresses = [...new Set(read.flatMap(({ address }) => (address ? [address] : [])))]
  if (addresses.length === 0) throw new Problem('invalid', 'survey.addressesNone')
  if (addresses.length > mostCodes) {
    throw new Problem('invalid', 'survey.addressesTooMany', { count: addresses.length, most: mostCodes })
  }
  return addresses
}

function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes)
  if (text === undefined) throw new Problem('invalid', 'table.notTable', { file })
  return text
}

interface Cell {
  readonly line: number
  readonly typed: string
}

interface ReadCell {
  readonly address?: string
  readonly fault?: Finding
}

/**
 * A first row without any address is a heading. One line alone may hold all addresses; of several lines each holds one,
 * in the column whose heading speaks of e-mail, or else wherever the address stands.
 */
function cellsOf(rows: readonly CsvRow[]): readonly Cell[] {
  const [first, ...rest] = rows
  if (!first) return []
  const hasHeading = rest.length > 0 && !first.cells.some(holdsAddress)
  if (!hasHeading && rest.length === 0) return first.cells.map((typed) => ({ line: first.line, typed }))
  const column = hasHeading ? first.cells.findIndex((cell) => /e-?mail|อีเมล/i.test(cell)) : -1
  return (hasHeading ? rest : rows).map(({ line, cells }) => {
    if (column >= 0) return { line, typed: cells[column] ?? '' }
    const found = cells.filter(holdsAddress)
    return { line, typed: (found.length > 0 ? found : cells).filter((cell) => cell !== '').join(', ') }
  })
}

const holdsAddress = (cell: string): boolean => cell.includes('@')

/** Also as mail programs copy it: `Somsri <somsri@example.go.th>;`. */
function readCell({ line, typed }: Cell): ReadCell {
  const bare = typed.replace(/[\s\u200b-\u200d\ufeff]+/g, ' ').replace(/^[\s;,]+|[\s;,]+$/g, '')
  if (bare === '') return {}
  const address = (/<([^<>]*)>$/.exec(bare)?.[1] ?? bare).trim().replace(/^mailto:/i, '')
  const parsed = z.email().max(254).safeParse(address.toLowerCase())
  if (parsed.success) return { address: parsed.data }
  const isSeveral = (bare.match(/@/g) ?? []).length > 1
  const code = isSeveral ? 'survey.addressSeveral' : 'survey.addressWrong'
  return { fault: { code, parameters: { line, value: bare.slice(0, 80) } } }
}

function refuse(faults: readonly Finding[]): Problem {
  const rest = faults.length - shownFaults
  const more: Finding[] = rest > 0 ? [{ code: 'csv.more', parameters: { count: rest } }] : []
  return Problem.ofFindings('survey.addressesInvalid', [...faults.slice(0, shownFaults), ...more], {
    count: faults.length,
  })
}
