/** Assessors mark what an agency handed in, the agency explains, it is judged again, and the lead confirms the score. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  beside,
  bindTo,
  handInAll,
  keepSnapshot,
  openPhase,
  stagedYear,
} from '../support/assessment-stage.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { command, type RunningServer, startServer, stopServer } from '../support/program.ts'
import { signIn } from '../support/workspace.ts'

const queue = '/en/work/assessment'
const sheet = `${queue}/${stagedYear}/TMB-01`
const item = (code: string) => `${sheet}/${code}`
const nameOf = (role: string) => `${role}@demo.prongsai.example`

let browser: Browser
let dataDir: string
let server: RunningServer
let assessor: Page
let lead: Page
let linkId: string

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-assessment-'))
  server = await startServer(dataDir, ['--demo'])
  await beside(dataDir, async (context) => {
    linkId = (await handInAll(context, 'TMB-01')).get('o26') ?? ''
    await handInAll(context, 'TMB-16')
    await keepSnapshot(context, dataDir, linkId)
    await bindTo(context, nameOf('assessor'), { role: 'reviewer', agencyCode: 'TMB-16' })
    await bindTo(context, nameOf('coordinator'), { role: 'coordinator', agencyCode: 'TMB-01' })
    await openPhase(context, 'score', [-7, 7])
    await openPhase(context, 'clarify', [8, 10])
    await openPhase(context, 'confirm', [11, 13])
  })
  assessor = await enter('assessor')
  lead = await enter('lead-assessor')
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function enter(role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await signIn(page, { email: nameOf(role) })
  return page
}

const done = (page: Page) => page.getByRole('status').innerText()
const pathOf = (page: Page) => new URL(page.url()).pathname
/** Offered once the keys work. */
const keysOf = (page: Page) => page.getByLabel(/Single keys/)
const mainText = (page: Page) => page.locator('main').innerText()

/** What axe finds, and pages wider than the smallest telephone, signed in as somebody. */
async function listPageFaults(role: string, ...paths: string[]): Promise<string[]> {
  const viewport = { width: 320, height: 800 }
  const context = await browser.newContext({ bypassCSP: true, baseURL: server.address, viewport })
  const page = await context.newPage()
  await signIn(page, { email: nameOf(role) })
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    if (width !== viewport.width) found.push(`${path}: ${width} px wide`)
    for (const fault of await listFaults(page)) found.push(`${path}: ${fault}`)
  }
  await context.close()
  return found
}

const bothLanguages = (...paths: string[]) => paths.flatMap((path) => [path, path.replace(/^\/en/, '')])

describe('the assessor', () => {
  test('is shown what is free, and may not take an agency they belong to', async () => {
    await assessor.goto(queue)
    expect(await assessor.getByLabel('Agencies').inputValue()).toBe('free')
    await assessor.goto(`${queue}?show=all`)
    const own = assessor.getByRole('row', { name: /TMB-16/ })
    expect(await own.getByText(/conflict of interest/).count()).toBe(1)
    expect(await own.getByRole('button').count()).toBe(0)
    const other = assessor.getByRole('row', { name: /TMB-06/ })
    await other.locator('input[name="agency"]').evaluate((field: HTMLInputElement) => {
      field.value = 'TMB-16'
    })
    await other.getByRole('button', { name: /^Claim/ }).click()
    expect(await assessor.getByRole('alert').innerText()).toMatch(/TMB-16/)
  })

  test('claims an agency, and finds its first item', async () => {
    await assessor.goto(item('o1'))
    expect(await mainText(assessor)).toMatch(/Claim this agency first/)
    await assessor.goto(`${queue}?q=TMB-01`)
    await assessor.getByRole('button', { name: /^Claim/ }).click()
    expect(await done(assessor)).toBe('The agency is yours to assess')
    await assessor.goto(sheet)
    await assessor.getByRole('link', { name: 'Go on with o1' }).click()
    expect(pathOf(assessor)).toBe(item('o1'))
  })

  test('marks with the keyboard alone, and lands on the first field of the next item', async () => {
    await keysOf(assessor).waitFor()
    await assessor.keyboard.press('Digit1')
    expect(await assessor.getByRole('radio', { name: /^100 –/ }).isChecked()).toBe(true)
    await assessor.keyboard.press('Enter')
    await assessor.waitForURL(`**${item('o2')}?done=itemScored**`)
    expect(await done(assessor)).toBe('The mark is saved')
    expect(await assessor.evaluate('document.activeElement.id')).toBe('first-field')
    await keysOf(assessor).waitFor()
    await assessor.keyboard.press('KeyJ')
    await assessor.waitForURL(`**${item('o3')}`)
    await keysOf(assessor).waitFor()
    await assessor.keyboard.press('KeyK')
    await assessor.waitForURL(`**${item('o2')}`)
  })

  test('marks without a script as well, and loses nothing when refused', async () => {
    const context = await browser.newContext({
      ...{
        baseURL: server.address,
        javaScriptEnabled: false,
        storageState: await assessor.context().storageState(),
      },
    })
    const page = await context.newPage()
    await page.goto(item('o2'))
    await page.getByRole('radio', { name: /^0 –/ }).check()
    await page.getByRole('textbox', { name: 'Remark' }).fill('ไม่พบแผนของปีนี้')
    await page.getByRole('button', { name: /^Save and go/ }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/o2/)
    expect(await page.getByRole('textbox', { name: 'Remark' }).inputValue()).toBe('ไม่พบแผนของปีนี้')
    expect(await page.getByRole('radio', { name: /^0 –/ }).isChecked()).toBe(true)
    await page.getByRole('combobox', { name: 'Why it scores 0' }).selectOption('element')
    await page.getByRole('textbox', { name: 'Checked on' }).fill('yesterday')
    await page.getByRole('button', { name: /^Save and go/ }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/yesterday/)
    await page.getByRole('textbox', { name: 'Checked on' }).fill('๒๑ พฤศจิกายน ๒๕๖๘')
    await page.getByRole('button', { name: /^Save and go/ }).click()
    expect(await page.getByRole('status').innerText()).toBe('The mark is saved')
    await context.close()
  })

  test('adds a finding, and fills a remark with it', async () => {
    await assessor.goto(`${queue}/findings`)
    await assessor.getByLabel('For the item').selectOption('o26')
    await assessor.getByLabel('Words').fill('ช่องงบประมาณไม่ได้แสดงจำนวนเงินหรือ “ไม่มี”')
    await assessor.getByRole('button', { name: 'Add a finding' }).click()
    expect(await done(assessor)).toBe('The finding is added')
    await assessor.goto(item('o26'))
    await assessor.getByRole('combobox', { name: 'Reusable finding' }).selectOption({ index: 1 })
    await assessor.getByRole('button', { name: 'Put it into the remark' }).click()
    expect(await assessor.getByRole('textbox', { name: 'Remark' }).inputValue()).toMatch(/จำนวนเงิน/)
    expect(await assessor.getByRole('radio', { name: /^0 –/ }).isChecked()).toBe(true)
    await assessor.getByRole('button', { name: /^Save and go/ }).click()
    expect(pathOf(assessor)).toBe(item('o3'))
  })

  test('sees what was kept with what the program found, and files that cannot run', async () => {
    await assessor.goto(item('o26'))
    const seen = await mainText(assessor)
    expect(seen).toContain('ใช้งบประมาณบุคลากร')
    expect(seen).toMatch(/says something else than at submission/)
    await assessor.getByRole('link', { name: 'Open what was kept of link 1' }).click()
    expect(await mainText(assessor)).toMatch(/The agency and its assessors see this same thing/)
    const body = await assessor.request.get(`${pathOf(assessor)}/body`)
    const { 'content-type': type, 'content-disposition': disposition, ...headers } = body.headers()
    expect([body.status(), type, disposition]).toEqual([
      200,
      'text/plain',
      'attachment; filename="snapshot.txt"',
    ])
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['x-content-type-options']).toBe('nosniff')
    const picture = await assessor.request.get(`${pathOf(assessor)}/picture`)
    expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/webp'])
    expect((await assessor.request.get(`${item('o1')}/snapshots/${linkId}`)).status()).toBe(404)
    expect((await assessor.request.get(`${item('o26')}/snapshots/none`)).status()).toBe(404)
  })

  test('marks the rest, one page after the other', async () => {
    await assessor.goto(sheet)
    await assessor.getByRole('link', { name: /^Go on with/ }).click()
    for (let left = 23; left > 0; left -= 1) {
      await assessor.getByRole('radio', { name: /^100 –/ }).check()
      await assessor.getByRole('button', { name: /^Save and go/ }).click()
    }
    expect(await done(assessor)).toBe('The mark is saved; no other item of this agency waits for you')
    expect(await mainText(assessor)).toMatch(/26 of 26 items marked/)
  })
})

test('the pages of assessment have nothing that axe objects to, and fit the smallest telephone', async () => {
  const pages = [queue, sheet, item('o26'), item('o3'), `${queue}/findings`]
  const kept = `${item('o26')}/snapshots/${linkId}`
  expect(await listPageFaults('assessor', ...bothLanguages(...pages, kept))).toEqual([])
  const agreement = `${queue}/${stagedYear}/agreement`
  expect(await listPageFaults('lead-assessor', ...bothLanguages(queue, sheet, agreement))).toEqual([])
}, 180_000)

describe('clarification', () => {
  test('lets the agency see the same snapshot, and explain the zero', async () => {
    await beside(dataDir, async (context) => {
      await openPhase(context, 'score', [-7, -1])
      await openPhase(context, 'clarify', [0, 3])
    })
    const coordinator = await enter('coordinator')
    await coordinator.goto(`${item('o26')}/snapshots/${linkId}`)
    expect(await mainText(coordinator)).toContain('ใช้งบประมาณบุคลากร')
    expect((await coordinator.request.get(item('o26'))).status()).toBe(403)
    await coordinator.goto(`/en/work/disclosure/${stagedYear}/TMB-01/o26`)
    await coordinator.getByRole('textbox', { name: 'Explanation' }).fill('จำนวนเงินอยู่ในหน้า 4')
    await coordinator.getByRole('button', { name: 'Send the explanation' }).click()
    expect(await done(coordinator)).toBe('The explanation is sent')
    await coordinator.context().close()
  })

  test('leaves the first mark as it was, and has the explanation judged', async () => {
    await assessor.goto(item('o2'))
    expect(await mainText(assessor)).toMatch(/cannot be changed/)
    await assessor.goto(`${queue}?show=explained`)
    await assessor.getByRole('link', { name: /^Go on marking/ }).click()
    await assessor.getByRole('link', { name: 'Go on with o26' }).click()
    expect(await mainText(assessor)).toContain('จำนวนเงินอยู่ในหน้า 4')
    await assessor.getByRole('radio', { name: /^100 –/ }).check()
    await assessor.getByRole('textbox', { name: 'Remark' }).fill('พบจำนวนเงินในหน้า 4 ตามที่ชี้แจง')
    await assessor.getByRole('button', { name: 'Save the judgement' }).click()
    expect(await done(assessor)).toBe('The judgement is saved')
  })
})

describe('the lead', () => {
  test('is told what is not ready, confirms the agency, and the score is there', async () => {
    await lead.goto(sheet)
    expect(await mainText(lead)).toMatch(/once the agency can no longer explain/)
    expect(await lead.getByRole('button', { name: /^Confirm the scores of/ }).count()).toBe(0)
    await beside(dataDir, async (context) => {
      await openPhase(context, 'clarify', [-3, -1])
      await openPhase(context, 'confirm', [0, 3])
    })
    await lead.goto(`${queue}?show=all`)
    await lead.getByText('Confirm the scores of all agencies that are ready …').click()
    await lead.getByRole('button', { name: /^Confirm the scores of 2569/ }).click()
    const report = await done(lead)
    expect(report).toMatch(/Scores confirmed of 1 agency/)
    expect(report).toMatch(/TMB-16.*26/)
    await lead.goto(sheet)
    expect(await mainText(lead)).toMatch(/The scores of all items are confirmed/)
  })

  test('finds the score where results are computed', async () => {
    const preview = command(dataDir, [
      ...['results', 'preview', '--year', String(stagedYear), '--agency', 'TMB-01', '--json'],
    ])
    expect(await preview.ended).toBe(0)
    expect(preview.output()).toMatch(/"oit"[\s\S]*"score": "9\d\.\d+/)
  })

  test('reads how the assessors agree, and why there is no figure', async () => {
    await lead.goto(`${queue}/${stagedYear}/agreement`)
    expect(await mainText(lead)).toMatch(/One assessor marks each item/)
    expect(await mainText(lead)).toMatch(/26\s+2 \(7\.7%\)/)
  })
})
