/** An item from its owner to the hands of the assessors: answered, checked, returned, mended, passed, approved, handed in. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#base/actor.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'
import {
  agencyCode,
  answerYearBefore,
  emailOf,
  makeOthersReady,
  openClarification,
  password,
  startDisclosingOn,
} from '../support/disclosing-instance.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { type ServedSite, servePages } from '../support/watched-site.ts'
import { signIn } from '../support/workspace.ts'

const board = `/en/work/disclosure/2568/${agencyCode}`
const item = `${board}/o26`
const publicStatus = `/en/agencies/${agencyCode}/2568/items`

/** The case of seed 003: the amount column holds words where an amount or “ไม่มี” is asked for. */
const wrongCell = 'ใช้งบประมาณบุคลากร'
const reportWith = (cell: string) => `<!doctype html><html lang="th"><head><meta charset="utf-8">
  <title>รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. 2567</title></head><body>
  <h1>รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. 2567</h1>
  <table><tr><th>โครงการ</th><th>งบประมาณ</th></tr>
  <tr><td>อบรมคุณธรรม</td><td>12,500</td></tr><tr><td>รณรงค์สุจริต</td><td>${cell}</td></tr></table>
  <p>รายละเอียดการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริตของหน่วยงาน</p></body></html>`

const home = `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>อบต.เขา</title></head><body>
  <h1>องค์การบริหารส่วนตำบลเขา</h1><p>ยินดีต้อนรับ ข่าวประชาสัมพันธ์และบริการประชาชน</p>
  <a href="/report">รายงานผลการดำเนินการป้องกันการทุจริต</a></body></html>`

let browser: Browser
let dataDir: string
let server: RunningServer
let site: ServedSite
let cell = wrongCell

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-disclosure-'))
  site = await servePages((path) => (path === '/' ? home : path === '/report' ? reportWith(cell) : undefined))
  server = await startServer(dataDir, [], { CHECKER_ALLOW_HOSTS: site.hostAndPort })
  await startDisclosingOn(dataDir, site.url)
  await answerYearBefore(dataDir, `${site.url}/chart`)
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  await site.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function visitor(options: { width?: number; scripts?: boolean } = {}): Promise<BrowserContext> {
  const { width = 1280, scripts = false } = options
  const context = await browser.newContext({
    ...{ javaScriptEnabled: scripts, bypassCSP: scripts, baseURL: server.address },
    viewport: { width, height: 900 },
  })
  context.setDefaultTimeout(10_000)
  return context
}

const pages = new Map<Role, Page>()

async function as(role: Role): Promise<Page> {
  const known = pages.get(role)
  if (known) return known
  const page = await (await visitor()).newPage()
  await signIn(page, { email: emailOf(role), password })
  pages.set(role, page)
  return page
}

const done = (page: Page) => page.getByRole('status').innerText()
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const stateOf = (page: Page) => page.locator('main .state-mark').first().innerText()

/** Loads the page again until the checker has said something of the link. */
async function awaitCheck(page: Page): Promise<string> {
  await expect
    .poll(
      async () => {
        await page.goto(item)
        return page.getByText('Not checked yet').count()
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(0)
  return section(page, 'Answer').innerText()
}

/** What axe finds, and pages wider than a telephone, for whoever the role is. */
async function listPageFaults(role: Role, ...paths: string[]): Promise<string[]> {
  const context = await visitor({ width: 360, scripts: true })
  const page = await context.newPage()
  await signIn(page, { email: emailOf(role), password })
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path)
    for (const fault of await listFaults(page)) found.push(`${path}: ${fault}`)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    if (width !== 360) found.push(`${path}: ${width} px wide`)
  }
  await context.close()
  return found
}

describe('the coordinator', () => {
  test('comes from the menu to the board of the agency, and is told what waits', async () => {
    const page = await as('coordinator')
    await page.goto('/en/work')
    await page
      .getByRole('navigation', { name: 'Workspace' })
      .getByRole('link', { name: 'Disclosure' })
      .click()
    expect(new URL(page.url()).pathname).toBe(board)
    expect(await section(page, 'Yours to do now').innerText()).toMatch(/Put somebody in charge of 28 items/)
    expect(await page.getByRole('row').count()).toBe(29)
  })

  test('assigns the items that are chosen, and keeps what was chosen when the day is none', async () => {
    const page = await as('coordinator')
    await page.getByLabel('Choose o26').check()
    const form = section(page, /Assign several/)
    await form.getByLabel('Owner').selectOption({ label: 'itemOwner of Hill' })
    await form.getByLabel('Due on', { exact: false }).first().fill('soon')
    await press(page, 'Assign the chosen items')
    expect(await page.getByRole('alert').innerText()).toMatch(/soon/)
    expect(await page.getByLabel('Choose o26').isChecked()).toBe(true)
    await section(page, /Assign several/)
      .getByLabel('Due on')
      .fill(`1/1/2568`)
    await press(page, 'Assign the chosen items')
    expect(await done(page)).toBe('Assigned')
    const row = page.getByRole('row').filter({ hasText: 'o26' })
    expect(await row.innerText()).toMatch(/itemOwner of Hill[\s\S]*1 Jan 2025\s+overdue/)
  })

  test('finds by the filter what is overdue', async () => {
    const page = await as('coordinator')
    await page.getByLabel('Due', { exact: true }).selectOption('late')
    await press(page, 'Show')
    expect(await page.getByText('1 of 28 items shown').count()).toBe(1)
  })
})

describe('the owner', () => {
  test("is offered last year's answer, which fills the form and is not saved by that", async () => {
    const page = await as('itemOwner')
    await page.goto(`${board}/o1`)
    expect(await page.locator('main').innerText()).toMatch(/The answer of 2567 \(o1\)/)
    await page.getByRole('link', { name: /^Use it/ }).click()
    expect(await page.getByLabel('Address (URL)').first().inputValue()).toBe(`${site.url}/chart`)
    expect(await page.getByLabel('Where on the page').first().inputValue()).toBe('the chart')
    expect(await section(page, 'Answer').innerText()).toContain('Not answered yet')
  })

  test('is told what to mend in each row, and loses nothing that was typed', async () => {
    const page = await as('itemOwner')
    await page.goto('/en/work/disclosure')
    await page.getByRole('link', { name: 'Answer 1 item of yours' }).click()
    await page.getByRole('link', { name: /o26/ }).click()
    await page.getByLabel('Yes').check()
    await page.getByLabel('Address (URL)').fill('hill/report')
    await press(page, 'One more link')
    expect(await page.getByLabel('Address (URL)').count()).toBe(2)
    expect(await page.getByLabel('Address (URL)').first().inputValue()).toBe('hill/report')
    await page.getByLabel('Note to the assessors (if any)').fill('see the table')
    await press(page, 'Save the answer')
    expect(await page.getByRole('alert').innerText()).toMatch(/Link 1: /)
    expect(await page.getByLabel('Note to the assessors (if any)').inputValue()).toBe('see the table')
    expect(await page.getByLabel('Yes').isChecked()).toBe(true)
  })

  test('saves the answer and is shown the cell that would lose the points', async () => {
    const page = await as('itemOwner')
    await page.getByLabel('Address (URL)').first().fill(`${site.url}/report`)
    await page.getByLabel('Where on the page').first().fill('the table')
    await press(page, 'Save the answer')
    expect(await done(page)).toMatch(/saved/)
    expect(await stateOf(page)).not.toBe('')
    const answer = await awaitCheck(page)
    expect(answer).toContain(wrongCell)
    expect(answer).toMatch(/How to mend it:.*1/)
    await page.goto(`${board}/gap`)
    expect(await page.locator('main').innerText()).toContain(wrongCell)
    await page.goto(board)
    expect(await page.getByRole('row').filter({ hasText: 'o26' }).innerText()).toContain(wrongCell)
  })

  test('takes the answer back from review, and sends it again', async () => {
    const page = await as('itemOwner')
    expect(await listPageFaults('itemOwner', board, item, `${board}/gap`)).toEqual([])
    await page.goto(item)
    await press(page, 'Send it to review')
    expect(await done(page)).toBe('Sent to review')
    await press(page, 'Take it back')
    await press(page, 'Send it to review')
    expect(await page.getByRole('button', { name: 'Save the answer' }).count()).toBe(0)
  })
})

describe('the reviewer', () => {
  test('cannot pass what is not ticked, and sends it back with the reason', async () => {
    const page = await as('reviewer')
    await page.goto('/en/work/disclosure')
    await page.getByRole('link', { name: 'Review 1 item' }).click()
    await page.getByRole('link', { name: /o26/ }).click()
    expect(await listPageFaults('reviewer', item)).toEqual([])
    await press(page, 'Pass: ready for approval')
    expect(await page.getByRole('alert').count()).toBe(1)
    await page.getByText('Send it back …').click()
    await page.getByLabel('Why it goes back, and what to mend').fill('Put an amount into the last row')
    await press(page, 'Send it back')
    expect(await done(page)).toBe('Sent back')
  })

  test('passes it once the owner has mended it', async () => {
    cell = 'ไม่มี'
    const owner = await as('itemOwner')
    await owner.goto(item)
    expect(await section(owner, 'What happened').innerText()).toContain('Put an amount into the last row')
    await owner.getByRole('textbox', { name: 'Comment' }).fill('The last row says “ไม่มี” now')
    await press(owner, 'Send the comment')
    await press(owner, 'Save the answer')
    await owner.goto(item)
    await press(owner, 'Check the links again')
    await expect
      .poll(
        async () => {
          await owner.goto(item)
          return (await section(owner, 'Answer').innerText()).includes(wrongCell)
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(false)
    await press(owner, 'Send it to review')
    const page = await as('reviewer')
    await page.goto(item)
    expect(await section(page, /comment/i).innerText()).toContain('The last row says')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await press(page, 'Pass: ready for approval')
    expect(await done(page)).toBe('Passed')
  })
})

describe('the executive', () => {
  test('is told how many items are not ready, and approves the whole set when they are', async () => {
    const page = await as('executive')
    await page.goto(board)
    expect(await section(page, 'The whole set').innerText()).toContain('27 items have not passed review')
    await makeOthersReady(dataDir, ['o26'], `${site.url}/report`)
    await page.goto(board)
    await page.getByText('Approve the whole set …').click()
    await press(page, 'Approve the whole set')
    expect(await done(page)).toBe('The whole set is approved')
  })
})

describe('the coordinator at the end', () => {
  test('hands in the set, which locks it', async () => {
    const page = await as('coordinator')
    await page.goto(board)
    await page.getByText('Hand in the whole set …').click()
    expect(await section(page, 'The whole set').innerText()).toMatch(/cannot be changed any more/)
    await press(page, 'Hand in and lock the set')
    expect(await done(page)).toMatch(/handed in/)
    await page.goto(item)
    expect(await page.getByRole('button', { name: 'Save the answer' }).count()).toBe(0)
  })

  test('downloads the set, and the page for the website', async () => {
    const page = await as('coordinator')
    await page.goto(board)
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: /XLSX/ }).click()
    expect(
      readFileSync(await (await waiting).path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await page.getByRole('link', { name: /website \(HTML\)/ }).click()
    expect(await page.getByLabel('HTML', { exact: true }).inputValue()).toContain(`${site.url}/report`)
  })

  test('lets everyone see the state, who did not see it before', async () => {
    const reader = await (await visitor()).newPage()
    expect((await reader.goto(publicStatus))?.status()).toBe(404)
    expect(await reader.locator('main').innerText()).toMatch(/does not let the public see/)
    const page = await as('coordinator')
    await page.goto(board)
    await press(page, 'Let everyone see the state')
    expect((await reader.goto(publicStatus))?.status()).toBe(200)
    expect(await reader.locator('main').innerText()).toMatch(/28 of 28 items handed in/)
    await reader.context().close()
  })
})

describe('the agency in clarification', () => {
  test('is told the item that scored 0 with its remark and the days left, and explains it', async () => {
    await openClarification(dataDir, 'o26', 'ช่องงบประมาณไม่ใช่จำนวนเงิน')
    const page = await as('coordinator')
    await page.goto(board)
    expect(await page.getByRole('row').filter({ hasText: 'o26' }).innerText()).toContain('scored 0.00')
    await page.getByRole('link', { name: /^Explain 1 item/ }).click()
    expect(await page.locator('main').innerText()).toContain('Assessors gave it 0')
    await page.getByRole('link', { name: /o26/ }).click()
    const said = await section(page, 'Score and explanation').innerText()
    expect(said).toContain('ช่องงบประมาณไม่ใช่จำนวนเงิน')
    expect(said).toMatch(/10 days left/)
    await page.getByLabel('Explanation', { exact: true }).fill('แก้เป็น “ไม่มี” ก่อนส่งแล้ว')
    await press(page, 'Send the explanation')
    expect(await done(page)).toBe('The explanation is sent')
    expect(await section(page, 'Score and explanation').innerText()).toContain('ก่อนส่งแล้ว')
    await page.goto(`${board}/o1`)
    expect(await section(page, 'Score and explanation').innerText()).toMatch(
      /100.00 of 100.00[\s\S]*Full score/,
    )
  })
})

describe('the pages', () => {
  test('have no fault that axe finds and fit a telephone, in both languages', async () => {
    const thai = [board, item, `${board}/gap`, `${board}/page`].map((path) => path.replace('/en', ''))
    expect(
      await listPageFaults(
        'coordinator',
        board,
        item,
        `${board}/gap`,
        `${board}/page`,
        publicStatus,
        ...thai,
      ),
    ).toEqual([])
    expect(await listPageFaults('reviewer', board, `${board}/o9`)).toEqual([])
  })
})
