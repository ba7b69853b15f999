/** Words are found however a document wrote them, quoted as it wrote them, and years by all their names. */
import { describe, expect, test } from 'vitest'
import { findAny, normalise, quoteOf, readForMatching } from './matching-text.ts'
import { findAnyYear, findYear } from './named-year.ts'

test.each([
  ['sara am in two parts', 'ดำเนินการ', 'ดํา\u0e40นินการ'],
  ['sara am in two parts with its tone between', 'น้ำ', 'น\u0e4d\u0e49\u0e32'],
  ['sara am in two parts after its tone', 'น้ำ', 'น\u0e49\u0e4d\u0e32'],
  ['sara am before its tone', 'น้ำ', 'น\u0e33\u0e49'],
  ['a tone before its vowel', 'ที่', 'ท\u0e48\u0e35'],
  ['a mark set twice', 'ขั้นตอน', 'ขั้้นตอน'],
  ['every letter set twice', 'แผน', 'แแผผนน'],
  ['sara ae from two sara e', 'แผน', 'เเผน'],
  ['spaces within a word', 'งบประมาณ', 'ง บ ประ มาณ'],
  ['a word broken over lines', 'ระยะเวลา', 'ระยะ\nเวลา'],
  ['signs nobody sees', 'ระยะเวลา', 'ระ\u200bยะ\u00adเวลา\ufeff'],
  ['no-break spaces', 'ปี 2568', 'ปี\u00a02568'],
  ['Thai digits', 'ปี 2568', 'ปี ๒๕๖๘'],
  ['the letter O for a zero', '2560', '256O'],
  ['marks at the private places of a font', 'ที่', 'ท\uf703\uf70a'.replace('\uf703', '\uf702')],
  ['capitals', 'no gift policy', 'No Gift POLICY'],
  ['full-width signs', 'e-gp', 'Ｅ－ＧＰ'],
])('%s make no difference', (_, plain, written) => {
  expect(normalise(written)).toBe(normalise(plain))
})

test('figures do not run together', () => {
  expect(normalise('2567 2568')).toBe('2567 2568')
  expect(normalise('1 O26')).toBe('1 o26')
})

describe('a quotation', () => {
  test('is the line as it is written', () => {
    const text = readForMatching('หัวเรื่อง\nแจ้งผลภายใน  ๑๕ วัน ทํา การ\nท้าย')
    const found = findAny(text, ['ภายใน # วัน'])
    expect(found && quoteOf(text, found)).toBe('แจ้งผลภายใน ๑๕ วัน ทํา การ')
  })

  test('of a long line is at most 160 characters around the words', () => {
    const text = readForMatching(`${'ก ข '.repeat(200)}ระยะเวลาดำเนินการ${' ค ง'.repeat(200)}`)
    const found = findAny(text, ['ระยะเวลา'])
    const quote = found ? quoteOf(text, found) : ''
    expect(quote).toContain('ระยะเวลาดำเนินการ')
    expect([...quote].length).toBeLessThanOrEqual(160)
  })

  test.each(['ภายใน 15 วัน', 'ภายใน ๑๕ (สิบห้า) วัน', 'ภายในสิบห้าวัน', 'ภายใน 15-30 วันทำการ'])(
    '%s is a span of days',
    (words) => {
      expect(findAny(readForMatching(words), ['ภายใน # วัน'])).not.toBeNull()
    },
  )
})

test.each([
  ['ประจำปีงบประมาณ พ.ศ. ๒๕๖๘', true],
  ['ปีงบประมาณ 2568', true],
  ['Fiscal year 2025', true],
  ['FY2025', true],
  ['FY 25', true],
  ['แผนปี 68', true],
  ['ปีงบ ๖๘', true],
  ["พ.ศ. '68", true],
  ['แผนพัฒนา พ.ศ. 2566 – 2570', true],
  ['พ.ศ. 2566 ถึง 2570', true],
  ['2567/68', true],
  ['31/12/2568', true],
  ['ปี 256 8', false],
  ['ปีงบประมาณ 2567', false],
  ['จำนวน 2,568 บาท', false],
  ['2568.50', false],
  ['โทร 0525681234', false],
  ['ข้อ 68', false],
  ['พ.ศ. 2561-2565', false],
  ['', false],
])('“%s” names the year 2568: %s', (text, expected) => {
  expect(findYear(readForMatching(text), 2568) !== null).toBe(expected)
})

test('any year is found, and an amount is none', () => {
  expect(findAnyYear(readForMatching('รายงานปี ๒๕๖๖'))).not.toBeNull()
  expect(findAnyYear(readForMatching('งบ 2,566 บาท'))).toBeNull()
})
