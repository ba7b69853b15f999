/** Many things at a time, handed on in order: what a run that may stop at any moment stands on. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const always = () => true
const never = new AbortController().signal

async function collect<T>(given: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of given) all.push(one)
  return all
}

test('results come in the order of the things, however long each took, and never too many at a time', async () => {
  let [underWay, most] = [0, 0]
  const work = async (milliseconds: number) => {
    underWay += 1
    most = Math.max(most, underWay)
    await pause(milliseconds)
    underWay -= 1
    return milliseconds
  }
  const things = [30, 1, 20, 1, 1, 10, 1]
  const pace = { atOnce: 3, ahead: 7, mayBegin: always, signal: never }
  expect(await collect(inOrder(things.values(), work, pace))).toEqual(things)
  expect(most).toBe(3)
})

test('when the time is up what is under way is waited for, and nothing more is begun', async () => {
  const begun: number[] = []
  const work = async (thing: number) => {
    begun.push(thing)
    await pause(5)
    return thing
  }
  const pace = { atOnce: 2, ahead: 2, mayBegin: () => begun.length < 3, signal: never }
  expect(await collect(inOrder([1, 2, 3, 4, 5].values(), work, pace))).toEqual([1, 2, 3])
  expect(begun).toEqual([1, 2, 3])
})

test('when it is stopped nothing is waited for', async () => {
  const stopping = new AbortController()
  const work = (thing: number) =>
    thing === 1 ? Promise.resolve(thing) : new Promise<number>(() => undefined)
  const results = inOrder([1, 2, 3].values(), work, {
    atOnce: 2,
    ahead: 9,
    mayBegin: always,
    signal: stopping.signal,
  })
  setTimeout(() => stopping.abort(), 20)
  expect(await collect(results)).toEqual([1])
})

test('a slow one holds up those after it no further than it may', async () => {
  const { promise: slow, resolve: end } = Promise.withResolvers<void>()
  const begun: number[] = []
  const work = async (thing: number) => {
    begun.push(thing)
    if (thing === 1) await slow
    return thing
  }
  const pace = { atOnce: 2, ahead: 4, mayBegin: always, signal: never }
  const results = collect(inOrder([1, 2, 3, 4, 5, 6].values(), work, pace))
  await pause(20)
  expect(begun).toEqual([1, 2, 3, 4])
  end()
  expect(await results).toEqual([1, 2, 3, 4, 5, 6])
})
