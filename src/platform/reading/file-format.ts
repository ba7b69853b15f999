/** Tells what a file is by what is in it; its server's word and its name decide only between kinds of text. */
import { readDelimited } from '#base/delimited-rows.ts'
import { listZipEntries } from '../table-file/zip-directory.ts'
import type { Format, Source } from './document.ts'
import { decodePage } from './page-encoding.ts'

export type FileFormat =
  | { readonly format: Exclude<Format, 'html' | 'csv' | 'text'> }
  /** An old Office file, or a newer one locked with a password. */
  | { readonly format: 'compound' }
  /** An archive that ends too early and does not tell what it was. */
  | { readonly format: 'damaged' }
  | { readonly format: 'html' | 'csv' | 'text'; readonly text: string }

const pictures = [
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff',
  'GIF87a',
  'GIF89a',
  'BM',
  'II*\0',
  'MM\0*',
  '\0\0\x01\0',
]
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** Writers of PDF may put something before it, and readers have always allowed that. */
const startBytes = 1024
const sampleCharacters = 4096

export function findFileFormat(source: Source): FileFormat {
  const { bytes, contentType } = source
  const start = Buffer.from(bytes.subarray(0, startBytes)).toString('latin1')
  if (start.includes('%PDF-')) return { format: 'pdf' }
  if (start.startsWith('PK\x03\x04')) return { format: findPackageFormat(bytes) }
  if (start.startsWith(compound)) return { format: 'compound' }
  if (isPicture(start)) return { format: 'image' }
  const text = decodePage(bytes, contentType)
  return text === undefined ? { format: 'unknown' } : findTextFormat(text, source)
}

function isPicture(start: string): boolean {
  if (start.startsWith('RIFF')) return start.slice(8, 12) === 'WEBP'
  if (start.slice(4, 8) === 'ftyp') return /^(avif|avis|heic|heix|mif1)/.test(start.slice(8, 12))
  if (start.startsWith('BM')) return start.slice(6, 10) === '\0\0\0\0'
  return pictures.some((signature) => start.startsWith(signature))
}

/** A damaged archive is taken for what the names left in it tell. */
function findPackageFormat(bytes: Uint8Array): 'docx' | 'xlsx' | 'unknown' | 'damaged' {
  const names = listZipEntries(bytes)?.map(({ name }) => name)
  const holds = (pattern: RegExp, part: string) =>
    names ? names.some((name) => pattern.test(name)) : Buffer.from(bytes).includes(part)
  if (holds(/^word\/document\d*\.xml$/, 'word/document')) return 'docx'
  if (holds(/^xl\/worksheets\/[^/]+\.xml$/, 'xl/worksheets/')) return 'xlsx'
  return names ? 'unknown' : 'damaged'
}

function findTextFormat(text: string, { url, contentType }: Source): FileFormat {
  const sample = text
    .slice(0, sampleCharacters)
    .replace(/^\ufeff/, '')
    .replace(/^(\s*<(!--[\s\S]*?--|\?[^>]*)>)+/, '')
  if (/^\s*(<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(sample)) return { format: 'image' }
  if (/^\s*<!doctype html|<(html|head|body|title|meta|frameset|script)[\s/>]/i.test(sample))
    return { format: 'html', text }
  const isCalledHtml = /html/i.test(contentType)
  if (isCalledHtml && (sample.trim() === '' || /<[a-z][^>]*>/i.test(sample))) return { format: 'html', text }
  if (/^\s*<(div|table|p|h[1-6]|ul|center|font|a|img|br)[\s/>]/i.test(sample)) return { format: 'html', text }
  const isCalledCsv = /csv/i.test(contentType) || /\.csv$/i.test(URL.parse(url)?.pathname ?? '')
  return { format: isCalledCsv || isEvenlyDelimited(sample) ? 'csv' : 'text', text }
}

/** Prose has commas too, but not the same number of them in each of several lines. */
function isEvenlyDelimited(sample: string): boolean {
  const whole = sample.length < sampleCharacters ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1)
  try {
    const rows = readDelimited(whole, { file: '', mostRows: sampleCharacters })
    const width = rows[0]?.cells.length ?? 0
    return rows.length > 2 && width > 1 && rows.every(({ cells }) => cells.length === width)
  } catch {
    return false
  }
}
