/** Reads a file of a remote site, whatever it turns out to be. Runs where a hostile file does no harm. */
import { capReading } from './caps.ts'
import { readDelimitedText, readPlainText } from './delimited-text.ts'
import { type Format, type Reading, type Source, unread } from './document.ts'
import { type FileFormat, findFileFormat } from './file-format.ts'
import { readHtml } from './html-page.ts'

const largePageBytes = 1024 * 1024

export interface ReadingConditions {
  /** A long document is read in part when they are over. */
  readonly patienceMilliseconds: number
  /** Hears the format of a file whose reading takes a while, ahead of it. */
  readonly onFormat: (format: Format) => void
}

/** Never throws: what a parser cannot bear is broken. */
export async function readDocument(source: Source, conditions: ReadingConditions): Promise<Reading> {
  const file = findFileFormat(source)
  try {
    return capReading(await readAs(file, source, conditions))
  } catch {
    const isNamed = file.format !== 'compound' && file.format !== 'damaged'
    return unread(isNamed ? file.format : 'unknown', 'broken')
  }
}

/** What few files need is loaded when the first of them comes. */
async function readAs(file: FileFormat, source: Source, conditions: ReadingConditions): Promise<Reading> {
  const { bytes, url } = source
  switch (file.format) {
    case 'html':
      if (bytes.length > largePageBytes) conditions.onFormat('html')
      return readHtml(file.text, url)
    case 'csv':
      return readDelimitedText(file.text)
    case 'text':
      return readPlainText(file.text)
    case 'pdf':
      conditions.onFormat('pdf')
      return (await import('./pdf-document.ts')).readPdf(bytes, url, conditions.patienceMilliseconds)
    case 'docx':
      conditions.onFormat('docx')
      return (await import('./word-document.ts')).readWordDocument(bytes, url)
    case 'xlsx':
      conditions.onFormat('xlsx')
      return (await import('./workbook.ts')).readWorkbook(bytes, url)
    case 'compound':
      return readCompound(source)
    case 'damaged':
      return unread('unknown', 'broken')
    default:
      return unread(file.format, 'read')
  }
}

/** What a locked file holds is known by its name only; files of before 2007 are not read. */
function readCompound({ bytes, url, contentType }: Source): Reading {
  const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  if (!isLocked) return unread('unknown', 'read')
  const called = `${URL.parse(url)?.pathname ?? ''} ${contentType}`
  if (/\.docx|wordprocessingml/i.test(called)) return unread('docx', 'encrypted')
  return unread(/\.xlsx|spreadsheetml/i.test(called) ? 'xlsx' : 'unknown', 'encrypted')
}
