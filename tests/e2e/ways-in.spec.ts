/** The other ways in, in a real browser: a passkey of an authenticator, an identity provider on loopback, a letter. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Events, type MutableResponse, type MutableToken, OAuth2Server } from 'oauth2-mock-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { readLink } from '../support/letters.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'
import { signIn } from '../support/workspace.ts'

let browser: Browser
let dataDir: string
let server: RunningServer
const provider = new OAuth2Server()
const claims = { sub: 'citizen-1', email: 'executive@demo.prongsai.example', email_verified: true }

/** A passkey belongs to a name: the service is reached as localhost. */
beforeAll(async () => {
  browser = await launchBrowser()
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, 'localhost')
  provider.service.on(Events.BeforeTokenSigning, (token: MutableToken) =>
    Object.assign(token.payload, claims),
  )
  provider.service.on(Events.BeforeUserinfo, (answer: MutableResponse) => {
    answer.body = claims
  })
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-passkey-'))
  const port = String(await findPort())
  const publicUrl = `http://localhost:${port}`
  server = await startServer(dataDir, ['--demo'], {
    ...{ PORT: port, PUBLIC_URL: publicUrl, OIDC_NAME: 'ThaID' },
    ...{ OIDC_ISSUER: provider.issuer.url ?? '', OIDC_CLIENT_ID: 'prongsai', OIDC_CLIENT_SECRET: 'secret' },
  })
})

afterAll(async () => {
  await stopServer(server)
  await browser.close()
  await provider.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a passkey added in the profile opens the workspace without a password, and can be removed', async () => {
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await signIn(page, { email: 'auditor@demo.prongsai.example' })
  await page.goto('/en/work/profile')
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click()
  await page.getByText('The passkey is added').waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByText('You are signed out').waitFor()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/en/work')
  await passwordAloneDoesNothing()
  await page.goto('/en/work/profile')
  expect(await page.getByRole('cell', { name: 'Passkey' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No passkey yet.').waitFor()
  await context.close()
})

/** Whoever has the password of somebody with a passkey can neither take it away nor make a key to go around it. */
async function passwordAloneDoesNothing(): Promise<void> {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, { email: 'auditor@demo.prongsai.example' })
  await page.goto('/en/work/profile')
  expect(await page.getByText('this time only one thing was proven').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Remove' }).count()).toBe(0)
  await page.getByText('Make a key').first().click()
  await page.getByLabel('What it is for').fill('around')
  await page.getByRole('button', { name: 'Make a key' }).click()
  expect(await page.getByRole('alert').first().innerText()).toContain('second factor')
  await context.close()
}

test('who exists comes in by the identity provider, to the page they asked for', async () => {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/en/work/profile')
  await page.getByRole('link', { name: 'Sign in with ThaID' }).click()
  await page.waitForURL('**/en/work/profile')
  expect(await page.locator('main').textContent()).toContain('executive@demo.prongsai.example')
  await context.close()
})

test('a stranger to us is told so on the sign-in page', async () => {
  Object.assign(claims, { sub: 'citizen-2', email: 'stranger@elsewhere.example' })
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in/provider')
  expect(page.url()).toContain('problem=account.providerStranger')
  expect(await page.getByRole('alert').textContent()).not.toBe('')
  await context.close()
})

test('a password that was forgotten is set anew by a letter, once, and the old one is nobody’s any more', async () => {
  const email = 'reviewer@demo.prongsai.example'
  const password = 'three green boats in the morning'
  const [device, page] = [await visit(), await visit()]
  await signIn(device, { email })
  expect(device.url()).toMatch(/\/en\/work$/)
  await page.goto('/en/sign-in')
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  expect(page.url()).toMatch(/\/en\/sign-in\/forgotten$/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Ask for a letter' }).click()
  const told = await page.getByRole('status').innerText()
  const link = await readLink(dataDir, 'reset-password', email)
  expect(link).toMatch(`${server.address.replace('127.0.0.1', 'localhost')}/reset-password/`)
  const address = `/en${new URL(link).pathname}`

  await fillPasswords(page, address, { password, again: 'another one altogether' })
  expect(await page.getByRole('alert').innerText()).toMatch(/two passwords differ/)
  await fillPasswords(page, address, { password })
  expect(await page.getByRole('status').innerText()).toMatch(/new password is set/)
  await signIn(page, { email })
  expect(await page.getByRole('alert').innerText()).not.toBe('')
  expect(page.url()).toContain('/sign-in')
  await signIn(page, { email, password })
  expect(page.url()).toMatch(/\/en\/work$/)
  await device.goto('/en/work')
  expect(device.url(), 'who was signed in before is not any more').toContain('/sign-in')

  await fillPasswords(device, address, { password: 'four red boats in the evening' })
  expect(await device.getByRole('alert').innerText()).toMatch(/used already/)
  await device.goto('/en/sign-in/forgotten')
  await device.getByLabel('E-mail').fill('nobody@elsewhere.example')
  await device.getByRole('button', { name: 'Ask for a letter' }).click()
  expect(await device.getByRole('status').innerText(), 'who has an account is told to nobody').toBe(told)
  await Promise.all([device.context().close(), page.context().close()])
})

async function visit(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  context.setDefaultTimeout(8000)
  return context.newPage()
}

async function fillPasswords(
  page: Page,
  address: string,
  { password, again = password }: { readonly password: string; readonly again?: string },
): Promise<void> {
  await page.goto(address)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password once more').fill(again)
  await page.getByRole('button', { name: 'Save the password' }).click()
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
