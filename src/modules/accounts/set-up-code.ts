/** The code with which the first administrator is made: read by the operator on the machine, typed in the browser. */
import { isSameSecret } from '#platform/same-secret.ts'
import type { Secret } from '#platform/secret.ts'

/** Without I, L, O and U, which are misread or misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** Such as `7K2M-QX9R-04TB`: 60 bits, the same for as long as the server's secret is. */
export function setUpCode(secret: Secret): string {
  const key = secret.deriveKey('first-start')
  const signs = Array.from({ length }, (_, at) => alphabet[(key[at] ?? 0) % alphabet.length]).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/** However it was typed: small letters, other separators or none, O for 0, I or L for 1. */
export function isSetUpCode(secret: Secret, typed: string): boolean {
  return isSameSecret(tidy(typed), tidy(setUpCode(secret)))
}

function tidy(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
