/** Officers at work: from the first start to a running round, from an invitation to work, and out again. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { setUpSecondFactor, signIn } from '../support/workspace.ts'

const demo = inject('baseUrl')
const password = 'a long sentence to remember'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

const patienceMilliseconds = 8000

async function visitor(address: string): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address })
  context.setDefaultTimeout(patienceMilliseconds)
  return context
}

describe('from the first start to a running round', () => {
  let dataDir: string
  let server: RunningServer
  let page: Page

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'prongsai-workspace-'))
    server = await startServer(dataDir)
    page = await (await visitor(server.address)).newPage()
  })

  afterAll(async () => {
    await stopServer(server)
    rmSync(dataDir, { recursive: true, force: true })
  })

  const prongsai = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/prongsai.ts', ...args], {
      env: { ...process.env, DATA_DIR: dataDir },
      encoding: 'utf8',
    })

  test('whoever reads the terminal makes the first administrator', async () => {
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(server.output())?.[0] ?? ''
    await page.goto('/en/work')
    expect(page.url(), 'nobody can sign in yet').toMatch(/\/en\/start$/)
    expect(await listFaults(await unlocked(page))).toEqual([])
    await page.getByLabel('Set-up code').fill('0000-0000-0000')
    await fillAdministrator(page)
    await page.getByRole('button', { name: 'Create the administrator and begin' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/code/i)
    expect(await page.getByLabel('E-mail').inputValue()).toBe('somsri@ita.example')
    await page.getByLabel('Set-up code').fill(code)
    await page.getByLabel('New password', { exact: true }).fill(password)
    await page.getByLabel('New password once more').fill(password)
    await page.getByRole('button', { name: 'Create the administrator and begin' }).click()
    expect(await page.getByRole('status').innerText()).toMatch(/administrator is there/)
    await page.goto('/en/start')
    expect(page.url()).toMatch(/\/sign-in$/)
  })

  test('the administrator has no power before a second factor is set up', async () => {
    await signIn(page, { email: 'somsri@ita.example', password })
    expect(await page.getByText('these roles work once you have set up a second factor').isVisible()).toBe(
      true,
    )
    expect(await page.getByText('no role yet').count()).toBe(0)
    expect((await page.goto('/en/work/audit'))?.status()).toBe(403)
    await setUpSecondFactor(page, password)
    expect(await page.getByRole('status').innerText()).toMatch(/second factor is set up/)
    expect((await page.goto('/en/work/audit'))?.status()).toBe(200)
  })

  test('the first page says what to do next, and then the next thing after that', async () => {
    await page.goto('/en/work')
    const first = page.getByRole('listitem').filter({ hasText: 'There is no agency yet' })
    expect(await first.getByRole('link').getAttribute('href')).toBe('/en/work/import/agencies')
    expect(await page.getByRole('link', { name: 'Open a round' }).isVisible()).toBe(true)
  })

  test('agencies come in from a file: looked at first, then imported', async () => {
    const list = 'code,name_th,type,fax\nA1,กรมหนึ่ง,department,02\nA2,กรมสอง,nowhere,03\n'
    const upload = { name: 'agencies.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
    await page.goto('/en/work/import/agencies')
    await page.getByLabel('File', { exact: true }).setInputFiles(upload)
    await page.getByLabel('Write the good rows').check()
    await page.getByRole('button', { name: 'Look first' }).click()
    expect(await page.getByText('กรมหนึ่ง').first().isVisible()).toBe(true)
    expect(await page.getByText('columns that are not read: fax').isVisible()).toBe(true)
    expect(await page.locator('.faults').innerText()).toMatch(/3.*type.*nowhere/s)
    expect(await page.getByLabel('Write the good rows').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Import this file' }).click()
    await page.getByText('Imported', { exact: true }).waitFor()
    await page.goto('/en/work/agencies')
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([expect.stringContaining('กรมหนึ่ง')])
  })

  test('a file with nothing in it is told as such, not taken for none', async () => {
    const upload = { name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }
    await page.goto('/en/work/import/agencies')
    await page.getByLabel('File', { exact: true }).setInputFiles(upload)
    await page.getByRole('button', { name: 'Look first' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/nothing\.csv.*empty/s)
  })

  test('a round is opened, scheduled and filled, and everyone reads its calendar', async () => {
    await page.goto('/en/work/rounds')
    await page.getByLabel('Fiscal year').selectOption('2569')
    await page.getByRole('button', { name: 'Open the round' }).click()
    expect(await page.getByRole('status').innerText()).toMatch(/round is open/)
    const row = page.getByRole('row', { name: /IIT/ }).first()
    await row.locator('summary').click()
    await row.getByLabel('First day').fill('1 ต.ค. 2568')
    await row.getByLabel('Last day').fill('30/9/2569')
    await row.getByRole('button', { name: 'Save the days' }).click()
    await page.getByText('1 Oct 2025 – 30 Sept 2026').waitFor()
    await page.getByLabel('Agency codes').fill('A1')
    await page.getByRole('button', { name: 'Enrol agencies' }).click()
    await page.getByText('1 agencies are enrolled').waitFor()
    const reader = await (await visitor(server.address)).newPage()
    await reader.goto('/en/rounds/2569')
    expect(await reader.locator('main').innerText()).toContain('1 Oct 2025')
  })

  test('a day that is none is refused, and what was typed is still there', async () => {
    await page.goto('/en/work/rounds/2569')
    await page.getByLabel('Agency code', { exact: true }).fill('A1')
    await page.getByLabel('Until').fill('31/2/2569')
    await page.getByLabel('Reason', { exact: true }).fill('flood')
    await page.getByRole('button', { name: 'Give an agency more time' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/31\/2\/2569/)
    expect(await page.getByLabel('Reason', { exact: true }).inputValue()).toBe('flood')
  })

  test('an invited coordinator accepts by the letter and works for their agency alone', async () => {
    await page.goto('/en/work/accounts/invite')
    await page.getByLabel('Full name').fill('ปรานี ประสาน')
    await page.getByLabel('E-mail').fill('pranee@a1.example')
    await page.getByLabel('Role').selectOption('coordinator')
    await page.getByLabel('Agency code').fill('A1')
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    const link = await readLink(dataDir)
    const own = await (await visitor(server.address)).newPage()
    await own.goto(`/en${new URL(link).pathname}`)
    await own.getByLabel('New password', { exact: true }).fill(password)
    await own.getByLabel('New password once more').fill(password)
    await own.getByRole('button', { name: 'Accept and create the account' }).click()
    await signIn(own, { email: 'pranee@a1.example', password })
    const { app } = await setUpSecondFactor(own, password)
    await own.getByRole('button', { name: 'Sign out', exact: true }).click()
    await signIn(own, { email: 'pranee@a1.example', password })
    await own.getByLabel('Code').fill(app.generate({ timestamp: Date.now() + 30_000 }))
    await own.getByRole('button', { name: 'Sign in' }).click()
    expect(own.url()).toMatch(/\/en\/work$/)
    await own.goto('/en/work/agencies/A1/units')
    await own.getByLabel('Unit code').fill('D1')
    await own.getByLabel('Thai name', { exact: true }).fill('กองหนึ่ง')
    await own.getByRole('button', { name: 'Add a unit' }).click()
    expect(await own.getByRole('status').innerText()).toMatch(/unit is added/)
    expect((await own.goto('/en/work/audit'))?.status()).toBe(403)
    await own.goto(`/en${new URL(link).pathname}`)
    expect(await own.locator('main').innerText()).toMatch(/already|used|accepted/i)
  })

  test('every act of the journey is in a trail that holds', async () => {
    await page.goto('/en/work/audit')
    const trail = await page.locator('main').innerText()
    for (const event of ['round.opened', 'account.invited', 'unit.added', 'phase.scheduled']) {
      expect(trail).toContain(event)
    }
    expect(trail).not.toContain('pranee@a1.example')
    await page.getByLabel('Id or name of who acted').fill('สมศรี')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.getByText('round.opened').first().isVisible()).toBe(true)
    expect(await page.getByText('instance.started').count()).toBe(0)
    expect(prongsai('audit', 'verify').status).toBe(0)
  })
})

describe('one person on two devices', () => {
  test('a session that is revoked is nobody from the next click on', async () => {
    const [first, second] = [await visitor(demo), await visitor(demo)]
    const [here, there] = [await first.newPage(), await second.newPage()]
    for (const page of [here, there]) await signIn(page, { email: 'reviewer@demo.prongsai.example' })
    await there.goto('/en/work')
    await here.goto('/en/work/profile')
    await here.getByRole('button', { name: 'Sign out all other devices' }).click()
    await there.goto('/en/work')
    expect(there.url()).toContain('/sign-in')
    await here.goto('/en/work')
    expect(here.url()).toMatch(/\/en\/work$/)
  })
})

describe('the pages of the workspace', () => {
  const paths = [
    '/work',
    '/work/agencies',
    '/work/agencies/new',
    '/work/agencies/DIPROM',
    '/work/agencies/DIPROM/units',
    '/work/agencies/DIPROM/people',
    '/work/import/people',
    '/work/accounts',
    '/work/accounts/invite',
    '/work/rounds',
    '/work/rounds/2569',
    '/work/audit',
    '/work/profile',
    '/work/profile/second-factor',
  ]

  test.each(['', '/en'])(
    'axe finds nothing on any of them, and none scrolls sideways on a phone (%s)',
    async (prefix) => {
      const context = await browser.newContext({
        baseURL: demo,
        bypassCSP: true,
        viewport: { width: 320, height: 800 },
      })
      const page = await context.newPage()
      await signIn(page, { email: 'administrator@demo.prongsai.example' })
      const found: string[] = []
      for (const path of paths) {
        const response = await page.goto(`${prefix}${path}`)
        if (response?.status() !== 200) found.push(`${path}: ${response?.status()}`)
        const width = await page.evaluate('document.documentElement.scrollWidth')
        if (width !== 320) found.push(`${path}: ${width} px wide`)
        for (const fault of await listFaults(page)) found.push(`${path}: ${fault}`)
      }
      expect(found).toEqual([])
      await context.close()
    },
  )

  test('a form that another site sent does nothing', async () => {
    const context = await visitor(demo)
    const page = await context.newPage()
    await signIn(page, { email: 'administrator@demo.prongsai.example' })
    const answer = await context.request.post(`${demo}/work/rounds`, {
      form: { year: '2567' },
      headers: { Origin: 'https://elsewhere.example' },
    })
    expect(answer.status()).toBe(400)
    await page.goto('/en/work/rounds')
    expect(await page.getByRole('rowheader', { name: '2567' }).count()).toBe(0)
  })
})

/** The same page where scripts may run, for axe. */
async function unlocked(page: Page): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true })
  const same = await context.newPage()
  await same.goto(page.url())
  return same
}

async function fillAdministrator(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill('สมศรี มีวินัย')
  await page.getByLabel('E-mail').fill('somsri@ita.example')
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password once more').fill(password)
}

/** The link of the one letter that was sent, once it is there. */
async function readLink(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'mail')
  for (let tries = 0; tries < 100; tries++) {
    const [letter] = listLetters(folder)
    if (letter) {
      const body = readFileSync(join(folder, letter), 'utf8')
        .replace(/=\r?\n/g, '')
        .replaceAll('=3D', '=')
      const found = /https?:\/\/\S*\/invitations\/[\w.-]+/.exec(body)?.[0]
      if (found) return found
      const decoded = /\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)$/.exec(body)?.[1] ?? ''
      const link = /https?:\/\/\S*\/invitations\/[\w.-]+/.exec(Buffer.from(decoded, 'base64').toString())?.[0]
      if (link) return link
    }
    await pause(100)
  }
  throw new Error('no letter came')
}

function listLetters(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.eml'))
  } catch {
    return []
  }
}
