/** Nobody is led elsewhere by what stands in an address. */
import { describe, expect, test } from 'vitest'
import { nextPage } from './next-page.ts'

describe('after signing in', () => {
  test.each([
    ['/work/rounds/2568?done=x', '/work/rounds/2568?done=x'],
    ['/en/work/audit', '/work/audit'],
    [null, '/work'],
    ['', '/work'],
  ])('%s leads to %s', (asked, expected) => {
    expect(nextPage(asked)).toBe(expected)
  })

  test.each([
    'https://elsewhere.example/work',
    '//elsewhere.example/work',
    '/\\elsewhere.example',
    '/sign-out',
    '/workshop',
  ])('nobody is led to %s', (asked) => {
    expect(nextPage(asked)).toBe('/work')
  })
})
