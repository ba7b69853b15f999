/** While people answer nobody computes a score of what they said; closing the part gives it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordScores } from '#modules/disclosure/record.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { submitAnswers } from '#modules/surveys/submit.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, type Collected, collect, newKey, room } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'
import { freezeResults } from './freeze.ts'

let database: Database
let collected: Collected

beforeAll(async () => {
  database = await openClone()
  collected = await collect(database)
})
afterAll(() => database.close())

const agencyCode = 'RIVER'

async function answerAll(part: string): Promise<void> {
  const link = await collected.linkOf(agencyCode, part)
  const send = (pattern: number) =>
    submitAnswers(collected.intake, { collecting: link, key: newKey(), answers: answersOf(link, pattern) })
  await Promise.all(Array.from({ length: 12 }, (_, index) => send(index)))
  await collected.move()
}

const close = (part: string, code = agencyCode) =>
  act(collected.doorway, operator, (context) =>
    closePart(context, { fiscalYear, agencyCode: code, part, room }),
  )

async function compute() {
  await act(collected.doorway, operator, (context) => computeResults(context, fiscalYear))
  const { rows } = await database.pool.query<{ total: string | null; figures: string }>(
    `select total, figures::text from results join agencies on agencies.id = agency_id where code = '${agencyCode}'`,
  )
  return rows[0]
}

describe('the score of a part', () => {
  test('cannot be had while the part is open, though all its answers are there', async () => {
    await answerAll('iit')
    await answerAll('eitPublic')
    const { framework } = await collected.linkOf(agencyCode, 'iit')
    await act(collected.doorway, operator, async (context) => {
      const scores = framework.disclosureItems.map(({ code }) => ({ agencyCode, itemCode: code, score: 100 }))
      await recordScores(context, { fiscalYear, scores })
      const columns = framework.questions.filter(({ id }) => id.startsWith('e')).map(({ id }) => id)
      await recordAnswers(context, {
        ...{ fiscalYear, agencyCode, part: 'eitSurvey', answeredOn: '2025-08-15', columns },
        answers: Array.from({ length: 6 }, () => Uint8Array.from(columns, () => 0)),
      })
    })
    const sealed = await compute()
    expect(sealed?.total).toBeNull()
    expect(sealed?.figures).not.toMatch(/"iit":\s*"\d/)
    await close('iit')
    expect((await compute())?.total).toBeNull()
  })

  test('is there once it is closed', async () => {
    await close('eitPublic')
    expect((await compute())?.total).toMatch(/^\d{1,3}\.\d{2}$/)
  })

  test('is not frozen while any part of the round still takes answers', async () => {
    const freeze = () => act(collected.doorway, operator, (context) => freezeResults(context, fiscalYear))
    await expect(freeze()).rejects.toMatchObject({ code: 'survey.partsOpen', parameters: { count: 4 } })
    for (const code of ['HILL', 'FIELD']) {
      await close('iit', code)
      await close('eitPublic', code)
    }
    await compute()
    expect(await freeze()).toMatchObject({ agencies: 3 })
  })
})
