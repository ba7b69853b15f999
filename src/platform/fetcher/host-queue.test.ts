/** No host is pressed, and none is kept waiting for another. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { makeHostQueue } from './host-queue.ts'

function makeWatch() {
  const state = { running: 0, most: 0, starts: [] as number[] }
  const task = (milliseconds: number) => async () => {
    state.starts.push(performance.now())
    state.running += 1
    state.most = Math.max(state.most, state.running)
    await wait(milliseconds)
    state.running -= 1
  }
  return { state, task }
}

const times = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make))

describe('the queue of requests', () => {
  test('runs no more at a time for a host than its lane allows', async () => {
    const { state, task } = makeWatch()
    const queue = makeHostQueue(32)
    await times(9, () => queue.run({ host: 'a', atOnce: 2, gapMilliseconds: 0 }, task(10)))
    expect(state).toMatchObject({ running: 0, most: 2 })
    expect(state.starts).toHaveLength(9)
  })

  test('leaves a pause between two starts for a host, also when the first has long ended', async () => {
    const { state, task } = makeWatch()
    const queue = makeHostQueue(32)
    const lane = { host: 'a', atOnce: 2, gapMilliseconds: 60 }
    await queue.run(lane, task(1))
    await times(2, () => queue.run(lane, task(1)))
    const gaps = state.starts.slice(1).map((at, index) => at - (state.starts[index] ?? 0))
    expect(gaps).toHaveLength(2)
    expect(Math.min(...gaps)).toBeGreaterThan(55)
  })

  test('runs no more at a time in all than its limit', async () => {
    const { state, task } = makeWatch()
    const queue = makeHostQueue(3)
    let host = 0
    await times(12, () => {
      host += 1
      return queue.run({ host: `${host}`, atOnce: 2, gapMilliseconds: 0 }, task(5))
    })
    expect(state).toMatchObject({ running: 0, most: 3 })
  })

  test('does not make one host wait for the pause of another', async () => {
    const queue = makeHostQueue(2)
    const slow = times(3, () => queue.run({ host: 'a', atOnce: 1, gapMilliseconds: 200 }, async () => {}))
    const startedAt = performance.now()
    await queue.run({ host: 'b', atOnce: 1, gapMilliseconds: 200 }, async () => {})
    expect(performance.now() - startedAt).toBeLessThan(100)
    await slow
  })

  test('goes on after a task that fails', async () => {
    const queue = makeHostQueue(1)
    const lane = { host: 'a', atOnce: 1, gapMilliseconds: 0 }
    await expect(queue.run(lane, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(queue.run(lane, async () => 'yes')).resolves.toBe('yes')
  })

  test('lets all go when it is opened', async () => {
    const queue = makeHostQueue(1)
    const lane = { host: 'a', atOnce: 1, gapMilliseconds: 60_000 }
    const all = times(5, () => queue.run(lane, async () => 'done'))
    queue.open()
    expect(await all).toEqual(Array(5).fill('done'))
  })
})
