/** An address that is no text is told apart from one that is. */
import { expect, test } from 'vitest'
import { isReadableAddress } from './readable-address.ts'

test.each(['/', '/results?year=๒๕๖๘&q=100%25', '/agencies/%E0%B8%81', '/en/?q=a+b%0A'])(
  '%s is read',
  (address) => {
    expect(isReadableAddress(`http://localhost${address}`)).toBe(true)
  },
)

test.each([
  '/%',
  '/%zz',
  '/agencies/%00',
  '/agencies/X%00/2568',
  '/en%00/',
  '/?q=%ED%A0%80',
  '/?q=%FF',
  '/?q=5%',
])('%s is not', (address) => {
  expect(isReadableAddress(`http://localhost${address}`)).toBe(false)
})
