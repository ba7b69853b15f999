/** `prongsai surveys` as the centre meets it: counts of a whole round, and numbers that are none. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getRound } from '#modules/rounds/queries.ts'
import { getCurrentLink } from '#modules/surveys/links.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { openIntake, submitAnswers } from '#modules/surveys/submit.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { readSecret } from '#platform/secret.ts'
import { openCastRound, operator } from '../../tests/support/cast.ts'
import { answersOf, newKey } from '../../tests/support/collecting.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { resultsCommand } from './results.ts'
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

const surveys = (...args: string[]) => run(surveysCommand(), ...args)

async function run(command: Command, ...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await command.parseAsync(args, { from: 'user' })
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

  test('a part tells the score it has now come to, which a preview repeats with what is still missing', async () => {
    const year = ['--year', '2568', '--agency', 'HILL', '--lang', 'en']
    const doorway = doorwayOf(database)
    await act(doorway, operator, (context) => openLinks(context, { fiscalYear: 2568 }))
    const round = await getRound(database.query, 2568)
    const collecting = await getCurrentLink(database.query, round, { agencyCode: 'HILL', part: 'iit' })
    const room = makeWaitingRoom(readSecret(readConfig()))
    const intake = openIntake(doorway, room)
    const send = (pattern: number) =>
      submitAnswers(intake, { collecting, key: newKey(), answers: answersOf(collecting, pattern) })
    await Promise.all([0, 1, 2, 3, 4].map(send))
    expect(JSON.parse(await run(resultsCommand(), 'preview', ...year, '--json')).parts[0]).toMatchObject({
      ...{ id: 'iit', state: 'open', score: null },
    })
    const said = (await surveys('close', ...year, '--part', 'iit')).trim().split('\n')
    const score = /: (\d{1,3}\.\d{2}) \(not published\)$/.exec(said[1] ?? '')?.[1]
    expect(score).toBeDefined()
    const preview = await run(resultsCommand(), 'preview', ...year)
    expect(preview).toContain(`${score}  IIT`)
    expect(preview).toContain('–  Total — not closed yet: ')
  })
})
