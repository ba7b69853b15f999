/** A list is read from what spreadsheet programs save; what is unsafe or no list is refused before it is opened. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { type Part, zip } from '../../../tests/support/zip.ts'
import { readTable, readTableFile } from './read-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'prongsai-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const part = (name: string, content = 'x'): Part => ({ name, content: Buffer.from(content) })
const contents = part('[Content_Types].xml', '<Types/>')
const sheet = part('xl/worksheets/sheet1.xml', '<worksheet/>')

const workbook = (rows: (string | number | boolean | Date | null)[][]) =>
  writeXlsx({ sheets: [{ name: 'รายชื่อ', rows }] })

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(stream, 'utf16le'),
  ])

describe('reading a list', () => {
  test('a workbook gives its rows with their numbers in the sheet', async () => {
    const bytes = await workbook([
      ['code', 'name'],
      [null, null],
      ['A1', ' กรมหนึ่ง '],
      [12345, true],
    ])
    expect((await readTable(bytes, 'list.xlsx')).rows).toEqual([
      { line: 1, cells: ['code', 'name'] },
      { line: 3, cells: ['A1', 'กรมหนึ่ง'] },
      { line: 4, cells: ['12345', 'true'] },
    ])
  })

  test('a cell that is a date gives its day', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          columns: [{ header: 'day', key: 'day', style: { numFmt: 'yyyy-mm-dd' } }],
          data: [{ day: new Date(Date.UTC(2024, 9, 1)) }],
        },
      ],
    })
    expect((await readTable(bytes, 'list.xlsx')).rows[1]?.cells).toEqual(['2024-10-01'])
  })

  test('what a file is shows in it, not in its name', async () => {
    const file = join(folder, 'list.csv')
    writeFileSync(file, await workbook([['code'], ['A1']]))
    expect((await readTableFile(file)).rows).toHaveLength(2)
  })

  test('the hash is that of the file as it is', async () => {
    const { hash } = await readTable(Buffer.from('a,b\n1,2\n'), 'list.csv')
    expect(hash).toBe('492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470')
  })
})

describe('files that are refused', () => {
  test.each([
    [
      'a workbook with macros by its type',
      'table.macros',
      [part('[Content_Types].xml', 'ms-excel.sheet.macroEnabled.main+xml'), sheet],
    ],
    ['a workbook with a macro project', 'table.macros', [contents, sheet, part('xl/vbaProject.bin')]],
    ['a document', 'table.notTable', [contents, part('word/document.xml')]],
    ['any other archive', 'table.notTable', [part('notes.txt')]],
    ['a locked archive', 'table.encrypted', [contents, { ...sheet, flags: 1 }]],
    ['a sheet that says it unpacks to a gigabyte', 'table.bomb', [contents, { ...sheet, claimedSize: 1e9 }]],
    ['a sheet that hides its size', 'table.broken', [contents, { ...sheet, claimedSize: 0 }]],
    ['a sheet with nothing where it should be', 'table.broken', [contents, sheet]],
  ])('%s', async (_, code, parts) => {
    await expect(readTable(zip(parts), 'list.xlsx')).rejects.toMatchObject({ code })
  })

  test('a sheet that packs hundreds of times is refused before it is unpacked', async () => {
    const bomb = zip([contents, { ...sheet, content: Buffer.alloc(60 * 1024 * 1024, 32) }])
    expect(bomb.length).toBeLessThan(100_000)
    await expect(readTable(bomb, 'list.xlsx')).rejects.toMatchObject({ code: 'table.bomb' })
  })

  test('a workbook of millions of texts that no row needs', async () => {
    const texts = part('xl/sharedStrings.xml', `<sst>${'<si><t>ก</t></si>'.repeat(800_000)}</sst>`)
    const noise = { name: 'xl/media/a.bin', content: randomBytes(200_000) }
    await expect(readTable(zip([contents, sheet, texts, noise]), 'list.xlsx')).rejects.toMatchObject({
      code: 'table.bomb',
    })
  })

  test('a sheet with a row of hundreds of cells', async () => {
    const real = await workbook([['code'], ['A1'], [...Array.from({ length: 300 }, () => null), 'far']])
    await expect(readTable(real, 'list.xlsx')).rejects.toMatchObject({
      code: 'table.tooWide',
      parameters: { line: 3 },
    })
  })

  test('a sheet that unpacks to more than it says is given up on the way', async () => {
    const real = Buffer.from(await workbook([['code'], ['A1']]))
    const at = real.indexOf('xl/worksheets/sheet1.xml', real.indexOf('PK\x01\x02')) - 46
    real.writeUInt32LE(20, at + 24)
    await expect(readTable(real, 'list.xlsx')).rejects.toMatchObject({ code: 'table.broken' })
  })

  test('a workbook that was cut short', async () => {
    const bytes = await workbook([['code'], ['A1']])
    await expect(readTable(bytes.subarray(0, bytes.length / 2), 'list.xlsx')).rejects.toMatchObject({
      code: 'table.broken',
    })
  })

  test.each([
    ['a workbook locked with a password', 'table.encrypted', compound('EncryptedPackage')],
    ['a workbook of before 2007', 'table.oldExcel', compound('Workbook')],
    ['an old document', 'table.notTable', compound('WordDocument')],
    ['a web page under the name of a workbook', 'table.notTable', Buffer.from(' <html><table>')],
    ['a PDF', 'table.notTable', Buffer.from('%PDF-1.7\n1,2\n')],
    ['JSON', 'table.notTable', Buffer.from('[\n  { "code": "A1" }\n]\n')],
    ['a picture', 'table.notTable', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
    ['a file with a heading and nothing else', 'csv.invalid', Buffer.from('code,name\n\n')],
    ['an empty file', 'csv.invalid', Buffer.from('')],
  ])('%s', async (_, code, bytes) => {
    await expect(readTable(bytes, 'list.xls')).rejects.toMatchObject({ kind: 'invalid', code })
  })

  test('a file of 200 MB is refused unread', async () => {
    const file = join(folder, 'large.csv')
    writeFileSync(file, 'code,name\n')
    truncateSync(file, 200 * 1024 * 1024)
    await expect(readTableFile(file)).rejects.toMatchObject({
      code: 'table.tooLarge',
      parameters: { size: 200, most: 50 },
    })
  })

  test('more than a hundred thousand rows, in a text or a workbook', async () => {
    const text = Buffer.from(`code\n${'A\n'.repeat(100_001)}`)
    await expect(readTable(text, 'list.csv')).rejects.toMatchObject({ code: 'table.tooManyRows' })
    const rows = await workbook(Array.from({ length: 100_002 }, (_, at) => [at]))
    await expect(readTable(rows, 'list.xlsx')).rejects.toMatchObject({ code: 'table.tooManyRows' })
  })

  test('a folder, and a file that is not there', async () => {
    await expect(readTableFile(folder)).rejects.toMatchObject({ code: 'file.unreadable' })
    await expect(readTableFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'file.unreadable' })
  })
})
