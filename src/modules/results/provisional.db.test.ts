/** A part that is closed has a score for those who follow it; one that is open gives nothing away, to nobody. */
import { beforeEach, describe, expect, test } from 'vitest'
import { recordScores } from '#modules/disclosure/record.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { submitAnswers } from '#modules/surveys/submit.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator, readRules } from '../../../tests/support/cast.ts'
import { answersOf, type Collected, collect, newKey, room } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'
import { freezeResults } from './freeze.ts'
import { getProvisionalScore } from './provisional.ts'
import { publishResults } from './publish.ts'

let database: Database
let collected: Collected

beforeEach(async () => {
  database = await openClone()
  collected = await collect(database)
  return () => database.close()
})

async function answer(agencyCode: string, part: string, people: number): Promise<void> {
  const link = await collected.linkOf(agencyCode, part)
  const send = (pattern: number) =>
    submitAnswers(collected.intake, { collecting: link, key: newKey(), answers: answersOf(link, pattern) })
  await Promise.all(Array.from({ length: people }, (_, index) => send(index)))
  await collected.move()
}

const close = (agencyCode: string, part: string) =>
  act(collected.doorway, operator, (context) => closePart(context, { fiscalYear, agencyCode, part, room }))

async function recordItems(agencyCode: string): Promise<void> {
  const { framework } = await readRules()
  const scores = framework.disclosureItems.map(({ code }) => ({ agencyCode, itemCode: code, score: 100 }))
  await act(collected.doorway, operator, (context) => recordScores(context, { fiscalYear, scores }))
}

/** Interviews put in as a whole: where nobody was asked here. */
async function recordInterviews(agencyCode: string, people = 6): Promise<void> {
  const { framework } = await readRules()
  const columns = framework.questions.filter(({ id }) => id.startsWith('e')).map(({ id }) => id)
  await act(collected.doorway, operator, (context) =>
    recordAnswers(context, {
      ...{ fiscalYear, agencyCode, part: 'eitSurvey', answeredOn: '2025-08-15', columns },
      answers: Array.from({ length: people }, () => Uint8Array.from(columns, () => 0)),
    }),
  )
}

const scoreOf = async (agencyCode = 'RIVER') =>
  getProvisionalScore(database.query, await getRound(database.query, fiscalYear), agencyCode)

async function partOf(id: string, agencyCode = 'RIVER') {
  const found = (await scoreOf(agencyCode)).parts.find((part) => part.id === id)
  if (!found) throw new Error(`no part ${id}`)
  return found
}

const score = expect.stringMatching(/^\d{1,3}\.\d{2}$/)

describe('while nothing is closed', () => {
  test('no survey has a score, and each part says why', async () => {
    await answer('RIVER', 'iit', 12)
    await answer('RIVER', 'eitPublic', 12)
    const { parts, instruments, total, rating } = await scoreOf()
    expect(
      parts.map(({ id, state, score: none, respondents, reason }) => [
        id,
        state,
        none,
        respondents,
        reason?.code,
      ]),
    ).toEqual([
      ['iit', 'open', null, null, 'open'],
      ['eitPublic', 'open', null, null, 'open'],
      ['eitSurvey', 'none', null, null, 'noAnswers'],
    ])
    expect(instruments.map((one) => [one.id, one.score])).toEqual([
      ['iit', null],
      ['eit', null],
      ['oit', null],
    ])
    expect(total).toMatchObject({ score: null, reason: { code: 'open' } })
    expect(rating).toBeNull()
  })
})

describe('a part that is closed', () => {
  test('has the score that computing gives it, and the open part beside it has none', async () => {
    await answer('RIVER', 'iit', 12)
    await answer('RIVER', 'eitPublic', 12)
    await close('RIVER', 'iit')
    expect(await partOf('iit')).toMatchObject({ state: 'closed', score, respondents: 12, reason: null })
    expect(await partOf('eitPublic')).toMatchObject({ state: 'open', score: null, respondents: null })
    await act(collected.doorway, operator, (context) => computeResults(context, fiscalYear))
    const { rows } = await database.pool.query<{ iit: string }>(
      `select figures -> 'instruments' ->> 'iit' as iit from results join agencies on agencies.id = agency_id
       where code = 'RIVER'`,
    )
    expect((await partOf('iit')).score).toBe(rows[0]?.iit)
  })

  test('does not change its score by what an open part is answered', async () => {
    await answer('RIVER', 'iit', 12)
    await close('RIVER', 'iit')
    const before = await scoreOf()
    await answer('RIVER', 'eitPublic', 30)
    expect(await scoreOf()).toEqual(before)
  })

  test('that fewer than five people answered is withheld', async () => {
    await answer('RIVER', 'iit', 4)
    await close('RIVER', 'iit')
    expect(await partOf('iit')).toMatchObject({
      score: null,
      respondents: null,
      reason: { code: 'withheld' },
    })
  })

  test('that nobody answered says so', async () => {
    await close('RIVER', 'iit')
    const { reason } = await partOf('iit')
    expect(reason).toMatchObject({ code: 'nobody', en: expect.stringContaining('without an answer') })
  })
})

describe('the total', () => {
  test('is there when every part is closed and every item scored, with its rating', async () => {
    await answer('RIVER', 'iit', 12)
    await answer('RIVER', 'eitPublic', 12)
    await recordInterviews('RIVER')
    await recordItems('RIVER')
    await close('RIVER', 'iit')
    const { total } = await scoreOf()
    expect(total.reason?.en).toMatch(/^not closed yet: .*Public/)
    await close('RIVER', 'eitPublic')
    const whole = await scoreOf()
    expect(whole.total).toEqual({ score, reason: null })
    expect(whole.rating?.id).toBeTruthy()
    expect(whole.instruments.map((one) => one.score)).toEqual([score, score, '100.00'])
    expect(whole.parts.find(({ id }) => id === 'eitSurvey')).toMatchObject({ state: 'recorded', score })
  })

  test('is withheld with a small part, whose score one could have got by looking earlier', async () => {
    await answer('RIVER', 'iit', 4)
    await answer('RIVER', 'eitPublic', 12)
    await recordInterviews('RIVER')
    await recordItems('RIVER')
    await close('RIVER', 'eitPublic')
    await close('RIVER', 'iit')
    const { total, rating } = await scoreOf()
    expect(total).toMatchObject({ score: null, reason: { code: 'withheld' } })
    expect(rating).toBeNull()
  })
})

test('is provisional until the results of the round are published', async () => {
  for (const code of ['RIVER', 'HILL', 'FIELD']) {
    for (const part of ['iit', 'eitPublic']) await close(code, part)
  }
  const steps = [computeResults, freezeResults, publishResults]
  for (const step of steps) {
    expect((await scoreOf()).isProvisional).toBe(true)
    await act(collected.doorway, operator, (context) => step(context, fiscalYear))
  }
  expect((await scoreOf()).isProvisional).toBe(false)
})

test('an agency that is not enrolled has none', async () => {
  await expect(scoreOf('NONE')).rejects.toMatchObject({ code: 'round.notEnrolled' })
})
