/** One set of disclosure items the whole way: assigned, answered, caught by the checker, mended, handed in, marked, explained, confirmed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person, Role } from '#base/actor.ts'
import { launchBrowser } from '../support/browser.ts'
import { answerSurveys } from '../support/cast.ts'
import {
  actBeside,
  addToCentre,
  agencyCode,
  emailOf,
  makeOthersReady,
  movePhases,
  password,
  scoreOthersInFull,
  startDisclosingOn,
} from '../support/disclosing-instance.ts'
import { command, type RunningServer, startServer, stopServer } from '../support/program.ts'
import { type ServedSite, servePages } from '../support/watched-site.ts'
import { setUpSecondFactor, signIn } from '../support/workspace.ts'

const board = `/en/work/disclosure/2568/${agencyCode}`
const sheet = `/en/work/assessment/2568/${agencyCode}`
/** A missing element, a link off the main website, and a cell that holds no amount. */
const played = ['o3', 'o9', 'o26'] as const
const wrongCell = 'ใช้งบประมาณบุคลากร'

const page = (title: string, body: string) => `<!doctype html><html lang="th"><head><meta charset="utf-8">
  <title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`
const contact = (more: string) =>
  page(
    'ข้อมูลการติดต่อ',
    `<p>เลขที่ 9 หมู่ที่ 1 ตำบลเขา จังหวัดชลบุรี 20000 โทรศัพท์ 0 3800 0000${more}</p>
    <p>ติดต่อราชการได้ในวันและเวลาราชการ ณ ที่ทำการองค์การบริหารส่วนตำบล</p>`,
  )
const guide = page(
  'คู่มือการให้บริการ',
  `<p>ชื่องาน การขอหนังสือรับรอง ขั้นตอนการขอรับบริการ ระยะเวลา 3 วันทำการ ช่องทางให้บริการ ณ ที่ทำการ
    ไม่มีค่าธรรมเนียม กฎหมายที่เกี่ยวข้อง พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537</p>`,
)
const report = (cell: string) =>
  page(
    'รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. 2567',
    `<table><tr><th>โครงการ</th><th>งบประมาณ</th></tr>
    <tr><td>อบรมคุณธรรม</td><td>12,500</td></tr><tr><td>รณรงค์สุจริต</td><td>${cell}</td></tr></table>
    <p>รายละเอียดการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริตของหน่วยงาน</p>`,
  )

/** What the agency's website holds just now. */
const published = new Map([
  ['/', page('องค์การบริหารส่วนตำบลเขา', '<p>ยินดีต้อนรับ ข่าวประชาสัมพันธ์และบริการประชาชน</p>')],
  ['/contact', contact('')],
  ['/guide', guide],
  ['/report', report(wrongCell)],
])

let browser: Browser
let dataDir: string
let server: RunningServer
let site: ServedSite
let otherUrl: string
let assessor: Person

beforeAll(async () => {
  browser = await launchBrowser()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-whole-path-'))
  site = await servePages((path) => published.get(path))
  const elsewhere = site.hostAndPort.replace('127.0.0.1', 'localhost')
  otherUrl = `http://${elsewhere}`
  server = await startServer(dataDir, [], { CHECKER_ALLOW_HOSTS: `${site.hostAndPort},${elsewhere}` })
  await startDisclosingOn(dataDir, site.url)
  assessor = await addToCentre(dataDir, 'assessor')
  await addToCentre(dataDir, 'leadAssessor')
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  await site.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const pages = new Map<Role, Page>()

async function as(role: Role, path: string): Promise<Page> {
  const known = pages.get(role) ?? (await enter(role))
  pages.set(role, known)
  await known.goto(path)
  return known
}

/** Their roles wait for a second factor. */
const ofCentre: readonly Role[] = ['assessor', 'leadAssessor']

async function enter(role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  context.setDefaultTimeout(10_000)
  const fresh = await context.newPage()
  await signIn(fresh, { email: emailOf(role), password })
  if (ofCentre.includes(role)) await setUpSecondFactor(fresh, password)
  return fresh
}

const itemOf = (code: string) => `${board}/${code}`
const markOf = (code: string) => `${sheet}/${code}`
const done = (on: Page) => on.getByRole('status').innerText()
const section = (on: Page, name: string | RegExp) => on.getByRole('region', { name })
const press = (on: Page, name: string | RegExp) => on.getByRole('button', { name }).click()

async function answer(code: string, url: string): Promise<void> {
  const owner = await as('itemOwner', itemOf(code))
  await owner.getByLabel('Yes').check()
  await owner.getByLabel('Address (URL)').first().fill(url)
  await press(owner, 'Save the answer')
  expect(await done(owner)).toMatch(/saved/)
}

/** Loads the item's page again until its answer says it, or no longer does. */
async function awaitAnswer(code: string, words: string | RegExp, isSaid = true): Promise<void> {
  const said = async () => {
    const text = await section(await as('itemOwner', itemOf(code)), 'Answer').innerText()
    return !/Not checked yet/.test(text) && new RegExp(words).test(text)
  }
  await expect.poll(said, { timeout: 40_000, interval: 300 }).toBe(isSaid)
}

test('the coordinator puts the owner in charge, and the checker catches what would lose the points', async () => {
  const coordinator = await as('coordinator', board)
  for (const code of played) await coordinator.getByLabel(`Choose ${code}`, { exact: true }).check()
  const form = section(coordinator, /Assign several/)
  await form.getByLabel('Owner').selectOption({ label: 'itemOwner of Hill' })
  await form.getByLabel('Due on').fill('31/12/2569')
  await press(coordinator, 'Assign the chosen items')
  expect(await done(coordinator)).toBe('Assigned')
  await answer('o3', `${site.url}/contact`)
  await answer('o9', `${otherUrl}/guide`)
  await answer('o26', `${site.url}/report`)
  await awaitAnswer('o3', /fail\s+E-mail[\s\S]*How to mend it: add this element/)
  await awaitAnswer('o9', /not on the main website[\s\S]*publish it on the main website/)
  await awaitAnswer(
    'o26',
    new RegExp(`Words found: .*${wrongCell}[\\s\\S]*holds something other than an amount`),
  )
})

test('the owner mends all three, and the checker finds them no more', async () => {
  published.set('/contact', contact(' E-mail: saraban@hill.go.th'))
  published.set('/report', report('ไม่มี'))
  await answer('o9', `${site.url}/guide`)
  for (const code of ['o3', 'o26']) await press(await as('itemOwner', itemOf(code)), 'Check the links again')
  await awaitAnswer('o3', /Nothing to mend was found/)
  await awaitAnswer('o9', /✓ opens · on the main website/)
  await awaitAnswer('o26', /Nothing to mend was found/)
  for (const code of played) {
    const owner = await as('itemOwner', itemOf(code))
    await press(owner, 'Send it to review')
    expect(await done(owner)).toBe('Sent to review')
  }
})

test('the reviewer returns one, and passes all once it is mended', async () => {
  const reviewer = await as('reviewer', itemOf('o9'))
  await reviewer.getByText('Send it back …').click()
  await reviewer.getByLabel('Why it goes back, and what to mend').fill('Say where on the page')
  await press(reviewer, 'Send it back')
  expect(await done(reviewer)).toBe('Sent back')
  const owner = await as('itemOwner', itemOf('o9'))
  expect(await section(owner, 'What happened').innerText()).toContain('Say where on the page')
  await owner.getByLabel('Where on the page').first().fill('the first table')
  await press(owner, 'Save the answer')
  await press(owner, 'Send it to review')
  for (const code of played) {
    await reviewer.goto(itemOf(code))
    for (const box of await reviewer.getByRole('checkbox').all()) await box.check()
    await press(reviewer, 'Pass: ready for approval')
    expect(await done(reviewer)).toBe('Passed')
  }
})

test('the executive approves, the coordinator hands in, and every link is kept as it stands', async () => {
  await makeOthersReady(dataDir, played, `${site.url}/report`)
  const executive = await as('executive', board)
  await executive.getByText('Approve the whole set …').click()
  await press(executive, 'Approve the whole set')
  expect(await done(executive)).toBe('The whole set is approved')
  const coordinator = await as('coordinator', board)
  await coordinator.getByText('Hand in the whole set …').click()
  await press(coordinator, 'Hand in and lock the set')
  expect(await done(coordinator)).toMatch(/handed in/)
  await awaitAnswer('o26', /Snapshot taken/)
  await awaitAnswer('o9', /Snapshot taken/)
  published.set('/report', report(wrongCell))
})

test('the assessor claims the agency, and marks it with two zeros', async () => {
  await movePhases(dataDir, { answer: [-5, -1], score: [-1, 1] })
  const on = await as('assessor', '/en/work/assessment')
  await press(on, /^Claim/)
  expect(await done(on)).toBe('The agency is yours to assess')
  for (const [code, reason, remark] of [
    ['o9', 'element', 'ไม่แสดงช่องทางให้บริการแบบ One Stop Service'],
    ['o26', 'condition', 'ช่องงบประมาณไม่ใช่จำนวนเงิน'],
  ] as const) {
    await on.goto(markOf(code))
    await on.getByRole('radio', { name: /^0 –/ }).check()
    await on.getByRole('combobox', { name: 'Why it scores 0' }).selectOption(reason)
    await on.getByRole('textbox', { name: 'Remark' }).fill(remark)
    await press(on, /^Save and go/)
    expect(await done(on)).toMatch(/^The mark is saved/)
  }
  await scoreOthersInFull(dataDir, assessor, ['o9', 'o26'])
  await on.goto(sheet)
  expect(await on.locator('main').innerText()).toMatch(/28 of 28 items marked/)
})

test('the agency explains one zero and accepts the other by doing nothing', async () => {
  await movePhases(dataDir, { score: [-2, -1], clarify: [0, 3] })
  const coordinator = await as('coordinator', itemOf('o26'))
  expect(await section(coordinator, 'Score and explanation').innerText()).toContain('ไม่ใช่จำนวนเงิน')
  await coordinator.getByLabel('Explanation', { exact: true }).fill('วันที่ส่ง ช่องนี้ระบุว่า “ไม่มี”')
  await press(coordinator, 'Send the explanation')
  expect(await done(coordinator)).toBe('The explanation is sent')
})

test('the assessor judges it on what was kept, whatever the live page has become', async () => {
  const on = await as('assessor', markOf('o26'))
  expect(await on.locator('main').innerText()).toContain('วันที่ส่ง ช่องนี้ระบุว่า “ไม่มี”')
  await on.getByRole('link', { name: 'Open what was kept of link 1' }).click()
  const kept = await on.locator('main').innerText()
  expect(await on.getByRole('link', { name: 'Hill', exact: true }).getAttribute('href')).toBe(sheet)
  expect(kept).toMatch(/รณรงค์สุจริต\s+ไม่มี/)
  expect(kept).not.toContain(wrongCell)
  await on.goto(markOf('o26'))
  await on.getByRole('radio', { name: /^100 –/ }).check()
  await on.getByRole('textbox', { name: 'Remark' }).fill('สำเนาที่เก็บไว้ระบุว่า “ไม่มี” ตามที่ชี้แจง')
  await press(on, 'Save the judgement')
  expect(await done(on)).toBe('The judgement is saved')
})

test('the lead confirms, and the agency reads both remarks', async () => {
  await movePhases(dataDir, { clarify: [-1, -1], confirm: [0, 3] })
  const lead = await as('leadAssessor', sheet)
  await lead.getByText('Confirm the scores of this agency …').click()
  await press(lead, /^Confirm the scores of/)
  expect(await done(lead)).toBe('The scores of the agency are confirmed')
  const coordinator = await as('coordinator', itemOf('o26'))
  const outcome = await section(coordinator, 'Score and explanation').innerText()
  expect(outcome).toMatch(/0.00 of 100.00[\s\S]*ไม่ใช่จำนวนเงิน[\s\S]*100.00 of 100.00[\s\S]*ตามที่ชี้แจง/)
  await coordinator.goto(itemOf('o9'))
  expect(await section(coordinator, 'Score and explanation').innerText()).toContain('One Stop Service')
})

test('the score goes into the result of the agency, which can be computed', async () => {
  const coordinator = await as('coordinator', board)
  const score = await coordinator.request.get(`/api/v1/rounds/2568/agencies/${agencyCode}/score`)
  expect(score.status()).toBe(200)
  const { instruments } = (await score.json()) as { instruments: { id: string; score: string | null }[] }
  // Of indicators 9 and 10 one item of the seven in one of five sub-indicators is lost.
  expect(instruments.find(({ id }) => id === 'oit')).toMatchObject({ score: '98.57' })
  await actBeside(dataDir, (context) => answerSurveys(context, agencyCode, 'best'))
  const computed = command(dataDir, ['results', 'compute', '--year', '2568', '--lang', 'en'])
  expect([await computed.ended, computed.output()]).toEqual([
    0,
    expect.stringContaining('computed the results of 2568 for 3 agencies'),
  ])
})
