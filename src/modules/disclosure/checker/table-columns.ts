/** Finds the cells of a column by the words of its heading, however the document lays the table out. Pure. */
import type { Table } from '#platform/reading/document.ts'
import { normalise, normalPattern } from './matching-text.ts'
import { holdsAmount, isBlank } from './money-cell.ts'

export interface ColumnCell {
  readonly heading: string
  /** As written; empty where it was left blank. */
  readonly cell: string
  readonly row: readonly string[]
}

type Row = readonly string[]

/** What is about a column of that name and is not the column: its year, source, kind, share or state. */
const otherMatter = normalPattern(
  /^(?:ปีงบ|ปีพ|แหล่ง|ที่มา|ประเภท|หมวด|รหัส|ร้อยละ|สถานะ|วันที่|เลขที่|ผู้|หน่วยงาน|แผนงาน|หมายเหตุ|วิธี)|%|ร้อยละ/,
)
/** A cell that tells what was done, and only sounds like a heading. */
const statement = normalPattern(
  /^(?:ใช้งบ|ไม่|เบิกจ่ายจาก|จากงบ|โดยใช้|จัด|การจัด|ดำเนินการ|ติดตาม|รายงาน|ประชุม|อบรม|โครงการ|กิจกรรม|เร่งรัด)/,
)
const longestHeading = 80

/** The cells below (or beside) every heading with one of the words, in all tables, totals and headings left out. */
export function cellsOfColumns(tables: readonly Table[], words: readonly string[]): ColumnCell[] {
  let last: Columns | undefined
  return tables.flatMap(({ rows }) => {
    const table = rows.filter((row) => row.some((cell) => !isBlank(cell)))
    const columns = findColumns(table, words) ?? continued(last, table)
    last = columns ?? last
    return columns ? cellsBelow(table, columns) : cellsBeside(table, words)
  })
}

interface Columns {
  readonly headings: ReadonlyMap<number, string>
  /** The rows of headings, as normal text, for knowing them again on a later page. */
  readonly rows: readonly string[]
  readonly begins: number
  readonly width: number
}

function isHeadingOf(cell: string, words: readonly string[]): boolean {
  const text = normalise(cell)
  if (text.length > longestHeading || otherMatter.test(text) || holdsAmount(text)) return false
  if (statement.test(text) && !/^ใช้งบประมาณ(?:\(บาท\)|\(จริง\)|จริง|แล้ว|ไป)?$/.test(text)) return false
  return words.some((word) => text.includes(normalise(word)))
}

function isMergedRow(row: Row): boolean {
  const filled = new Set(row.map(normalise).filter((cell) => cell !== ''))
  return filled.size <= 1
}

/** The first row with such a heading beside others; undefined where the table has none. */
function findColumns(rows: readonly Row[], words: readonly string[]): Columns | undefined {
  const first = rows.findIndex((row) => !isMergedRow(row))
  const top = rows.findIndex(
    (row, at) => isHeadingRow(row, words) && (at === first || namesOthers(row, words)),
  )
  const row = rows[top]
  if (!row) return undefined
  const under = subHeadings(rows, top, words)
  const deep = [row, ...under]
  const headings = new Map<number, string>()
  row.forEach((cell, place) => {
    const below = under.map((each) => each[place] ?? '').filter((each) => !isBlank(each))
    const isOwn = isHeadingOf(cell, words) || below.some((each) => isHeadingOf(each, words))
    if (isOwn && !below.some((each) => otherMatter.test(normalise(each)))) {
      headings.set(place, below.at(-1) ?? cell)
    }
  })
  if (headings.size === 0) return undefined
  return { headings, rows: deep.map(rowText), begins: top + deep.length, width: row.length }
}

function isHeadingRow(row: Row, words: readonly string[]): boolean {
  if (isMergedRow(row) || isLabelRow(row, words)) return false
  if (row.some((cell) => /^[\d.()]+$/.test(normalise(cell)) || holdsAmount(cell))) return false
  return row.some((cell) => isHeadingOf(cell, words))
}

function namesOthers(row: Row, words: readonly string[]): boolean {
  return row.some((cell) => isHeadingWord(cell) && !isHeadingOf(cell, words))
}

/** A name and its value side by side, as in a form: the name heads no column. */
function isLabelRow(row: Row, words: readonly string[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell))
  const [first = '', second = ''] = row
  if (!isHeadingOf(first, words)) return false
  return row.length <= 2 ? !isHeadingWord(second) : filled.slice(1).every((cell) => !isHeadingWord(cell))
}

const headingWords = normalPattern(
  /^(?:ที่|ลำดับ|ลำดับที่|โครงการ|กิจกรรม|รายการ|ผู้รับผิดชอบ|ระยะเวลา|หมายเหตุ|ผลการ|ตัวชี้วัด|เป้าหมาย|หน่วยงาน|มาตรการ|งบประมาณ|แผน|ผล|เอกสาร|ค่าธรรมเนียม|ชื่อ|ขั้นตอน|ช่องทาง|วัน|สถานะ)/,
)

function isHeadingWord(cell: string): boolean {
  const text = normalise(cell)
  return text.length <= 40 && headingWords.test(text) && !holdsAmount(text)
}

/** Rows of headings right below: cells merged downwards repeat, and what is new is short and no value. */
function subHeadings(rows: readonly Row[], top: number, words: readonly string[]): Row[] {
  const head = rows[top] ?? []
  const parted = head.some(
    (cell, place) => !isBlank(cell) && normalise(cell) === normalise(head[place + 1] ?? ''),
  )
  const under: Row[] = []
  for (const row of rows.slice(top + 1, top + 3)) {
    const isNew = row.map((cell, place) => !isBlank(cell) && normalise(cell) !== normalise(head[place] ?? ''))
    const others = row.filter((cell, place) => isNew[place] && !isSubHeading(cell, words))
    const repeats = row.some((cell, place) => !isBlank(cell) && !isNew[place])
    const isEmptyElsewhere = row.every((cell, place) => isBlank(cell) || isNew[place])
    if (!isNew.includes(true) || others.length > 0) break
    if (!repeats && !(isEmptyElsewhere && (parted || row.some(isBlank)))) break
    under.push(row)
  }
  return under
}

const subHeadingWords = normalPattern(
  /^(?:ได้รับ|จัดสรร|ที่ได้รับ|ตามแผน|แผน|ผล|ใช้|เบิก|จ่าย|คงเหลือ|ร้อยละ|จำนวน|วงเงิน|แหล่ง|ประเภท|\(?บาท\)?|\(?ล้านบาท\)?|%|งบ|รวม|ไตรมาส|หน่วย)/,
)

function isSubHeading(cell: string, words: readonly string[]): boolean {
  const text = normalise(cell)
  if (/บุคลากร|ดำเนินงานปกติ/.test(text)) return false
  return text.length <= 40 && (subHeadingWords.test(text) || isHeadingOf(cell, words)) && !holdsAmount(text)
}

/** A table that goes on from the page before, without its headings. */
function continued(last: Columns | undefined, rows: readonly Row[]): Columns | undefined {
  if (!last || rows[0]?.length !== last.width) return undefined
  return last.width > 2 ? { ...last, begins: 0 } : undefined
}

function cellsBelow(rows: readonly Row[], { headings, rows: known, begins }: Columns): ColumnCell[] {
  return rows
    .slice(begins)
    .filter((row) => !known.includes(rowText(row)) && isEntry(row))
    .flatMap((row) => [...headings].map(([place, heading]) => ({ heading, cell: row[place] ?? '', row })))
}

const partWords = normalPattern(/^(?:ยุทธศาสตร์|หมวด|ด้าน|มาตรการที่|มิติ|ส่วนที่|แผนงาน|กลยุทธ์)/)

/** A row that tells of one matter: no total, no heading of a part, no row of column numbers, no note. */
function isEntry(row: Row): boolean {
  const filled = row.filter((cell) => !isBlank(cell)).map(normalise)
  const [first = ''] = filled
  if (filled.slice(0, 2).some((cell) => /^(?:รวม|ยอดรวม|ผลรวม|total)/.test(cell))) return false
  if (/^(?:หมายเหตุ|ที่มา|\*|ข้อมูลณ)/.test(first) && filled.length <= 2) return false
  if (filled.every((cell) => /^\(?\d{1,2}\)?$/.test(cell)) && new Set(filled).size === row.length)
    return false
  const isPart = new Set(filled).size === 1 && (row.length > 2 || partWords.test(first))
  return !isPart
}

/** Names at the left with their values at the right. */
function cellsBeside(rows: readonly Row[], words: readonly string[]): ColumnCell[] {
  return rows.flatMap((row) => {
    const [heading = '', ...values] = row
    if (!isHeadingOf(heading, words) || /^(?:รวม|total)/.test(normalise(heading))) return []
    const shown = values.length > 0 ? values : ['']
    return shown.map((cell) => ({ heading, cell, row }))
  })
}

function rowText(row: Row): string {
  return row.map(normalise).join('|')
}
