/** A link is flooded from many addresses: a browser that can computes and sends at once, one that cannot waits and then sends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { command, type RunningServer, startServer, stopServer } from '../support/program.ts'

let browser: Browser
let dataDir: string
let server: RunningServer
let link: string
let flood: Flood

interface Flood {
  stop(): Promise<void>
}

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-flooded-link-'))
  server = await startServer(dataDir, ['--demo'], { PROXIES: '1' })
  const asked = command(dataDir, ['demo', 'info', '--json'])
  await asked.ended
  const { surveys } = JSON.parse(asked.output()) as { surveys: { part: string; url: string }[] }
  link = surveys.find(({ part }) => part === 'iit')?.url ?? ''
})
afterAll(async () => {
  await stopServer(server)
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

beforeEach(async () => {
  flood = await startFlood()
})
afterEach(() => flood.stop())

/** What the link bears at once, and then more than it regains; nothing of it can be read as answers. */
async function startFlood(): Promise<Flood> {
  let isOn = true
  let sent = 0
  const send = async () => {
    sent += 1
    const headers = { 'X-Forwarded-For': `198.51.${sent >> 8}.${sent & 255}` }
    const answer = await fetch(link, { method: 'POST', headers, body: new URLSearchParams({ key: 'none' }) })
    await answer.arrayBuffer()
    return answer.status
  }
  while (!(await Promise.all(Array.from({ length: 100 }, send))).includes(429));
  const keepOn = async () => {
    while (isOn) await send()
  }
  const going = Promise.all(Array.from({ length: 32 }, keepOn))
  return {
    stop: async () => {
      isOn = false
      await going
    },
  }
}

/** Up to the page that says so; now and then the flood leaves room for one, who is thanked. */
async function answer(options: BrowserContextOptions = {}): Promise<Page> {
  const reader = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options })
  const page = await reader.newPage()
  const alert = page.getByRole('alert')
  while ((await alert.count()) === 0) {
    await page.goto(link)
    expect(await page.locator('script').count()).toBe(0)
    for (const question of await page.getByRole('group').all()) {
      await question.getByRole('radio').nth(1).check()
    }
    await page.getByRole('button').click()
    await alert.or(page.getByRole('heading', { name: 'ได้รับคำตอบของท่านแล้ว' })).waitFor()
  }
  return page
}

const chosen = (page: Page) => page.locator('input:checked').count()

describe('at a link that is flooded', () => {
  test('a browser computes in place of waiting, all that was chosen is kept, and the answers are taken', async () => {
    const page = await answer()
    const blocked: string[] = []
    page.on('console', (said) => said.type() === 'error' && blocked.push(said.text()))
    await page.getByText('กดส่งได้ทันที').waitFor()
    expect(await chosen(page)).toBe(15)
    expect(await listFaults(page)).toEqual([])
    await page.getByRole('button').click()
    await page.waitForURL('**/thanks')
    expect(blocked).toEqual([])
  })

  test('without scripts one is asked to wait, sees no word of computing, and sends once the flood is over', async () => {
    const page = await answer({ javaScriptEnabled: false })
    expect(await page.getByRole('alert').innerText()).toContain('โปรดรอสักครู่')
    expect(await page.getByRole('status').count()).toBe(0)
    expect(await chosen(page)).toBe(15)
    await flood.stop()
    await pause(1000)
    await page.getByRole('button').click()
    await page.waitForURL('**/thanks')
  })
})
