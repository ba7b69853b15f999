/** Nobody has to push a page sideways to read it: not on the smallest telephone, and not with text twice as large. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

const base = inject('baseUrl')
const diprom = '/agencies/DIPROM/2568'
const pages = [
  '/',
  '/results?year=2568&from=DIPROM',
  diprom,
  '/agencies/TMB-33/2568',
  `${diprom}/explain/total`,
  `${diprom}/explain/rating`,
  `${diprom}/explain/part:eitSurvey/question:e7`,
  '/frameworks/2568',
  '/rounds',
  '/rounds/2568',
  '/open-data',
]
const inBothLanguages = pages.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`])

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
})

/** How far each page reaches beyond the window, in pixels, with its folds open. */
async function listOverhangs(context: BrowserContext, textSize: string): Promise<Record<string, number>> {
  const page = await context.newPage()
  const overhangs: Record<string, number> = {}
  for (const path of inBothLanguages) {
    await page.goto(path)
    const overhang = await page.evaluate(`(() => {
      document.documentElement.style.fontSize = '${textSize}'
      for (const fold of document.querySelectorAll('details')) fold.open = true
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })()`)
    if (overhang !== 0) overhangs[path] = Number(overhang)
  }
  return overhangs
}

describe('no page needs sideways scrolling', () => {
  test.each([
    [320, '100 %', ''],
    [360, '150 %', '160%'],
    [360, '200 %', '212.5%'],
  ])('%i pixels wide with text at %s', async (width, _, textSize) => {
    const viewport = { width, height: 640 }
    const context = await browser.newContext({ bypassCSP: true, baseURL: base, viewport })
    expect(await listOverhangs(context, textSize)).toEqual({})
    await context.close()
  })
})
