/** Real files of all kinds that agencies link to, and such as are not what they are called. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { renderPdf } from '#platform/documents/typst.ts'
import { writeCsv, writeWorkbook } from '#platform/table-file/write-table.ts'
import { type AgencySite, inWindows874 } from './agency-sites.ts'
import type { Labelled, Page } from './hosts.ts'
import type { Hosts } from './site.ts'

const title = 'รายงานผลการใช้จ่ายงบประมาณ ประจำปี พ.ศ. 2567'
const rows = [
  ['ที่', 'โครงการ', 'งบประมาณ (บาท)', 'ผล'],
  ['1', 'อบรมคุณธรรมจริยธรรม', '25,000', 'แล้วเสร็จ'],
  ['2', 'จัดกิจกรรมจิตอาสา', 'ไม่มี', 'แล้วเสร็จ'],
]

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
}

interface Files {
  readonly pdf: Uint8Array
  readonly scan: Uint8Array
  readonly docx: Uint8Array
  readonly xlsx: Uint8Array
  readonly csv: string
  readonly png: Uint8Array
}

async function setPdf(source: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'prongsai-bench-'))
  try {
    const template = join(folder, 'file.typ')
    await writeFile(template, source)
    return await renderPdf(template, { title, rows })
  } finally {
    await rm(folder, { recursive: true })
  }
}

const report = `#let given = json(bytes(sys.inputs.data))
#set text(font: "Sarabun", lang: "th", fallback: false)
= #given.title
#table(columns: given.rows.first().len(), ..given.rows.flatten())`

function writeDocument(): Promise<Buffer> {
  const row = (cells: readonly string[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })
  const children = [new Paragraph(title), new Table({ rows: rows.map(row) })]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

/** A grey square of 8 by 8. */
function drawImage(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    return Buffer.concat([head, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const size = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0])
  const lines = deflateSync(Buffer.alloc(8 * 9, 128))
  const parts = [chunk('IHDR', size), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

async function makeFiles(): Promise<Files> {
  return {
    pdf: await setPdf(report),
    scan: await setPdf('#rect(width: 12cm, height: 8cm, fill: gray)'),
    docx: await writeDocument(),
    xlsx: await writeWorkbook('ปี 2567', rows),
    csv: writeCsv(rows),
    png: drawImage(),
  }
}

export async function putFiles({ sites }: Hosts): Promise<Labelled[]> {
  const files = await makeFiles()
  return sites.flatMap((site) => [
    ...put(site, 'live', fine(files)),
    ...put(
      site,
      'wrongType',
      wrong(files, site.page('ดาวน์โหลด', '<h1>เอกสารประกอบการประชุม</h1><p>ดาวน์โหลดได้จากเมนูด้านบน</p>')),
    ),
  ])
}

type Named = readonly (readonly [path: string, page: Page])[]

function put({ host }: AgencySite, verdict: 'live' | 'wrongType', named: Named): Labelled[] {
  return named.map(([path, page]) => ({ url: host.put(path, page), verdict, about: path }))
}

const bytes = 'application/octet-stream'

function fine({ pdf, scan, docx, xlsx, csv, png }: Files): Named {
  const attached = { 'content-disposition': "attachment; filename*=UTF-8''report.pdf" }
  return [
    ['/files/report.pdf', { body: pdf, type: types.pdf }],
    ['/files/octets.pdf', { body: pdf, type: bytes }],
    ['/download.php?id=9', { body: pdf, type: bytes, headers: attached }],
    ['/files/scan.pdf', { body: scan, type: types.pdf }],
    ['/files/report.docx', { body: docx, type: types.docx }],
    ['/files/octets.docx', { body: docx, type: bytes }],
    ['/files/report.xlsx', { body: xlsx, type: types.xlsx }],
    ['/files/zipped.xlsx', { body: xlsx, type: 'application/zip' }],
    ['/files/data.csv', { body: csv, type: types.csv }],
    [
      '/files/old.csv',
      { body: inWindows874(rows.map((row) => row.join(';')).join('\r\n')), type: 'text/csv' },
    ],
    ['/files/plain.csv', { body: csv, type: 'text/plain' }],
    ['/images/chart.png', { body: png, type: types.png }],
    ['/images/octets.png', { body: png, type: bytes }],
  ]
}

function wrong({ pdf, docx, xlsx, png }: Files, page: Page): Named {
  return [
    ['/files/page.pdf', page],
    ['/files/page.xlsx', { ...page, type: types.xlsx }],
    ['/files/cut.docx', { body: docx.subarray(0, 900), type: types.docx }],
    ['/files/noise.pdf', { body: Buffer.concat([Buffer.from('%PDF-1.4\n'), png]), type: types.pdf }],
    ['/files/word.xlsx', { body: docx, type: types.xlsx }],
    ['/files/sheet.pdf', { body: xlsx, type: types.pdf }],
    ['/images/report.jpg', { body: pdf, type: 'image/jpeg' }],
  ]
}
