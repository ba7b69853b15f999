/** Links are checked as agencies answer with them, over servers of one's own: the published cases that lost a mark among them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { renderPdf } from '#platform/documents/typst.ts'
import { makeFetcher } from '#platform/fetcher/fetcher.ts'
import { openReaders } from '#platform/reading/readers.ts'
import { writeWorkbook } from '#platform/table-file/write-table.ts'
import { getDisclosureItem } from '../item.ts'
import { type AskedLink, type CheckedLink, type CheckMeans, checkLink } from './check-link.ts'
import { toReport } from './report.ts'

interface Page {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

const html = (title: string, body: string): Page => ({
  body: `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
})

const pages = new Map<string, Page>()
const servers: Server[] = []
const folder = await mkdtemp(join(tmpdir(), 'prongsai-checker-'))

async function serve(): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages.get(`${request.headers.host}${request.url}`) ?? { ...html('404', 'no'), status: 404 }
    const { body, type = 'text/html; charset=utf-8', status = 200, headers = {} } = page
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const [main, other] = await Promise.all([serve(), serve()])
const site = `http://${main}`
const put = (path: string, page: Page, host = main) => {
  pages.set(`${host}${path}`, page)
  return `http://${host}${path}`
}
const means: CheckMeans & { close(): Promise<void> } = (() => {
  const fetcher = makeFetcher({ allowHosts: [main, other] })
  const readers = openReaders()
  return {
    fetcher,
    readers,
    close: async () => {
      readers.close()
      await fetcher.close()
    },
  }
})()

const frameworks = join(import.meta.dirname, '../../../../frameworks')

async function check(url: string, year: number, code: string, more: Partial<AskedLink> = {}) {
  const { framework } = await readFramework(join(frameworks, String(year)))
  return checkLink(means, { url, framework, item: getDisclosureItem(framework, code), ...more })
}

const resultsOf = ({ findings }: CheckedLink) =>
  Object.fromEntries(findings.map(({ element, result }) => [element, result]))
const failures = ({ findings }: CheckedLink) => findings.filter(({ result }) => result === 'fail')

const menu = `<nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="/about">เกี่ยวกับหน่วยงาน</a></li>
<li><a href="/o30">ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ</a></li></ul></nav>`
const homeWords = `${menu}<h1>องค์การบริหารส่วนตำบลตัวอย่าง</h1><p>ข่าวล่าสุด: เปิดลงทะเบียนผู้สูงอายุประจำปี ติดต่อได้ทุกวันทำการ</p>`

beforeAll(() => {
  put('/', html('อบต.ตัวอย่าง', homeWords))
})

afterAll(async () => {
  await means.close()
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

const report = 'รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. 2567'
const rowsOf = (cell: string) => [
  ['ที่', 'โครงการ/กิจกรรม', 'งบประมาณ', 'ผลการดำเนินการ'],
  ['1', 'อบรมคุณธรรมจริยธรรม', '25,000', 'แล้วเสร็จ'],
  ['2', 'ประกาศนโยบายไม่รับของขวัญ', cell, 'แล้วเสร็จ'],
  ['3', 'จัดกิจกรรมจิตอาสา', 'ไม่มี', 'แล้วเสร็จ'],
]

type Rows = readonly (readonly string[])[]

const makers: Readonly<Record<string, (rows: Rows) => Promise<Page>>> = {
  html: async (rows) => {
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    return html(report, `${menu}<h1>${report}</h1><table>${cells.join('')}</table>`)
  },
  xlsx: async (rows) => ({
    body: await writeWorkbook('รายงานปี 2567', rows),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  docx: async (rows) => ({
    body: await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph(report),
              new Table({
                rows: rows.map(
                  (row) =>
                    new TableRow({
                      children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
                    }),
                ),
              }),
            ],
          },
        ],
      }),
    ),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  pdf: async (rows) => {
    const template = join(folder, 'report.typ')
    const source = `#let rows = json(bytes(sys.inputs.data)).rows
#set text(font: "Sarabun", lang: "th", fallback: false)
= ${report}
#table(columns: rows.first().len(), ..rows.flatten())`
    await writeFile(template, source)
    return { body: await renderPdf(template, { rows }), type: 'application/pdf' }
  },
}

const budget = 'ช่องงบประมาณแสดงจำนวนเงินผลการใช้จ่ายงบประมาณ กรณีไม่มีให้ระบุว่า “ไม่มี”'

describe.each(Object.keys(makers))('o26 of 2568 as %s', (kind) => {
  const publish = async (name: string, cell: string) => {
    const page = await makers[kind]?.(rowsOf(cell))
    if (!page) throw new Error(kind)
    return put(`/${name}.${kind}`, page)
  }

  test('words in the place of an amount fail, and the cell is quoted', async () => {
    const checked = await check(await publish('wrong', 'ใช้งบประมาณบุคลากร'), 2568, 'o26', { site })
    expect(checked).toMatchObject({ verdict: 'live', onMainSite: true })
    expect(failures(checked)).toHaveLength(1)
    expect(failures(checked)[0]).toMatchObject({ element: budget, result: 'fail' })
    expect(failures(checked)[0]?.quote.replace(/\s/g, '')).toBe('ใช้งบประมาณบุคลากร')
  })

  test('an amount, or the word for none, passes', async () => {
    for (const cell of ['๑๒,๕๐๐ บาท', 'ไม่มี']) {
      const checked = await check(await publish('right', cell), 2568, 'o26', { site })
      expect(resultsOf(checked)).toEqual({
        opens: 'pass',
        mainSite: 'pass',
        fiscalYear: 'pass',
        [budget]: 'pass',
      })
    }
  })

  test('a blank cell and a dash fail', async () => {
    const blank = await check(await publish('blank', ''), 2568, 'o26')
    expect(failures(blank).map(({ fix }) => fix?.code)).toEqual(['moneyBlank'])
    expect(failures(blank)[0]?.quote.replace(/\s/g, '')).toContain('ประกาศนโยบายไม่รับของขวัญ')
    const dash = await check(await publish('dash', '-'), 2568, 'o26')
    expect(failures(dash).map(({ fix, quote }) => [fix?.code, quote])).toEqual([['moneyCell', '-']])
  })
})

test('o26 in running text is judged by what stands behind its name', async () => {
  const url = put('/prose', html(report, `${menu}<h1>${report}</h1><p>งบประมาณ: ใช้งบประมาณบุคลากร</p>`))
  const checked = await check(url, 2568, 'o26')
  expect(failures(checked).map(({ quote }) => quote)).toEqual(['ใช้งบประมาณบุคลากร'])
})

test('a declaration of another year fails where its element names the year', async () => {
  const page = html('ประกาศ No Gift Policy', '<h1>ประกาศเจตนารมณ์ ประจำปี ๒๕๖๕</h1><p>ไม่รับของขวัญทุกชนิด</p>')
  const checked = await check(put('/gift', page), 2566, 'o31')
  expect(failures(checked).map(({ element }) => element)).toEqual(['เป็นการประกาศสำหรับปี พ.ศ. 2566'])
})

test('elements of local authorities are looked for at those only', async () => {
  const page = html('โครงสร้าง', '<h1>แผนผังโครงสร้าง</h1><p>กองคลัง</p><p>ฝ่ายข้าราชการประจำ</p>')
  const url = put('/o1', page)
  expect(failures(await check(url, 2566, 'o1'))).toEqual([])
  expect(failures(await check(url, 2566, 'o1', { agencyType: 'department' }))).toEqual([])
  expect(failures(await check(url, 2566, 'o1', { agencyType: 'subdistrictOrganization' }))).toHaveLength(1)
})

test('a picture of a document is for people to look at, and fails nothing', async () => {
  const template = join(folder, 'picture.typ')
  await writeFile(template, '#rect(width: 5cm, height: 3cm, fill: blue)')
  const url = put('/scan.pdf', { body: await renderPdf(template, {}), type: 'application/pdf' })
  const checked = await check(url, 2568, 'o26')
  expect(checked.verdict).toBe('live')
  expect(resultsOf(checked)).toEqual({ opens: 'warn', fiscalYear: 'warn', [budget]: 'warn' })
})

test('a fee left blank fails, and its row is quoted', async () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const table = (fee: string) =>
    html(
      'คู่มือ',
      `<table>${row(['ชื่องาน', 'ขั้นตอน', 'ระยะเวลา', 'ช่องทางให้บริการ', 'ค่าธรรมเนียม', 'เอกสารหลักฐาน'])}${row(['ขอถังขยะ', 'ยื่นคำขอ', '1 วัน', 'กองช่าง', fee, 'ไม่มี'])}</table>`,
    )
  const checked = await check(put('/o9', table('')), 2568, 'o9')
  expect(failures(checked).map(({ quote }) => quote)).toEqual(['ขอถังขยะ | ยื่นคำขอ | 1 วัน | กองช่าง | ไม่มี'])
  expect(failures(await check(put('/o9-none', table('ไม่มี')), 2568, 'o9'))).toEqual([])
})

test('a report of another year fails', async () => {
  const page = html(report.replace('2567', '2566'), `<h1>รายงานผลปี ๒๕๖๖</h1><p>งบประมาณ: ไม่มี</p>`)
  const checked = await check(put('/old', page), 2568, 'o26')
  expect(resultsOf(checked)).toMatchObject({ fiscalYear: 'fail', [budget]: 'pass' })
})

describe('o9 of 2565, social network', () => {
  const elements = [
    'แสดงช่องทางที่สามารถเชื่อมโยงไปยังเครือข่ายสังคมออนไลน์ของหน่วยงาน เช่น Facebook Twitter Instagram',
    'ต้องเป็นเครือข่ายสังคมออนไลน์ของหน่วยงาน ไม่ใช่ของบุคคล',
    'ต้องนำลิงก์เว็บไซต์หลักมาใช้ในการตอบ',
  ] as const

  test('fails where the home page leads to none: a share button is none', async () => {
    const share = '<a href="https://www.facebook.com/sharer/sharer.php?u=x">แชร์</a>'
    const url = put('/', html('อบต.ตัวอย่าง', `${homeWords}${share}`), other)
    const checked = await check(url, 2565, 'o9', { site: `http://${other}` })
    expect(checked.verdict).toBe('live')
    expect(resultsOf(checked)).toMatchObject({
      [elements[0]]: 'fail',
      [elements[2]]: 'pass',
      mainSite: 'pass',
    })
  })

  test('fails where the answer is no link of the main website', async () => {
    const own = await serve()
    put('/', html('หน่วยงาน', `${homeWords}<a href="https://www.facebook.com/obt.sample">เฟซบุ๊ก อบต.</a>`), own)
    const social = await serve()
    const url = put('/obt.sample', html('เพจของ อบต.', '<p>ข่าวของ อบต. และข้อความที่ยาวพอสมควร</p>'), social)
    const fetcher = makeFetcher({ allowHosts: [own, social] })
    const { framework } = await readFramework(join(frameworks, '2565'))
    const item = getDisclosureItem(framework, 'o9')
    const checked = await checkLink({ ...means, fetcher }, { url, framework, item, site: `http://${own}` })
    expect(checked).toMatchObject({ verdict: 'live', onMainSite: false })
    expect(resultsOf(checked)).toMatchObject({
      [elements[0]]: 'pass',
      [elements[2]]: 'fail',
      mainSite: 'fail',
    })
    const right = await checkLink(
      { ...means, fetcher },
      { url: `http://${own}/`, framework, item, site: `http://${own}` },
    )
    expect(failures(right)).toEqual([])
    expect(right.findings.find(({ element }) => element === elements[0])?.quote).toContain(
      'facebook.com/obt.sample',
    )
    await fetcher.close()
  })
})

test('o9 of a year without known elements asks for the same', async () => {
  expect(resultsOf(await check(`${site}/`, 2566, 'o9'))).toEqual({ opens: 'pass', social: 'fail' })
})

describe('o29 of 2565, the procedure for complaints', () => {
  const title = 'แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'
  const parts = {
    รายละเอียดวิธีการที่บุคคลภายนอกจะทำการร้องเรียน: 'ผู้ร้องเรียนยื่นหนังสือร้องเรียนด้วยตนเองหรือทางไปรษณีย์',
    รายละเอียดขั้นตอนหรือวิธีการในการจัดการต่อเรื่องร้องเรียน: 'ขั้นตอนที่ 1 ลงทะเบียนรับเรื่อง ขั้นตอนที่ 2 ตรวจสอบข้อเท็จจริง',
    ส่วนงานที่รับผิดชอบ: 'ส่วนงานที่รับผิดชอบ: สำนักปลัด อบต.',
    ระยะเวลาดำเนินการ: 'แจ้งผลให้ทราบภายใน ๑๕ วัน',
  }
  const page = (left: string) => {
    const shown = Object.entries(parts).filter(([element]) => element !== left)
    return html(title, `${menu}<h1>${title}</h1>${shown.map(([, words]) => `<p>${words}</p>`).join('')}`)
  }

  test.each(Object.keys(parts))('without “%s” that element fails and no other', async (left) => {
    const checked = await check(put('/o29', page(left)), 2565, 'o29', { site })
    expect(failures(checked).map(({ element }) => element)).toEqual([left])
    expect(failures(checked)[0]?.fix?.code).toBe('words')
  })

  test('with all of them each is quoted and nothing fails', async () => {
    const checked = await check(put('/o29', page('')), 2565, 'o29', { site })
    expect(failures(checked)).toEqual([])
    const quotes = Object.fromEntries(checked.findings.map(({ element, quote }) => [element, quote]))
    expect(quotes).toMatchObject({
      ส่วนงานที่รับผิดชอบ: parts.ส่วนงานที่รับผิดชอบ,
      ระยะเวลาดำเนินการ: parts.ระยะเวลาดำเนินการ,
    })
  })
})

describe('a link on the way', () => {
  test('that a page sends on at once is followed, also to the home page', async () => {
    const refresh = (to: string) => html('…', `<meta http-equiv="refresh" content="0; url=${to}">`)
    put('/new/plan', html('แผน', `${menu}<h1>แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570</h1><p>วิสัยทัศน์ของตำบล</p>`))
    const moved = await check(put('/plan', refresh('/new/plan')), 2568, 'o5')
    expect(moved).toMatchObject({ verdict: 'moved', finalUrl: `${site}/new/plan` })
    expect(await check(put('/gone', refresh('/')), 2568, 'o5')).toMatchObject({ verdict: 'movedHome' })
    put('/round2', refresh('/round'))
    expect(await check(put('/round', refresh('/round2')), 2568, 'o5')).toMatchObject({ verdict: 'loop' })
  })

  test('that shows the words of the home page leads home, whatever its address', async () => {
    const checked = await check(put('/deep/o26?x=1', html('อบต.ตัวอย่าง', homeWords)), 2568, 'o5')
    expect(checked.verdict).toBe('movedHome')
    expect(checked.findings.map(({ element, result }) => [element, result])).toEqual([['opens', 'fail']])
  })

  test('is refused where it is not public', async () => {
    const guarded = makeFetcher({ allowHosts: [] })
    const { framework } = await readFramework(join(frameworks, '2568'))
    const item = getDisclosureItem(framework, 'o5')
    const checked = await checkLink({ ...means, fetcher: guarded }, { url: `${site}/`, framework, item })
    expect(checked).toMatchObject({ verdict: 'notPublic', contentType: null, sha256: null, onMainSite: null })
    await guarded.close()
  })
})

test('words that changed since an earlier check are told', async () => {
  const url = put('/o5', html('แผน', '<h1>แผนพัฒนาท้องถิ่น</h1><p>ฉบับแรก</p>'))
  const first = await check(url, 2568, 'o5')
  const again = await check(url, 2568, 'o5', { previousTextHash: first.textHash ?? '' })
  expect(resultsOf(again)).toMatchObject({ changed: 'pass' })
  put('/o5', html('แผน', '<h1>แผนพัฒนาท้องถิ่น</h1><p>ฉบับที่แก้แล้ว</p>'))
  const later = await check(url, 2568, 'o5', { previousTextHash: first.textHash ?? '' })
  expect(resultsOf(later)).toMatchObject({ changed: 'warn' })
})

test('the report has the published shape, and fixes in the language asked for', async () => {
  const checked = await check(put('/empty', html('รายงาน ปี 2567', '<p>งบประมาณ: -</p>')), 2568, 'o26', {
    site,
  })
  const written = toReport(checked, 'en')
  expect(Object.keys(written)).toEqual([
    'url',
    'finalUrl',
    'verdict',
    'onMainSite',
    'contentType',
    'sha256',
    'findings',
  ])
  expect(written.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(written.findings.map(({ result, fix }) => [result, fix === ''])).toEqual([
    ['pass', true],
    ['pass', true],
    ['pass', true],
    ['fail', false],
  ])
  expect(written.findings.at(-1)?.fix).toContain('in figures')
  expect(toReport(checked, 'th').findings.at(-1)?.fix).toContain('จำนวนเงิน')
})
