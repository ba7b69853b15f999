/** Following a round's surveys: who is behind, who may look where, and the letters to those who coordinate. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person, Role, Scope } from '#base/actor.ts'
import { agencies } from '#modules/registry/tables.ts'
import { getRound, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, type Collected, collect, newKey, room } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { getAgencySurveys } from './agency-surveys.ts'
import { closePart } from './close-part.ts'
import type { PaceRecipient } from './pace-mail.ts'
import { remindOfPace } from './pace-reminders.ts'
import { listProgress, type ProgressQuery } from './progress-list.ts'
import { stateHeadcount } from './state-headcount.ts'
import { submitAnswers } from './submit.ts'
import { surveyPaceReminders } from './tables.ts'

const system = { kind: 'system', name: 'worker' } as const
const midAugust = new Date('2025-08-15T03:00:00Z')

let database: Database
let collected: Collected
let ids: Map<string, string>

beforeEach(async () => {
  database = await openClone()
  collected = await collect(database)
  await database.query.update(agencies).set({ size: 'L' }).where(eq(agencies.code, 'FIELD'))
  ids = await mapEnrolledAgencies(database.query, await round(), ['RIVER', 'HILL', 'FIELD'])
})

afterEach(() => database.close())

const round = () => getRound(database.query, fiscalYear)
const idOf = (code: string) => ids.get(code.toLowerCase()) ?? ''

async function answer(code: string, part: string, times: number): Promise<void> {
  const link = await collected.linkOf(code, part)
  const entries = Array.from({ length: times }, (_, pattern) => ({
    ...{ collecting: link, key: newKey(), answers: answersOf(link, pattern) },
  }))
  await Promise.all(entries.map((entry) => submitAnswers(collected.intake, entry)))
}

const list = async (query: Partial<ProgressQuery> = {}) =>
  listProgress(database.query, await round(), { actor: operator, now: midAugust, ...query })

const personWith = (role: Role, scope: Scope): Person => ({
  ...{ kind: 'person', id: '0198a000-0000-7000-8000-000000000001', name: 'สมใจ' },
  grants: [{ role, scope }],
})

describe('the list of a round', () => {
  test('has live counts beside the minimum and what should be there today', async () => {
    await answer('FIELD', 'eitPublic', 6)
    const { agencies, total } = await list({ search: 'field' })
    expect(total).toBe(1)
    expect(agencies[0]).toMatchObject({
      ...{ code: 'FIELD', opensOn: '2025-08-01', closesOn: '2025-08-31', states: ['below'] },
    })
    const standing = { count: 6, minimum: 50, expected: 22, standing: 'below', isUnderMinimum: false }
    expect(agencies[0]?.parts.find(({ part }) => part === 'eitPublic')).toEqual({
      part: 'eitPublic',
      ...standing,
    })
    const page = await getAgencySurveys(database.query, await round(), {
      agencyCode: 'field',
      now: midAugust,
    })
    const own = page.parts.find(({ part }) => part === 'eitPublic')
    expect(own).toMatchObject({ ...standing, survey: 'eit', mode: 'open' })
    expect(own?.linkCode).toHaveLength(8)
    expect(page.parts.find(({ part }) => part === 'eitSurvey')).toMatchObject({
      survey: null,
      linkCode: null,
    })
  })

  test('explains the minimum by the rule of the year and what is known of the agency', async () => {
    await act(collected.doorway, operator, (context) =>
      stateHeadcount(context, { fiscalYear, agencyCode: 'HILL', staff: 20 }),
    )
    const page = await getAgencySurveys(database.query, await round(), { agencyCode: 'HILL', now: midAugust })
    const rules = page.parts.map(({ part, minimumRule }) => ({ part, ...minimumRule }))
    expect(page.parts[0]).toMatchObject({ part: 'iit', minimum: 20 })
    expect(rules[0]).toMatchObject({ part: 'iit', reason: null, headcount: 20, isUnverified: true })
    expect(rules[2]).toMatchObject({ part: 'eitSurvey', reason: 'ruleUnknown' })
    expect(rules[1]).toMatchObject({ part: 'eitPublic', reason: 'groupUnknown', group: null })
    const river = await getAgencySurveys(database.query, await round(), {
      agencyCode: 'RIVER',
      now: midAugust,
    })
    const byMission = river.parts.find(({ part }) => part === 'eitPublic')
    expect(byMission).toMatchObject({ minimum: null, minimumRule: { reason: 'missionUnknown', group: null } })
  })

  test('is paged by name, and counts all of its pages', async () => {
    const first = await list({ page: { number: 1, size: 2 } })
    const second = await list({ page: { number: 2, size: 2 } })
    expect([first.total, first.agencies.length, second.agencies.length]).toEqual([3, 2, 1])
    const codes = [...first.agencies, ...second.agencies].map(({ code }) => code)
    expect(codes.toSorted()).toEqual(['FIELD', 'HILL', 'RIVER'])
  })

  test('is filtered by state: closed once every part that can be told of is', async () => {
    expect((await list({ state: 'closed' })).total).toBe(0)
    for (const part of ['iit', 'eitPublic']) {
      await act(collected.doorway, operator, (context) =>
        closePart(context, { fiscalYear, agencyCode: 'HILL', part, room }),
      )
    }
    const closed = await list({ state: 'closed', page: { number: 1, size: 50 } })
    expect(closed.agencies.map(({ code }) => code)).toEqual(['HILL'])
  })

  test.each([
    ['a supervisor of a province', 'supervisor', { kind: 'group', province: 'TH-20' }, ['FIELD', 'HILL']],
    ['a supervisor of a type', 'supervisor', { kind: 'group', type: 'department' }, ['RIVER']],
    ['a supervisor of nothing there is', 'supervisor', { kind: 'group', ministry: 'none' }, []],
    ['an administrator', 'administrator', { kind: 'centre' }, ['FIELD', 'HILL', 'RIVER']],
    ['somebody without the permission', 'itemOwner', { kind: 'centre' }, []],
  ] as const)('shows %s their own agencies', async (_, role, scope, codes) => {
    const { agencies, total } = await list({ actor: personWith(role, scope) })
    expect(agencies.map(({ code }) => code).toSorted()).toEqual(codes)
    expect(total).toBe(codes.length)
  })

  test('shows a coordinator their own agency, and no other', async () => {
    const actor = personWith('coordinator', { kind: 'agency', agencyId: idOf('HILL') })
    expect((await list({ actor })).agencies.map(({ code }) => code)).toEqual(['HILL'])
  })
})

describe('reminding', () => {
  const coordinators = (): PaceRecipient[] =>
    [...ids].map(([code, agencyId]) => ({ agencyId, email: `${code}@example.go.th`, name: 'สมใจ' }))

  async function remind(day: string, actor: Parameters<typeof act>[1] = system): Promise<Letter[]> {
    const sent: Letter[] = []
    collected.setNow(new Date(`${day}T08:00:00+07:00`))
    await act(collected.doorway, actor, (context) =>
      remindOfPace(context, {
        baseUrl: 'https://ita.example',
        findRecipients: async (_, agencyIds) =>
          coordinators().filter(({ agencyId }) => agencyIds.includes(agencyId)),
        outbox: {
          put: async (_, putOut) => {
            sent.push(...putOut.letters)
          },
        },
      }),
    )
    return sent
  }

  test('writes once a week to those behind, and tells counts only', async () => {
    const sent = await remind('2025-08-15')
    expect(sent.map(({ to }) => to)).toContain('field@example.go.th')
    const letter = sent.find(({ to }) => to === 'field@example.go.th')
    expect(letter?.text).toContain('https://ita.example/work/surveys/2568/FIELD')
    expect(letter?.text).toContain('ตอบแล้ว 0 คน วันนี้ควรมี 22 คน ขั้นต่ำ 50 คน')
    expect(await remind('2025-08-16')).toEqual([])
    expect((await remind('2025-08-22')).length).toBe(sent.length)
  })

  test('writes on each of the last three days', async () => {
    for (const day of ['2025-08-29', '2025-08-30', '2025-08-31']) expect(await remind(day)).not.toEqual([])
    expect(await remind('2025-09-01')).toEqual([])
  })

  test('leaves alone an agency that has reached its minimum', async () => {
    await answer('FIELD', 'eitPublic', 50)
    expect((await remind('2025-08-15')).map(({ to }) => to)).not.toContain('field@example.go.th')
  })

  test('is an event that counts, names nobody, and is kept with its ledger', async () => {
    const sent = await remind('2025-08-15')
    const events = await database.query.select().from(auditEvents)
    expect(events.filter(({ event }) => event === 'survey.reminded')).toMatchObject([
      { subject: 'round:2568', details: { agencies: sent.length, letters: sent.length, day: '2025-08-15' } },
    ])
    expect(JSON.stringify(events)).not.toContain('example.go.th')
    expect(await database.query.select().from(surveyPaceReminders)).toHaveLength(sent.length)
  })

  test('is refused to those who may not', async () => {
    await expect(remind('2025-08-15', { kind: 'anyone' })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
