/** One agency on its own: from the first start to its round and its results, with nothing of a centre in the way. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importResults } from '#modules/results/import.ts'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import { openDatabase } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { operator } from '../support/cast.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { setUpSecondFactor, signIn } from '../support/workspace.ts'

const email = 'somsri@river.example'
const password = 'a long sentence to remember'

let dataDir: string
let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-agency-'))
  server = await startServer(dataDir)
  browser = await launchBrowser()
  page = await visit()
})

afterAll(async () => {
  await browser.close()
  await stopServer(server)
  rmSync(dataDir, { recursive: true, force: true })
})

async function visit(): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.address })
  context.setDefaultTimeout(8000)
  return context.newPage()
}

const fillPasswords = async () => {
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password once more').fill(password)
}
/** What axe finds, and pages wider than the smallest telephone. */
async function listPageFaults(...paths: string[]): Promise<string[]> {
  const viewport = { width: 320, height: 800 }
  const context = await browser.newContext({ bypassCSP: true, baseURL: server.address, viewport })
  const own = await context.newPage()
  const found: string[] = []
  for (const path of paths) {
    await own.goto(path)
    const width = await own.evaluate('document.documentElement.scrollWidth')
    if (width !== viewport.width) found.push(`${path}: ${width} px wide`)
    for (const fault of await listFaults(own)) found.push(`${path}: ${fault}`)
  }
  await context.close()
  return found
}

/** As the operator would, while the server runs. */
async function publishResult(): Promise<void> {
  const served = await borrowDatabase(readConfig({ DATA_DIR: dataDir }))
  const log = makeLog('silent')
  const database = openDatabase(served.url, log)
  const result = { agencyCode: 'RIVER', total: '91.50', source: 'https://river.example/ita' }
  await act({ database, log, clock: () => new Date() }, operator, (context) =>
    importResults(context, { fiscalYear: 2567, results: [result] }),
  )
  await database.close()
  await served.release()
}

const begin = () => page.getByRole('button', { name: 'Create the administrator and begin' }).click()
const mainText = (from: Page = page) => from.locator('main').innerText()

describe('an instance of one agency', () => {
  test('is started for an agency that is registered at once, of a type from the list that comes along', async () => {
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(server.output())?.[0] ?? ''
    expect(await listPageFaults('/start', '/en/start')).toEqual([])
    await page.goto(`/en/start?code=${code}`)
    await page.getByLabel('Full name').fill('สมศรี มีวินัย')
    await page.getByLabel('E-mail').fill(email)
    await fillPasswords()
    await page.getByLabel('One agency').check()
    await page.getByLabel('Agency code').fill('RIVER')
    await begin()
    expect(await page.getByRole('alert').innerText()).toMatch(/RIVER.*name and type/)
    expect(await page.getByLabel('One agency').isChecked()).toBe(true)
    await page.getByLabel('Set-up code').fill(code)
    await fillPasswords()
    await page.getByLabel('Name of the agency').fill('กรมแม่น้ำ')
    await page.getByLabel('Type of agency').selectOption('department')
    await begin()
    expect(await page.getByRole('status').innerText()).toMatch(/administrator is there/)
  })

  test('offers the agency in place of a registry', async () => {
    await signIn(page, { email, password })
    await setUpSecondFactor(page, password)
    await page.goto('/en/work')
    const menu = page.getByRole('navigation', { name: 'Workspace menu' })
    expect(await menu.getByRole('link', { name: 'Agencies' }).count()).toBe(0)
    expect(await mainText()).not.toContain('all agencies')
    await menu.getByRole('link', { name: 'Our agency' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('กรมแม่น้ำ')
    await page.goto('/en/work/agencies')
    expect(page.url()).toMatch(/\/en\/work\/agencies\/RIVER$/)
  })

  test('gives the roles of an agency, and those alone', async () => {
    await page.goto('/en/work/accounts/invite')
    const roles = await page.getByLabel('Role').locator('option').allInnerTexts()
    expect(roles).toContain('Agency coordinator')
    for (const role of ['Administrator', 'Auditor', 'Supervising body', 'Lead assessor', 'Assessor']) {
      expect(roles).not.toContain(role)
    }
    expect(await page.getByLabel('Agency code').count()).toBe(0)
    await page.getByLabel('Full name').fill('วิชัย ตรวจดี')
    await page.getByLabel('E-mail').fill('wichai@river.example')
    await page.getByLabel('Role').selectOption('reviewer')
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    expect(await page.getByRole('status').innerText()).toMatch(/on its way/)
    expect(await mainText()).toContain('กรมแม่น้ำ')
  })

  test('leads a reader to what to do first while nothing is published', async () => {
    const reader = await visit()
    await reader.goto('/en')
    expect(await reader.getByRole('heading', { level: 1 }).innerText()).toBe('กรมแม่น้ำ')
    expect(await mainText(reader)).toContain('What to do first')
    await reader.goto('/en/results')
    expect(new URL(reader.url()).pathname).toMatch(/^\/en\/?$/)
    expect(await reader.getByRole('link', { name: 'Our results' }).count()).toBe(1)
    expect(await listPageFaults('/', '/en')).toEqual([])
  })

  test('opens a round in which the agency is enrolled at once', async () => {
    await page.goto('/en/work/rounds')
    await page.getByLabel('Fiscal year').selectOption('2569')
    await page.getByRole('button', { name: 'Open the round' }).click()
    expect(await mainText()).toContain('The agency is enrolled in this round')
    expect(await page.getByLabel('Agency codes').count()).toBe(0)
    expect(await page.getByLabel('Agency code', { exact: true }).count()).toBe(0)
    const answer = await fetch(`${server.address}/api/v1/rounds/2569`)
    expect(await answer.json()).toMatchObject({ enrolledCount: 1 })
    const reader = await visit()
    await reader.goto('/en/rounds/2569')
    expect(await mainText(reader)).not.toMatch(/1 agenc/)
  })

  test('shows a reader its newest result first, once there is one', async () => {
    await publishResult()
    const reader = await visit()
    for (const path of ['/en', '/en/results']) {
      await reader.goto(path)
      expect(new URL(reader.url()).pathname).toBe('/en/agencies/RIVER/2567')
    }
    expect(await mainText(reader)).toContain('91.50')
  })
})
