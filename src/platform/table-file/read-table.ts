/** Reads a list that somebody kept in a spreadsheet program: CSV in any encoding common here, or XLSX. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { CsvRow } from '#base/csv-rows.ts'
import { readDelimited } from '#base/delimited-rows.ts'
import { Problem } from '#base/problem.ts'
import { decodeText } from '#base/text-encoding.ts'
import { findFileKind } from './file-kind.ts'
import { readWorkbookRows } from './workbook-rows.ts'

const megabyte = 1024 * 1024
const mostBytes = 50 * megabyte
const mostRows = 100_000

export interface Table {
  /** As the reader knows it, for findings. */
  readonly file: string
  /** SHA-256 of the file in lower-case hex. */
  readonly hash: string
  /** Rows that hold something, the heading first, each with its line of the file or its row of the sheet. */
  readonly rows: readonly CsvRow[]
}

/** Throws `file.unreadable`, and all that `readTable` throws. */
export async function readTableFile(file: string): Promise<Table> {
  const unreadable = () => new Problem('invalid', 'file.unreadable', { file })
  const handle = await open(file, 'r').catch(() => {
    throw unreadable()
  })
  try {
    const bytes = await readBytes(handle, file)
    if (!bytes) throw unreadable()
    return await readTable(bytes, file)
  } finally {
    await handle.close()
  }
}

/** Undefined for what is no file, such as a folder. */
async function readBytes(handle: FileHandle, file: string): Promise<Uint8Array | undefined> {
  const found = await handle.stat()
  if (!found.isFile()) return undefined
  checkSize(found.size, file)
  return handle.readFile()
}

function checkSize(bytes: number, file: string): void {
  if (bytes <= mostBytes) return
  const size = Math.ceil(bytes / megabyte)
  throw new Problem('invalid', 'table.tooLarge', { file, size, most: mostBytes / megabyte })
}

/** Reads a file that is in memory already. Throws `file.empty`, `csv.invalid` or one of the `table.` problems. */
export async function readTable(bytes: Uint8Array, file: string): Promise<Table> {
  checkSize(bytes.length, file)
  const kind = findFileKind(bytes, file)
  const reading = { file, mostRows }
  const rows =
    kind === 'workbook' ? await readWorkbookRows(bytes, reading) : readDelimited(textOf(bytes, file), reading)
  if (rows.length < 2)
    throw Problem.ofFindings('csv.invalid', [{ file, code: 'file.empty' }], { file, count: 1 })
  return { file, hash: createHash('sha256').update(bytes).digest('hex'), rows }
}

function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes)
  if (text === undefined) throw new Problem('invalid', 'table.notTable', { file })
  return text
}
