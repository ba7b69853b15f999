/** Files as offices make them are read for what they are: words, tables, links and titles. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, ExternalHyperlink, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { zip } from '../../../tests/support/zip.ts'
import { renderPdf } from '../documents/typst.ts'
import { openReaders } from './readers.ts'

const readers = openReaders()
const folder = mkdtempSync(join(tmpdir(), 'prongsai-reading-'))
afterAll(() => {
  readers.close()
  rmSync(folder, { recursive: true, force: true })
})

const url = 'https://www.obt.go.th/files/o26'
const read = (bytes: Uint8Array | string, contentType = 'application/octet-stream', from = url) =>
  readers.read({ bytes: Buffer.from(bytes), url: from, contentType })

async function pdfOf(body: string): Promise<Uint8Array> {
  const template = join(folder, 'page.typ')
  writeFileSync(template, `#set text(font: "Sarabun", lang: "th", fallback: false)\n${body}`)
  return renderPdf(template, {})
}

/** A PDF tells its spaces by gaps, and Thai fonts leave some that are none. */
const bare = (words: string) => words.replace(/\s/g, '')

describe('a PDF', () => {
  test('gives its Thai words, its title, its links and a ruled table cell by cell', async () => {
    const pdf = await pdfOf(`#set document(title: "รายงานการใช้จ่าย")
= แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ พ.ศ. ๒๕๖๘
#table(columns: (2fr, 1fr, 3cm), [โครงการ], [ระยะเวลา], [งบประมาณ (บาท)],
[โครงการอบรมเสริมสร้างคุณธรรมและจริยธรรมสำหรับเจ้าหน้าที่ทุกระดับ], [ต.ค. ๖๗], [๕๐,๐๐๐],
[กิจกรรมประกาศเจตจำนง], table.cell(rowspan: 2)[มี.ค. ๖๘], [ใช้งบประมาณบุคลากร], [กิจกรรมน้ำใจ], [ไม่มี])
#link("https://www.nacc.go.th/ita")[เว็บไซต์ ป.ป.ช.]`)
    const reading = await read(pdf, 'text/html')
    expect(reading).toMatchObject({ state: 'read', format: 'pdf', title: 'รายงานการใช้จ่าย', hasText: true })
    expect(reading.text).toContain('แผนปฏิบัติการป้องกันการทุจริต')
    expect(reading.text).toContain('ปีงบประมาณ พ.ศ. ๒๕๖๘')
    expect(reading.tables.map(({ rows }) => rows.map((row) => row.map(bare)))).toEqual([
      [
        ['โครงการ', 'ระยะเวลา', 'งบประมาณ(บาท)'],
        ['โครงการอบรมเสริมสร้างคุณธรรมและจริยธรรมสำหรับเจ้าหน้าที่ทุกระดับ', 'ต.ค.๖๗', '๕๐,๐๐๐'],
        ['กิจกรรมประกาศเจตจำนง', 'มี.ค.๖๘', 'ใช้งบประมาณบุคลากร'],
        ['กิจกรรมน้ำใจ', 'มี.ค.๖๘', 'ไม่มี'],
      ],
    ])
    expect(reading.links).toEqual([{ url: 'https://www.nacc.go.th/ita', text: 'เว็บไซต์ ป.ป.ช.' }])
  })

  test('gives a table that goes on over pages as one, its repeated heading left out', async () => {
    const pdf = await pdfOf(`#set page(height: 6cm, numbering: "1")
#table(columns: (2fr, 1fr), table.header([โครงการ], [งบประมาณ]), ..range(12).map(n => ([งาน #n], [#n])).flatten())
#pagebreak()
อีกเรื่องหนึ่งซึ่งมีตารางของตนเอง
\\ รายงานผล
\\ ตารางที่ ๒
#table(columns: (2fr, 1fr), [รายการ], [จำนวน])`)
    const { tables } = await read(pdf)
    expect(tables.map(({ rows }) => rows.map((row) => row.map(bare).join(' ')))).toEqual([
      ['โครงการ งบประมาณ', ...Array.from({ length: 12 }, (_, at) => `งาน${at} ${at}`)],
      ['รายการ จำนวน'],
    ])
  })

  test('gives a table that has no lines by its columns', async () => {
    const pdf = await pdfOf(`รายงานผลการใช้จ่ายงบประมาณขององค์การบริหารส่วนตำบลตัวอย่างสำหรับประชาชนทั่วไปได้รับทราบ
#table(columns: (2fr, 1fr, 3cm), stroke: none, [โครงการ], [ระยะเวลา], [งบประมาณ (บาท)],
[โครงการอบรม], [ต.ค. ๖๗], [๕๐,๐๐๐], [กิจกรรมประกาศเจตจำนง], [มี.ค. ๖๘], [ใช้งบประมาณบุคลากร])`)
    const { tables } = await read(pdf)
    expect(tables.map(({ rows }) => rows.map((row) => row.join(' | ')))).toEqual([
      [
        'โครงการ | ระยะเวลา | งบประมาณ (บาท)',
        'โครงการอบรม | ต.ค. ๖๗ | ๕๐,๐๐๐',
        'กิจกรรมประกาศเจตจำนง | มี.ค. ๖๘ | ใช้งบประมาณบุคลากร',
      ],
    ])
  })

  test('turned on its side is read as it is shown', async () => {
    const pdf = Buffer.from(await pdfOf('#set page(flipped: true)\n#table(columns: 2, [ก], [๑], [ข], [๒])'))
    expect((await read(pdf)).tables[0]?.rows).toEqual([
      ['ก', '๑'],
      ['ข', '๒'],
    ])
  })

  test('of drawings alone has no text', async () => {
    const pdf = await pdfOf('#rect(width: 5cm, height: 3cm, fill: blue)\n#circle(radius: 1cm)')
    expect(await read(pdf)).toMatchObject({ state: 'read', format: 'pdf', hasText: false, text: '' })
  })

  test('locked with a password is told from a broken one', async () => {
    const head =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n'
    const lock = `<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`
    const locked = `${head}trailer<</Root 1 0 R/ID[<01><01>]/Encrypt ${lock}>>\n%%EOF`
    expect(await read(locked)).toMatchObject({ state: 'encrypted', format: 'pdf' })
    expect(await read('%PDF-1.7\nno more than that')).toMatchObject({ state: 'broken', format: 'pdf' })
    const pdf = await pdfOf('คำ '.repeat(3000))
    expect((await read(pdf.subarray(0, 400))).state).toBe('broken')
  })
})

const cell = (words: string) => new TableCell({ children: [new Paragraph(words)] })
const wordFile = () =>
  Packer.toBuffer(
    new Document({
      title: 'แผนป้องกันการทุจริต',
      sections: [
        {
          children: [
            new Paragraph('แผนปฏิบัติการ ประจำปี ๒๕๖๘'),
            new Paragraph({
              children: [
                new ExternalHyperlink({ link: 'https://www.nacc.go.th/', children: [new TextRun('ป.ป.ช.')] }),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ children: [cell('โครงการ'), cell('งบประมาณ')] }),
                new TableRow({ children: [cell('อบรม'), cell('ใช้งบประมาณบุคลากร')] }),
              ],
            }),
          ],
        },
      ],
    }),
  )

describe('an Office file', () => {
  test('of Word gives words, tables, links and title', async () => {
    const reading = await read(await wordFile())
    expect(reading).toMatchObject({ state: 'read', format: 'docx', title: 'แผนป้องกันการทุจริต', hasText: true })
    expect(reading.text).toContain('แผนปฏิบัติการ ประจำปี ๒๕๖๘')
    expect(reading.tables[0]?.rows).toEqual([
      ['โครงการ', 'งบประมาณ'],
      ['อบรม', 'ใช้งบประมาณบุคลากร'],
    ])
    expect(reading.links).toEqual([{ url: 'https://www.nacc.go.th/', text: 'ป.ป.ช.' }])
  })

  test('of Excel gives each sheet that shows, merged cells repeated, numbers and dates as they show', async () => {
    const bytes = await writeXlsx({
      properties: { title: 'งบ' },
      sheets: [
        {
          name: 'ปี ๒๕๖๘',
          rows: [
            ['แผนการใช้จ่าย', null, null],
            ['อบรม', 50000, new Date('2025-03-01T00:00:00Z')],
            ['ประชุม', 'ใช้งบประมาณบุคลากร', null],
          ],
          cells: new Map([['1,1', { value: 50000, type: 'number', style: { numFmt: '#,##0.00' } }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        },
        { name: 'ซ่อน', hidden: true, rows: [['ลับ']] },
        { name: 'ปี ๒๕๖๗', rows: [['ไม่มี']] },
      ],
    })
    const reading = await read(bytes)
    expect(reading).toMatchObject({ state: 'read', format: 'xlsx', title: 'งบ', hasText: true })
    expect(reading.tables).toEqual([
      {
        name: 'ปี ๒๕๖๘',
        rows: [
          ['แผนการใช้จ่าย', 'แผนการใช้จ่าย', 'แผนการใช้จ่าย'],
          ['อบรม', '50,000.00', '2025-03-01'],
          ['ประชุม', 'ใช้งบประมาณบุคลากร'],
        ],
      },
      { name: 'ปี ๒๕๖๗', rows: [['ไม่มี']] },
    ])
    expect(reading.text).not.toContain('ลับ')
  })

  test('that is locked, old, damaged or another archive is told apart', async () => {
    const compound = (stream: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from(stream, 'utf16le'),
      ])
    const locked = compound('EncryptedPackage')
    expect(await read(locked, '', `${url}.docx`)).toMatchObject({ state: 'encrypted', format: 'docx' })
    expect(await read(locked, '', `${url}.xlsx`)).toMatchObject({ state: 'encrypted', format: 'xlsx' })
    expect(await read(compound('Workbook'))).toMatchObject({
      state: 'read',
      format: 'unknown',
      hasText: false,
    })
    const word = await wordFile()
    const half = word.subarray(0, word.length / 2)
    expect((await read(half)).state).toBe('broken')
    const archive = zip([{ name: 'a.txt', content: Buffer.from('ก') }])
    expect(await read(archive)).toMatchObject({ state: 'read', format: 'unknown' })
  })
})

describe('other files are known by their content', () => {
  const picture = (start: string) => Buffer.from(start.padEnd(64, '\0'), 'latin1')
  test.each([
    ['PNG', picture('\x89PNG\r\n\x1a\n'), 'image'],
    ['JPEG', picture('\xff\xd8\xff\xe0'), 'image'],
    ['GIF', picture('GIF89a'), 'image'],
    ['WebP', picture('RIFF\0\0\0\0WEBP'), 'image'],
    ['SVG', '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'image'],
    ['a page that is called a PDF', '<html><title>404</title>ไม่พบหน้า</html>', 'html'],
    ['a page behind a complaint of its program', 'Warning: x in <b>y.php</b>\n<html><body>ก', 'html'],
    ['a letter', 'เรียน ผู้อำนวยการ\nตามที่, ขอแจ้งว่า, ไม่มี\nจึงเรียนมา', 'text'],
    ['lines of equal cells', 'โครงการ;งบ\nอบรม;1\nประชุม;2\n', 'csv'],
    ['noise', Buffer.from([1, 0, 2, 0xff, 0x80, 0]), 'unknown'],
  ])('%s', async (_, bytes, format) => {
    expect(await read(bytes, 'application/pdf')).toMatchObject({ state: 'read', format })
  })

  test('a CSV of old Excel gives its rows in Thai', async () => {
    const bytes = Buffer.from(
      [...'โครงการ,งบ\nอบรม,"1,000"\n'].map((sign) => {
        const point = sign.charCodeAt(0)
        return point < 0x80 ? point : point - 0xe01 + 0xa1
      }),
    )
    const reading = await read(bytes, 'text/csv')
    expect(reading).toMatchObject({ format: 'csv', hasText: true, text: 'โครงการ\tงบ\nอบรม\t1,000' })
    expect(reading.tables[0]?.rows).toEqual([
      ['โครงการ', 'งบ'],
      ['อบรม', '1,000'],
    ])
  })
})
