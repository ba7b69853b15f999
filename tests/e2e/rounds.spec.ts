/** A year is opened and scheduled at the command line, and anyone reads in the calendar where it stands. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dayOf } from '#base/bangkok-day.ts'
import { writeDay } from '#text/days.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'

const demo = inject('baseUrl')
const year = '2569'
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

let browser: Browser
let dataDir: string
let server: RunningServer

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-rounds-'))
  server = await startServer(dataDir)
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function rounds(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/prongsai.ts', 'rounds', ...args, '--year', year],
    { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** For a reader who has not been here before: pages may be kept for a minute. */
async function open(path: string): Promise<Page> {
  const reader = await browser.newContext({ javaScriptEnabled: false, baseURL: server.address })
  const page = await reader.newPage()
  await page.goto(path)
  return page
}

const item = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
    .last()

describe('a calendar', () => {
  test('before any round says so and offers what can be read', async () => {
    const page = await open('/')
    await page.getByRole('navigation', { name: 'เมนูหลัก' }).getByRole('link', { name: 'ปฏิทิน' }).click()
    expect(await page.getByRole('heading', { name: 'ยังไม่มีรอบการประเมิน' }).count()).toBe(1)
    await page.getByRole('link', { name: 'ดูกรอบการประเมิน' }).click()
    expect(new URL(page.url()).pathname).toBe('/frameworks')
    await page.context().close()
  })

  test('of a year just opened has its phases in order and no days', async () => {
    rounds('open')
    const page = await open('/rounds')
    expect(await page.getByText('ยังไม่กำหนดวันของขั้นตอนใด').count()).toBe(1)
    await page.getByRole('link', { name: 'ปีงบประมาณ พ.ศ. 2569' }).click()
    const names = await page.getByRole('heading', { level: 3 }).allInnerTexts()
    expect(names).toHaveLength(9)
    expect(names.slice(0, 3)).toEqual(['ลงทะเบียนและนำเข้าข้อมูล', 'เก็บแบบวัด IIT และ EIT', 'ตอบแบบวัด OIT'])
    expect(await item(page, 'ประกาศผล').textContent()).toContain('ยังไม่กำหนด')
    await page.context().close()
  })

  test('counts down the open phase, dates what is to come, and shows the two that run beside each other', async () => {
    rounds('schedule', '--phase', 'register', '--opens', dayFromNow(-30), '--closes', dayFromNow(-1))
    rounds('schedule', '--phase', 'collect', '--opens', dayFromNow(-1), '--closes', dayFromNow(12))
    rounds('schedule', '--phase', 'answer', '--opens', dayFromNow(1), '--closes', dayFromNow(12))
    const page = await open(`/rounds/${year}`)
    const collect = (await item(page, 'เก็บแบบวัด IIT และ EIT').textContent()) ?? ''
    expect(collect).toContain('เปิดอยู่')
    expect(collect).toContain(`จนถึง ${writeDay(dayFromNow(12), 'th')} เวลา 24.00 น.`)
    expect(collect).toContain('เหลืออีก 12 วัน')
    expect(await item(page, 'ตอบแบบวัด OIT').textContent()).toMatch(/ยังไม่ถึง.*เปิดพรุ่งนี้/)
    expect(await item(page, 'ลงทะเบียนและนำเข้าข้อมูล').textContent()).toContain('ปิดแล้ว')
    const beside = page.getByRole('listitem').filter({ hasText: 'สองขั้นตอนนี้ทำคู่กันไป' })
    expect(await beside.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'เก็บแบบวัด IIT และ EIT',
      'ตอบแบบวัด OIT',
    ])
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Assessment calendar of fiscal year 2569',
    )
    expect(await item(page, 'IIT and EIT answers').textContent()).toContain('12 days left')
    await page.context().close()
  })

  test('on the last day of a phase says that it closes tonight', async () => {
    rounds('schedule', '--phase', 'collect', '--opens', dayFromNow(-9), '--closes', dayFromNow(0))
    const page = await open('/rounds')
    expect(await page.getByRole('main').textContent()).toContain('วันนี้เป็นวันสุดท้าย ปิดเวลา 24.00 น.')
    await page.context().close()
  })

  test('of a published year leads to its results', async () => {
    const page = await open(`${demo}/rounds/2568`)
    expect(await page.getByText('รอบนี้ปิดแล้ว ไม่รับข้อมูลเพิ่ม').count()).toBe(1)
    expect(await item(page, 'ประกาศผล').textContent()).toContain('วันเดียว 15 ส.ค. 2568')
    expect(await item(page, 'ผู้บริหารอนุมัติ').textContent()).toContain('ไม่ได้กำหนดวัน')
    await page.getByRole('link', { name: 'ดูผลการประเมินของปีนี้' }).click()
    expect(page.url()).toBe(`${demo}/results?year=2568`)
    await page.context().close()
  })
})

test.each([
  ['/rounds/2560', 404, 'รอบที่มีคือปี 2569'],
  ['/rounds/next', 400, 'ไม่ใช่ปีงบประมาณ'],
])('%s is answered with %i and what there is', async (path, status, sentence) => {
  const response = await fetch(server.address + path)
  expect(response.status).toBe(status)
  expect(await response.text()).toContain(sentence)
})

describe('every page of the calendar', () => {
  const pages = ['/rounds', '/en/rounds', `/rounds/${year}`, `/en/rounds/${year}`]

  test.each(pages)('%s may be kept a minute and sends no script and no inline style', async (path) => {
    const response = await fetch(server.address + path)
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
    expect(await response.text()).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i)
  })

  test.each(pages)(
    '%s needs no sideways scrolling at 320 pixels and has no accessibility fault',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          ...{ bypassCSP: true, baseURL: server.address, colorScheme },
          viewport: { width: 320, height: 640 },
        })
        const page = await context.newPage()
        await page.goto(path)
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
        expect(await listFaults(page)).toEqual([])
        await context.close()
      }
    },
  )
})
