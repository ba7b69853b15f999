/** `prongsai verify` as an operator meets it: sound, tampered and foreign sheets. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSheet, type ScoreSheet } from '#modules/scoring/sheet.ts'
import { frameworkOfYear } from './framework-of-year.ts'
import { verifyCommand } from './verify.ts'

let folder = ''
let exitCode: typeof process.exitCode

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
  exitCode = process.exitCode
})

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = exitCode
  rmSync(folder, { recursive: true })
})

async function sheet(): Promise<ScoreSheet> {
  const loaded = await frameworkOfYear(2568)
  return makeSheet(loaded, { instruments: { iit: '90', eitPublic: '91', eitSurvey: '92', oit: '93.5' } })
}

/** What `prongsai verify` prints of a file with this content, and its exit code. */
async function verify(content: string, ...args: string[]): Promise<{ printed: string; code: number }> {
  const path = join(folder, 'sheet.json')
  writeFileSync(path, content)
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  process.exitCode = 0
  await verifyCommand().parseAsync([path, ...args], { from: 'user' })
  return { printed: write.mock.calls.map(([text]) => String(text)).join(''), code: Number(process.exitCode) }
}

describe('prongsai verify', () => {
  test('says that a sheet matches, with its total and hash', async () => {
    const own = await sheet()
    const { printed, code } = await verify(JSON.stringify(own))
    expect(code).toBe(0)
    expect(printed).toContain(own.hash)
    expect(printed).toContain('91.85')
  })

  test('names each difference of a tampered sheet and ends with 1', async () => {
    const { printed, code } = await verify(
      JSON.stringify({ ...(await sheet()), total: '99.00' }),
      '--lang',
      'en',
    )
    expect(code).toBe(1)
    expect(printed).toContain('total: stated 99.00, recomputed 91.85')
  })

  test('reads a sheet that a Windows editor saved with a byte order mark', async () => {
    expect((await verify(`\uFEFF${JSON.stringify(await sheet())}`)).code).toBe(0)
  })

  test('says when the sheet was made with other definitions', async () => {
    const own = await sheet()
    const other = { ...own, framework: { ...own.framework, hash: 'f'.repeat(64) } }
    expect((await verify(JSON.stringify(other), '--lang', 'en')).printed).toContain('other definitions')
  })

  test.each([
    ['not JSON', '{', 'sheet.notJson'],
    ['no sheet', '{"total":"92.65"}', 'sheet.invalid'],
    ['empty', '', 'sheet.notJson'],
  ])('refuses what is %s', async (_what, content, code) => {
    await expect(verify(content)).rejects.toMatchObject({ code })
  })

  test('refuses a sheet of a year without a framework', async () => {
    const strange = { ...(await sheet()), fiscalYear: 2550 }
    await expect(verify(JSON.stringify(strange))).rejects.toMatchObject({ code: 'score.noFramework' })
  })

  test('refuses a file that is not there', async () => {
    const absent = verifyCommand().parseAsync([join(folder, 'absent.json')], { from: 'user' })
    await expect(absent).rejects.toMatchObject({ code: 'file.unreadable' })
  })
})
