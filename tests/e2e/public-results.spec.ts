/** Anyone reads the published results: finds an agency, opens a figure down to its answers, takes the data away. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, listFaults } from '../support/browser.ts'

const base = inject('baseUrl')
const diprom = '/agencies/DIPROM/2568'

const everyPage = [
  '/',
  '/en',
  '/?q=กรมส่งเสริม',
  '/?q=ไม่มีหน่วยงานนี้',
  '/results?year=2568',
  '/results?year=2568&type=none',
  '/en/results?year=2568&sort=total&direction=ascending&from=DIPROM',
  diprom,
  `/en${diprom}`,
  '/agencies/DIPROM/2567',
  '/agencies/DIPROM/2567/explain/part:iit',
  '/agencies/DIPROM/2563/explain/rating',
  '/agencies/OSMEP/2563',
  '/en/agencies/BANG-KACHA/2563',
  '/results?year=2567',
  '/agencies/TMB-33/2568',
  `${diprom}/explain/total`,
  `${diprom}/explain/rating`,
  `${diprom}/explain/part:eitSurvey/question:e7`,
  `${diprom}/explain/item:o26`,
  `/en${diprom}/explain/indicator:6`,
  '/agencies/DIPROM/2566/explain/total',
  '/frameworks',
  '/frameworks/2568',
  '/en/frameworks/2563',
  '/open-data',
  '/no-such-page',
]

let browser: Browser
let reader: BrowserContext

beforeAll(async () => {
  browser = await launchBrowser()
  reader = await browser.newContext({ javaScriptEnabled: false, baseURL: base })
})

afterAll(async () => {
  await browser.close()
})

async function open(path: string): Promise<Page> {
  const page = await reader.newPage()
  await page.goto(path)
  return page
}

async function text(page: Page): Promise<string> {
  const content = (await page.getByRole('main').textContent()) ?? ''
  await page.close()
  return content
}

describe('finding an agency', () => {
  test('a name typed on the first page leads to the agency, its total and the reason of its rating', async () => {
    const page = await open('/')
    await page.getByLabel('ชื่อหรือรหัสหน่วยงาน').fill('ส่งเสริมอุตสาหกรรม')
    await page.getByRole('button', { name: 'ค้นหาหน่วยงาน' }).click()
    await page
      .getByRole('region', { name: /พบ 1 หน่วยงาน/ })
      .getByRole('link', { name: 'กรมส่งเสริมอุตสาหกรรม' })
      .click()
    expect(new URL(page.url()).pathname).toBe(diprom)
    expect(await text(page)).toMatch(/92\.65 — ผ่าน: EIT ส่วนที่ 2 .* ได้ 84\.38 ต่ำกว่า 85/)
  })

  test('a name that nobody bears is answered with what to do next', async () => {
    const page = await open('/?q=zzzz')
    expect(await page.getByRole('heading', { name: 'ไม่พบหน่วยงานจากคำว่า “zzzz”' }).count()).toBe(1)
    expect(await text(page)).toContain('ลองใช้คำที่สั้นลง')
  })

  test('an address without a year leads to the newest published one', async () => {
    const page = await open('/en/agencies/diprom')
    expect(new URL(page.url()).pathname).toBe('/en/agencies/DIPROM/2568')
    await page.close()
  })

  test('an imaginary agency says that it is one', async () => {
    const page = await open('/results?year=2568')
    await page.getByRole('table').getByRole('link', { name: 'องค์การบริหารส่วนตำบลไร่สัตยา', exact: true }).click()
    expect(await text(page)).toContain('หน่วยงานนี้สร้างขึ้นเพื่อสาธิตระบบเท่านั้น')
  })
})

describe('opening a figure', () => {
  test('the total opens down to the answers of one question, one step a click', async () => {
    const page = await open(diprom)
    await page.getByRole('link', { name: '92.65 ดูที่มาของคะแนนรวม' }).first().click()
    expect(await page.getByText('0.30 × 94.06 = 28.218').count()).toBe(1)
    await page.getByRole('link', { name: /EIT ส่วนที่ 2/ }).click()
    await page.getByRole('link', { name: /ตัวชี้วัดที่ 8/ }).click()
    await page.getByRole('link', { name: /ข้อ e7/ }).click()
    const answers = page.getByRole('table', { name: /จำนวนผู้ตอบของแต่ละตัวเลือก/ })
    const counts = await answers.getByRole('row').locator('td:nth-of-type(2)').allInnerTexts()
    const people = counts.slice(0, -1).reduce((sum, count) => sum + Number(count), 0)
    expect(people).toBe(72)
    expect(counts.at(-1)).toBe('72')
    expect(await text(page)).toContain('÷ 72 = 79.4444444444… → 79.44')
  })

  test('a figure that cannot be computed gives the reason', async () => {
    const page = await open('/agencies/TMB-33/2568')
    await page.getByRole('link', { name: 'ยังไม่มีคะแนนรวม' }).click()
    expect(await text(page)).toMatch(/คำนวณไม่ได้\s*ยังไม่มีคำตอบของ EIT ส่วนที่ 2/)
  })

  test('a total known only as published is shown with its source', async () => {
    const content = await text(await open('/agencies/DIPROM/2566/explain/total'))
    expect(content).toContain('95.02')
    expect(content).toContain('แหล่งที่มา: กรมส่งเสริมอุตสาหกรรม')
    expect(content).toContain('คำนวณซ้ำจากส่วนประกอบไม่ได้')
  })

  test('published figures that contradict each other are told wherever they stand, and left as they are', async () => {
    const page = await open('/agencies/DIPROM/2567')
    const instruments = page.getByRole('region', { name: 'คะแนนรายแบบวัด' })
    const iit = instruments.getByRole('listitem').filter({ hasText: 'แบบวัด IIT' })
    expect(await iit.textContent()).toContain('ประกาศ 92.52 · คำนวณได้ 92.19 · ไม่ตรงกัน')
    expect(await page.getByText('IIT: ประกาศ 92.52 แต่คำนวณได้ 92.19').count()).toBe(1)
    const fold = page.getByRole('group').filter({ hasText: 'ผลที่ประกาศเทียบกับผลที่คำนวณ' })
    expect(await fold.textContent()).toContain('มี 1 ตัวเลขที่ไม่ตรงกับที่ส่วนประกอบให้')
    await page.close()
    const row = (await open('/results?year=2567')).getByRole('row').filter({ hasText: 'กรมส่งเสริมอุตสาหกรรม' })
    expect(await row.textContent()).toContain('IIT: ประกาศ 92.52 แต่คำนวณได้ 92.19')
  })

  test('the explanation of a published figure shows the computed one beside it, with its arithmetic', async () => {
    const content = await text(await open('/agencies/DIPROM/2567/explain/part:iit'))
    expect(content).toContain('ที่ประกาศ92.52')
    expect(content).toContain('คำนวณจากส่วนประกอบ92.19')
    expect(content).toContain('(94.51 + 95.25 + 95.25 + 84.60 + 91.36) ÷ 5')
    const total = await text(await open('/agencies/DIPROM/2567/explain/total'))
    expect(total).toContain('ประกาศ 92.52 · คำนวณได้ 92.19')
    expect(total).toContain('หากคิดจากคะแนนตัวชี้วัดที่ประกาศจะได้ 92.8')
  })

  test('a rating that the source does not print is computed from its total and said to be, or its absence explained', async () => {
    const rated = await text(await open('/agencies/DIPROM/2563'))
    expect(rated).toContain('ระดับนี้คำนวณจากคะแนนรวมที่ประกาศ')
    const derived = await open('/en/agencies/DIPROM/2563/explain/rating')
    expect(await derived.locator('.big-figure').innerText()).toBe('A')
    const explained = await text(derived)
    expect(explained).toContain('computed from published figures')
    expect(explained).not.toContain('cannot be computed')
    const computed = await open('/agencies/DIPROM/2568/explain/rating')
    expect(await computed.locator('.big-figure').innerText()).toBe('ผ่าน')
    expect(await text(computed)).not.toContain('คำนวณไม่ได้')
    const unrated = await text(await open('/agencies/DIPROM/2562'))
    expect(unrated).toContain('แหล่งข้อมูลไม่ได้พิมพ์ระดับไว้ และระบบยังไม่มีกรอบการประเมินของปี 2562')
  })

  test('where only the standing of an instrument was published, it is shown without a score', async () => {
    const content = await text(await open('/agencies/OSMEP/2563'))
    expect(content).toContain('ประกาศว่าถึง 85')
    expect(content).toContain('ประกาศว่าต่ำกว่า 85')
  })
})

describe('real and imaginary agencies', () => {
  test('are counted apart on the first page, and those without a total are told of', async () => {
    const page = await open('/?year=2568')
    const real = await page.getByRole('region', { name: 'ภาพรวมปีงบประมาณ พ.ศ. 2568' }).textContent()
    expect(real).toContain('1 จาก 1 หน่วยงานที่มีคะแนนรวม')
    const imaginary = page.getByRole('region', { name: 'ภาพรวมหน่วยงานสมมติ' })
    expect(await imaginary.textContent()).toContain('29 จาก 38 หน่วยงานที่มีคะแนนรวม · อีก 2 หน่วยงานไม่มีคะแนนรวม')
    await page.close()
  })

  test('are placed apart, and the places a real agency published stand with their source', async () => {
    const page = await open(diprom)
    const places = await page.getByRole('region', { name: 'อันดับ' }).textContent()
    await page.close()
    expect(places).toContain('อันดับ 122 จาก 160 ตามที่ประกาศ')
    expect(places).toContain('อันดับ 8 จาก 8 ตามที่ประกาศ')
    expect(places).toContain('อันดับที่ประกาศมาจาก กรมส่งเสริมอุตสาหกรรม')
    expect(places).not.toContain('จาก 39')
    expect(await text(await open('/results?year=2568'))).toContain('อันดับนับแยกกัน')
    expect(await text(await open('/agencies/TMB-01/2568'))).toContain('อันดับนี้นับเฉพาะหน่วยงานสมมติด้วยกัน')
  })
})

describe('the ranking', () => {
  test('a filter narrows it, the order is told to a screen reader, and the agency one came from is marked', async () => {
    const page = await open(diprom)
    await page.getByRole('link', { name: 'ดูตารางผลของปีนี้' }).click()
    const row = page.getByRole('row').filter({ hasText: 'หน่วยงานที่ท่านเปิดดู' })
    expect(await row.textContent()).toContain('กรมส่งเสริมอุตสาหกรรม')
    await page.getByRole('link', { name: /เรียงตามคะแนนรวม/ }).click()
    expect(await page.getByRole('columnheader', { name: /คะแนนรวม/ }).getAttribute('aria-sort')).toBe(
      'descending',
    )
    await page.getByLabel('ประเภท').selectOption({ label: 'กรมหรือเทียบเท่า' })
    await page.getByRole('button', { name: 'แสดงผลตามตัวกรอง' }).click()
    expect(await page.getByRole('table').locator('tbody').getByRole('row').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('sort')).toBe('total')
    await page.close()
  })

  test('filters that leave nothing say so and how to go on', async () => {
    const page = await open('/results?year=2568&q=zzzz')
    expect(await page.getByRole('link', { name: 'ล้างตัวกรอง' }).count()).toBe(1)
    expect(await text(page)).toContain('ไม่มีหน่วยงานที่ตรงกับตัวกรอง')
  })

  test('the CSV of the same filters holds the same agencies', async () => {
    const response = await fetch(`${base}/results.csv?year=2568&type=department`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('กรมส่งเสริมอุตสาหกรรม')
    expect(lines[1]).toContain(',92.65,')
  })
})

describe('taking away and checking', () => {
  test('the score sheet and the report are files', async () => {
    const sheet = await fetch(`${base}${diprom}/sheet.json`)
    expect(((await sheet.json()) as { total: string }).total).toBe('92.65')
    expect(sheet.headers.get('Content-Disposition')).toContain('attachment')
    const report = await fetch(`${base}${diprom}/report.pdf?digits=thai`)
    expect(report.headers.get('Content-Type')).toBe('application/pdf')
    expect(new TextDecoder().decode((await report.bytes()).slice(0, 5))).toBe('%PDF-')
  })

  test('a framework shows what is not verified and the hash of its content', async () => {
    const page = await open('/frameworks/2568')
    expect(await page.getByText('ยังไม่ยืนยัน', { exact: false }).count()).toBeGreaterThan(3)
    expect(await text(page)).toMatch(/[0-9a-f]{64}/)
  })
})

describe('language', () => {
  test('the switch keeps the page and its query', async () => {
    const page = await open('/results?year=2568&sort=total&direction=ascending')
    await page.getByRole('link', { name: 'English' }).click()
    expect(page.url()).toBe(`${base}/en/results?year=2568&sort=total&direction=ascending`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Results of fiscal year 2568')
    await page.getByRole('link', { name: 'ไทย', exact: true }).click()
    expect(page.url()).toBe(`${base}/results?year=2568&sort=total&direction=ascending`)
    await page.close()
  })
})

describe('what is not there', () => {
  test.each([
    ['/no-such-page', 404],
    ['/agencies/NOBODY', 404],
    ['/agencies/NOBODY/2568', 404],
    ['/agencies/DIPROM/2569', 404],
    ['/agencies/DIPROM/last', 400],
    [`${diprom}/explain/part:iit/question:i99`, 404],
    [`${diprom}/explain/__proto__`, 404],
    ['/frameworks/2541', 404],
    ['/results?sort=best', 400],
    ['/results?direction=up', 400],
    ['/results?page=0', 400],
    ['/results?page=99', 404],
    ['/results?year=2541', 404],
    ['/results?year=abc', 400],
    ['/?year=2541', 404],
    ['/results.csv?sort=best', 400],
    [`${diprom}/report.pdf?digits=roman`, 400],
    ['/agencies/DIPROM/2566/sheet.json', 404],
  ])('%s is answered with %i and a sentence in Thai', async (path, status) => {
    const response = await fetch(base + path)
    expect(response.status).toBe(status)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.text()).toMatch(/ไม่/)
  })
})

describe('every page', () => {
  test.each(everyPage)('%s sends no script and no inline style', async (path) => {
    const response = await fetch(base + path)
    const html = await response.text()
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i)
  })

  test.each(everyPage)(
    '%s has one main heading and needs no sideways scrolling at 320 pixels',
    async (path) => {
      const viewport = { width: 320, height: 640 }
      const context = await browser.newContext({ bypassCSP: true, baseURL: base, viewport })
      const page = await context.newPage()
      await page.goto(path)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      const width = await page.evaluate(`(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
      return document.documentElement.scrollWidth
    })()`)
      expect(width).toBe(320)
      await context.close()
    },
  )

  test.each(everyPage)('%s has no accessibility fault in light or dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ bypassCSP: true, baseURL: base, colorScheme })
      const page = await context.newPage()
      await page.goto(path)
      expect(await listFaults(page)).toEqual([])
      await context.close()
    }
  })
})
