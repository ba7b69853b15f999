/** Answers are put in whole, counted exactly, and carry nothing that leads back to a person. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { fiscalYear, openCastRound, operator, readRules } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { splitMixed } from './mixed-answers.ts'
import { countAnswers } from './queries.ts'
import { type AnswersEntry, recordAnswers } from './record.ts'
import { surveyAnswers } from './tables.ts'

const entry: AnswersEntry = {
  fiscalYear,
  agencyCode: 'HILL',
  part: 'eitPublic',
  answeredOn: '2025-06-30',
  columns: ['e1', 'e3'],
  answers: [Uint8Array.of(0, 1), Uint8Array.of(5, 1), Uint8Array.of(5, 0)],
}

describe('recording answers', () => {
  test('they are counted by agency, part, question and option', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    await recordAnswers(as(operator), entry)
    await recordAnswers(as(operator), { ...entry, agencyCode: 'field', part: 'eitSurvey' })
    const { framework } = await readRules()
    const counted = await countAnswers(db, { roundId: round.id, framework })
    const tally = { respondents: 3, counts: { e1: [1, 0, 0, 0, 0, 2], e3: [1, 2] } }
    expect([...counted.values()]).toHaveLength(2)
    expect([...counted.values()]).toEqual(
      expect.arrayContaining([{ eitPublic: tally }, { eitSurvey: tally }]),
    )
    const [agencyId = ''] = [...counted].find(([, tallies]) => 'eitPublic' in tallies) ?? []
    const own = await countAnswers(db, { roundId: round.id, framework, agencyIds: [agencyId] })
    expect([...own]).toEqual([[agencyId, { eitPublic: tally }]])
  })

  test('put in again, they take the place of the earlier ones', async ({ as, db }) => {
    await openCastRound(as(operator))
    await recordAnswers(as(operator), entry)
    await recordAnswers(as(operator), { ...entry, answers: entry.answers.slice(0, 1) })
    expect(await db.select().from(surveyAnswers)).toHaveLength(1)
  })

  test('nobody but the operator puts in a whole set', async ({ as }) => {
    await openCastRound(as(operator))
    await expect(recordAnswers(as(anyone), entry)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a closed round takes no answers', async ({ as }) => {
    await openCastRound(as(operator))
    await closeRound(as(operator), fiscalYear)
    await expect(recordAnswers(as(operator), entry)).rejects.toMatchObject({ code: 'round.closed' })
  })

  test('an agency outside the round, a part or a question the year does not have are refused', async ({
    as,
  }) => {
    await openCastRound(as(operator))
    const refused = (change: Partial<AnswersEntry>) =>
      expect(recordAnswers(as(operator), { ...entry, ...change })).rejects
    await refused({ agencyCode: 'NOBODY' }).toMatchObject({ code: 'round.notEnrolled' })
    await refused({ part: 'oit' }).toMatchObject({ code: 'survey.partUnknown' })
    await refused({ columns: ['e1', 'i1'] }).toMatchObject({ code: 'survey.columnUnknown' })
  })

  test('answers that do not fit are refused, each by its number, and none is kept', async ({ as, db }) => {
    await openCastRound(as(operator))
    const answers = [Uint8Array.of(0, 1), Uint8Array.of(0, 2), Uint8Array.of(0)]
    await expect(recordAnswers(as(operator), { ...entry, answers })).rejects.toMatchObject({
      code: 'survey.answersInvalid',
      findings: [{ parameters: { respondent: 2 } }, { parameters: { respondent: 3 } }],
    })
    expect(await db.select().from(surveyAnswers)).toHaveLength(0)
  })
})

describe('what answers leave behind', () => {
  test('a row: a random id, the round, the agency, the part, the day, how many they are and the choices, nothing else', async ({
    as,
    db,
  }) => {
    await openCastRound(as(operator))
    await recordAnswers(as(operator), entry)
    const [row, ...others] = await db.select().from(surveyAnswers)
    expect(others).toEqual([])
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['agencyId', 'answers', 'dayCounts', 'days', 'id', 'part', 'respondents', 'roundId'].sort(),
    )
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    expect(row).toMatchObject({ days: ['2025-06-30'], dayCounts: [3], respondents: 3 })
  })

  test('the place of an answer among the others does not tell the order of answering', async ({ as, db }) => {
    await openCastRound(as(operator))
    const answers = Array.from({ length: 120 }, (_, place) => Uint8Array.of(place % 6, place < 60 ? 0 : 1))
    await recordAnswers(as(operator), { ...entry, answers })
    const stored = (await db.select().from(surveyAnswers)).flatMap(splitMixed)
    const first = stored.map(({ packed }) => Number(packed[0]))
    const given = answers.map(([option]) => option)
    expect(first).not.toEqual(given)
    expect(first.toSorted()).toEqual(given.toSorted())
  })
})
