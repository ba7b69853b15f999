/** Looks into an Office file before it is opened: its state where it must not be, and its title. */
import { Parser } from 'htmlparser2'
import { Problem } from '#base/problem.ts'
import { findFileKind } from '../table-file/file-kind.ts'
import { listZipEntries, readZipEntry } from '../table-file/zip-directory.ts'
import { collapse } from './caps.ts'
import type { ReadingState } from './document.ts'

const megabyte = 1024 * 1024
/** The parts of a document are held in memory as trees many times their size. */
const mostDocumentBytes = 48 * megabyte

/** Undefined where the document is fit to be opened: each part unpacks to no more than the directory says. */
export function documentFault(bytes: Uint8Array): ReadingState | undefined {
  const entries = listZipEntries(bytes)
  if (!entries) return 'broken'
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted'
  const parts = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name))
  if (parts.reduce((sum, { size }) => sum + size, 0) > mostDocumentBytes) return 'tooBig'
  return parts.every((part) => readZipEntry(bytes, part)) ? undefined : 'broken'
}

/** `foreign`: a workbook that is not read here, for it has macros. */
export function workbookFault(bytes: Uint8Array): ReadingState | 'foreign' | undefined {
  try {
    findFileKind(bytes, '')
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'table.encrypted') return 'encrypted'
    if (error.code === 'table.bomb') return 'tooBig'
    return error.code === 'table.macros' ? 'foreign' : 'broken'
  }
}

export function titleOfPackage(bytes: Uint8Array): string {
  const entry = listZipEntries(bytes)?.find(({ name }) => name === 'docProps/core.xml')
  const part = entry && entry.size < megabyte ? readZipEntry(bytes, entry) : undefined
  if (!part) return ''
  let title = ''
  let isInTitle = false
  const parser = new Parser(
    {
      onopentag: (name) => {
        isInTitle = name === 'dc:title'
      },
      ontext: (words) => {
        if (isInTitle) title += words
      },
      onclosetag: () => {
        isInTitle = false
      },
    },
    { xmlMode: true },
  )
  parser.end(new TextDecoder().decode(part))
  return collapse(title)
}
