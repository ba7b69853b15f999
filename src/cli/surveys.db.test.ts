/** `prongsai surveys` as the centre meets it: counts of a whole round, and numbers that are none. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { openCastRound, operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { surveysCommand } from './surveys.ts'

let database: Database
let folder: string

beforeEach(async () => {
  database = await openClone()
  folder = mkdtempSync(join(tmpdir(), 'prongsai-surveys-'))
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

async function surveys(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await surveysCommand().parseAsync(args, { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

describe('the progress of a round', () => {
  test('has a line for each agency where none is named', async () => {
    const lines = (await surveys('progress', '--year', '2568', '--lang', 'en')).trim().split('\n')
    expect(lines.map((line) => line.split(' ')[0]).toSorted()).toEqual(['FIELD', 'HILL', 'RIVER'])
    expect(lines[0]).toContain('IIT 0 · EIT part 1 0 · EIT part 2 0')
  })

  test('is to be had as JSON', async () => {
    const counts = JSON.parse(await surveys('progress', '--year', '2568', '--json'))
    expect(counts.HILL.iit).toEqual({ count: 0, minimum: null, isClosed: false })
  })
})

describe('a headcount', () => {
  test.each(['', ' ', 'x', '1.5', '-1'])('of "%s" is refused', async (staff) => {
    const stated = surveys('headcount', '--year', '2568', '--agency', 'HILL', `--staff=${staff}`)
    await expect(stated).rejects.toMatchObject({ code: 'survey.headcountInvalid' })
  })
})

describe('closing', () => {
  test('what the calendar has ended takes no year', async () => {
    expect(await surveys('close', '--ended', '--lang', 'en')).toContain('0')
  })
})
