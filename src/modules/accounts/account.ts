/** An account's name, e-mail and password as they are accepted, and how an account is named in the audit trail. */
import { z } from 'zod'
import { Problem } from '#base/problem.ts'

/** The bounds of a password, in characters. */
export const shortestPassword = 12
export const longestPassword = 128

const longestName = 200

export const userSubject = (userId: string): string => `user:${userId}`

/** In lower case and without spaces around it. Throws `account.emailInvalid`. */
export function tidyEmail(typed: string): string {
  const parsed = z.email().max(254).safeParse(typed.trim().toLowerCase())
  if (!parsed.success) throw new Problem('invalid', 'account.emailInvalid')
  return parsed.data
}

/** On one line. Throws `account.nameInvalid` where nothing is left, or too much. */
export function tidyName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (name === '' || name.length > longestName) {
    throw new Problem('invalid', 'account.nameInvalid', { most: longestName })
  }
  return name
}

/** Throws `account.passwordTooShort` or `account.passwordTooLong`. */
export function requirePassword(password: string): void {
  if (password.length < shortestPassword) {
    throw new Problem('invalid', 'account.passwordTooShort', { least: shortestPassword })
  }
  if (password.length > longestPassword) {
    throw new Problem('invalid', 'account.passwordTooLong', { most: longestPassword })
  }
}

/** Their passwords are printed: such accounts let nobody in but while the demo runs. */
export function isOfDemo(email: string): boolean {
  return email.endsWith('@demo.prongsai.example')
}
