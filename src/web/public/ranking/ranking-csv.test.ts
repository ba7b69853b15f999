/** The CSV of a ranking: what stands in it, and that a spreadsheet runs none of it. */
import { describe, expect, test } from 'vitest'
import type { PublishedResult, RankingRow } from '#modules/results/result.ts'
import { readerOf } from '../../ui/language.ts'
import { rankingCsv, safeText } from './ranking-csv.ts'

const result: PublishedResult = {
  agency: {
    id: '1',
    code: 'A-1',
    name: { th: '=cmd("ลบ")', en: 'Agency, "one"' },
    type: { code: 'department', name: { th: 'กรม', en: 'Department' } },
    ministry: null,
    province: { code: '10', name: { th: 'กรุงเทพมหานคร', en: 'Bangkok' } },
    website: null,
    isImaginary: true,
  },
  fiscalYear: 2568,
  origin: 'computed',
  figures: {
    total: '92.65',
    rating: { id: 'passed', name: { th: 'ผ่าน', en: 'Passed' }, step: 3 },
    instruments: { iit: '94.06', oit: null },
    indicators: { 1: '94.52' },
  },
  ranks: {},
  change: '-0.27',
  disagreements: [{ node: 'part:iit', published: '92.52', computed: '92.19' }],
  derived: ['rating'],
  withheld: ['indicator:6'],
  closings: {},
  imported: {
    figures: { total: '92.65', rating: null, instruments: {}, indicators: {} },
    ...{ ranks: { type: { place: 122, of: 160 } }, standings: {}, source: '=รายงาน', note: null },
  },
}
const rows: RankingRow[] = [{ place: 1, result }]

function table(language: 'th' | 'en'): string[] {
  return rankingCsv(rows, readerOf(language)).split('\r\n')
}

describe('the CSV of a ranking', () => {
  test('begins with a byte order mark and has one line for the heads and one for each agency', () => {
    const lines = table('th')
    expect(lines[0]?.startsWith('\uFEFFปีงบประมาณ,อันดับ,')).toBe(true)
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('')
  })

  test('a name that looks like a formula is led by an apostrophe, and a negative difference stays a number', () => {
    const line = table('th')[1]
    expect(line).toContain(`"'=cmd(""ลบ"")"`)
    expect(line).toContain(',-0.27,')
  })

  test('heads and group names follow the language, names of agencies stand in both', () => {
    const [head, line] = table('en')
    expect(head).toContain('Fiscal year,Place,')
    expect(line).toContain('"Agency, ""one"""')
    expect(line).toContain(',Department,,Bangkok,92.65,Passed,')
  })

  test('published unlike computed, computed from published, withheld and published places are told', () => {
    const cells = table('en')[1]?.split(',') ?? []
    expect(cells.slice(-6)).toEqual([
      ' computed as 92.19"',
      'Rating',
      'Indicator 6',
      'In its type 122/160',
      "'=รายงาน",
      'yes',
    ])
  })

  test('what is not known is an empty cell, never zero', () => {
    expect(table('en')[1]).toContain(',-0.27,94.06,,,,,94.52,')
  })

  test.each([
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\tx', "'\tx"],
    ['กรม', 'กรม'],
    ['a=b', 'a=b'],
  ])('%j is written %j', (text, written) => {
    expect(safeText(text)).toBe(written)
  })
})
