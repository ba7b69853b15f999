/** Reads plain and delimited text as a reader would see it. */
import { readDelimited } from '#base/delimited-rows.ts'
import { countLetters, mostCells, mostCharacters } from './caps.ts'
import { type Reading, type Table, unread } from './document.ts'

export function readPlainText(decoded: string): Reading {
  const text = decoded.slice(0, mostCharacters).replace(/\r\n?/g, '\n').trim()
  return { ...unread('text', 'read'), text, hasText: showsText(text) }
}

/** A file whose quotation marks do not match still gives its text. */
export function readDelimitedText(decoded: string): Reading {
  const text = decoded.length > mostCharacters ? cutAtLine(decoded) : decoded
  const rows = rowsOf(text)
  if (!rows) return { ...readPlainText(text), format: 'csv' }
  const lines = rows.map((cells) => cells.filter((cell) => cell !== '').join('\t')).join('\n')
  return { ...unread('csv', 'read'), text: lines, tables: [{ name: '', rows }], hasText: showsText(lines) }
}

function cutAtLine(text: string): string {
  return text.slice(0, text.lastIndexOf('\n', mostCharacters) + 1)
}

function rowsOf(text: string): Table['rows'] | undefined {
  try {
    return readDelimited(text, { file: '', mostRows: mostCells }).map(({ cells }) => cells)
  } catch {
    return undefined
  }
}

function showsText(text: string): boolean {
  return countLetters(text.slice(0, 10_000)) > 0 || /\d/.test(text)
}
