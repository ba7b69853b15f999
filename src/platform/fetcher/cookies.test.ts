/** Cookies come back to whom they are for, and to nobody else. */
import { describe, expect, test } from 'vitest'
import { makeCookieJar } from './cookies.ts'

const at = (address: string) => new URL(address)
const site = at('https://www.a.go.th/x')

function sentBack(lines: readonly string[], address = site): string {
  const jar = makeCookieJar()
  jar.take(site, lines)
  return jar.headerFor(address)
}

describe('a cookie', () => {
  test('comes back to its own host only', () => {
    expect(sentBack(['a=1; Path=/; HttpOnly', 'b=x=y'])).toBe('a=1; b=x=y')
    expect(sentBack(['a=1'], at('https://a.go.th/'))).toBe('')
    expect(sentBack(['a=1'], at('https://b.go.th/'))).toBe('')
  })

  test('of a domain comes back to the hosts under it', () => {
    expect(sentBack(['a=1; Domain=.a.go.th'], at('https://data.a.go.th/'))).toBe('a=1')
    expect(sentBack(['a=1; Domain=.a.go.th'], at('https://nota.go.th/'))).toBe('')
  })

  test('for somebody else is not taken', () => {
    expect(sentBack(['a=1; Domain=b.go.th', 'c=1; Domain=th'])).toBe('')
  })

  test('that is secure is not sent over http', () => {
    expect(sentBack(['a=1; Secure', 'b=2'], at('http://www.a.go.th/'))).toBe('b=2')
  })

  test('is replaced by a later one, and taken away by one that is over', () => {
    expect(sentBack(['a=1', 'a=2'])).toBe('a=2')
    expect(sentBack(['a=1', 'a=; Max-Age=0'])).toBe('')
    expect(sentBack(['a=1', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])).toBe('')
  })

  test('that is malformed is passed over', () => {
    expect(sentBack(['', '=1', ';;;', `a=${'x'.repeat(5000)}`, 'b=1'])).toBe('b=1')
  })

  test('is one of fifty at most', () => {
    expect(sentBack(Array.from({ length: 500 }, (_, index) => `c${index}=1`)).split('; ')).toHaveLength(50)
  })
})
