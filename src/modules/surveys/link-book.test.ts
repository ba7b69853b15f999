/** A crowd asks once for as long as nothing is done, and a database that does not answer keeps nobody waiting. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { makeLinkBook } from './link-book.ts'
import type { Link } from './links.ts'

const code = 'bcdfghjk'
const link = { code } as Link

const times = { unnoticedMilliseconds: 20, keptMilliseconds: 10_000, patienceMilliseconds: 40 }
const momentLater = () => pause(30)
const never = () => new Promise<never>(() => undefined)

const source = () => ({ ask: vi.fn(async () => link), lastChange: vi.fn(async () => 7) })

describe('the book of links', () => {
  test('asks once for a crowd, and not again while nothing is done', async () => {
    const { ask, lastChange } = source()
    const book = makeLinkBook({ ask, lastChange }, times)
    await Promise.all([book.find(code), book.find(code), book.find(code)])
    expect(lastChange).toHaveBeenCalledTimes(1)
    await momentLater()
    expect(await book.find(code)).toBe(link)
    expect(lastChange).toHaveBeenCalledTimes(2)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('asks again once something was done, and then holds that', async () => {
    const { ask, lastChange } = source()
    const book = makeLinkBook({ ask, lastChange }, times)
    await book.find(code)
    const revoked = { ...link, isRevoked: true }
    lastChange.mockResolvedValue(8)
    ask.mockResolvedValue(revoked)
    await momentLater()
    expect(await book.find(code)).toBe(revoked)
    await book.find(code)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  test('asks again after a while, even if nothing was done', async () => {
    const { ask, lastChange } = source()
    const book = makeLinkBook({ ask, lastChange }, { ...times, keptMilliseconds: 20 })
    await book.find(code)
    await momentLater()
    await book.find(code)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  test('answers with what it knew last when nobody answers', async () => {
    const { ask, lastChange } = source()
    const book = makeLinkBook({ ask, lastChange }, times)
    await book.find(code)
    lastChange.mockResolvedValue(8)
    ask.mockImplementation(never)
    await momentLater()
    expect(await book.find(code)).toBe(link)
    lastChange.mockImplementation(never)
    await momentLater()
    expect(await book.find(code)).toBe(link)
  })

  test('says so when nobody answers and nothing is known', async () => {
    const book = makeLinkBook({ ask: never, lastChange: never }, times)
    await expect(book.find(code)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('does not ask for what cannot be a code', async () => {
    const { ask, lastChange } = source()
    expect(await makeLinkBook({ ask, lastChange }).find('../x')).toBeUndefined()
    expect(ask).not.toHaveBeenCalled()
  })
})
