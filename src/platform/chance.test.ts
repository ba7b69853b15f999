/** Keys and codes are of their alphabet, draw on all of it, and do not repeat. */
import { describe, expect, test } from 'vitest'
import { randomBytes, randomHex, randomText } from './chance.ts'

describe('chance', () => {
  test('a text is of its alphabet, and no two are alike', () => {
    const made = new Set(Array.from({ length: 1000 }, () => randomText('23456789bcdf', 8)))
    expect(made.size).toBe(1000)
    for (const text of made) expect(text).toMatch(/^[2-9bcdf]{8}$/)
    expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/)
  })

  test('each character comes up about as often', () => {
    const counts = new Map<string, number>()
    for (const character of randomText('abc', 6000)) counts.set(character, (counts.get(character) ?? 0) + 1)
    for (const character of 'abc') expect(Math.abs((counts.get(character) ?? 0) - 2000)).toBeLessThan(220)
  })

  test('ten thousand draws of bytes differ, and stay as they are while more is drawn', () => {
    const drawn = Array.from({ length: 10_000 }, () => randomBytes(12))
    expect(drawn.every(({ length }) => length === 12)).toBe(true)
    expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(10_000)
  })
})
