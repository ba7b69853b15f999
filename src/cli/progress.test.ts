/** Progress is for a person who watches a terminal. */
import { afterEach, expect, test, vi } from 'vitest'
import { progressLine } from './progress.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const watchedBy = (isTTY: boolean): string => {
  vi.stubGlobal('process', { ...process, stderr: { isTTY, write: vi.fn() } })
  const say = progressLine(({ written, total }) => `${written} of ${total}`)
  say(200, 500)
  say(500, 500)
  return vi
    .mocked(process.stderr.write)
    .mock.calls.map(([text]) => String(text))
    .join('')
}

test('a person sees one line that is written over and ends when all is done', () => {
  expect(watchedBy(true)).toBe('\r200 of 500\r500 of 500\n')
})

test('a program is told nothing', () => {
  expect(watchedBy(false)).toBe('')
})
