/** Officers at work: from the first start to a running round, from an invitation to work, and out again. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dayOf } from '#base/bangkok-day.ts'
import { writeDay } from '#text/days.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { readLink } from '../support/letters.ts'
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
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

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

  /** As anybody reads it who has not been here before. */
  const readCalendar = async () => {
    const reader = await (await visitor(server.address)).newPage()
    await reader.goto('/en/rounds/2569')
    return reader.locator('main').innerText()
  }

  /** For what has no page: computing results, and looking behind the pages at the end. */
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
    expect(await readCalendar()).toContain('No phase has its days yet')
    const row = page.getByRole('row', { name: /IIT/ }).first()
    await row.locator('summary').click()
    await row.getByLabel('First day').fill(writeDay(dayFromNow(-1), 'th'))
    await row.getByLabel('Last day').fill(dayFromNow(9))
    await row.getByRole('button', { name: 'Save the days' }).click()
    await page.getByText(`${writeDay(dayFromNow(-1), 'en')} – ${writeDay(dayFromNow(9), 'en')}`).waitFor()
    expect(await row.innerText()).toMatch(/\bopen\b/)
    await page.getByLabel('Agency codes').fill('A1')
    await page.getByRole('button', { name: 'Enrol agencies' }).click()
    await page.getByText('1 agencies are enrolled').waitFor()
    const calendar = await readCalendar()
    expect(calendar).toMatch(/Open now.*IIT and EIT answers.*9 days left/s)
    expect(calendar).toContain(`until 24:00 on ${writeDay(dayFromNow(9), 'en')}`)
    expect(calendar).toMatch(/Agencies taking part\s*1 agency/)
    await page.goto('/en/work')
    expect(await page.locator('main').innerText()).toMatch(/IIT and EIT answers/)
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

  test('what is done outside the days of its phase is refused with them, on the pages and at the terminal', async () => {
    const setDays = async (name: RegExp, opens: number, closes: number) => {
      await page.goto('/en/work/rounds/2569')
      const row = page.getByRole('row', { name }).first()
      await row.locator('summary').click()
      await row.getByLabel('First day').fill(dayFromNow(opens))
      await row.getByLabel('Last day').fill(dayFromNow(closes))
      await row.getByRole('button', { name: 'Save the days' }).click()
      await page.getByRole('status').waitFor()
    }
    const stateHeadcount = async () => {
      await page.goto('/en/work/surveys/2569/A1')
      await page.getByLabel(/^Staff who/).fill('120')
      await page.getByRole('button', { name: 'State the headcount' }).click()
    }
    await setDays(/IIT/, -9, -2)
    await stateHeadcount()
    const refused = await page.getByRole('alert').innerText()
    expect(refused).toContain(`closes at 24:00 on ${writeDay(dayFromNow(-2), 'en')}`)
    expect(refused).toContain('extension')
    await setDays(/IIT/, -1, 9)
    await stateHeadcount()
    expect(await page.getByRole('status').innerText()).toMatch(/headcount is stated/)

    await setDays(/^Confirmation/, 2, 5)
    const { status, stderr } = prongsai('results', 'compute', '--year', '2569', '--lang', 'en')
    expect(status).toBe(1)
    expect(stderr).toContain(writeDay(dayFromNow(2), 'en'))
    expect(stderr).not.toContain('extension')
    await setDays(/^Confirmation/, 0, 5)
    expect(prongsai('results', 'compute', '--year', '2569').status).toBe(0)
  })

  test('an invited coordinator accepts by the letter and works for their agency alone', async () => {
    await page.goto('/en/work/accounts/invite')
    await page.getByLabel('Full name').fill('ปรานี ประสาน')
    await page.getByLabel('E-mail').fill('pranee@a1.example')
    await page.getByLabel('Role').selectOption('coordinator')
    await page.getByLabel('Agency code').fill('A1')
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    const link = await readLink(dataDir, 'invitations', 'pranee@a1.example')
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
    for (const event of ['Opened a round', 'Invited somebody', 'Added a unit', 'Set the days of a phase']) {
      expect(trail).toContain(event)
    }
    expect(trail).toContain('round.opened')
    await page.getByLabel('Event').selectOption('Added a unit')
    await page.getByRole('button', { name: 'Show' }).click()
    const events = page.getByRole('row').getByRole('cell').nth(4)
    expect((await events.innerText()).trim()).toMatch(/^Added a unit/)
    expect(await page.locator('tbody').innerText()).not.toContain('Opened a round')
    await page.getByRole('link', { name: 'Clear filters' }).click()
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
