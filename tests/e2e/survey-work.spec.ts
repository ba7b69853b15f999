/** A coordinator gets a survey going, an administrator closes it, an assessor reads its signals; each sees only their own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { signIn } from '../support/workspace.ts'

const year = 2569
const own = `/en/work/surveys/${year}/TMB-03`
const nameOf = (role: string) => `${role}@demo.prongsai.example`

let browser: Browser
let dataDir: string
let server: RunningServer
let coordinator: Page
let administrator: Page

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-survey-work-'))
  server = await startServer(dataDir, ['--demo'])
  coordinator = await enter('coordinator')
  administrator = await enter('administrator')
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function visitor(): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.address })
  context.setDefaultTimeout(10_000)
  return context
}

async function enter(role: string): Promise<Page> {
  const page = await (await visitor()).newPage()
  await signIn(page, { email: nameOf(role) })
  return page
}

const statusOf = async (address: string) => (await fetch(address)).status
/** The form may stand for two seconds after its link has ended. */
const atMost = { timeout: 5000 }

const part = (page: Page, name: RegExp) => page.getByRole('region', { name })
const iit = /Internal|IIT/
const done = (page: Page) => page.getByRole('status').innerText()

async function countIn(page: Page, name: RegExp): Promise<number> {
  const said = await part(page, name)
    .getByText(/have answered/)
    .first()
    .innerText()
  return Number(/^([\d,]+) have answered/.exec(said)?.[1]?.replace(',', ''))
}

/** Presses a button that stands folded away until it is asked for. */
async function confirm(
  page: Page,
  ask: string,
  button: string | RegExp,
  within = part(page, iit),
): Promise<void> {
  await within.getByText(ask).click()
  await within.getByRole('button', { name: button }).click()
}

describe('the coordinator', () => {
  test('comes from the menu to the page of the agency at once', async () => {
    await coordinator.goto('/en/work')
    await coordinator
      .getByRole('navigation', { name: 'Workspace' })
      .getByRole('link', { name: 'Surveys', exact: true })
      .click()
    expect(new URL(coordinator.url()).pathname).toBe(own)
  })

  test('states how many people there are to ask, and keeps what was typed wrong', async () => {
    await coordinator.getByLabel(/^Staff who/).fill('many')
    await coordinator.getByRole('button', { name: 'State the headcount' }).click()
    expect(await coordinator.getByRole('alert').innerText()).toMatch(/whole number/i)
    expect(await coordinator.getByLabel(/^Staff who/).inputValue()).toBe('many')
    await coordinator.getByLabel(/^Staff who/).fill('๑๒๐')
    await coordinator.getByLabel(/^People and firms/).fill('3,200')
    await coordinator.getByRole('button', { name: 'State the headcount' }).click()
    expect(await done(coordinator)).toBe('The headcount is stated')
    expect(await coordinator.getByLabel(/^People and firms/).inputValue()).toBe('3200')
  })

  test('revokes the link and makes a new one, with a QR code that is drawn', async () => {
    const before = await part(coordinator, iit)
      .getByRole('link', { name: /\/go\/iit\// })
      .innerText()
    await confirm(coordinator, 'Revoke the link …', 'Revoke this link')
    expect(await done(coordinator)).toBe('The link is revoked')
    await part(coordinator, iit).getByRole('button', { name: 'Make the link' }).click()
    expect(await done(coordinator)).toBe('The links that were missing are made')
    const after = await part(coordinator, iit)
      .getByRole('link', { name: /\/go\/iit\// })
      .innerText()
    expect(after).not.toBe(before)
    await expect.poll(() => statusOf(before), atMost).toBe(410)
    const picture = part(coordinator, iit).getByRole('img', { name: /QR code/ })
    const answer = await fetch(server.address + (await picture.getAttribute('src')))
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/svg+xml'])
    await confirm(coordinator, 'Replace by a new link …', 'Revoke the link and make a new one')
    expect(await done(coordinator)).toMatch(/A new link is made/)
  })

  test('downloads the poster', async () => {
    const waiting = coordinator.waitForEvent('download')
    await part(coordinator, iit).getByRole('link', { name: 'A4 poster (PDF)' }).click()
    const file = await (await waiting).path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('sees the count rise by the answer somebody gives through the form, and no score', async () => {
    const before = await countIn(coordinator, iit)
    const link = await part(coordinator, iit)
      .getByRole('link', { name: /\/go\/iit\// })
      .getAttribute('href')
    const respondent = await (await visitor()).newPage()
    await respondent.goto(`${link}?lang=en`)
    for (const question of await respondent.getByRole('group').all()) {
      await question.getByRole('radio').nth(1).check()
    }
    await respondent.getByRole('button', { name: 'Send' }).click()
    expect(new URL(respondent.url()).pathname).toMatch(/\/thanks$/)
    await respondent.context().close()
    await coordinator.goto(own)
    expect(await countIn(coordinator, iit)).toBe(before + 1)
    expect(await coordinator.getByText('Nobody sees scores before the part is closed').count()).toBe(1)
    expect(await part(coordinator, iit).getByText('Somebody has answered already').count()).toBe(1)
  })

  test('may neither close a part nor export what is sealed', async () => {
    expect(await coordinator.getByText('Close this part …').count()).toBe(0)
    expect(await coordinator.getByText('Can be exported once a part is closed').count()).toBe(1)
    const refused = await coordinator.goto(`${own}/export?format=csv`)
    expect([refused?.status(), refused?.headers()['content-type']]).toEqual([
      409,
      'text/plain; charset=utf-8',
    ])
    expect(await refused?.text()).toMatch(/\w+ \w+/)
    await coordinator.goto(own)
  })

  test.each(['', '/export?format=csv', '/export?of=answers'])(
    'is refused the page of another agency (%s)',
    async (file) => {
      expect((await coordinator.goto(`/en/work/surveys/${year}/TMB-01${file}`))?.status()).toBe(403)
    },
  )

  test('is refused the signals', async () => {
    expect((await coordinator.goto('/en/work/signals'))?.status()).toBe(403)
    expect((await coordinator.goto('/en/work/signals/2568/TMB-03'))?.status()).toBe(403)
  })
})

describe('one-time codes', () => {
  const page = `/en/work/surveys/${year}/TMB-18`
  const eit = /EIT|External/

  test('are chosen before the first answer, made once, and cannot be made for what is answered by link', async () => {
    await administrator.goto(page)
    const public1 = part(administrator, eit).first()
    await public1.getByLabel(/One-time codes/).check()
    await public1.getByRole('button', { name: 'Set the way of answering' }).click()
    expect(await done(administrator)).toBe('The way of answering is set')
    await public1.getByLabel('How many (1–5,000)').fill('0')
    await public1.getByRole('button', { name: 'Make codes and download them' }).click()
    expect(await administrator.getByRole('alert').innerText()).toContain('5,000')
    await public1.getByLabel('How many (1–5,000)').fill('7')
    await public1.getByLabel('File').selectOption('csv')
    const waiting = administrator.waitForEvent('download')
    await public1.getByRole('button', { name: 'Make codes and download them' }).click()
    const lines = readFileSync(await (await waiting).path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(8)
    expect(new Set(lines).size).toBe(8)
    expect(lines[1]).toMatch(/^[2-9b-z]{5}-[2-9b-z]{5},http/)
  })

  test('are not made by going to their address', async () => {
    await administrator.goto(`${page}/codes`)
    expect(new URL(administrator.url()).pathname).toBe(page)
  })

  test('are not made for another site', async () => {
    const cookie = (await administrator.context().cookies()).map(({ name, value }) => `${name}=${value}`)
    const answer = await fetch(`${server.address}${page}/codes`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ part: 'eitPublic', count: '1' }) },
      headers: { Cookie: cookie.join('; '), 'Sec-Fetch-Site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('the centre', () => {
  test('finds agencies by name and by state, with their counts', async () => {
    await administrator.goto('/en/work/surveys')
    expect(await administrator.getByRole('row').count()).toBeGreaterThan(5)
    await administrator.getByLabel('Name or code').fill('TMB-03')
    await administrator.getByRole('button', { name: 'Show' }).click()
    expect(await administrator.getByRole('row').count()).toBe(2)
    expect(await administrator.getByRole('row').last().innerText()).toMatch(/28/)
    await administrator.goto('/en/work/surveys?state=closed')
    expect(await administrator.getByText('No agency matches').count()).toBe(1)
  })

  test('a supervising body sees the agencies of its province only', async () => {
    const supervisor = await enter('supervisor')
    await supervisor.goto('/en/work/surveys')
    expect(await supervisor.getByRole('row').count()).toBeGreaterThan(2)
    const seen = await supervisor.getByRole('main').innerText()
    expect(seen).not.toMatch(/Industrial Promotion/)
    expect((await supervisor.goto(`/en/work/surveys/${year}/DIPROM`))?.status()).toBe(403)
    await supervisor.context().close()
  })

  test('closes a part, which then takes no answer and keeps its count', async () => {
    await administrator.goto(own)
    const link = await part(administrator, iit)
      .getByRole('link', { name: /\/go\/iit\// })
      .getAttribute('href')
    const before = await countIn(administrator, iit)
    await confirm(administrator, 'Close this part …', /^Close /)
    expect(await done(administrator)).toBe('The part is closed; its count stands')
    expect(await countIn(administrator, iit)).toBe(before)
    await expect.poll(() => statusOf(server.address + link), atMost).toBe(403)
    expect(await administrator.getByText('Close this part …').count()).toBeGreaterThan(0)
  })

  test('sees the score that the close has produced, and so does the coordinator; open parts have none', async () => {
    for (const page of [administrator, coordinator]) {
      await page.goto(own)
      expect(
        await part(page, iit)
          .getByText(/^Provisional score \d{1,3}\.\d{2}$/)
          .count(),
      ).toBe(1)
      expect(await page.getByText(/^Provisional score \d/).count()).toBe(1)
      const whole = await part(page, /^Provisional score$/).innerText()
      expect(whole).toMatch(/no result until it is published/)
      expect(whole).toMatch(/Total\s+not closed yet: EIT/)
    }
  })

  test('exports what is closed: the coordinator counts, the centre answers', async () => {
    const fileOf = async (page: Page, name: string) => {
      await page.goto(own)
      const waiting = page.waitForEvent('download')
      await page.getByRole('link', { name, exact: true }).click()
      return readFileSync(await (await waiting).path(), 'utf8')
    }
    const counts = JSON.parse(await fileOf(coordinator, 'Counts (JSON)'))
    expect(counts.parts).toMatchObject([{ part: 'iit', count: 28, options: null }])
    expect(await coordinator.getByRole('link', { name: /^Answers/ }).count()).toBe(0)
    const answers = JSON.parse(await fileOf(administrator, 'Answers (JSON)'))
    expect(answers.answers).toHaveLength(28)
    expect((await coordinator.goto(`${own}/export?of=answers`))?.status()).toBe(403)
  })
})

describe('the assessor', () => {
  test('reads signals of what is closed, and that nothing there changes a score', async () => {
    const assessor = await enter('assessor')
    await assessor.goto('/en/work')
    await assessor.getByRole('link', { name: 'Answer signals' }).first().click()
    expect(await assessor.getByText('None of these signals changes a score').count()).toBe(1)
    await assessor.goto(`/en/work/signals/${year}/TMB-03`)
    await assessor.locator('summary').filter({ hasText: /[0-9]/ }).first().click()
    const cards = assessor.getByRole('article')
    expect(await cards.count()).toBeGreaterThanOrEqual(2)
    expect(await cards.first().getByText('Threshold', { exact: true }).count()).toBe(1)
    expect((await assessor.goto(`/en/work/signals/${year}/DIPROM`))?.status()).toBe(403)
    await assessor.context().close()
  })
})

describe('every page of survey work', () => {
  const pages = [
    ['administrator', '/work/surveys'],
    ['administrator', `/work/surveys/${year}/TMB-03`],
    ['administrator', `/work/surveys/${year}/TMB-18`],
    ['administrator', '/work/signals?year=2568'],
    ['administrator', '/work/signals/2568/TMB-03'],
    ['administrator', `/work/signals/${year}/TMB-03`],
  ] as const

  test.each(pages.flatMap(([role, path]) => [1280, 320].map((width) => [role, path, width] as const)))(
    'for the %s at %s has no accessibility fault at %i pixels, in Thai and in English',
    async (_, path, width) => {
      const state = await administrator.context().storageState()
      for (const [language, colorScheme] of [
        ['', 'light'],
        ['/en', 'dark'],
      ] as const) {
        const context = await browser.newContext({
          ...{ bypassCSP: true, baseURL: server.address, storageState: state, colorScheme },
          viewport: { width, height: 800 },
        })
        const page = await context.newPage()
        expect((await page.goto(language + path))?.status()).toBe(200)
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
        expect(await listFaults(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        await context.close()
      }
    },
  )
})
