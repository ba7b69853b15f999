/** Whatever a file is made to do, it ends in a reading, and the next file is read as if nothing had been. */

import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { zip } from '../../../tests/support/zip.ts'
import { openReaders } from './readers.ts'

const readers = openReaders({ limitMilliseconds: 20_000, heapMegabytes: 256 })
afterAll(() => readers.close())

const megabyte = 1024 * 1024
const url = 'https://www.obt.go.th/o9'
const read = (bytes: Uint8Array | string) => readers.read({ bytes: Buffer.from(bytes), url, contentType: '' })

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const wordFile = (content: Uint8Array | string, claimedSize?: number) =>
  zip([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: '_rels/.rels', content: Buffer.from(rels) },
    { name: 'word/document.xml', content: Buffer.from(content), ...(claimedSize ? { claimedSize } : {}) },
  ])
const workbook = (content: Uint8Array | string, claimedSize?: number) =>
  zip([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.from(content),
      ...(claimedSize ? { claimedSize } : {}),
    },
  ])
const body = (words: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`
const entities =
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

const zeros = new Uint8Array(210 * megabyte)

describe('an archive that unpacks to far more than it is', () => {
  test('is too big when it says so', async () => {
    expect(await read(wordFile(zeros))).toMatchObject({ state: 'tooBig', format: 'docx' })
    expect(await read(workbook(zeros))).toMatchObject({ state: 'tooBig', format: 'xlsx' })
  })

  test('is broken, and unpacked no further than it says, when it lies', async () => {
    expect(await read(wordFile(zeros, 1000))).toMatchObject({ state: 'broken', format: 'docx' })
    expect((await read(workbook(zeros, 1000))).state).not.toBe('read')
  })
})

describe('a document made to be unpacked by its words', () => {
  test('does not unfold entities of its own', async () => {
    const word = await read(wordFile(`${entities}${body('&c;')}`))
    expect(word.text.length).toBeLessThan(100)
    const honest = Buffer.from(await writeXlsx({ sheets: [{ name: 'ก', rows: [['ก']] }] }))
    expect((await read(honest)).state).toBe('read')
    expect(
      (
        await read(
          workbook(`${entities}<worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>`),
        )
      ).text.length,
    ).toBeLessThan(100)
  })

  test('of 40 MB of tags ends its process alone', async () => {
    const reading = await read(wordFile(body('<w:b/>'.repeat(7_000_000))))
    expect(reading.format).toBe('docx')
    expect(['tooBig', 'tooSlow']).toContain(reading.state)
    expect((await read(wordFile(body('ก')))).text).toBe('ก')
  })
})

const pdf = (objects: readonly string[]) =>
  `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj ${object} endobj`).join('\n')}\ntrailer<</Root 1 0 R/Size 99>>\n%%EOF`

describe('a PDF', () => {
  test.each([
    [
      'whose pages hold themselves',
      ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>'],
    ],
    ['whose objects point in a ring', ['<</Type/Catalog/Pages 2 0 R>>', '3 0 R', '2 0 R']],
    [
      'that claims a billion pages',
      ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 1000000000>>'],
    ],
    [
      'whose page draws itself without end',
      [
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>',
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 12>>stream\n/A Do /A Do \nendstream',
      ],
    ],
  ])('%s ends in a reading', async (_, objects) => {
    const reading = await read(pdf(objects))
    expect(reading.format).toBe('pdf')
    expect(reading.hasText).toBe(false)
  })
})

describe('a PDF whose page unpacks to far more than it is', () => {
  test('ends its process, though the memory is none of its objects', async () => {
    const small = openReaders({ heapMegabytes: 128 })
    const content = deflateSync(Buffer.alloc(500 * megabyte, ' '))
    const [before = '', after = ''] = pdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>',
      `<</Length ${content.length}/Filter/FlateDecode>>stream\n|\nendstream`,
    ]).split('|')
    const bytes = Buffer.concat([Buffer.from(before), content, Buffer.from(after)])
    expect(await small.read({ bytes, url, contentType: '' })).toMatchObject({
      state: 'tooBig',
      format: 'pdf',
    })
    small.close()
  })
})

describe('a page', () => {
  test('of 20 MB is read within the limits of a reading', async () => {
    const reading = await read(
      `<html>${'<p>ประกาศ <a href="/a">อ่าน</a><table><tr><td>ก<td>ข</table>'.repeat(260_000)}`,
    )
    expect(reading).toMatchObject({ state: 'read', format: 'html', hasText: true })
    expect(reading.text.length).toBeLessThanOrEqual(2_000_000)
    expect(reading.tables.length).toBeLessThanOrEqual(1000)
    expect(reading.links.length).toBeLessThanOrEqual(20_000)
  })
})

describe('any bytes at all', () => {
  const starts = [
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '\x89PNG',
    '<html>',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'a,b\n',
  ]
  test('end in a reading', async () => {
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 3000 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => {
        expect(['read', 'broken', 'encrypted']).toContain((await read(file)).state)
      }),
      { numRuns: 200 },
    )
  })

  test('of a real document cut short end in a reading', async () => {
    const file = wordFile(body('ก'))
    const parts = Array.from({ length: 18 }, (_, at) => file.subarray(0, (file.length * (at + 1)) / 20))
    const readings = await Promise.all([...parts.map(read), read(file)])
    expect(readings.pop()?.state).toBe('read')
    for (const { state } of readings) expect(state).toBe('broken')
  })
})

describe('a document that takes too long', () => {
  test('is given up, and those behind it are read', async () => {
    const hasty = openReaders({ processes: 1, limitMilliseconds: 1500 })
    const slow = hasty.read({
      bytes: Buffer.from(wordFile(body('<w:b>'.repeat(3_000_000)))),
      url,
      contentType: '',
    })
    const next = hasty.read({ bytes: Buffer.from('<p>ต่อไป'), url, contentType: 'text/html' })
    expect(await slow).toMatchObject({ state: 'tooSlow', format: 'docx' })
    expect((await next).text).toBe('ต่อไป')
    hasty.close()
    await expect(hasty.read({ bytes: Buffer.from('ก'), url, contentType: '' })).rejects.toThrow('closed')
  })
})
