/** `prongsai surveys export` as the centre meets it: a whole file or none. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeRound } from '#modules/rounds/close.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { answerAll, fiscalYear, openCastRound, operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { surveysCommand } from './surveys.ts'

let database: Database
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prongsai-export-'))
  database = await openClone()
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  await act(doorwayOf(database), operator, async (context) => {
    await openCastRound(context)
    await answerAll(context, 'HILL', 'best')
    await recordAnswers(context, {
      ...{ fiscalYear, agencyCode: 'FIELD', part: 'iit', answeredOn: '2025-06-30', columns: ['i1'] },
      answers: Array.from({ length: 6 }, (_, place) => Uint8Array.of(place)),
    })
  })
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

const close = () => act(doorwayOf(database), operator, (context) => closeRound(context, fiscalYear))

describe('the export of answers', () => {
  test('writes all that may leave, and tells how much was left out', async () => {
    await close()
    const out = join(folder, 'answers.csv')
    const printed = await surveys('export', '--year', '2568', '--lang', 'en', '--out', out)
    expect(printed).toContain(`Wrote ${out}: 6 rows, without 3 parts answered by fewer than 5 people`)
    expect(readFileSync(out, 'utf8').trimEnd().split('\r\n')).toHaveLength(1 + 6 + 3)
    expect(readdirSync(folder)).toEqual(['answers.csv'])
  })

  test('writes JSON of one agency', async () => {
    await close()
    const out = join(folder, 'answers.json')
    await surveys('export', '--year', '2568', '--agency', 'field', '--json', '--out', out)
    expect(JSON.parse(readFileSync(out, 'utf8')).answers).toHaveLength(6)
  })

  test('leaves no file where the answers are still sealed', async () => {
    const out = join(folder, 'answers.csv')
    await expect(surveys('export', '--year', '2568', '--out', out)).rejects.toMatchObject({
      code: 'survey.exportSealed',
    })
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  test('names a file that cannot be written', async () => {
    await close()
    const out = join(folder, 'no', 'such', 'place.csv')
    await expect(surveys('export', '--year', '2568', '--out', out)).rejects.toMatchObject({
      code: 'report.notWritable',
    })
  })
})
