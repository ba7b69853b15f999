/** Group commit takes together what arrives together, refuses what is too much, and never acknowledges early. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { makeIntakeQueue } from './intake-queue.ts'

const limits = { batch: 10, flights: 2, capacity: 50 }

function slowWriter() {
  const batches: number[] = []
  let underWay = 0
  let most = 0
  const write = async (items: readonly number[]) => {
    underWay += 1
    most = Math.max(most, underWay)
    await pause(5)
    underWay -= 1
    batches.push(items.length)
    return items.map((item) => item * 2)
  }
  return { batches, write, mostUnderWay: () => most }
}

describe('the intake queue', () => {
  test('gives each its own outcome, in batches and flights of at most so many', async () => {
    const { write, batches, mostUnderWay } = slowWriter()
    const queue = makeIntakeQueue(limits, write)
    const outcomes = await Promise.all(
      Array.from({ length: 45 }, (_, item) => queue.submit(`k${item}`, item)),
    )
    expect(outcomes).toEqual(Array.from({ length: 45 }, (_, item) => item * 2))
    expect(Math.max(...batches)).toBe(10)
    expect(batches.length).toBeLessThan(8)
    expect(mostUnderWay()).toBe(2)
  })

  test('beside a batch that is under way only a full one leaves: what comes singly waits and goes together', async () => {
    const { write, batches } = slowWriter()
    const queue = makeIntakeQueue(limits, write)
    const first = queue.submit('first', 1)
    await pause(1)
    const others = [2, 3, 4].map((item) => queue.submit(`k${item}`, item))
    await Promise.all([first, ...others])
    expect(batches).toEqual([1, 3])
  })

  test('refuses what is more than may wait, and takes again once there is room', async () => {
    const queue = makeIntakeQueue(limits, slowWriter().write)
    const sent = Array.from({ length: 80 }, (_, item) => queue.submit(`k${item}`, item))
    const settled = await Promise.allSettled(sent)
    const refused = settled.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(30)
    expect(refused[0]).toMatchObject({ reason: { kind: 'unavailable', code: 'survey.queueFull' } })
    expect(queue.taken()).toBe(50)
    expect(await queue.submit('again', 7)).toBe(14)
  })

  test('the same key under way is written once', async () => {
    const { write, batches } = slowWriter()
    const queue = makeIntakeQueue(limits, write)
    expect(await Promise.all([queue.submit('k', 1), queue.submit('k', 1)])).toEqual([2, 2])
    expect(batches).toEqual([1])
  })

  test('a write that fails is told to those in it alone, and the next goes on', async () => {
    let turn = 0
    const queue = makeIntakeQueue<number, number>({ ...limits, batch: 1, flights: 1 }, async (items) => {
      turn += 1
      if (turn === 1) throw new Error('lost')
      return [...items]
    })
    const settled = await Promise.allSettled([queue.submit('a', 1), queue.submit('b', 2)])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await queue.submit('a', 1)).toBe(1)
  })

  test('is drained only when nothing is under way', async () => {
    const { write, batches } = slowWriter()
    const queue = makeIntakeQueue(limits, write)
    for (let item = 0; item < 25; item++) void queue.submit(`k${item}`, item)
    await queue.drain()
    expect(batches.reduce((sum, size) => sum + size, 0)).toBe(25)
  })
})
