/** What a command says of a problem before it ends with exit code 1. */
import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '#base/problem.ts'
import { runProgram } from './run.ts'

const { exitCode, argv } = process
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(process, { exitCode, argv })
})

async function saidOf(problem: Problem): Promise<string> {
  process.argv = [...argv.slice(0, 2), '--lang', 'en']
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await runProgram(() => Promise.reject(problem))
  expect(process.exitCode).toBe(1)
  return write.mock.calls.map(([text]) => String(text)).join('')
}

const stands = { code: 'item.stands', parameters: { item: 'o1', state: 'drafted' } }

test('what was refused comes before what is to be mended', async () => {
  const items = { items: 'o1, o2', count: 2 }
  const refusal = Problem.ofFindings(
    'item.notAllReady',
    [stands, { ...stands, parameters: { item: 'o2', state: 'drafted' } }],
    items,
  )
  expect(await saidOf(refusal)).toBe(
    'nothing was approved: every item has to be ready, and 2 are not: o1, o2\n  item o1: answer drafted\n  item o2: answer drafted\n',
  )
})

test('lines of files stand alone, as editors read them', async () => {
  const refusal = Problem.ofFindings('csv.invalid', [{ ...stands, file: 'items.csv', line: 3 }])
  expect(await saidOf(refusal)).toBe('items.csv:3: item o1: answer drafted\n')
})
