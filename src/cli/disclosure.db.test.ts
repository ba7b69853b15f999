/** `prongsai disclosure` as the operator meets it: an agency's items put in, seen, and what is refused. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, openCastRound, operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { disclosureCommand } from './disclosure.ts'

let database: Database
let folder: string

beforeEach(async () => {
  database = await openClone()
  folder = mkdtempSync(join(tmpdir(), 'prongsai-disclosure-'))
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  await act(doorwayOf(database), operator, openCastRound)
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function disclosure(name: string, ...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const named = [name, '--year', '2568', '--lang', 'en', ...args]
    await disclosureCommand().parseAsync(named, { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

const hill = ['--agency', 'HILL'] as const

describe('an answer', () => {
  const url = 'https://hill.example.go.th/report.pdf'

  test('is put in, and seen on the board and in the gap', async () => {
    const assigned = await disclosure('assign', ...hill, '--item', 'o26', 'o27', '--due', '1/9/2568')
    expect(assigned).toBe('assigned 2 items of HILL\n')
    const answered = await disclosure('answer', ...hill, '--item', 'O26', '--url', url, '--place', 'หน้า 4')
    expect(answered).toBe('answered o26 of HILL\n')
    const hasNot = await disclosure('answer', ...hill, '--item', 'o27', '--has-not', '--json')
    expect(JSON.parse(hasNot)).toEqual({ item: 'o27', state: 'drafted' })
    const board = JSON.parse(await disclosure('board', ...hill, '--state', 'drafted', '--json'))
    const link = { url, kind: 'file', format: null, place: 'หน้า 4', verdict: null }
    expect(board).toMatchObject({ agency: { code: 'HILL' }, counts: { drafted: 2 } })
    expect(board.items).toMatchObject([
      { code: 'o26', has: true, dueOn: '2025-09-01', links: [link] },
      { code: 'o27', has: false, links: [] },
    ])
    expect(await disclosure('board', ...hill, '--state', 'drafted')).toContain('answered: has not')
    const gap = await disclosure('gap', ...hill)
    expect(gap).toMatch(/^o26 .*At risk|^o26 .*Waiting/m)
    expect(gap).toContain(`Link not checked yet · link 1: ${url}`)
    const told = JSON.parse(await disclosure('gap', ...hill, '--json'))
    const reasons = expect.arrayContaining([{ code: 'hasNot' }])
    expect(told.items).toContainEqual(expect.objectContaining({ code: 'o27', kind: 'lost', reasons }))
  })

  test('that says neither where nor that there is none, or both, is refused', async () => {
    const refused = { code: 'item.answerInvalid' }
    await expect(disclosure('answer', ...hill, '--item', 'o1')).rejects.toMatchObject(refused)
    const both = disclosure('answer', ...hill, '--item', 'o1', '--url', url, '--has-not')
    await expect(both).rejects.toMatchObject(refused)
  })
})

describe('the set', () => {
  test('is not approved, handed in or confirmed before it is so far', async () => {
    await expect(disclosure('approve', ...hill)).rejects.toMatchObject({ code: 'item.notAllReady' })
    await expect(disclosure('submit', ...hill)).rejects.toMatchObject({ code: 'item.notAllApproved' })
    const days = { fiscalYear, phase: 'confirm', opensOn: '2025-09-11', closesOn: '2025-09-20' }
    await act(doorwayOf(database), operator, (context) => schedulePhase(context, days))
    const closed = { code: 'round.phaseNotOpen' }
    await expect(disclosure('confirm')).rejects.toMatchObject(closed)
    await expect(disclosure('confirm', ...hill)).rejects.toMatchObject(closed)
  })

  test('of an agency that has begun is confirmed with 0 for what was never handed in', async () => {
    await disclosure('assign', ...hill, '--item', 'o1', '--due', '1/9/2568')
    const all = JSON.parse(await disclosure('confirm', '--json'))
    expect(all).toEqual({ confirmed: 1, left: [] })
    await expect(disclosure('confirm', ...hill)).rejects.toMatchObject({ code: 'items.alreadyFinal' })
  })
})
