/** An administrator sends one-time codes by e-mail; neither addresses nor codes are left anywhere on the machine. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser, listFaults } from '../support/browser.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { type SmtpServer, startSmtp, textOf } from '../support/smtp.ts'
import { signIn } from '../support/workspace.ts'

const agency = '/en/work/surveys/2569/TMB-18'
const sendButton = 'Make codes and send the letters'

let browser: Browser
let smtp: SmtpServer
let dataDir: string
let server: RunningServer
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  smtp = await startSmtp()
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-mail-codes-'))
  const settings = { MAIL_URL: smtp.url, MAIL_FROM: 'ITA <ita@example.go.th>' }
  server = await startServer(dataDir, ['--demo'], settings)
  page = await enter(server.address)
})

afterAll(async () => {
  await stopServer(server)
  smtp.close()
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function enter(baseURL: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  context.setDefaultTimeout(10_000)
  const opened = await context.newPage()
  await signIn(opened, { email: 'administrator@demo.prongsai.example' })
  return opened
}

const lettersOf = (smtpServer: SmtpServer) =>
  smtpServer.received.map(({ to, message }) => ({
    to: to.join(),
    code: /[2-9b-z]{5}-[2-9b-z]{5}/.exec(textOf(message))?.[0] ?? 'none',
  }))

test('a part that is answered by open link has no codes to send', async () => {
  await page.goto(`${agency}/codes/mail?part=eitPublic`)
  expect(await page.getByText('does not take answers by one-time code').count()).toBe(1)
  expect(await page.getByRole('button', { name: sendButton }).count()).toBe(0)
})

test('a list with wrong lines comes back whole, and nobody is written to', async () => {
  await page.goto(agency)
  const part = page.getByRole('region', { name: /EIT|External/ }).first()
  await part.getByLabel(/One-time codes/).check()
  await part.getByRole('button', { name: 'Set the way of answering' }).click()
  await part.getByRole('link', { name: 'Send codes by e-mail …' }).click()
  expect(await page.getByText('your mail server, though, sees both').count()).toBe(1)
  await page.getByLabel('E-mail addresses').fill('a@mail.example\nsomsri\n')
  await page.getByRole('button', { name: sendButton }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Line 2: “somsri” is no e-mail address')
  expect(await page.getByLabel('E-mail addresses').inputValue()).toBe('a@mail.example\nsomsri')
  expect(smtp.received).toEqual([])
})

test('each address gets a letter; who was refused is offered again, and gets a new code', async () => {
  smtp.answerRecipients((address) => (address === 'c@mail.example' ? '550 no such user' : '250 ok'))
  await page.getByLabel(/^Or a CSV or XLSX file/).setInputFiles({
    ...{ name: 'list.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(
      'name,e-mail\nA,a@mail.example\nB,B@mail.example\nC,c@mail.example\nD,d@mail.example\n',
    ),
  })
  await page.getByRole('button', { name: sendButton }).click()
  const report = page.getByRole('status')
  expect(await report.innerText()).toContain('The mail server took 3 letters')
  expect(await report.innerText()).toContain('refused 1 address')
  expect(await page.getByLabel('E-mail addresses').inputValue()).toBe('c@mail.example')
  smtp.answerRecipients('250 ok')
  await page.getByRole('button', { name: 'Make new codes and send to the addresses above' }).click()
  expect(await report.innerText()).toContain('Every address has been written to')
  const letters = lettersOf(smtp)
  expect(letters.map(({ to }) => to).toSorted()).toEqual('abcd'.split('').map((who) => `${who}@mail.example`))
  expect(new Set(letters.map(({ code }) => code)).size).toBe(4)
})

test('the same form pressed again sends nothing', async () => {
  await page.goto(`${agency}/codes/mail?part=eitPublic`)
  const key = await page.locator('input[name=key]').getAttribute('value')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const press = () =>
    fetch(`${server.address}${agency}/codes/mail?part=eitPublic`, {
      method: 'POST',
      body: new URLSearchParams({ key: key ?? '', part: 'eitPublic', addresses: 'e@mail.example' }),
      headers: { Cookie: cookie, Origin: server.address },
    })
  const answers = await Promise.all([press(), press()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(smtp.received).toHaveLength(5)
})

test('a code that came by mail lets one answer in', async () => {
  const text = textOf(smtp.received[0]?.message ?? '')
  const [address = ''] = /http\S+\?lang=en/.exec(text) ?? []
  const respondent = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  // The form may stand as it was for two seconds after the way of answering was set.
  const hasCode = async () => {
    await respondent.goto(address)
    return respondent.getByLabel(/code/i).count()
  }
  await expect.poll(hasCode, { timeout: 5000 }).toBe(1)
  for (const question of await respondent.getByRole('group').all()) {
    await question.getByRole('radio').nth(1).check()
  }
  await respondent.getByLabel(/code/i).fill(lettersOf(smtp)[0]?.code ?? '')
  await respondent.getByRole('button', { name: 'Send' }).click()
  expect(new URL(respondent.url()).pathname).toMatch(/\/thanks$/)
  await respondent.context().close()
})

test('no file of the data folder, the database and its write-ahead log among them, holds an address or a code', async () => {
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dataDir, name))
    .filter((file) => statSync(file).isFile())
  expect(files.length).toBeGreaterThan(100)
  const codes = lettersOf(smtp).flatMap(({ code }) => [code, code.replace('-', '')])
  const secrets = ['@mail.example', ...codes]
  const found = files.filter((file) => {
    const content = readFileSync(file)
    return secrets.some((secret) => content.includes(secret))
  })
  expect(found).toEqual([])
  expect(files.some((file) => readFileSync(file).includes('survey.codesMailed'))).toBe(true)
  expect(secrets.filter((secret) => server.output().includes(secret))).toEqual([])
})

test('without a mail server the page says why codes cannot be sent, and so does what is sent to it', async () => {
  const base = inject('baseUrl')
  const other = await enter(base)
  const address = `${agency}/codes/mail?part=iit`
  await other.goto(address)
  expect(await other.getByText('no mail server is set (MAIL_URL and MAIL_FROM)').count()).toBe(1)
  expect(await other.getByRole('button', { name: sendButton }).count()).toBe(0)
  const cookie = (await other.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(base + address, {
    method: 'POST',
    body: new URLSearchParams({ key: 'k', part: 'iit', addresses: 'a@mail.example' }),
    headers: { Cookie: cookie, Origin: base },
  })
  expect(answer.status).toBe(409)
  await other.context().close()
})

test.each([1280, 320])(
  'form and report have no accessibility fault at %i pixels, in Thai and in English',
  async (width) => {
    const storageState = await page.context().storageState()
    smtp.answerRecipients('550 no such user')
    for (const path of [agency.replace('/en', ''), agency]) {
      const context = await browser.newContext({
        ...{ bypassCSP: true, baseURL: server.address, storageState, viewport: { width, height: 800 } },
      })
      const opened = await context.newPage()
      const look = async () => {
        expect(await listFaults(opened)).toEqual([])
        expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
      expect((await opened.goto(`${path}/codes/mail?part=eitPublic`))?.status()).toBe(200)
      await look()
      await opened.locator('#addresses').fill(`${'a-long-name-'.repeat(5)}@mail.example`)
      await opened.locator('main form button').click()
      await opened.getByRole('status').waitFor()
      await look()
      await context.close()
    }
  },
)
