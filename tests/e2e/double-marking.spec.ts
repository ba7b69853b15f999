/** Two assessors mark the same items without seeing each other's marks, the lead settles what differs, and κ tells how they agree. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn } from '../support/assessing.ts'
import { launchBrowser } from '../support/browser.ts'
import { openCastRound } from '../support/cast.ts'
import {
  actBeside,
  addToCentre,
  agencyCode,
  emailOf,
  movePhases,
  password,
} from '../support/disclosing-instance.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { setUpSecondFactor, signIn } from '../support/workspace.ts'

const queue = '/en/work/assessment'
const sheet = `${queue}/2568/${agencyCode}`
const firstRemark = 'ไม่พบตำแหน่งของผู้บริหาร'

let browser: Browser
let dataDir: string
let server: RunningServer
let lead: Page
let dao: Page
let kai: Page

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-double-marking-'))
  server = await startServer(dataDir)
  await actBeside(dataDir, async (context) => {
    const round = await openCastRound(context)
    await handIn(context, { round, agencyCode })
  })
  await movePhases(dataDir, { answer: [-5, -1], score: [-1, 5] })
  await addToCentre(dataDir, 'leadAssessor', 'lead')
  for (const called of ['dao', 'kai']) await addToCentre(dataDir, 'assessor', called)
  lead = await enter('lead')
  dao = await enter('dao')
  kai = await enter('kai')
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function enter(called: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await signIn(page, { email: emailOf(called), password })
  await setUpSecondFactor(page, password)
  return page
}

const done = (page: Page) => page.getByRole('status').innerText()
const mainText = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function claim(page: Page): Promise<void> {
  await page.goto(queue)
  await press(page, /^Claim/)
  expect(await done(page)).toBe('The agency is yours to assess')
}

/** In full without a remark; the button is the one that the page offers to the marker. */
async function mark(page: Page, code: string, { remark = '', button = /^Save and go/ } = {}): Promise<void> {
  await page.goto(`${sheet}/${code}`)
  await page.getByRole('radio', { name: remark ? /^0 –/ : /^100 –/ }).check()
  if (remark) {
    await page.getByRole('combobox', { name: 'Why it scores 0' }).selectOption('element')
    await page.getByRole('textbox', { name: 'Remark' }).fill(remark)
  }
  await press(page, button)
  expect(await done(page)).toMatch(/^The mark is (saved|settled)/)
}

test('the lead has two assessors mark each item', async () => {
  await lead.goto(queue)
  await press(lead, 'Have two assessors mark each item')
  expect(await done(lead)).toBe('The number of assessors for each item is set')
})

test('the second assessor sees nothing of the first mark until their own is saved', async () => {
  await claim(dao)
  await mark(dao, 'o1')
  await mark(dao, 'o2', { remark: firstRemark })
  await mark(dao, 'o3', { remark: 'ไม่พบ E-mail' })
  await claim(kai)
  await kai.goto(`${sheet}/o2`)
  const blind = await mainText(kai)
  expect(blind).toContain('You mark without seeing the first assessor’s mark')
  expect(blind).not.toContain(firstRemark)
  expect(blind).not.toContain('Marks given')
  await mark(kai, 'o1')
  await mark(kai, 'o3', { remark: 'ไม่แสดง E-mail' })
  await mark(kai, 'o2')
  await kai.goto(`${sheet}/o2`)
  expect(await mainText(kai)).toContain(firstRemark)
})

test('what they mark differently waits for the lead, who settles it', async () => {
  await dao.goto(`${sheet}/o2`)
  expect(await mainText(dao)).toContain('Two assessors marked it differently; the lead is to settle it.')
  expect(await dao.getByRole('radio').count()).toBe(0)
  await lead.goto(`${queue}?show=disputed`)
  expect(await mainText(lead)).toContain('1 disputed')
  await mark(lead, 'o2', { remark: 'ขาดตำแหน่งของผู้บริหารสองคน', button: /^Settle this item/ })
  const settled = await mainText(lead)
  expect(settled).toMatch(/Second assessor\s+100 points[\s\S]*Settled by the lead\s+0 points\s+holds/)
})

test('the page of agreement tells κ of the pairs, as they were before the lead settled', async () => {
  await lead.goto(`${queue}/2568/agreement`)
  const told = await mainText(lead)
  expect(told).toMatch(/κ 0\.40[\s\S]*3 pairs · 2 the same/)
  expect(told).toMatch(/kai of the centre[\s\S]*1 settled otherwise/)
})

test('a finding may be retired by whoever added it and by the lead, and nobody else is offered it', async () => {
  await dao.goto(`${queue}/findings`)
  await dao.getByLabel('Words').fill('ลิงก์ไม่อยู่บนเว็บไซต์หลัก')
  await press(dao, 'Add a finding')
  expect(await done(dao)).toBe('The finding is added')
  const offered = async (page: Page) => {
    await page.goto(`${queue}/findings`)
    expect(await mainText(page)).toContain('ลิงก์ไม่อยู่บนเว็บไซต์หลัก')
    return page.getByText('Retire …').count()
  }
  expect([await offered(dao), await offered(kai), await offered(lead)]).toEqual([1, 0, 1])
})
