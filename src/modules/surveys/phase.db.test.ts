/** When in a round surveys may be made ready, mended, and people called: each act by the days it asks for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { startOfDay } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { extendPhase } from '#modules/rounds/extend.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { openClone } from '../../../tests/support/database.ts'
import { desk, emailOf, type Interviewing, startInterviewing } from '../../../tests/support/interviewing.ts'
import { assignInterviews } from './assign-interviews.ts'
import { closePart } from './close-part.ts'
import { endAssignment } from './end-assignment.ts'
import { settleMailedCodes } from './mail-codes-settle.ts'
import { makeCodes } from './make-codes.ts'
import { markCall } from './mark-call.ts'
import { openLinks } from './open-links.ts'
import { revokeLink } from './revoke-link.ts'
import { sendBackInterview } from './send-back-interview.ts'
import { setMode } from './set-mode.ts'
import { stateHeadcount } from './state-headcount.ts'

type Verb = (context: Context) => Promise<unknown>

let database: Database
let stage: Interviewing
let assignment: string
let interview: string
let call: string

/** Registration runs from 1 to 20 July 2025, collection from 1 to 31 August. */
beforeAll(async () => {
  database = await openClone()
  stage = await startInterviewing(database)
  const days = { opensOn: '2025-07-01', closesOn: '2025-07-20' }
  await stage.as(operator, (context) => schedulePhase(context, { fiscalYear, phase: 'register', ...days }))
  const codes = { fiscalYear, agencyCode: 'RIVER', part: 'iit', mode: 'codes' } as const
  await stage.as(operator, (context) => setMode(context, codes))
  const entry = { fiscalYear, agencyCode: 'RIVER', enumerator: emailOf(stage.first), quota: 3, desk }
  const contacts = [{ name: 'สมปอง ใจดี', phone: '081-234-5678' }]
  assignment = (await stage.as(operator, (context) => assignInterviews(context, { ...entry, contacts }))).id
  interview = (await stage.record(stage.first, { assignment })).interview
  const { rows } = await database.pool.query<{ id: string }>('select id from call_list_entries')
  call = rows[0]?.id ?? ''
})
afterAll(() => database.close())

const place = { fiscalYear, agencyCode: 'RIVER' }
const code = { ...place, part: 'iit', room: desk.room }

/** What an agency makes ready, or those who collect for it. */
const making: Record<string, Verb> = {
  stateHeadcount: (context) => stateHeadcount(context, { ...place, staff: 10 }),
  openLinks: (context) => openLinks(context, place),
  setMode: (context) => setMode(context, { ...place, part: 'eitPublic', mode: 'codes' }),
  makeCodes: (context) => makeCodes(context, { ...code, count: 1 }),
  revokeLink: (context) => revokeLink(context, { ...place, part: 'iit', isReplaced: true }),
  assignInterviews: (context) =>
    assignInterviews(context, { ...place, enumerator: emailOf(stage.second), quota: 1, desk }),
}
const forAll: Verb = (context) => openLinks(context, { fiscalYear })
const interviewing: Record<string, Verb> = {
  markCall: (context) => markCall(context, { id: call, state: 'noAnswer' }),
  sendBackInterview: (context) => sendBackInterview(context, { interview, reason: 'ผู้ตอบไม่ถูกสัมภาษณ์' }),
}
const closing: Verb = (context) => closePart(context, { ...place, part: 'eitPublic', room: desk.room })
/** What tidies up afterwards waits for nothing. */
const tidying: Record<string, Verb> = {
  settleMailedCodes: (context) => settleMailedCodes(context, { ...code, sent: 0, unsent: [] }),
  endAssignment: (context) => endAssignment(context, assignment),
}

class Undone extends Error {}

/** `done`, or the refusal; whatever was done is undone. */
async function outcome(verb: Verb, actor: Actor = operator): Promise<string> {
  const acting = stage.as(actor, async (context) => {
    await verb(context)
    throw new Undone()
  })
  return acting.catch((error: unknown) => {
    if (error instanceof Undone) return 'done'
    if (!(error instanceof Problem)) throw error
    const { phase, state, opens, closes } = error.parameters
    return [error.code, phase, state, opens, closes].join(' ')
  })
}

async function outcomes(verbs: Record<string, Verb>): Promise<Record<string, string>> {
  const found: [string, string][] = []
  for (const [name, verb] of Object.entries(verbs)) {
    found.push([name, await outcome(verb, name === 'markCall' ? stage.first : operator)])
  }
  return Object.fromEntries(found)
}

const each = (verbs: Record<string, Verb>, told: string) =>
  Object.fromEntries(Object.keys(verbs).map((name) => [name, told]))
const toCollect = (state: string) => `round.phaseNotOpen collect ${state} 2025-08-01 2025-08-31`

describe('the acts of a survey', () => {
  test('wait for registration to open', async () => {
    stage.setNow(startOfDay('2025-06-30'))
    const told = 'round.phaseNotOpen register upcoming 2025-07-01 2025-07-20'
    expect(await outcomes(making)).toEqual(each(making, told))
    expect(await outcome(forAll)).toBe(told)
  })

  test('make ready between registration and collection, while nobody is called, sent back or closed yet', async () => {
    stage.setNow(startOfDay('2025-07-25'))
    expect(await outcomes(making)).toEqual(each(making, 'done'))
    expect(await outcome(forAll)).toBe('done')
    expect(await outcomes(interviewing)).toEqual(each(interviewing, toCollect('upcoming')))
    expect(await outcome(closing)).toBe(toCollect('upcoming'))
  })

  test('are all done while answers are collected', async () => {
    stage.setNow(startOfDay('2025-08-31'))
    const all = { ...making, forAll, ...interviewing, closing, ...tidying }
    expect(await outcomes(all)).toEqual(each(all, 'done'))
  })

  test('are over with collection, but for closing and tidying up', async () => {
    stage.setNow(startOfDay('2025-09-01'))
    const over = { ...making, forAll, ...interviewing }
    expect(await outcomes(over)).toEqual(each(over, toCollect('closed')))
    const left = { closing, ...tidying }
    expect(await outcomes(left)).toEqual(each(left, 'done'))
  })

  test('go on for the agency that was given longer', async () => {
    const longer = { ...place, phase: 'collect', until: '2025-09-10', reason: 'น้ำท่วม' }
    stage.setNow(startOfDay('2025-09-01'))
    await stage.as(operator, (context) => extendPhase(context, longer))
    const own = { ...making, ...interviewing }
    expect(await outcomes(own)).toEqual(each(own, 'done'))
    expect(await outcome(forAll)).toBe(toCollect('closed'))
  })
})
