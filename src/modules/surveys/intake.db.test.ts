/** An answer that was acknowledged is there once; what waits cannot be read; a closed part takes nothing more. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyone } from '#base/actor.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, type Collected, collect, group, newKey, room } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { closeEndedParts } from './close-ended.ts'
import { closePart } from './close-part.ts'
import type { Link } from './links.ts'
import { makeCodes } from './make-codes.ts'
import { type MixedAnswers, splitMixed } from './mixed-answers.ts'
import { findClosings, getProgress } from './progress.ts'
import { countAnswers } from './queries.ts'
import { recordAnswers } from './record.ts'
import { revokeLink } from './revoke-link.ts'
import { setMode } from './set-mode.ts'
import { stateHeadcount } from './state-headcount.ts'
import { openIntake, submitAnswers } from './submit.ts'
import { makeWaitingRoom } from './waiting-room.ts'

let database: Database
let collected: Collected
let link: Link

beforeAll(async () => {
  database = await openClone()
  collected = await collect(database)
})
afterAll(() => database.close())

/** Each test has a part of its own to play with. */
const parts = ['RIVER iit', 'RIVER eitPublic', 'HILL iit', 'HILL eitPublic', 'FIELD iit', 'FIELD eitPublic']
const clean = async () => {
  await database.pool.query(
    'truncate survey_answers, waiting_answers, survey_submissions, survey_codes, survey_closings, survey_headcounts',
  )
  await database.pool.query("update survey_parts set is_closed = false, mode = 'open'")
}
beforeEach(async () => {
  await clean()
  collected.setNow(new Date('2025-08-15T03:00:00Z'))
  link = await collected.linkOf('RIVER', 'iit')
})

const submit = (key: string, pattern = 0, oneTimeCode?: string) =>
  submitAnswers(collected.intake, { collecting: link, key, answers: answersOf(link, pattern), oneTimeCode })
const fill = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => submit(newKey(), index)))
const countRows = async (table: string): Promise<number> =>
  Number((await database.pool.query(`select count(*) from ${table}`)).rows[0]?.count)
/** Those that moved on from the waiting room. */
const countMoved = async (): Promise<number> =>
  Number((await database.pool.query('select sum(respondents) from survey_answers')).rows[0]?.sum)
const progress = async (agencyCode = 'RIVER') => getProgress(database.query, { fiscalYear, agencyCode })
const close = (agencyCode = 'RIVER', part = 'iit') =>
  act(collected.doorway, operator, (context) => closePart(context, { fiscalYear, agencyCode, part, room }))
const tally = async () => {
  const round = await getRound(database.query, fiscalYear)
  return countAnswers(database.query, { roundId: round.id, framework: link.framework })
}

describe('an answer', () => {
  test('sent twice at once, again after a lost reply, and a day later, is stored once', async () => {
    const key = newKey()
    expect((await Promise.all([submit(key), submit(key)])).sort()).toEqual(['stored', 'stored'])
    expect(await submit(key)).toBe('storedBefore')
    collected.setNow(new Date('2025-08-16T03:00:00Z'))
    expect(await submit(key, 3)).toBe('storedBefore')
    expect(await countRows('waiting_answers')).toBe(1)
    expect((await progress()).iit).toMatchObject({ count: 1 })
  })

  test('sent to two servers at the same moment is stored once', async () => {
    const keys = Array.from({ length: 60 }, newKey)
    const send = (intake = collected.intake) =>
      keys.map((key) => submitAnswers(intake, { collecting: link, key, answers: answersOf(link, 1) }))
    const outcomes = await Promise.all([...send(), ...send(collected.otherIntake).reverse()])
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(keys.length)
    expect(await countRows('waiting_answers')).toBe(keys.length)
  })

  test('is known by its key within its part alone: the same key at another part is another answer', async () => {
    const key = newKey()
    const other = await collected.linkOf('RIVER', 'eitPublic')
    const sendTo = (collecting: Link) =>
      submitAnswers(collected.intake, { collecting, key, answers: answersOf(collecting, 1) })
    expect(await Promise.all([sendTo(link), sendTo(other)])).toEqual(['stored', 'stored'])
    expect(await Promise.all([sendTo(link), sendTo(other)])).toEqual(['storedBefore', 'storedBefore'])
    expect(await countRows('waiting_answers')).toBe(2)
  })

  test('that comes for the first time is stored although others of its batch came before', async () => {
    const known = newKey()
    await submit(known)
    const outcomes = await Promise.all([submit(newKey()), submit(known), submit(newKey())])
    expect(outcomes).toEqual(['stored', 'storedBefore', 'stored'])
    expect(await countRows('waiting_answers')).toBe(3)
  })

  test('sent again is no error to the database, whose log would hold the mark of the form and the time', async () => {
    const errors: unknown[] = []
    const query = (asked: string) =>
      database.pool.query(asked).catch((error) => {
        errors.push(error)
        throw error
      })
    const watched = { ...database, pool: { query } } as unknown as Database
    const intake = openIntake({ database: watched, clock: collected.doorway.clock }, room)
    const send = (key: string) =>
      submitAnswers(intake, { collecting: link, key, answers: answersOf(link, 1) })
    const key = newKey()
    expect([await send(key), await send(key)]).toEqual(['stored', 'storedBefore'])
    expect(errors).toEqual([])
  })

  test('is not sent again once it moved on from the waiting room', async () => {
    const key = newKey()
    await submit(key)
    await fill(group)
    expect(await collected.move()).toBe(group + 1)
    expect(await submit(key)).toBe('storedBefore')
    expect((await progress()).iit).toMatchObject({ count: group + 1 })
  })

  test('sent again after the part was closed is acknowledged; a new one is told that it is too late', async () => {
    const key = newKey()
    await submit(key)
    const closed = { ...link, isClosed: true }
    await close()
    const send = (sent: string) =>
      submitAnswers(collected.intake, { collecting: closed, key: sent, answers: answersOf(link, 2) })
    expect([await send(key), await submit(key)]).toEqual(['storedBefore', 'storedBefore'])
    for (const sendNew of [send, submit])
      await expect(sendNew(newKey())).rejects.toMatchObject({ code: 'survey.partClosed' })
    expect(await countMoved()).toBe(1)
  })

  test('that leaves questions out is refused with every one of them, and nothing is stored', async () => {
    const { i3: _, i7: __, ...answers } = answersOf(link, 1)
    const sent = submitAnswers(collected.intake, {
      collecting: link,
      key: newKey(),
      answers: { ...answers, i9: 7 },
    })
    await expect(sent).rejects.toMatchObject({
      code: 'survey.answersIncomplete',
      findings: [
        { code: 'survey.answerMissing', parameters: { question: 'i3' } },
        { code: 'survey.answerMissing', parameters: { question: 'i7' } },
        { code: 'survey.answerUnknown', parameters: { question: 'i9' } },
      ],
    })
    expect(await countRows('survey_submissions')).toBe(0)
  })

  test.each(['', 'xyz', `${'0'.repeat(31)}G`, '0'.repeat(33)])(
    'with the key "%s" is refused',
    async (key) => {
      await expect(submit(key)).rejects.toMatchObject({ code: 'survey.keyInvalid' })
    },
  )

  test('that the database cannot take is refused without a word of what it was', async () => {
    const broken = { ...database, pool: { query: () => Promise.reject(new Error('secret detail')) } }
    const intake = openIntake(
      { database: broken as unknown as Database, clock: collected.doorway.clock },
      room,
    )
    const sent = submitAnswers(intake, { collecting: link, key: newKey(), answers: answersOf(link, 1) })
    await expect(sent).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'survey.notStored',
      parameters: {},
    })
  })
})

describe('the waiting room', () => {
  test('keeps answers unreadable until enough have come, and counts them all the while', async () => {
    await fill(group - 1)
    expect(await collected.move()).toBe(0)
    expect(await countMoved()).toBe(0)
    expect((await progress()).iit).toMatchObject({ count: group - 1 })
    const { rows } = await database.pool.query<{ sealed: Buffer }>('select sealed from waiting_answers')
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/[0-5]{10}/)
    await fill(1)
    expect(await collected.move()).toBe(group)
    expect([await countMoved(), await countRows('waiting_answers')]).toEqual([group, 0])
    expect((await progress()).iit).toMatchObject({ count: group })
  })

  test('keeps each part apart: what waits elsewhere does not make a group', async () => {
    await fill(group - 1)
    link = await collected.linkOf('RIVER', 'eitPublic')
    await fill(group - 1)
    expect(await collected.move()).toBe(0)
  })

  test('is opened by no other secret', async () => {
    await fill(group)
    const other = makeWaitingRoom({ deriveKey: () => Buffer.alloc(32, 'other') }, group)
    const closing = act(collected.doorway, operator, (context) =>
      closePart(context, { fiscalYear, agencyCode: 'RIVER', part: 'iit', room: other }),
    )
    await expect(closing).rejects.toMatchObject({ code: 'secret.cannotOpen' })
    expect((await progress()).iit).toMatchObject({ count: group, isClosed: false })
  })

  test('gives out every answer unchanged', async () => {
    await fill(40)
    await collected.move()
    await close()
    const expected = Array.from({ length: 40 }, (_, index) =>
      Object.values(answersOf(link, index)).join(''),
    ).sort()
    const { rows } = await database.pool.query<MixedAnswers>(
      'select days::text[], day_counts as "dayCounts", answers from survey_answers',
    )
    expect(
      rows
        .flatMap(splitMixed)
        .map(({ packed }) => packed)
        .sort(),
    ).toEqual(expected)
  })
})

describe('a one-time code', () => {
  const makeSome = async (count: number) => {
    await act(collected.doorway, operator, (context) =>
      setMode(context, { fiscalYear, agencyCode: 'RIVER', part: 'iit', mode: 'codes' }),
    )
    link = await collected.linkOf('RIVER', 'iit')
    return act(collected.doorway, operator, (context) =>
      makeCodes(context, { fiscalYear, agencyCode: 'RIVER', part: 'iit', count, room }),
    )
  }

  test('lets one answer in, however it is typed, and no second one', async () => {
    const [code = '', other = ''] = await makeSome(2)
    expect(await submit(newKey(), 1, ` ${code.toUpperCase().slice(0, 5)}-${code.slice(5)}`)).toBe('stored')
    await expect(submit(newKey(), 1, code)).rejects.toMatchObject({ code: 'survey.codeRefused' })
    expect(await submit(newKey(), 1, other)).toBe('stored')
    expect(await countRows('waiting_answers')).toBe(2)
  })

  test('used by two at the same moment lets one in, on one server or on two', async () => {
    const codes = await makeSome(20)
    const send = (intake = collected.intake) =>
      codes.map((oneTimeCode) =>
        submitAnswers(intake, {
          collecting: link,
          key: newKey(),
          answers: answersOf(link, 1),
          oneTimeCode,
        }).catch((error: { code: string }) => error.code),
      )
    const outcomes = await Promise.all([...send(), ...send(), ...send(collected.otherIntake)])
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(20)
    expect(outcomes.filter((outcome) => outcome === 'survey.codeRefused')).toHaveLength(40)
    expect(await countRows('waiting_answers')).toBe(20)
  })

  test('sent again with the same form after a lost reply is acknowledged', async () => {
    const [code] = await makeSome(1)
    const key = newKey()
    await submit(key, 1, code)
    expect(await submit(key, 1, code)).toBe('storedBefore')
  })

  test('sent again a day later, once its answer was mixed with others, is acknowledged and lets nothing in', async () => {
    const codes = await makeSome(group)
    const keys = codes.map(newKey)
    const sendAll = () => Promise.all(keys.map((key, person) => submit(key, person, codes[person])))
    await sendAll()
    expect(await collected.move()).toBe(group)
    collected.setNow(new Date('2025-08-16T03:00:00Z'))
    expect(new Set(await sendAll())).toEqual(new Set(['storedBefore']))
    expect([await countMoved(), await countRows('waiting_answers')]).toEqual([group, 0])
  })

  test.each([undefined, '', '  -  '])('that is missing (%s) is asked for', async (code) => {
    await makeSome(1)
    await expect(submit(newKey(), 1, code)).rejects.toMatchObject({
      findings: [{ code: 'survey.codeMissing' }],
    })
  })

  test('that was never made, or belongs to another part, is refused', async () => {
    const [code = ''] = await makeSome(1)
    await expect(submit(newKey(), 1, 'bcdfg-hjkmn')).rejects.toMatchObject({ code: 'survey.codeRefused' })
    await database.pool.query("update survey_parts set mode = 'codes'")
    link = await collected.linkOf('RIVER', 'eitPublic')
    await expect(submit(newKey(), 1, code)).rejects.toMatchObject({ code: 'survey.codeRefused' })
  })

  test('is kept as a hash that nobody can try codes out on', async () => {
    const [code = ''] = await makeSome(1)
    const { rows } = await database.pool.query<{ hash: Buffer }>('select hash from survey_codes')
    expect(rows[0]?.hash).toEqual(room.hashCode(code))
    const other = makeWaitingRoom({ deriveKey: () => Buffer.alloc(32, 'other') }, group)
    expect(other.hashCode(code)).not.toEqual(room.hashCode(code))
  })

  test('is not made for a part that is answered by open link, nor without end', async () => {
    const make = (count: number) =>
      act(collected.doorway, operator, (context) =>
        makeCodes(context, { fiscalYear, agencyCode: 'RIVER', part: 'iit', count, room }),
      )
    await expect(make(1)).rejects.toMatchObject({ code: 'survey.notByCodes' })
    for (const count of [0, 5001, 1.5])
      await expect(make(count)).rejects.toMatchObject({ code: 'survey.codeCount' })
  })
})

describe('the way to answer', () => {
  test('stays once somebody has answered', async () => {
    await submit(newKey())
    const set = (mode: 'open' | 'codes') =>
      act(collected.doorway, operator, (context) =>
        setMode(context, { fiscalYear, agencyCode: 'RIVER', part: 'iit', mode }),
      )
    await expect(set('codes')).rejects.toMatchObject({ code: 'survey.modeFixed' })
    await set('open')
  })

  test('is not chosen for interviews', async () => {
    const set = act(collected.doorway, operator, (context) =>
      setMode(context, { fiscalYear, agencyCode: 'RIVER', part: 'eitSurvey', mode: 'codes' }),
    )
    await expect(set).rejects.toMatchObject({ kind: 'conflict', code: 'survey.notByLink' })
  })
})

describe('the calendar', () => {
  test.each([
    ['2025-07-31T16:59:59Z', 'survey.notOpenYet', { opens: '2025-08-01' }],
    ['2025-08-31T17:00:00Z', 'survey.partClosed', { closes: '2025-08-31' }],
  ])('at %s nothing is taken, and the day is told', async (now, code, parameters) => {
    collected.setNow(new Date(now))
    await expect(submit(newKey())).rejects.toMatchObject({ kind: 'closed', code, parameters })
    expect(await countRows('survey_submissions')).toBe(0)
  })

  test('closes every part once its time is over, and not before', async () => {
    await fill(3)
    expect(await closeEndedParts(collected.doorway, room)).toBe(0)
    collected.setNow(new Date('2025-08-31T17:00:00Z'))
    expect(await closeEndedParts(collected.doorway, room)).toBe(parts.length)
    expect(await closeEndedParts(collected.doorway, room)).toBe(0)
    expect((await progress()).iit).toMatchObject({ count: 3, isClosed: true })
  })
})

describe('closing a part', () => {
  test('takes in what still waits and mixes it; counts and minimum stand', async () => {
    await fill(group + 2)
    await collected.move()
    await fill(2)
    await act(collected.doorway, operator, (context) =>
      stateHeadcount(context, { fiscalYear, agencyCode: 'RIVER', staff: 200 }),
    )
    expect(await close()).toEqual({ answers: group + 4, minimum: 30 })
    await act(collected.doorway, operator, (context) =>
      stateHeadcount(context, { fiscalYear, agencyCode: 'RIVER', staff: 2000 }),
    )
    expect((await progress()).iit).toMatchObject({ count: group + 4, minimum: 30, isClosed: true })
    expect(await countRows('waiting_answers')).toBe(0)
    await expect(close()).rejects.toMatchObject({ code: 'survey.partClosed' })
  })

  test('leaves no day that fewer share than make a group', async () => {
    await fill(group)
    await collected.move()
    collected.setNow(new Date('2025-08-20T03:00:00Z'))
    await fill(group - 1)
    collected.setNow(new Date('2025-08-31T17:00:00Z'))
    await closeEndedParts(collected.doorway, room)
    const { rows } = await database.pool.query(
      'select days::text[], day_counts as counts from survey_answers',
    )
    expect(rows).toEqual([{ days: ['2025-08-15'], counts: [2 * group - 1] }])
  })

  test('in the middle of a rush keeps exactly what was acknowledged', async () => {
    const sent = Array.from({ length: 400 }, (_, index) =>
      submit(newKey(), index).then(
        () => 'stored',
        (error: { code: string }) => error.code,
      ),
    )
    const [closed, outcomes] = await Promise.all([close(), Promise.all(sent)])
    const late = await submit(newKey()).catch((error: { code: string }) => error.code)
    const stored = outcomes.filter((outcome) => outcome === 'stored').length
    expect(outcomes.filter((outcome) => outcome !== 'stored' && outcome !== 'survey.partClosed')).toEqual([])
    expect(late).toBe('survey.partClosed')
    expect(closed.answers).toBe(stored)
    expect([await countMoved(), await countRows('survey_submissions')]).toEqual([stored, stored])
  })

  test('carries a mark where fewer answered than must', async () => {
    const round = await getRound(database.query, fiscalYear)
    const minimum = (await progress('HILL')).eitPublic?.minimum ?? null
    link = await collected.linkOf('HILL', 'eitPublic')
    await fill(2)
    await close('HILL', 'eitPublic')
    const [closing] = await findClosings(database.query, round)
    expect(closing).toMatchObject({
      part: 'eitPublic',
      answers: 2,
      minimum,
      isUnderMinimum: minimum !== null,
    })
  })

  test('a part that is not collected here cannot be closed', async () => {
    await expect(close('RIVER', 'eitSurvey')).rejects.toMatchObject({ code: 'survey.notCollected' })
  })
})

describe('while a part is open', () => {
  test('nobody can count what was answered; once it is closed it counts', async () => {
    await fill(group)
    await collected.move()
    expect((await tally()).size).toBe(0)
    await close()
    expect([...(await tally()).values()]).toMatchObject([{ iit: { respondents: group } }])
  })

  test('a whole set of answers cannot take the place of what people sent', async () => {
    await submit(newKey())
    const recording = act(collected.doorway, operator, (context) =>
      recordAnswers(context, {
        ...{ fiscalYear, agencyCode: 'RIVER', part: 'iit', answeredOn: '2025-08-15', columns: ['i1'] },
        answers: [Uint8Array.of(1)],
      }),
    )
    await expect(recording).rejects.toMatchObject({ code: 'survey.answersCollected' })
  })
})

describe('a link', () => {
  const revoke = (isReplaced: boolean) =>
    act(collected.doorway, operator, (context) =>
      revokeLink(context, { fiscalYear, agencyCode: 'FIELD', part: 'iit', isReplaced }),
    )

  test('that is replaced leads nowhere any more, and the answers it brought stay', async () => {
    link = await collected.linkOf('FIELD', 'iit')
    const before = link.code
    await submit(newKey())
    const { code } = await revoke(true)
    link = await collected.linkOf('FIELD', 'iit')
    expect(link.code).toBe(code)
    expect(code).not.toBe(before)
    await submit(newKey())
    expect((await progress('FIELD')).iit).toMatchObject({ count: 2 })
  })

  test('that is revoked for good is missed by name', async () => {
    await revoke(false)
    await expect(collected.linkOf('FIELD', 'iit')).rejects.toMatchObject({ code: 'survey.noLink' })
    await expect(revoke(false)).rejects.toMatchObject({ code: 'survey.noLink' })
  })
})

describe('a headcount', () => {
  const state = (counts: { staff?: number; serviceUsers?: number }) =>
    act(collected.doorway, operator, (context) =>
      stateHeadcount(context, { fiscalYear, agencyCode: 'RIVER', ...counts }),
    )

  test('stated again takes the place of the one before, and leaves the other number as it was', async () => {
    await state({ staff: 50, serviceUsers: 700 })
    await state({ staff: 60 })
    const { rows } = await database.pool.query(
      'select staff, service_users as users from survey_headcounts order by at, id',
    )
    expect(rows).toEqual([
      { staff: 50, users: 700 },
      { staff: 60, users: 700 },
    ])
  })

  test.each([{}, { staff: -1 }, { staff: 1.5 }, { serviceUsers: Number.NaN }])(
    'of %o is refused',
    async (counts) => {
      await expect(state(counts)).rejects.toMatchObject({ code: 'survey.headcountInvalid' })
    },
  )
})

describe('who has not signed in', () => {
  test.each([
    ['makes no codes', (c: Acting) => makeCodes(c, { ...place, count: 1, room })],
    ['revokes no link', (c: Acting) => revokeLink(c, { ...place, isReplaced: true })],
    ['sets no mode', (c: Acting) => setMode(c, { ...place, mode: 'codes' })],
    ['closes no part', (c: Acting) => closePart(c, { ...place, room })],
    ['states no headcount', (c: Acting) => stateHeadcount(c, { ...place, staff: 1 })],
  ] as [string, (context: Acting) => Promise<unknown>][])('%s', async (_, verb) => {
    await expect(act(collected.doorway, anyone, verb)).rejects.toMatchObject({ code: 'access.signInFirst' })
  })
})

type Acting = Parameters<typeof closePart>[0]
const place = { fiscalYear, agencyCode: 'RIVER', part: 'iit' }
