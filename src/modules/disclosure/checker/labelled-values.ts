/** Finds values that follow their name in running text: "งบประมาณ: 50,000 บาท", or a name with its value on the next line. Pure. */
import { normalise, normalPattern } from './matching-text.ts'
import type { ColumnCell } from './table-columns.ts'

const numbering = String.raw`^[\s\-–•*(]*(?:[\d๐-๙]{1,2}(?:[.)][\d๐-๙]*)*\s*)?`
const named = new RegExp(`${numbering}([^:：=]{2,60}?)\\s*[:：=]\\s*(.*)$`)
/** A name and what can only be its value, with nothing but a space between. */
const spaced = new RegExp(
  `${numbering}(\\S{2,40})\\s+((?:จำนวน|รวม)?\\s*[\\d๐-๙][\\d๐-๙,.]*\\s*(?:บาท|\\.-).*|ไม่มี\\s*|ใช้งบ.*)$`,
)
const longestName = 40

export function labelledValues(text: string, words: readonly string[]): ColumnCell[] {
  const lines = text.split('\n').map((line) => line.trim())
  const wanted = words.map(normalise)
  return lines.flatMap((line, at) => {
    const cells = line.split('\t')
    const next = () => nextValue(lines, at)
    const found = cells.flatMap((cell) => inOneLine(cell, next, wanted))
    if (found.length > 0) return found
    const [heading = '', beside] = cells
    if (cells.length > 2 || !isBareName(heading, wanted)) return []
    const value = beside ?? next()
    if (value === '') return []
    return [{ heading, cell: value, row: [heading, value] }]
  })
}

/** `next` is the value where nothing stands behind the colon. */
function inOneLine(line: string, next: () => string, wanted: readonly string[]): ColumnCell[] {
  const [, heading = '', value = ''] = named.exec(line) ?? spaced.exec(line) ?? []
  if (heading === '' || !isName(heading, wanted)) return []
  const cell = value === '' ? next() : value
  return [{ heading, cell, row: [line, ...(value === '' ? [cell] : [])] }]
}

const about = normalPattern(/^(?:ปีงบ|แหล่ง|ประเภท|หมวด|รหัส|ร้อยละ|สถานะ|รายงาน|แผน)/)

function isName(name: string, wanted: readonly string[]): boolean {
  const text = normalise(name)
  return text.length <= longestName && !about.test(text) && wanted.some((word) => text.includes(word))
}

/** The name and nothing more, such as the term of a definition list. */
function isBareName(line: string, wanted: readonly string[]): boolean {
  if (line.length > 2 * longestName) return false
  const text = normalise(line).replace(/\(.{1,12}\)$/, '')
  return wanted.includes(text)
}

/** The next line, unless it begins another name or is the row of a table. */
function nextValue(lines: readonly string[], at: number): string {
  const next = lines[at + 1] ?? ''
  if (next.includes('\t')) return ''
  return named.test(next) && !/^\s*(?:https?|mailto|tel):/.test(next) ? '' : next
}
