/** An interview counts once, may be sent back only while it waits sealed, and afterwards nothing leads from it to an answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyone, type Person } from '#base/actor.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { group, newKey } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { desk, emailOf, type Interviewing, startInterviewing } from '../../../tests/support/interviewing.ts'
import { assignInterviews } from './assign-interviews.ts'
import { closePart } from './close-part.ts'
import { endAssignment } from './end-assignment.ts'
import { type Contact, reviewHours, shortReference } from './interview.ts'
import { type AssignmentsQuery, listAssignable, listAssignments } from './interview-progress.ts'
import { getWork } from './interview-work.ts'
import { markCall } from './mark-call.ts'
import { getProgress } from './progress.ts'
import { recordInterview } from './record-interview.ts'
import { releaseReviewed } from './release-interviews.ts'
import { sendBackInterview } from './send-back-interview.ts'

let database: Database
let stage: Interviewing

const start = new Date('2025-08-15T03:00:00Z')
const hoursLater = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

beforeAll(async () => {
  database = await openClone()
  stage = await startInterviewing(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.pool.query(
    'truncate interviews, call_list_entries, interview_assignments, survey_answers, waiting_answers, survey_submissions, survey_closings',
  )
  await database.pool.query('update survey_parts set is_closed = false')
  stage.setNow(start)
})

const rowsOf = async <T = Record<string, unknown>>(text: string): Promise<T[]> =>
  (await database.pool.query(text)).rows
const countOf = async () =>
  (await getProgress(database.query, { fiscalYear, agencyCode: 'RIVER' })).eitSurvey?.count
const close = () =>
  stage.as(operator, (context) =>
    closePart(context, { fiscalYear, agencyCode: 'RIVER', part: 'eitSurvey', room: desk.room }),
  )
const sendBack = (interview: string, actor: Person = stage.supervisor, reason = 'ผู้ตอบบอกว่าไม่ได้ถูกสัมภาษณ์') =>
  stage.as(actor, (context) => sendBackInterview(context, { interview, reason }))
const release = () => releaseReviewed(stage.doorway, desk.room)
const work = (person = stage.first) => getWork(database.query, person, { desk, now: stage.doorway.clock() })
const page = { number: 1, size: 50 }
const listAll = async (query: Partial<AssignmentsQuery> = {}) =>
  listAssignments(database.query, await getRound(database.query, fiscalYear), {
    ...{ actor: stage.supervisor, page },
    ...query,
  })
const list = async (actor = stage.supervisor) => (await listAll({ actor })).assignments

const contacts: Contact[] = [
  { name: 'สมปอง ใจดี', phone: '081-234-5678' },
  { name: 'มาลี มีสุข', phone: '02 123 4567' },
]
const entry = { fiscalYear, agencyCode: 'RIVER', quota: 2, contacts }
const assignWithList = async () =>
  stage.as(stage.supervisor, (context) =>
    assignInterviews(context, { ...entry, enumerator: emailOf(stage.first), desk }),
  )

describe('an assignment', () => {
  test('tells the enumerator how many to ask, whom to call and what, in both languages', async () => {
    const { id } = await assignWithList()
    const { assignments, forms, person } = await work()
    expect(person).toEqual({ id: stage.first.id, name: 'first' })
    expect(assignments).toMatchObject([
      { id, fiscalYear, quota: 2, count: 0, state: 'open', closesOn: '2025-08-31', sentBack: [] },
    ])
    expect(assignments[0]?.callList).toMatchObject(contacts.map((one) => ({ ...one, state: 'toCall' })))
    expect(forms).toHaveLength(1)
    expect(forms[0]?.questions.map(({ id: question }) => question)).toEqual(
      Array.from({ length: 9 }, (_, index) => `e${index + 1}`),
    )
    expect(forms[0]?.questions[0]?.columns[0]?.options[0]).toEqual({
      th: expect.any(String),
      en: expect.any(String),
    })
  })

  test('keeps names and telephones where a copy of the database cannot read them', async () => {
    await assignWithList()
    const [dump] = await rowsOf<{ all: string }>(
      "select string_agg(e::text, E'\\n') as all from call_list_entries e",
    )
    for (const { name, phone } of contacts) {
      expect(dump?.all).not.toContain(name)
      expect(dump?.all).not.toContain(Buffer.from(phone).toString('hex'))
    }
  })

  test('given again takes the new quota and the further names, and stays one', async () => {
    const { id } = await assignWithList()
    expect(await assignWithList()).toEqual({ id })
    expect((await work()).assignments).toHaveLength(1)
    expect((await work()).assignments[0]?.callList).toHaveLength(4)
  })

  test('is given by nobody who supervises other agencies, nor by the enumerator', async () => {
    for (const actor of [stage.stranger, stage.first]) {
      const assigning = stage.as(actor, (context) =>
        assignInterviews(context, { ...entry, enumerator: emailOf(stage.first), desk }),
      )
      await expect(assigning).rejects.toMatchObject({ code: 'access.refused' })
    }
  })

  test.each([
    { agencyCode: 'HILL', code: 'interview.notEnumerator' },
    { enumerator: 'nobody@example.go.th', code: 'interview.notEnumerator' },
    { quota: 0, code: 'interview.quotaInvalid' },
    { quota: 1.5, code: 'interview.quotaInvalid' },
  ])('of %o is refused', async ({ code, ...wrong }) => {
    const assigning = stage.as(operator, (context) =>
      assignInterviews(context, { ...entry, enumerator: emailOf(stage.first), desk, ...wrong }),
    )
    await expect(assigning).rejects.toMatchObject({ code })
  })

  test('is not given once the part is closed', async () => {
    await stage.assign(stage.first)
    await close()
    await expect(stage.assign(stage.second)).rejects.toMatchObject({ code: 'survey.partClosed' })
  })

  test('that is ended takes nothing more, and its call list is gone', async () => {
    const { id } = await assignWithList()
    await stage.as(stage.supervisor, (context) => endAssignment(context, id))
    expect((await work()).assignments).toEqual([])
    expect(await rowsOf('select * from call_list_entries')).toEqual([])
    await expect(stage.record(stage.first, { assignment: id })).rejects.toMatchObject({
      code: 'interview.assignmentEnded',
    })
    const again = stage.as(stage.supervisor, (context) => endAssignment(context, id))
    await expect(again).rejects.toMatchObject({ code: 'interview.assignmentEnded' })
  })

  test('is ended by nobody who supervises other agencies', async () => {
    const id = await stage.assign(stage.first)
    const ending = stage.as(stage.stranger, (context) => endAssignment(context, id))
    await expect(ending).rejects.toMatchObject({ code: 'access.refused' })
  })

  test('is seen by the supervisor of the agency alone', async () => {
    await stage.assign(stage.first)
    expect(await list()).toMatchObject([{ agency: { code: 'RIVER' }, enumerator: 'first', quota: 3 }])
    expect(await list(stage.stranger)).toEqual([])
    const round = await getRound(database.query, fiscalYear)
    const { agencies, enumerators } = await listAssignable(database.query, stage.supervisor, round)
    expect(agencies.map(({ code }) => code)).toEqual(['RIVER'])
    expect(enumerators.map(({ name }) => name)).toEqual(['first', 'second'])
  })
})

describe('the list of assignments', () => {
  test('comes in pages, with the totals of all of them', async () => {
    const assignment = await stage.assign(stage.first, 3)
    await stage.assign(stage.second, 4)
    await stage.record(stage.first, { assignment })
    const { interview } = await stage.record(stage.first, { assignment })
    await sendBack(interview)
    const totals = { assignments: 2, count: 1, quota: 7, sentBack: 1 }
    const size = { size: 1 }
    expect(await listAll({ page: { number: 1, ...size } })).toMatchObject({
      ...{ assignments: [{ enumerator: 'first', count: 1 }], totals },
    })
    expect(await listAll({ page: { number: 2, ...size } })).toMatchObject({
      ...{ assignments: [{ enumerator: 'second', count: 0 }], totals },
    })
  })

  test('is searched by agency', async () => {
    await stage.assign(stage.first)
    expect((await listAll({ search: 'river' })).assignments).toHaveLength(1)
    expect(await listAll({ search: 'hill' })).toEqual({
      ...{ assignments: [], totals: { assignments: 0, count: 0, quota: 0, sentBack: 0 } },
    })
  })
})

describe('an interview', () => {
  test('counts at once, and is stored once however often it is sent', async () => {
    const assignment = await stage.assign(stage.first)
    const key = newKey()
    const sent = await Promise.all([
      stage.record(stage.first, { assignment, key }),
      stage.record(stage.first, { assignment, key }),
    ])
    expect(sent.map(({ outcome }) => outcome).sort()).toEqual(['stored', 'storedBefore'])
    stage.setNow(hoursLater(30))
    expect(await stage.record(stage.first, { assignment, key, pattern: 5 })).toMatchObject({
      outcome: 'storedBefore',
    })
    expect(await countOf()).toBe(1)
    expect((await work()).assignments).toMatchObject([{ count: 1 }])
  })

  test('is acknowledged again after the close, where it had come in before', async () => {
    const assignment = await stage.assign(stage.first)
    const key = newKey()
    await stage.record(stage.first, { assignment, key })
    await close()
    expect(await stage.record(stage.first, { assignment, key })).toMatchObject({ outcome: 'storedBefore' })
    await expect(stage.record(stage.first, { assignment })).rejects.toMatchObject({
      code: 'survey.partClosed',
    })
  })

  test('is acknowledged again once the round is closed, as the tablet may not have heard of it', async () => {
    const assignment = await stage.assign(stage.first)
    const key = newKey()
    await stage.record(stage.first, { assignment, key })
    await close()
    await database.pool.query(
      "insert into round_closes (round_id, at, actor_kind) select id, now(), 'system' from rounds where fiscal_year = $1",
      [fiscalYear],
    )
    expect(await stage.record(stage.first, { assignment, key })).toMatchObject({ outcome: 'storedBefore' })
    await expect(stage.record(stage.first, { assignment })).rejects.toMatchObject({ code: 'round.closed' })
    await database.pool.query('truncate round_closes')
  })

  test('beyond the quota is taken, and marked', async () => {
    const assignment = await stage.assign(stage.first, 1)
    expect(await stage.record(stage.first, { assignment })).toMatchObject({ isOverQuota: false })
    expect(await stage.record(stage.first, { assignment })).toMatchObject({ isOverQuota: true })
    expect(await list()).toMatchObject([{ count: 2, overQuota: 1 }])
  })

  test("is not taken under another one's assignment, nor from nobody, nor from the supervisor", async () => {
    const assignment = await stage.assign(stage.first)
    await expect(stage.record(stage.second, { assignment })).rejects.toMatchObject({
      code: 'interview.assignmentUnknown',
    })
    await expect(stage.record(stage.supervisor, { assignment })).rejects.toMatchObject({
      code: 'access.refused',
    })
    const byNobody = stage.as(anyone, (context) =>
      recordInterview(context, { assignment, key: newKey(), answers: {}, desk }),
    )
    await expect(byNobody).rejects.toMatchObject({ code: 'access.signInFirst' })
  })

  test('before the window opens or after it ends is refused', async () => {
    const assignment = await stage.assign(stage.first)
    stage.setNow(new Date('2025-07-31T16:59:00Z'))
    await expect(stage.record(stage.first, { assignment })).rejects.toMatchObject({
      code: 'survey.notOpenYet',
    })
    stage.setNow(new Date('2025-08-31T17:00:00Z'))
    await expect(stage.record(stage.first, { assignment })).rejects.toMatchObject({
      code: 'survey.partClosed',
    })
  })

  test('that leaves a question out is refused, with the question', async () => {
    const assignment = await stage.assign(stage.first)
    const sent = stage.as(stage.first, (context) =>
      recordInterview(context, { assignment, key: newKey(), answers: { e1: 0 }, desk }),
    )
    await expect(sent).rejects.toMatchObject({ code: 'survey.answersIncomplete' })
    expect(await countOf()).toBe(0)
  })

  test.each(['none', '019f7f2a-0000-7000-8000-000000000000'])(
    'under the assignment "%s" is refused',
    async (assignment) => {
      const sent = stage.as(stage.first, (context) =>
        recordInterview(context, { assignment, key: newKey(), answers: {}, desk }),
      )
      await expect(sent).rejects.toMatchObject({ code: 'interview.assignmentUnknown' })
    },
  )
})

describe('sending back', () => {
  test('an interview that is held takes it out of the count, and tells the enumerator why', async () => {
    const assignment = await stage.assign(stage.first)
    const { interview } = await stage.record(stage.first, { assignment, seconds: 40 })
    expect(await list()).toMatchObject([{ held: [{ interview, seconds: 40 }] }])
    await sendBack(interview)
    expect(await countOf()).toBe(0)
    expect((await work()).assignments).toMatchObject([
      { count: 0, sentBack: [{ interview, reason: 'ผู้ตอบบอกว่าไม่ได้ถูกสัมภาษณ์' }] },
    ])
    expect(await rowsOf('select sealed, received_at, seconds from interviews')).toEqual([
      { sealed: null, received_at: null, seconds: null },
    ])
  })

  test('makes room for another interview in its place, once', async () => {
    const assignment = await stage.assign(stage.first)
    const key = newKey()
    const { interview } = await stage.record(stage.first, { assignment, key })
    await sendBack(interview)
    expect(await stage.record(stage.first, { assignment, key })).toMatchObject({ outcome: 'storedBefore' })
    expect(await countOf()).toBe(0)
    await stage.record(stage.first, { assignment, replaces: interview })
    expect(await countOf()).toBe(1)
    expect((await work()).assignments).toMatchObject([{ count: 1, sentBack: [] }])
    await expect(stage.record(stage.first, { assignment, replaces: interview })).rejects.toMatchObject({
      code: 'interview.notSentBack',
    })
  })

  test('is made good under a new assignment too, by the same enumerator alone', async () => {
    const ended = await stage.assign(stage.first)
    const { interview } = await stage.record(stage.first, { assignment: ended })
    await sendBack(interview)
    await stage.as(stage.supervisor, (context) => endAssignment(context, ended))
    const assignment = await stage.assign(stage.first)
    expect((await work()).assignments).toMatchObject([{ id: assignment, sentBack: [{ interview }] }])
    const another = await stage.assign(stage.second)
    const bySecond = stage.record(stage.second, { assignment: another, replaces: interview })
    await expect(bySecond).rejects.toMatchObject({ code: 'interview.notSentBack' })
    await stage.record(stage.first, { assignment, replaces: interview })
    expect((await work()).assignments).toMatchObject([{ count: 1, sentBack: [] }])
  })

  test('is refused to others, without a reason, for what is unknown, and twice', async () => {
    const assignment = await stage.assign(stage.first)
    const { interview } = await stage.record(stage.first, { assignment })
    await expect(sendBack(interview, stage.stranger)).rejects.toMatchObject({ code: 'access.refused' })
    await expect(sendBack(interview, stage.first)).rejects.toMatchObject({ code: 'access.refused' })
    await expect(sendBack(interview, stage.supervisor, ' ')).rejects.toMatchObject({
      code: 'interview.reasonInvalid',
    })
    await expect(sendBack('nothing')).rejects.toMatchObject({ code: 'interview.unknown' })
    await sendBack(interview)
    await expect(sendBack(interview)).rejects.toMatchObject({ code: 'interview.notHeld' })
  })

  test('is over once the answers were mixed, or the part is closed', async () => {
    const assignment = await stage.assign(stage.first, 10)
    const sent = []
    for (let pattern = 0; pattern < group; pattern++)
      sent.push(await stage.record(stage.first, { assignment, pattern }))
    stage.setNow(hoursLater(reviewHours))
    expect(await release()).toBe(group)
    await expect(sendBack(sent[0]?.interview ?? '')).rejects.toMatchObject({ code: 'interview.notHeld' })
    const { interview } = await stage.record(stage.first, { assignment })
    await close()
    await expect(sendBack(interview)).rejects.toMatchObject({ code: 'interview.notHeld' })
  })
})

describe('the review', () => {
  const fill = async (assignment: string, count: number) => {
    for (let pattern = 1; pattern <= count; pattern++) {
      await stage.record(stage.first, { assignment, pattern, seconds: 300 + pattern })
    }
  }

  test('holds each interview for its hours, and until enough have been held to be mixed', async () => {
    const assignment = await stage.assign(stage.first, 20)
    await fill(assignment, group - 1)
    stage.setNow(hoursLater(reviewHours + 1))
    expect(await release()).toBe(0)
    await fill(assignment, 1)
    expect(await release()).toBe(0)
    stage.setNow(hoursLater(2 * reviewHours + 1))
    expect(await release()).toBe(group)
    expect(await countOf()).toBe(group)
    expect(await release()).toBe(0)
  })

  test('leaves in the ledger that interviews came, and nothing of when or what', async () => {
    const assignment = await stage.assign(stage.first, 20)
    await fill(assignment, group + 2)
    stage.setNow(hoursLater(reviewHours))
    await release()
    const ledger = await rowsOf('select * from interviews')
    expect(ledger).toHaveLength(group + 2)
    for (const row of ledger) expect(row).toMatchObject({ sealed: null, received_at: null, seconds: null })
    const answers = await rowsOf('select * from survey_answers')
    expect(answers).toMatchObject([{ respondents: group + 2 }])
    expect(Object.keys(answers[0] ?? {}).sort()).toEqual(
      ['agency_id', 'answers', 'day_counts', 'days', 'id', 'part', 'respondents', 'round_id'].sort(),
    )
    const values = new Set(ledger.flatMap((row) => Object.values(row).map(String)))
    for (const { id, answers: packed } of answers) {
      expect(values).not.toContain(id)
      expect(values).not.toContain(packed)
    }
  })

  test('ends with the part: what is held is counted, call lists are deleted', async () => {
    const { id } = await assignWithList()
    await fill(id, 3)
    expect(await close()).toMatchObject({ answers: 3 })
    expect(await rowsOf('select respondents from survey_answers')).toEqual([{ respondents: 3 }])
    expect(await rowsOf('select sealed from interviews where sealed is not null')).toEqual([])
    expect(await rowsOf('select * from call_list_entries')).toEqual([])
    expect(await countOf()).toBe(3)
  })
})

describe('a call', () => {
  const mark = (id: string, actor: Person = stage.first) =>
    stage.as(actor, (context) => markCall(context, { id, state: 'noAnswer' }))
  const firstCall = async () => (await work()).assignments[0]?.callList[0]?.id ?? ''

  test('is marked by its enumerator', async () => {
    await assignWithList()
    await mark(await firstCall())
    expect((await work()).assignments[0]?.callList.map(({ state }) => state)).toEqual(['noAnswer', 'toCall'])
  })

  test('is not marked by anybody else', async () => {
    await assignWithList()
    await expect(mark(await firstCall(), stage.second)).rejects.toMatchObject({
      code: 'interview.callUnknown',
    })
    await expect(mark(await firstCall(), stage.supervisor)).rejects.toMatchObject({ code: 'access.refused' })
  })

  test('is not marked once the assignment is ended', async () => {
    const { id } = await assignWithList()
    const call = await firstCall()
    await stage.as(stage.supervisor, (context) => endAssignment(context, id))
    await expect(mark(call)).rejects.toMatchObject({ code: 'interview.callUnknown' })
  })
})

test('the trail of acts names no interview and no answer', async () => {
  const assignment = await stage.assign(stage.first)
  const key = newKey()
  const { interview } = await stage.record(stage.first, { assignment, key })
  await sendBack(interview)
  const [trail] = await rowsOf<{ all: string }>("select string_agg(e::text, ' ') as all from audit_events e")
  for (const secret of [key, interview, shortReference(interview)]) expect(trail?.all).not.toContain(secret)
  expect(trail?.all).toContain('interview.recorded')
})
