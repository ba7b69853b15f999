/** A file separated by something else than commas is named as such, and nothing else is said of it. */
import { expect, test } from 'vitest'
import { readRows } from './csv-rows.ts'

test.each([
  ['semicolon', 'item;score\no1;100\n'],
  ['tab', 'item\tscore\no1\t100\n'],
])('a file separated by %ss is told to be so', (name, source) => {
  const { header, rows, findings } = readRows(source, 'o.csv')
  expect(findings).toEqual([{ file: 'o.csv', line: 1, code: `csv.separatedBy.${name}` }])
  expect(header).toBeUndefined()
  expect(rows).toEqual([])
})

test('a semicolon within a cell is left alone', () => {
  expect(readRows('item,score\no1,1;2\n', 'o.csv').findings).toEqual([])
})
