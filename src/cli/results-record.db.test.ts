/** `prongsai results record` as an operator meets it: real files into a round, refused outside its phase with the dates. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dayOf } from '#base/bangkok-day.ts'
import type { Problem } from '#base/problem.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { countAnswers } from '#modules/surveys/queries.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { operator, registerCast } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { resultsCommand } from './results.ts'

const golden = (name: string) => `tests/golden/diprom-2568/${name}.csv`
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

let database: Database
let roundId: string

beforeEach(async () => {
  database = await openClone()
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  const loaded = await findShippedFramework(2569)
  if (!loaded) throw new Error('there is no framework of 2569')
  await act(doorwayOf(database), operator, async (context) => {
    await registerCast(context)
    roundId = (await openRound(context, loaded)).id
    await enrolAgencies(context, { fiscalYear: 2569, agencies: [{ agencyCode: 'HILL' }] })
  })
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await database.close()
})

const schedule = (opensOn: string, closesOn: string) =>
  act(doorwayOf(database), operator, (context: Context) =>
    schedulePhase(context, { fiscalYear: 2569, phase: 'collect', opensOn, closesOn }),
  )

async function record(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await resultsCommand().parseAsync(['record', '--year', '2569', '--agency', 'HILL', ...args], {
      from: 'user',
    })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

const refusalOf = (promise: Promise<unknown>): Promise<Problem> =>
  promise.then(
    () => Promise.reject(new Error('the command went through')),
    (error) => error,
  )

async function countRespondents(): Promise<number | undefined> {
  const loaded = await findShippedFramework(2569)
  if (!loaded) return undefined
  const { framework } = loaded
  const counted = await countAnswers(database.query, { roundId, framework })
  return [...counted.values()][0]?.iit?.respondents
}

describe('putting answers into a round from a file', () => {
  test('works while they are collected, and doing it again puts them in place of the first', async () => {
    await schedule(dayFromNow(-1), dayFromNow(1))
    expect(await record('--iit', golden('iit'), '--lang', 'en')).toBe(
      '1 file of HILL recorded in the round of 2569\n',
    )
    await record('--iit', golden('iit'))
    expect(await countRespondents()).toBe(208)
  })

  test('is refused once the window has closed, with the day it did', async () => {
    await schedule(dayFromNow(-3), dayFromNow(-2))
    const problem = await refusalOf(record('--iit', golden('iit')))
    expect(problem).toMatchObject({ kind: 'closed', code: 'round.phaseNotOpen' })
    expect(problemText(en, problem.code, problem.parameters)).toMatch(/closes|closed/)
    expect(await countRespondents()).toBeUndefined()
  })

  test('writes nothing of the first file when the second is not as it should be', async () => {
    await schedule(dayFromNow(-1), dayFromNow(1))
    const problem = await refusalOf(record('--iit', golden('iit'), '--eit-public', golden('oit')))
    expect(problem.kind).toBe('invalid')
    expect(await countRespondents()).toBeUndefined()
  })

  test('asks for a file, and for a day that is one', async () => {
    expect(await refusalOf(record())).toMatchObject({ code: 'results.noFiles' })
    expect(await refusalOf(record('--iit', golden('iit'), '--answered-on', '31/2/2569'))).toMatchObject({
      code: 'day.invalid',
    })
  })
})
