/** A list of addresses is read as people paste and save it; what is no address is named by its line. */
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readAddresses } from './mail-codes-list.ts'

const read = (text: string) => readAddresses({ bytes: Buffer.from(text), file: 'list' })

describe('a list of addresses', () => {
  test.each([
    ['one a line', 'a@x.go.th\nb@x.go.th\n', ['a@x.go.th', 'b@x.go.th']],
    ['a single one', 'a@x.go.th', ['a@x.go.th']],
    ['all in one line', 'a@x.go.th; b@x.go.th;', ['a@x.go.th', 'b@x.go.th']],
    ['with empty lines and spaces', '\r\n  a@x.go.th \r\n\r\nb@x.go.th\r\n', ['a@x.go.th', 'b@x.go.th']],
    ['in capitals, and twice', 'A@X.go.th\na@x.go.th\n', ['a@x.go.th']],
    ['as mail programs copy them', 'สมศรี <a@x.go.th>;\nmailto:b@x.go.th\n', ['a@x.go.th', 'b@x.go.th']],
    ['with a heading alone', 'ผู้รับ\na@x.go.th\n', ['a@x.go.th']],
    [
      'a column of a table, whichever other column holds an address too',
      'name,website,อีเมล\nสมศรี,me@home.example,a@x.go.th\nสมชาย,,b@x.go.th\n',
      ['a@x.go.th', 'b@x.go.th'],
    ],
    ['a table without a heading', 'สมศรี;a@x.go.th\nสมชาย;b@x.go.th', ['a@x.go.th', 'b@x.go.th']],
    ['a person of a table who has none', 'name,email\nสมศรี,\nสมชาย,b@x.go.th', ['b@x.go.th']],
  ])('%s', async (_, text, addresses) => {
    expect(await read(text)).toEqual(addresses)
  })

  test('a workbook', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'รายชื่อ',
          rows: [
            ['ชื่อ', 'E-mail'],
            ['สมศรี', 'a@x.go.th'],
          ],
        },
      ],
    })
    expect(await readAddresses({ bytes, file: 'list.xlsx' })).toEqual(['a@x.go.th'])
  })

  test('wrong ones are refused by line, and no other is taken meanwhile', async () => {
    const refused = read('a@x.go.th\n\nsomsri\nb@@x\nc@x.go.th, d@x.go.th\n')
    await expect(refused).rejects.toMatchObject({
      ...{ kind: 'invalid', code: 'survey.addressesInvalid', parameters: { count: 3 } },
      findings: [
        { code: 'survey.addressWrong', parameters: { line: 3, value: 'somsri' } },
        { code: 'survey.addressSeveral', parameters: { line: 4 } },
        { code: 'survey.addressSeveral', parameters: { line: 5 } },
      ],
    })
  })

  test('of many wrong ones fifty are named, and how many more there are', async () => {
    const refused = read(`a@x.go.th\n${'nobody\n'.repeat(60)}`)
    const { findings } = await refused.then(
      () => ({ findings: [] }),
      (error: { findings: unknown[] }) => error,
    )
    expect(findings).toHaveLength(51)
    expect(findings.at(-1)).toEqual({ code: 'csv.more', parameters: { count: 10 } })
  })

  test('nothing is no list, and neither are more than five thousand', async () => {
    await expect(read(' \n;\n')).rejects.toMatchObject({ code: 'survey.addressesNone' })
    const many = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@x.go.th`).join('\n')
    expect(await read(many(5000))).toHaveLength(5000)
    await expect(read(many(5001))).rejects.toMatchObject({
      ...{ code: 'survey.addressesTooMany', parameters: { count: 5001, most: 5000 } },
    })
  })

  test('a picture is no list', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])
    await expect(readAddresses({ bytes, file: 'a.png' })).rejects.toMatchObject({ code: 'table.notTable' })
  })
})
