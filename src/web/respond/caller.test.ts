/** A household counts as one; what a caller claims of itself is not believed. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { addressOf, callerOf, networkOf } from './caller.ts'

describe('the network of an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('behind proxies', () => {
  const told = async (proxies: number, forwarded: string) => {
    const app = new Hono().get('/', (c) => c.text(addressOf(callerOf(c), proxies)))
    return (await app.request('/', { headers: { 'X-Forwarded-For': forwarded } })).text()
  }

  test('the address is what the outermost of our own saw, whatever stands before it', async () => {
    expect(await told(1, '1.1.1.1, 203.0.113.7')).toBe('203.0.113.7')
    expect(await told(2, '1.1.1.1, 203.0.113.7, 10.0.0.1')).toBe('203.0.113.7')
  })

  test('without proxies the header is not read at all', async () => {
    expect(await told(0, '1.1.1.1')).toBe('unknown')
  })
})
