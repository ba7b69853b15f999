/** The mark of a part that closed under its minimum: its words in both languages, and where it leads. */
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import type { PartClosing } from '#modules/results/result.ts'
import { UnderMinimum, UnderMinimumParts } from './caveats.tsx'

const few: PartClosing = { count: 1012, minimum: 3000, isUnderMinimum: true }
const withheld: PartClosing = { count: null, minimum: null, isUnderMinimum: true }
const enough: PartClosing = { count: 30, minimum: 30, isUnderMinimum: false }

function markOf(closing: PartClosing | undefined, { path = '/', ruleYear = 2568 as number | null } = {}) {
  return renderToStaticMarkup(
    <MemoryRouter initialEntries={[path]}>
      <UnderMinimum closing={closing} ruleYear={ruleYear} />
    </MemoryRouter>,
  )
}

describe('the mark at the row of a part', () => {
  test('tells both numbers and leads to the sampling rule of the year', () => {
    expect(markOf(few)).toContain('>ตอบ 1,012 คน ต่ำกว่าเกณฑ์ขั้นต่ำ 3,000 คน</a>')
    expect(markOf(few)).toContain('href="/frameworks/2568#sampling"')
    expect(markOf(few, { path: '/en/agencies/A' })).toContain(
      '>1,012 answered, under the minimum of 3,000</a>',
    )
    expect(markOf(few, { path: '/en/agencies/A' })).toContain('href="/en/frameworks/2568#sampling"')
  })

  test('says only that it was under the minimum where the numbers are withheld', () => {
    expect(markOf(withheld)).toContain('>ผู้ตอบต่ำกว่าเกณฑ์ขั้นต่ำ</a>')
  })

  test('leads nowhere in a year without a framework page', () => {
    expect(markOf(few, { ruleYear: null })).toMatch(/^<span /)
  })

  test('is not there where enough people answered, or where the part was not closed here', () => {
    expect([markOf(enough), markOf(undefined)]).toEqual(['', ''])
  })
})

test('the mark of a row in the ranking names the parts that were under their minimum and no other', () => {
  const closings = { iit: enough, eitPublic: few, eitSurvey: withheld }
  const shown = (marked: Readonly<Record<string, PartClosing>>) =>
    renderToStaticMarkup(
      <MemoryRouter initialEntries={['/en/results']}>
        <UnderMinimumParts closings={marked} />
      </MemoryRouter>,
    )
  expect(shown(closings)).toContain('>Fewer answered than the minimum: EIT Public · EIT Survey<')
  expect(shown({ iit: enough })).toBe('')
})
