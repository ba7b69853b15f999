/** Tells what a file is by what is in it, whatever its name says, and refuses what is no safe table. */
import { Problem } from '#base/problem.ts'
import { listZipEntries, readZipEntry, type ZipEntry } from './zip-directory.ts'

const megabyte = 1024 * 1024
/** What a workbook may unpack to: many times what 100,000 rows of any list of ours need. */
const mostUnpackedBytes = 200 * megabyte
/** Real sheets pack ten to forty times; a bomb packs hundreds of times. Small files may do as they like. */
const mostPackedRatio = 150
const smallUnpackedBytes = 10 * megabyte

/** Parts besides the sheets are held in memory as trees, each tag of them a few hundred bytes. */
const mostTreeBytes = 64 * megabyte
const mostTreeTags = 3_000_000

const signatures = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
} as const

/** Throws `table.notTable`, `table.oldExcel`, `table.encrypted`, `table.macros`, `table.bomb` or `table.broken`. */
export function findFileKind(bytes: Uint8Array, file: string): 'workbook' | 'text' {
  if (beginsWith(bytes, signatures.compound)) throw refuse(compoundFault(bytes), file)
  if (!beginsWith(bytes, signatures.zip)) {
    if (isMarkup(bytes)) throw refuse('table.notTable', file)
    return 'text'
  }
  const fault = workbookFault(bytes)
  if (fault !== undefined) throw refuse(fault, file)
  return 'workbook'
}

function refuse(code: string, file: string): Problem {
  return new Problem('invalid', code, { file, most: mostUnpackedBytes / megabyte })
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** PDF, RTF, JSON and web pages are text to a decoder; web pages are often saved under the name of a workbook. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  return /^(%PDF-|\{\\rtf|[[{]\s*["'{[\]}]|<(!doctype|html|\?xml|table|meta))/i.test(start)
}

/** A compound file is a workbook of before 2007, or a newer one locked with a password. */
function compoundFault(bytes: Uint8Array): string {
  const has = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return 'table.encrypted'
  return has('Workbook') || has('Book') ? 'table.oldExcel' : 'table.notTable'
}

function workbookFault(bytes: Uint8Array): string | undefined {
  const entries = listZipEntries(bytes)
  if (!entries) return 'table.broken'
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'table.encrypted'
  const contents = entries.find(({ name }) => name === '[Content_Types].xml')
  if (!contents || !entries.some(({ name }) => isSheet(name))) return 'table.notTable'
  if (isBomb(entries, bytes.length) || hasHugeTrees(entries, bytes)) return 'table.bomb'
  const types = readZipEntry(bytes, contents)
  if (!types) return 'table.broken'
  return hasMacros(entries, new TextDecoder().decode(types)) ? 'table.macros' : undefined
}

function hasHugeTrees(entries: readonly ZipEntry[], bytes: Uint8Array): boolean {
  const trees = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name) && !isSheet(name))
  if (trees.reduce((sum, { size }) => sum + size, 0) > mostTreeBytes) return true
  let tags = 0
  for (const tree of trees) {
    const content = Buffer.from(readZipEntry(bytes, tree) ?? [])
    for (let at = content.indexOf('<'); at >= 0 && tags <= mostTreeTags; at = content.indexOf('<', at + 1))
      tags++
  }
  return tags > mostTreeTags
}

function isSheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/.test(name)
}

function isBomb(entries: readonly ZipEntry[], packed: number): boolean {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > mostUnpackedBytes) return true
  return unpacked > smallUnpackedBytes && unpacked > packed * mostPackedRatio
}

function hasMacros(entries: readonly ZipEntry[], contentTypes: string): boolean {
  return (
    /macroEnabled|vbaProject/i.test(contentTypes) ||
    entries.some(({ name }) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))
  )
}
