/** A fiscal year is four digits, Thai or Arabic, and nothing else. */
import { expect, test } from 'vitest'
import { parseFiscalYear } from './fiscal-year.ts'

test.each(['2568', '๒๕๖๘', ' 2568 '])('“%s” is the year 2568', (text) => {
  expect(parseFiscalYear(text)).toBe(2568)
})

test.each([
  '2568.0',
  '0xA08',
  '2568e0',
  '+2568',
  '02568',
  '256',
  '',
  '2539',
  '2601',
  '２５６８',
  '2568\0',
  'ปี 2568',
])('“%s” is no year', (text) => {
  expect(() => parseFiscalYear(text)).toThrow(expect.objectContaining({ code: 'year.invalid' }))
})
