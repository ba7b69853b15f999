/** An enumerator interviews with the network cut and the app closed in between; every interview arrives once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { signIn } from '../support/workspace.ts'

let browser: Browser
let dataDir: string
let server: RunningServer
let tablet: BrowserContext
let page: Page
/** What the pages' policy refused. */
const refusals: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-interviews-'))
  server = await startServer(dataDir, ['--demo'])
  tablet = await newTablet()
  page = await tablet.newPage()
})

afterAll(async () => {
  await browser.close()
  await stopServer(server)
  rmSync(dataDir, { recursive: true, force: true })
})

async function newTablet(): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ baseURL: server.address, viewport: { width: 320, height: 640 } },
  })
  context.setDefaultTimeout(8000)
  context.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refusals.push(message.text())
  })
  return context
}

/** As when the system takes the memory away: nothing of the page has time to put anything in order. */
async function kill(on: Page): Promise<void> {
  const session = await tablet.newCDPSession(on)
  const crashed = on.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  await on.close()
}

async function count(): Promise<number> {
  const answer = await fetch(`${server.address}/api/v1/rounds/2569/agencies/TMB-03/progress`)
  const progress = (await answer.json()) as Record<string, { count: number }>
  return progress.eitSurvey?.count ?? Number.NaN
}

/** Opens the app, in English. */
async function openApp(on = page): Promise<void> {
  await on.goto('/interviews/?lang=en')
}

const start = (on = page) => on.getByRole('button', { name: /^Start an interview about/ }).first()

const questionsOn = (on: Page) => on.getByRole('group').filter({ has: on.getByRole('radio') })

/** Answers the first so many questions. */
async function answer(option: number, on = page, most = Number.POSITIVE_INFINITY): Promise<void> {
  await on.getByRole('radio').first().waitFor()
  const questions = await questionsOn(on).all()
  for (const question of questions.slice(0, most)) {
    const options = await question.getByRole('radio').all()
    await options[Math.min(option, options.length - 1)]?.check()
  }
}

const finish = (on = page) => on.getByRole('button', { name: 'Finish the interview' }).click()

describe('an enumerator', () => {
  test('signs in and opens the app from their work', async () => {
    await openApp()
    await page.getByRole('heading', { name: 'Sign in to begin' }).waitFor()
    await signIn(page, { email: 'enumerator@demo.prongsai.example' })
    await page.goto('/en/work/interviews')
    expect(await listFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.getByRole('link', { name: 'Open the interview app' }).click()
    await start().waitFor()
    expect(await page.getByRole('link', { name: 'Prongsai' }).getAttribute('href')).toBe(
      '/en/work/interviews',
    )
    await page.evaluate('navigator.serviceWorker.ready')
    expect(await listFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  test('is told what is missing, and what was answered stays', async () => {
    await start().click()
    await answer(2, page, 4)
    await finish()
    await page.getByRole('alert').getByRole('link', { name: 'Question 5 has no answer' }).click()
    await page.getByText(/^4 of 9 answered/).waitFor()
    expect(await listFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const targets = await page.evaluate(
      `[...document.querySelectorAll('button, label, summary, select, .summary a')].map((each) => each.getBoundingClientRect().height).filter((height) => height > 0 && height < 48)`,
    )
    expect(targets).toEqual([])
  })

  test('goes on with no network: the app opens, and the interview is where it was left', async () => {
    await tablet.setOffline(true)
    await kill(page)
    page = await tablet.newPage()
    await openApp()
    await page.getByText('No network: interviews are kept on this device').waitFor()
    await page.getByRole('button', { name: 'Continue where it was left' }).click()
    await page.getByText(/^4 of 9 answered/).waitFor()
    await answer(2)
    await finish()
    await page.getByRole('heading', { name: 'The interview is kept' }).waitFor()
  })

  test('hands the tablet to the next person, who finds nothing answered', async () => {
    await page.getByRole('button', { name: 'Next person' }).click()
    await page.getByText(/^0 of 9 answered/).waitFor()
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await answer(3)
    await finish()
    await page.getByRole('button', { name: 'Back to your work' }).click()
    await page.getByText('2 waiting · 0 sent').waitFor()
    expect(await listFaults(page)).toEqual([])
    expect(await count()).toBe(0)
  })

  test('loses the app to the system; when the network is back both interviews arrive, each once', async () => {
    await kill(page)
    page = await tablet.newPage()
    await openApp()
    await page.getByText('2 waiting · 0 sent').waitFor()
    const sent: string[] = []
    await tablet.route('**/api/v1/interviews', async (route) => {
      sent.push(route.request().postData() ?? '')
      const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'same-origin' }
      const answered = await route.fetch({ headers })
      // The first answer is lost on its way back.
      await (sent.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answered }))
    })
    await tablet.setOffline(false)
    await expect.poll(count, { timeout: 10_000 }).toBeGreaterThanOrEqual(1)
    const sendNow = page.getByRole('button', { name: 'Send now' })
    // A press while the lost answer is still awaited does nothing; and the app tries again by itself too.
    const pressed = async () => {
      await sendNow.click({ timeout: 500 }).catch(() => undefined)
      return page.getByText('0 waiting · 2 sent').isVisible()
    }
    await expect.poll(pressed, { timeout: 10_000 }).toBe(true)
    expect(await count()).toBe(2)
    expect(sent.length).toBeGreaterThanOrEqual(3)
    const keys = sent.map((body) => (JSON.parse(body) as { key: string }).key)
    expect(new Set(keys).size).toBe(2)
    await tablet.unroute('**/api/v1/interviews')
    const again = await page.evaluate(
      `fetch('/api/v1/interviews', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ${JSON.stringify(sent[0])} }).then(async (answer) => [answer.status, (await answer.json()).outcome])`,
    )
    expect(again).toEqual([200, 'storedBefore'])
    expect(await count()).toBe(2)
  })

  test('leaves no answer on the tablet once it is sent', async () => {
    const kept = await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('interviews')
      opening.onsuccess = () => {
        const asking = opening.result.transaction('interviews').objectStore('interviews').getAll()
        asking.onsuccess = () => resolve(asking.result.map(({ state, answers }) => [state, answers]))
      }
    })`)
    expect(kept).toEqual([
      ['sent', {}],
      ['sent', {}],
    ])
  })

  test('behind the sign-in page of somebody else’s network goes on as with none', async () => {
    for (const status of [200, 403]) {
      await tablet.route('**/api/v1/interviews**', (route) =>
        route.fulfill({ status, contentType: 'text/html', body: '<title>Welcome, guest</title>' }),
      )
      await openApp()
      await page.getByText('No network: interviews are kept on this device').waitFor()
      await start().click()
      await answer(1)
      await finish()
      await page.getByRole('button', { name: 'Back to your work' }).click()
      await page.getByText('1 waiting · ').waitFor()
      await tablet.unroute('**/api/v1/interviews**')
      await page.getByRole('button', { name: 'Send now' }).click()
      await page.getByText('0 waiting · ').waitFor()
    }
    expect(await count()).toBe(4)
  })

  test('notes how a call went, which the supervisor sees as a count', async () => {
    await page.getByText('Whom to call (6)').click()
    await page.getByLabel('How calling สมปอง (สมมติ) went').selectOption('refused')
    await page.getByText('Whom to call (5)').waitFor()
  })
})

describe('a supervisor', () => {
  let office: Page

  test('sees how far the interviews have come, and sends one back with a reason', async () => {
    const context = await newTablet()
    office = await context.newPage()
    await signIn(office, { email: 'supervisor@demo.prongsai.example' })
    await office.goto('/en/work/interviews/progress')
    expect(await listFaults(office)).toEqual([])
    expect(await office.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const row = office.getByRole('row', { name: /สัมภาษณ์ เดินเก่ง|Active|Under way/ }).first()
    expect(await row.textContent()).toMatch(/เดินเก่ง4300/)
    expect(await row.textContent()).toContain('1 of 6')
    await office.reload()
    await office
      .getByText(/^Send [0-9a-f]{4}-[0-9a-f]{4} back/)
      .first()
      .click()
    await office.getByLabel('Reason').first().fill('the respondent says nobody called')
    await office.getByRole('button', { name: 'Send it back' }).first().click()
    expect(await office.getByRole('status').textContent()).toMatch(/sent back/)
    expect(await count()).toBe(3)
  })

  test('is answered: the enumerator sees the reason, and interviews again', async () => {
    await openApp()
    await page.getByText('Reason: the respondent says nobody called').waitFor()
    await page.getByText('0 waiting · 3 sent · 1 sent back').waitFor()
    expect(await listFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Interview again' }).click()
    await answer(4)
    await finish()
    await expect.poll(count, { timeout: 10_000 }).toBe(4)
    await page.getByRole('button', { name: 'Back to your work' }).click()
    await page.getByText('0 waiting · 4 sent', { exact: true }).waitFor()
    expect(await page.getByText('Interview again').count()).toBe(0)
  })

  test('gives another quota and further people to call, and what is wrong in the list is said by line', async () => {
    await office.goto('/en/work/interviews/progress')
    await office.getByLabel('Agency').selectOption('TMB-03')
    await office.getByLabel('Enumerator').selectOption('enumerator@demo.prongsai.example')
    await office.getByLabel('Quota').fill('๓๑')
    await office.getByLabel('Whom to call').fill('อารี มีธุระ, 02-000-0199\nnobody')
    await office.getByRole('button', { name: 'Assign interviews' }).click()
    expect(await office.getByRole('alert').textContent()).toMatch(/Line 2/)
    await office.getByLabel('Whom to call').fill('อารี มีธุระ, 02-000-0199')
    await office.getByRole('button', { name: 'Assign interviews' }).click()
    expect(await office.getByRole('status').textContent()).toMatch(/assigned/)
    expect(await office.getByText('1 of 7').isVisible()).toBe(true)
  })
})

describe('a tablet that changes hands', () => {
  test('shows nothing of the one before, and keeps what they have not sent', async () => {
    await openApp()
    await start().click()
    await tablet.setOffline(true)
    await answer(1)
    await finish()
    await page.getByRole('button', { name: 'Back to your work' }).click()
    await page.getByText('Hand the device over').click()
    await page.getByRole('button', { name: 'Sign out and hand over' }).click()
    await page.getByRole('heading', { name: 'Sign in to begin' }).waitFor()
    await page.getByText('1 interview waits on this device for its owner').waitFor()
    expect(await page.locator('main').textContent()).not.toContain('เทศบาล')
    const kept = await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('interviews')
      opening.onsuccess = () => {
        const asking = opening.result.transaction('work').objectStore('work').getAll()
        asking.onsuccess = () => resolve(JSON.stringify(asking.result))
      }
    })`)
    expect(kept).toContain('TMB-03')
    expect(kept).not.toContain('02-000-')
    expect(await listFaults(page)).toEqual([])
    await tablet.setOffline(false)
    await page.waitForTimeout(1000)
    expect(await page.getByRole('heading', { name: 'Sign in to begin' }).isVisible()).toBe(true)
    await signIn(page, { email: 'reviewer@demo.prongsai.example' })
    await openApp()
    await page.getByText('does not have the role of enumerator').waitFor()
    await page.getByText('1 interview waits on this device for its owner').waitFor()
    expect(await count()).toBe(4)
    await tablet.clearCookies()
    await signIn(page, { email: 'enumerator@demo.prongsai.example' })
    await openApp()
    await expect.poll(count, { timeout: 10_000 }).toBe(5)
  })

  test('signs out whoever handed it over with no network, and not who has come since', async () => {
    const handOver = async () => {
      await tablet.setOffline(true)
      await page.getByText('Hand the device over').click()
      await page.getByRole('button', { name: 'Sign out and hand over' }).click()
      await page.getByRole('heading', { name: 'Sign in to begin' }).waitFor()
    }
    await handOver()
    const old = await tablet.cookies()
    await page.close()
    page = await tablet.newPage()
    await tablet.setOffline(false)
    await tablet.clearCookies()
    await signIn(page, { email: 'reviewer@demo.prongsai.example' })
    await openApp()
    await page.getByText('does not have the role of enumerator').waitFor()
    await page.goto('/en/work')
    expect(new URL(page.url()).pathname).toBe('/en/work')

    await tablet.clearCookies()
    await tablet.addCookies(old)
    await openApp()
    await start().waitFor()
    await handOver()
    await page.evaluate("addEventListener('online', (event) => event.stopImmediatePropagation(), true)")
    await tablet.setOffline(false)
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.waitForURL('**/sign-in?**')
    expect(await page.getByLabel('E-mail').isVisible()).toBe(true)
    await signIn(page, { email: 'enumerator@demo.prongsai.example' })
  })

  test('can be worked by keyboard alone', async () => {
    await openApp()
    await start().focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^0 of 9 answered/).waitFor()
    const questions = await questionsOn(page).count()
    for (let question = 0; question < questions; question++) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
    }
    await page.getByText(/^9 of 9 answered/).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The interview is kept' }).waitFor()
    await expect.poll(count, { timeout: 10_000 }).toBe(6)
  })
})

test('nothing of all this was against the policy of the pages', () => {
  expect(refusals).toEqual([])
})
