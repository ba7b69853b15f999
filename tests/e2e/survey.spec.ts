/** People answer IIT and EIT with JavaScript off: on a narrow screen, with large text, in both languages, by keyboard. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { linkedPart } from '#modules/surveys/link.ts'
import { loadRenderer } from '#web/respond/renderer.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'

interface Survey {
  readonly agency: string
  readonly part: string
  readonly url: string
}

const kilobyte = 1000
const heaviest = 30 * kilobyte

let browser: Browser
let dataDir: string
let server: RunningServer
let surveys: readonly Survey[]

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-survey-'))
  server = await startServer(dataDir, ['--demo'])
  surveys = (JSON.parse(prongsai('demo', 'info', '--json')) as { surveys: Survey[] }).surveys
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function prongsai(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/prongsai.ts', ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function urlOf(agency: string, part: string): string {
  const found = surveys.find((survey) => survey.agency === agency && survey.part === part)
  if (!found) throw new Error(`no link of ${agency} ${part}`)
  return found.url
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const reader = await browser.newContext({
    ...{ javaScriptEnabled: false, viewport: { width: 320, height: 640 } },
    ...options,
  })
  const page = await reader.newPage()
  await page.goto(url)
  return page
}

async function countOf(agency: string, part: string): Promise<number> {
  const answer = await fetch(`${server.address}/api/v1/rounds/2569/agencies/${agency}/progress`)
  const progress = (await answer.json()) as Record<string, { count: number }>
  return progress[part]?.count ?? Number.NaN
}

async function chooseAll(page: Page, { except = [] as readonly number[], option = 1 } = {}): Promise<void> {
  const questions = await page.getByRole('group').all()
  for (const [index, question] of questions.entries()) {
    if (!except.includes(index)) await question.getByRole('radio').nth(option).check()
  }
}

interface AnyForm {
  readonly year: number
  readonly survey: 'iit' | 'eit'
  readonly language: 'th' | 'en'
}

const forms: readonly AnyForm[] = [2563, 2564, 2565, 2566, 2567, 2568, 2569].flatMap((year) =>
  (['iit', 'eit'] as const).flatMap((survey) =>
    (['th', 'en'] as const).map((language) => ({ year, survey, language })),
  ),
)

/** Weighs a form that asks for a one-time code, for an agency with a long name, with its stylesheet and its font. */
async function openScales() {
  const render = await loadRenderer()
  const weigh = (bytes: Buffer) => ({ unpacked: bytes.length, sent: gzipSync(bytes).length })
  return async (form: AnyForm) => {
    const { year, survey, language } = form
    const framework = (await findShippedFramework(year))?.framework
    const part = framework && linkedPart(framework, survey)
    if (!framework || !part) throw new Error(`no form of ${survey} ${year}`)
    const agency = { name: { th: 'ก'.repeat(30), en: 'A'.repeat(60) }, isImaginary: true }
    const page = {
      ...({ kind: 'form', survey, part, framework, agency } as const),
      isByCode: true,
      key: '0'.repeat(32),
    }
    const html = render(page, { language, path: `/go/${survey}/23456789` })
    const css = readFileSync(`build/client${/href="([^"]+\.css)"/.exec(html)?.[1]}`)
    const font = readFileSync(`build/client${/url\(([^)]+)\)/.exec(String(css))?.[1]}`).length
    const [text, style] = [weigh(Buffer.from(html)), weigh(css)]
    return {
      ...form,
      sent: text.sent + style.sent + font,
      unpacked: text.unpacked + style.unpacked + font,
    }
  }
}

describe('somebody who works at an agency', () => {
  test('answers IIT, is told what is missing with all that was chosen kept, and is thanked', async () => {
    const before = await countOf('DIPROM', 'iit')
    const page = await open(urlOf('DIPROM', 'iit'))
    expect(await page.getByRole('group').count()).toBe(15)
    await chooseAll(page, { except: [3, 9] })
    await page.getByRole('button', { name: 'ส่งคำตอบ' }).click()
    const summary = page.getByRole('alert')
    expect(await summary.getByRole('link').allTextContents()).toEqual(['ข้อ 4 ยังไม่มีคำตอบ', 'ข้อ 10 ยังไม่มีคำตอบ'])
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(13)
    await summary.getByRole('link').first().click()
    await page.keyboard.press('Space')
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(14)
    await page.getByRole('group').nth(9).getByRole('radio').first().check()
    await page.getByRole('button', { name: 'ส่งคำตอบ' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('ได้รับคำตอบของท่านแล้ว')
    await page.reload()
    expect(await countOf('DIPROM', 'iit')).toBe(before + 1)
    await page.context().close()
  })

  test('presses twice, and goes back and sends again: it counts once', async () => {
    const before = await countOf('TMB-01', 'iit')
    const page = await open(urlOf('TMB-01', 'iit'))
    await chooseAll(page)
    const html = page.locator('input[name=key]')
    const key = await html.inputValue()
    await page.getByRole('button').dblclick()
    await page.getByRole('heading', { name: 'ได้รับคำตอบของท่านแล้ว' }).waitFor()
    const again = new URLSearchParams({
      key,
      ...Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`i${n + 1}`, '1'])),
    })
    expect((await fetch(urlOf('TMB-01', 'iit'), { method: 'POST', body: again })).ok).toBe(true)
    expect(await countOf('TMB-01', 'iit')).toBe(before + 1)
    await page.context().close()
  })
})

describe('somebody an agency has served', () => {
  test('answers EIT in English by keyboard alone', async () => {
    const before = await countOf('DIPROM', 'eitPublic')
    const page = await open(urlOf('DIPROM', 'eitPublic'))
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('External')
    await page.getByRole('link', { name: 'Read what is kept' }).focus()
    for (let question = 0; question < 9; question++) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
    }
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(9)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your answers have arrived' }).waitFor()
    expect(await countOf('DIPROM', 'eitPublic')).toBe(before + 1)
    await page.context().close()
  })

  test('reads how the answers are kept', async () => {
    const page = await open(urlOf('DIPROM', 'eitPublic'))
    await page.getByRole('link', { name: 'อ่านว่าเก็บอะไร' }).click()
    expect(await page.getByRole('listitem').filter({ hasText: 'อย่างน้อย 5 ชุด' }).count()).toBe(1)
    await page.context().close()
  })
})

describe('every page of a survey', () => {
  const pages = () => [
    ...['', '?lang=en', '/thanks', '/thanks?lang=en'].flatMap((end) => [
      urlOf('DIPROM', 'iit') + end,
      urlOf('TMB-06', 'eitPublic') + end,
    ]),
    ...['', '?lang=en'].flatMap((end) => [
      `${server.address}/go/privacy${end}`,
      `${server.address}/go/iit/zzzzzzzz${end}`,
    ]),
  ]

  /** The heaviest: it asks for a one-time code too. */
  const urlByCode = () => {
    const agency = ['--year', '2569', '--agency', 'TMB-20']
    prongsai('rounds', 'enrol', ...agency)
    prongsai('surveys', 'open-links', ...agency, '--mode', 'codes')
    const links = JSON.parse(prongsai('surveys', 'links', ...agency, '--json')) as Survey[]
    return links.find(({ part }) => part === 'iit')?.url ?? ''
  }

  test('pleases axe, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const url of pages()) {
        const page = await open(url, { javaScriptEnabled: true, bypassCSP: true, colorScheme })
        expect(await listFaults(page), url).toEqual([])
        await page.context().close()
      }
    }
  })

  test('fits 320 pixels and text of twice the size', async () => {
    for (const url of pages()) {
      for (const size of ['100%', '200%']) {
        const page = await open(url, { javaScriptEnabled: true, bypassCSP: true })
        await page.addStyleTag({
          content: `html { font-size: calc(106.25% * ${Number.parseInt(size, 10) / 100}) !important }`,
        })
        const [wide, room] = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        )) as [number, number]
        expect(wide, `${url} ${size}`).toBeLessThanOrEqual(room)
        await page.context().close()
      }
    }
  })

  test('weighs 30 kB at most with all it fetches, unpacked, and brings no script and no cookie', async () => {
    for (const url of [...pages(), urlByCode()]) {
      const reader = await browser.newContext({ javaScriptEnabled: false })
      const page = await reader.newPage()
      const fetched: Promise<number>[] = []
      page.on('response', (answer) => fetched.push(answer.body().then((body) => body.length)))
      await page.goto(url, { waitUntil: 'networkidle' })
      const weight = (await Promise.all(fetched)).reduce((sum, bytes) => sum + bytes, 0)
      expect(weight, url).toBeLessThanOrEqual(heaviest)
      expect(await page.locator('script, [style]').count()).toBe(0)
      expect(await reader.cookies()).toEqual([])
      await reader.close()
    }
  })

  /** The font as sent is packed already. */
  test('of any year, in either language, weighs 30 kB at most as it is sent; with 15 questions unpacked too', async () => {
    const weigh = await openScales()
    const weights = await Promise.all(forms.map(weigh))
    expect(weights.filter(({ sent }) => sent > heaviest)).toEqual([])
    const heavy = weights.filter(({ unpacked }) => unpacked > heaviest)
    expect(new Set(heavy.map(({ survey, year }) => `${survey} ${year}`))).toEqual(
      new Set(['iit 2563', 'iit 2564', 'iit 2565', 'iit 2566']),
    )
    // Thirty questions of 42 rows, 20 kB of Thai letters alone.
    expect(Math.max(...heavy.map(({ unpacked }) => unpacked))).toBeLessThanOrEqual(48 * kilobyte)
  })

  test('every option is a row that a thumb can press', async () => {
    const page = await open(urlOf('DIPROM', 'iit'))
    for (const row of await page.locator('label').all()) {
      expect((await row.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48)
    }
    await page.context().close()
  })
})

describe('the open round of the demo', () => {
  test('closes at the command line; then the form says so, and no answer is taken', async () => {
    const url = urlOf('TMB-16', 'eitPublic')
    const page = await open(url)
    await chooseAll(page)
    const count = await countOf('TMB-16', 'eitPublic')
    prongsai('surveys', 'close', '--year', '2569', '--agency', 'TMB-16', '--part', 'eitPublic')
    await page.getByRole('button').click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('แบบวัดนี้ปิดรับคำตอบแล้ว')
    expect(await countOf('TMB-16', 'eitPublic')).toBe(count)
    await page.context().close()
  })
})
