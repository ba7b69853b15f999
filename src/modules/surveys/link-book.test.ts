/** A crowd at one link asks once, and a database that does not answer keeps nobody waiting. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { makeLinkBook } from './link-book.ts'
import type { Link } from './links.ts'

const code = 'bcdfghjk'
const link = { code } as Link

const times = { keptMilliseconds: 20, patienceMilliseconds: 40 }
const momentLater = () => pause(30)

describe('the book of links', () => {
  test('asks once for a crowd, and again a moment later', async () => {
    const ask = vi.fn(async () => link)
    const book = makeLinkBook(ask, times)
    await Promise.all([book.find(code), book.find(code), book.find(code)])
    expect(ask).toHaveBeenCalledTimes(1)
    await momentLater()
    expect(await book.find(code)).toBe(link)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  test('answers with what it knew last when nobody answers', async () => {
    const ask = vi.fn(async () => link)
    const book = makeLinkBook(ask, times)
    await book.find(code)
    ask.mockReturnValue(new Promise(() => undefined))
    await momentLater()
    expect(await book.find(code)).toBe(link)
  })

  test('says so when nobody answers and nothing is known', async () => {
    const book = makeLinkBook(() => new Promise(() => undefined), times)
    await expect(book.find(code)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('does not ask for what cannot be a code', async () => {
    const ask = vi.fn(async () => link)
    expect(await makeLinkBook(ask).find('../x')).toBeUndefined()
    expect(ask).not.toHaveBeenCalled()
  })
})
