/** What people do in the workspace, by the labels they read: sign in, and set up a second factor. */
import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'

export const demoPassword = 'prongsai-demo-2568'

export interface SignIn {
  readonly email: string
  readonly password?: string
}

export async function signIn(page: Page, { email, password = demoPassword }: SignIn): Promise<void> {
  await page.goto('/en/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** On the page of the profile: scans, types the first code, and gives the app with the key and the backup codes. */
export async function setUpSecondFactor(page: Page, password: string) {
  await page.goto('/en/work/profile/second-factor')
  await page.getByLabel('Current password').fill(password)
  await page.getByRole('button', { name: 'Begin' }).click()
  const secret = await page.locator('code.secret').innerText()
  const backupCodes = await page.locator('.choices code').allInnerTexts()
  const app = new TOTP({ secret: secret.trim() })
  await page.getByLabel('Code').fill(app.generate())
  await page.getByRole('button', { name: 'Confirm and use it' }).click()
  return { app, backupCodes }
}
