/** The cells of a money column are found in the layouts that agencies use, and nothing else is taken for one. */
import { describe, expect, test } from 'vitest'
import { labelledValues } from './labelled-values.ts'
import { holdsAmount, isBlank, isDash, saysNone } from './money-cell.ts'
import { cellsOfColumns } from './table-columns.ts'

const words = ['งบประมาณ', 'ผลการใช้จ่าย', 'การใช้จ่าย', 'เบิกจ่าย', 'จำนวนเงิน', 'ค่าใช้จ่าย']
const table = (rows: string[][], name = '') => ({ name, rows })
const cells = (...tables: string[][][]) =>
  cellsOfColumns(
    tables.map((rows) => table(rows)),
    words,
  ).map(({ cell }) => cell)

describe('the cells of a column', () => {
  test('stand below its heading, totals and headings of parts left out', () => {
    expect(
      cells([
        [
          'รายงานผลการใช้จ่ายงบประมาณ ปี 2567',
          'รายงานผลการใช้จ่ายงบประมาณ ปี 2567',
          'รายงานผลการใช้จ่ายงบประมาณ ปี 2567',
        ],
        ['ที่', 'โครงการ', 'งบประมาณ (บาท)'],
        ['มิติที่ 1 วางระบบ', 'มิติที่ 1 วางระบบ', 'มิติที่ 1 วางระบบ'],
        ['1', 'อบรมการใช้จ่ายงบประมาณ', '5,000'],
        ['2', 'จัดทำแผนการใช้จ่ายงบประมาณ', 'ใช้งบประมาณบุคลากร'],
        ['รวม', '', ''],
      ]),
    ).toEqual(['5,000', 'ใช้งบประมาณบุคลากร'])
  })

  test('stand below a heading of two rows, whichever way its cells are merged', () => {
    const entries = [
      ['1', 'อบรม', '10,000', 'ไม่มี'],
      ['2', 'จิตอาสา', '', '-'],
    ]
    const repeated = [
      ['ที่', 'โครงการ', 'งบประมาณ', 'งบประมาณ'],
      ['ที่', 'โครงการ', 'ได้รับจัดสรร', 'ผลการใช้จ่าย'],
    ]
    const blank = [
      ['ที่', 'โครงการ', 'งบประมาณ', ''],
      ['', '', 'ได้รับจัดสรร (บาท)', 'ใช้จ่ายจริง (บาท)'],
    ]
    expect(cells([...repeated, ...entries])).toEqual(['10,000', 'ไม่มี', '', '-'])
    expect(cells([...blank, ...entries])).toContain('10,000')
    expect(cells([...blank, ...entries])).toContain('')
  })

  test('go on over pages, with the heading repeated or left out', () => {
    const head = ['ที่', 'กิจกรรม', 'งบประมาณที่ใช้']
    expect(cells([head, ['1', 'ก', '1,000'], head, ['2', 'ข', 'ไม่มี']])).toEqual(['1,000', 'ไม่มี'])
    expect(cells([head, ['1', 'ก', '1,000']], [head, ['2', 'ข', '']], [['3', 'ค', '-']])).toEqual([
      '1,000',
      '',
      '-',
    ])
  })

  test('are not those of the year, the source, the share or the state', () => {
    const head = ['ปีงบประมาณ', 'โครงการ', 'แหล่งงบประมาณ', 'ร้อยละการเบิกจ่าย', 'สถานะการเบิกจ่าย', 'งบประมาณ']
    expect(cells([head, ['2567', 'ก', 'เงินรายได้', '100', 'แล้วเสร็จ', '900']])).toEqual(['900'])
  })

  test('stand beside their name in a form', () => {
    expect(
      cells([
        ['โครงการ', 'อบรม'],
        ['งบประมาณ', 'ใช้งบประมาณบุคลากร'],
        ['ระยะเวลา', '1 วัน'],
      ]),
    ).toEqual(['ใช้งบประมาณบุคลากร'])
    expect(
      cells([
        ['รายการ', 'ปี 2566', 'ปี 2567'],
        ['งบประมาณ (บาท)', '5,000', ''],
      ]),
    ).toEqual(['5,000', ''])
  })

  test('a table without such a heading has none', () => {
    expect(
      cells([
        ['ที่', 'กิจกรรม', 'ผล'],
        ['1', 'ติดตามการใช้จ่ายงบประมาณ', 'แล้วเสร็จ'],
      ]),
    ).toEqual([])
  })
})

test.each([
  ['งบประมาณ: ใช้งบประมาณบุคลากร', ['ใช้งบประมาณบุคลากร']],
  ['3.2) งบประมาณที่ใช้ : ๑๒,๐๐๐ บาท', ['๑๒,๐๐๐ บาท']],
  ['โครงการอบรม\nงบประมาณ\nไม่มี\nผู้รับผิดชอบ', ['ไม่มี']],
  ['งบประมาณ:\nระยะเวลา: 1 วัน', ['']],
  ['งบประมาณ 5,000 บาท', ['5,000 บาท']],
  ['งบประมาณ ใช้งบประมาณบุคลากร', ['ใช้งบประมาณบุคลากร']],
  ['งบประมาณ ของเทศบาล', []],
  ['ปีงบประมาณ: 2567', []],
  ['งบประมาณ\t5,000', ['5,000']],
  ['แผนการใช้จ่ายงบประมาณ ประจำปี 2567', []],
])('in “%s” the values are %j', (text, values) => {
  expect(labelledValues(text, words).map(({ cell }) => cell)).toEqual(values)
})

test.each([
  ['50,000', 'amount'],
  ['๕๐,๐๐๐', 'amount'],
  ['๑๒๐๐ บาท', 'amount'],
  ['0', 'amount'],
  ['0.00', 'amount'],
  ['50,000.-', 'amount'],
  ['1.5 ล้านบาท', 'amount'],
  ['5O,OOO', 'amount'],
  ['1) 5,000 2) 3,000', 'amount'],
  ['งบอบรม 3,000 บาท', 'amount'],
  ['ไม่มี', 'none'],
  ['“ไม่มี”', 'none'],
  ['ไม่ มี', 'none'],
  ['ไม่มีค่าใช้จ่าย', 'none'],
  ['ไม่มีข้อมูล', 'neither'],
  ['ใช้งบประมาณบุคลากร', 'neither'],
  ['ใช้งบประมาณ ปี 2567', 'neither'],
  ['ไม่ใช้งบประมาณ', 'neither'],
  ['ตามที่จ่ายจริง', 'neither'],
  ['-', 'dash'],
  ['– – –', 'dash'],
  ['N/A', 'dash'],
  ['', 'blank'],
  [' \u00a0\u200b', 'blank'],
])('the cell “%s” holds %s', (cell, what) => {
  const kinds = {
    amount: holdsAmount(cell),
    none: saysNone(cell, 'ไม่มี'),
    dash: isDash(cell) && !isBlank(cell),
    blank: isBlank(cell),
  }
  expect(Object.entries(kinds).flatMap(([kind, holds]) => (holds ? [kind] : []))).toEqual(
    what === 'neither' ? [] : [what],
  )
})

test('a cell without end is judged in no time', () => {
  const begun = performance.now()
  expect(holdsAmount(`${'1'.repeat(300)}x`)).toBe(false)
  expect(holdsAmount(`${'1'.repeat(1_000_000)}x`)).toBe(false)
  expect(cells(Array.from({ length: 20_000 }, () => ['งบประมาณ', 'ก'.repeat(10)]))).toHaveLength(20_000)
  expect(performance.now() - begun).toBeLessThan(5000)
})
