/** The code for the first start, as it is shown and as it is typed. */
import { expect, test } from 'vitest'
import { readSecret } from '#platform/secret.ts'
import { isSetUpCode, setUpCode } from './set-up-code.ts'

const secret = readSecret({ secret: 'a secret of forty characters, no fewer..', dataDir: '' })
const other = readSecret({ secret: 'b secret of forty characters, no fewer..', dataDir: '' })

test('the set-up code is short, without signs that are misread, and another for every server', () => {
  expect(setUpCode(secret)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  expect(setUpCode(secret)).toBe(setUpCode(secret))
  expect(setUpCode(other)).not.toBe(setUpCode(secret))
})

test('it is known however it is typed, and no other is', () => {
  const code = setUpCode(secret)
  const misread = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(isSetUpCode(secret, misread)).toBe(true)
  for (const wrong of ['', setUpCode(other), code.slice(1), `${code}A`]) {
    expect(isSetUpCode(secret, wrong)).toBe(false)
  }
})
