/** The workspace without a mouse: everything is come to, in turn and in sight, and one journey is done by keys alone. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Driver, listDrivers, mapPlaces } from '../support/access-drive.ts'
import { pageRows } from '../support/access-pages.ts'
import { isExpected } from '../support/access-row.ts'
import { home } from '../support/access-rows.ts'
import { launchBrowser } from '../support/browser.ts'
import { listFormsNotSent, listKeyboardFaults, listSkipFaults, tabTo } from '../support/keyboard.ts'
import { listServedRoutes } from '../support/served-routes.ts'
import { demoPassword } from '../support/workspace.ts'

const base = inject('baseUrl')

const isOfWork = (route: string) => /^GET \/work(\/|$)/.test(route)

/** Pages of the matrix in another state than the matrix needs. */
const more = [
  { path: '/work/agencies/DIPROM', by: 'administrator' },
  { path: '/work/agencies/DIPROM/units', by: 'administrator' },
  { path: '/work/rounds/2569', by: 'administrator' },
  { path: '/work/surveys/2569/DIPROM', by: 'administrator' },
  { path: '/work', by: 'coordinator' },
  { path: `/work/agencies/${home}`, by: 'coordinator' },
  { path: `/work/surveys/2569/${home}`, by: 'coordinator' },
  { path: '/work', by: 'enumerator' },
]
/** Whose pages are looked at first: those who may do most have most on them. */
const first = ['administrator', 'coordinator', 'lead-assessor', 'supervisor', 'enumerator']

let browser: Browser
let drivers: readonly Driver[]
let visits: readonly { readonly path: string; readonly by: string }[]

beforeAll(async () => {
  browser = await launchBrowser()
  drivers = await listDrivers(base)
  visits = [...(await listPages()), ...more]
})

afterAll(() => browser.close())

const driverOf = (name: string) => drivers.find((driver) => driver.name === name)

/** Every page of the workspace that the access matrix knows, with somebody who may open it. */
async function listPages() {
  const places = await mapPlaces(base, [home])
  const rank = ({ name }: Driver) => (first.includes(name) ? first.indexOf(name) : first.length)
  const best = drivers.toSorted((a, b) => rank(a) - rank(b))
  const rows = pageRows.filter(({ route }) => isOfWork(route))
  const found = new Map<string, string>()
  for (const { route, example, who } of rows) {
    const path = (example ?? route.replace('GET ', '')).replace('{account}', await findAccount())
    const driver = best.find(({ name, actor }) => name !== 'nobody' && isExpected(actor, who, places))
    if (driver && (await isPage(path, driver))) found.set(path, driver.name)
  }
  return [...found].map(([path, by]) => ({ path, by }))
}

async function findAccount(): Promise<string> {
  const list = await fetch(`${base}/work/accounts?q=coordinator`, {
    headers: driverOf('administrator')?.headers ?? {},
  })
  return /\/work\/accounts\/([\da-f-]{36})/.exec(await list.text())?.[1] ?? ''
}

/** And no file, and no address that leads elsewhere. */
async function isPage(path: string, { headers }: Driver): Promise<boolean> {
  const response = await fetch(base + path, { headers, redirect: 'manual' })
  await response.body?.cancel()
  const isFile = /^attachment/.test(response.headers.get('Content-Disposition') ?? '')
  return response.status === 200 && !isFile && /^text\/html/.test(response.headers.get('Content-Type') ?? '')
}

async function enter(name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base })
  const [cookie = '', ...others] = (driverOf(name)?.headers.Cookie ?? '').split('; ')
  const pairs = [cookie, ...others].map((pair) => pair.split('='))
  await context.addCookies(
    pairs.map(([key = '', ...value]) => ({ name: key, value: value.join('='), url: base })),
  )
  return context
}

/** What `look` finds on all pages, each in a tab of its own. */
async function lookAtAll(look: (page: Awaited<ReturnType<BrowserContext['newPage']>>) => Promise<string[]>) {
  const found: string[] = []
  for (const [by, pages] of Map.groupBy(visits, (visit) => visit.by)) {
    const context = await enter(by)
    for (const { path } of pages) {
      const page = await context.newPage()
      await page.goto(`/en${path}`)
      for (const fault of await look(page)) found.push(`${path} as ${by}: ${fault}`)
      await page.close()
    }
    await context.close()
  }
  return found
}

describe('every page of the workspace', () => {
  test('is among those walked', async () => {
    const known = new Set(pageRows.map(({ route }) => route))
    const served = (await listServedRoutes()).filter(isOfWork)
    expect(
      served.filter((route) => !known.has(route)),
      'pages without a row: say in tests/support/access-rows*.ts who may use them, and list these in access-pages.ts',
    ).toEqual([])
    expect(visits.length).toBeGreaterThan(30)
  })

  test('is walked through by Tab in turn and in sight, unfolds by keys, and sends its forms with Enter', async () => {
    const found = await lookAtAll(async (page) => [
      ...(await listKeyboardFaults(page)),
      ...(await listFormsNotSent(page)),
    ])
    expect(found).toEqual([])
  }, 300_000)

  test('has a link past its head that is seen once it is come to', async () => {
    expect(await lookAtAll(listSkipFaults)).toEqual([])
  }, 120_000)
})

describe('a page made badly', () => {
  const faultsOf = async (body: string) => {
    const open = async () => {
      const page = await browser.newPage()
      await page.setContent(`<style>:focus-visible { outline: 3px solid }</style>${body}`)
      return page
    }
    const [page, other] = [await open(), await open()]
    const found = [...(await listKeyboardFaults(page)), ...(await listFormsNotSent(page))]
    const skip = await listSkipFaults(other)
    await Promise.all([page.close(), other.close()])
    return [...found, ...skip].join('\n')
  }
  const trap = `<p><input id="a" onkeydown="event.preventDefault()"><a id="b" href="#">b</a></p>`
  const deaf = `<details><summary onclick="event.preventDefault()">more</summary><a href="#">x</a></details>`

  test.each([
    ['a stop out of turn', '<a href="#">a</a><a id="b" href="#" tabindex="1">b</a>', /out of turn/],
    ['a stop without a mark', '<a id="a" href="#" style="outline: none">a</a>', /not visible: <a id="a"/],
    [
      'a stop out of sight',
      '<a id="a" href="#" style="position: fixed; top: -9rem">a</a>',
      /out of sight: <a id="a"/,
    ],
    [
      'a stop under another thing',
      '<div style="position: fixed; inset: 0; background: red"></div><a href="#">a</a>',
      /covered/,
    ],
    ['a field that holds the keys', trap, /held.*id="a".*not reached: <a id="b"/s],
    ['a fold that keys do not open', deaf, /does not unfold/],
    [
      'a form that Enter does not send',
      '<form onkeydown="event.preventDefault()"><input><button>go</button></form>',
      /not sent/,
    ],
    ['no link past its head', '<main><a href="#">a</a></main>', /no skip link/],
  ])('is told to have %s', async (_fault, body, told) => {
    expect(await faultsOf(body)).toMatch(told)
  })

  test('and one made well has nothing told of it', async () => {
    const skip = '<a class="skip" href="#content">on</a><a href="#">head</a>'
    const form =
      '<form><input><input type="radio" name="r"><input type="radio" name="r" checked><button>go</button></form>'
    const fold = '<details><summary>more</summary><a href="#">x</a></details>'
    expect(await faultsOf(`${skip}<main id="content" tabindex="-1">${form}${fold}</main>`)).toBe('')
  })
})

test('an agency is registered, opened and left again by keys alone', async () => {
  const context = await browser.newContext({ baseURL: base })
  const page = await context.newPage()
  const { keyboard } = page
  const send = () => Promise.all([page.waitForEvent('load'), keyboard.press('Enter')])
  await page.goto('/en/sign-in')
  await tabTo(page, 'E-mail')
  await keyboard.type('administrator@demo.prongsai.example')
  await tabTo(page, 'Password')
  await keyboard.type(demoPassword)
  await send()
  await tabTo(page, 'Agencies')
  await send()
  await tabTo(page, 'Register an agency')
  await send()
  expect(page.url()).toMatch(/\/en\/work\/agencies\/new$/)
  await tabTo(page, 'Agency code')
  await keyboard.type('KEYS-1')
  await tabTo(page, 'Thai name')
  await keyboard.type('กรมแป้นพิมพ์')
  await tabTo(page, 'Type')
  await keyboard.press('ArrowDown')
  await tabTo(page, 'Register an agency')
  await send()
  expect(await page.getByRole('status').innerText()).toMatch(/registered/)
  await tabTo(page, 'Agencies')
  await send()
  await tabTo(page, 'Name or code')
  await keyboard.type('KEYS-1')
  await send()
  await tabTo(page, 'กรมแป้นพิมพ์')
  await send()
  expect(page.url()).toMatch(/\/en\/work\/agencies\/KEYS-1$/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('กรมแป้นพิมพ์')
  await tabTo(page, 'Sign out')
  await send()
  await page.goto('/en/work')
  expect(page.url()).toContain('/en/sign-in')
  await context.close()
})
