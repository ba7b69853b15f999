/** Delimited text gives its rows with the lines a person finds them on. */
import { describe, expect, test } from 'vitest'
import { readDelimited } from './delimited-rows.ts'

const reading = { file: 'list.csv', mostRows: 3 }

describe('rows of delimited text', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\r\n1\t2\r\n'],
    ['what the file itself says', 'sep=|\na|b\n1|2'],
  ])('are parted by %s', (_, text) => {
    expect(readDelimited(text, reading).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('bear the line on which they begin, past blank rows and cells of several lines', () => {
    const rows = readDelimited('code,name\n\n1,"two\nlines"\r\n , \n2,b\n', reading)
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 6])
    expect(rows[1]?.cells).toEqual(['1', 'two\nlines'])
  })

  test('a comma inside quotation marks does not decide what parts the cells', () => {
    expect(readDelimited('"a,b,c";d\n1;2', reading)[0]?.cells).toEqual(['a,b,c', 'd'])
  })

  test('the heading and as many rows as allowed are read, one more is refused', () => {
    expect(readDelimited('h\n1\n2\n3\n', reading)).toHaveLength(4)
    expect(() => readDelimited('h\n1\n2\n3\n4\n', reading)).toThrow('table.tooManyRows')
  })

  test('a row of hundreds of cells is refused with its line', () => {
    expect(() => readDelimited(`a\n${','.repeat(300)}x`, reading)).toThrow(/table\.tooWide.*"line":2/)
  })

  test('a quotation mark without a partner is refused with its line', () => {
    expect(() => readDelimited('a,b\n1,2\n"3,4\n', reading)).toThrow(
      expect.objectContaining({ findings: [{ file: 'list.csv', line: 3, code: 'csv.brokenQuotes' }] }),
    )
  })
})
