/**
 * The form on a telephone of 2014 to 2016: what its browser does not know is taken out of the stylesheet, as that
 * browser would pass over it, and the form is used all the same.
 */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { loadRenderer } from '#web/respond/renderer.ts'
import { launchBrowser, listFaults } from '../support/browser.ts'

const years = [2563, 2569] as const

/** What came after Chrome 50, and is in the stylesheet in rules of its own, or is passed over without harm. */
const harmless = ['accent-color', 'text-underline-offset', 'font-display'] as const
/** What would break the page where it is not known, or takes a whole rule along. */
const tooNew =
  /@layer|@container|&|color-mix|oklch|clamp\(|\bmin\(|\bmax\(|:is\(|:where\(|:not\([^)]*,|(?:^|[;{])(?:gap|inset|aspect-ratio|place-|[\w-]*-inline|[\w-]*-block)\b|grid|dvh|svh|lvh|#[\da-f]{8}\b/

let browser: Browser
let sheet: string
const pages: Record<number, string> = {}

beforeAll(async () => {
  browser = await launchBrowser()
  const render = await loadRenderer()
  for (const year of years) {
    const loaded = await findShippedFramework(year)
    if (!loaded) throw new Error(`no framework of ${year}`)
    const agency = { name: { th: 'กรมสมมติ', en: 'A department' }, isImaginary: true }
    const page = {
      ...({ kind: 'form', survey: 'iit', part: 'iit', framework: loaded.framework, agency } as const),
      ...{ isByCode: true, key: '0'.repeat(32), faults: ['i2', 'i3'], chosen: { i2: '1' } },
    }
    pages[year] = render(page, { language: 'th', path: '/go/iit/23456789' })
  }
  sheet = readFileSync(`build/client${/href="([^"]+\.css)"/.exec(pages[2569] ?? '')?.[1]}`, 'utf8')
})
afterAll(() => browser.close())

/** Rules with a selector that is not known are dropped whole, and so is each declaration that is not known. */
function asSeenBy({ hasVariables }: { readonly hasVariables: boolean }): string {
  const dropped = [
    /@supports [^{]+\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g,
    /@media \(prefers[^{]+\{(?:[^{}]|\{[^{}]*\})*\}/g,
  ]
  const rules = [/[^{}]*:has\([^{}]*\{[^{}]*\}/g, /[^{}]*:focus-visible[^{}]*\{[^{}]*\}/g]
  const declarations = [
    ...harmless.map((name) => new RegExp(`(?<=[;{])${name}:[^;}]*;?`, 'g')),
    ...(hasVariables ? [] : [/(?<=[;{])(?:--[\w-]+:[^;}]*|[\w-]+:[^;{}]*var\([^;}]*);?/g]),
  ]
  return [...dropped, ...rules, ...declarations].reduce((css, pattern) => css.replace(pattern, ''), sheet)
}

async function open(year: number, css: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 533 } })
  const page = await context.newPage()
  await page.setContent((pages[year] ?? '').replace(/<link rel="stylesheet"[^>]*>/, `<style>${css}</style>`))
  return page
}

describe('the stylesheet of the form', () => {
  test('needs nothing that came after Chrome 50', () => {
    expect(asSeenBy({ hasVariables: true })).not.toMatch(tooNew)
    expect(asSeenBy({ hasVariables: true })).not.toMatch(/:has|@supports|focus-visible|accent-color/)
    expect(asSeenBy({ hasVariables: false })).not.toContain('var(')
  })

  test('names no new selector beside an old one: both would be lost', () => {
    const selectors = [...sheet.matchAll(/(?<=[{}])([^{}@]+)\{/g)].map(([, selector = '']) => selector)
    const lists = selectors.filter(
      (selector) => /:has|:focus-visible/.test(selector) && selector.includes(','),
    )
    expect(lists).toEqual([])
  })
})

describe.each([
  ['Chrome 50', { hasVariables: true }],
  ['the web view that came with Android 5, which knows no variables', { hasVariables: false }],
])('as %s shows it', (_, knowing) => {
  test.each(years)(
    'the form of %i can be read and pressed, and is told where an answer is missing',
    async (year) => {
      const page = await open(year, asSeenBy(knowing))
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
      const rows = await page.locator('label:not(.code)').all()
      for (const row of rows) expect((await row.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48)
      const { width = 0, height = 0 } = (await page.getByRole('button').boundingBox()) ?? {}
      expect([width > 250, height >= 48]).toEqual([true, true])
      await rows.at(-1)?.click()
      expect(await page.getByRole('radio').last().isChecked()).toBe(true)
      expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
      expect(await listFaults(page)).toEqual([])
      await page.context().close()
    },
  )
})
