/** When an agency is due to be reminded of a close, by the days that are left to it, and what the letter says. */
import { describe, expect, test } from 'vitest'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import type { Calendar } from './calendar.ts'
import { reminderLetter } from './mail.ts'
import { dueReminders } from './reminders.ts'

const same = (text: string) => ({ th: text, en: text })
const calendar: Calendar = {
  phases: [
    {
      ...{ phase: 'collect', name: { th: 'เก็บข้อมูล', en: 'Collection' } },
      ...{ opensAt: startOfDay('2026-01-05'), closesAt: endOfDay('2026-01-29') },
    },
    { phase: 'answer', name: same('answer'), opensAt: startOfDay('2026-03-01'), closesAt: null },
    { phase: 'score', name: same('score'), opensAt: null, closesAt: endOfDay('2026-01-29') },
    { phase: 'clarify', name: same('clarify'), opensAt: null, closesAt: null },
  ],
  extensions: [
    { phase: 'collect', agencyId: 'hill', until: endOfDay('2026-02-05') },
    { phase: 'collect', agencyId: 'field', until: endOfDay('2026-01-20') },
  ],
}

const due = (time: string, agencyId: string) =>
  dueReminders(calendar, { agencyIds: [agencyId], now: new Date(time) }).map(
    ({ phase, kind }) => `${phase} ${kind}`,
  )

describe('an agency is reminded', () => {
  test.each([
    ['not with eight days left', '2026-01-21T23:59:59+07:00', []],
    ['from seven days before the last day', '2026-01-22T00:00:00+07:00', ['collect sevenDays']],
    [
      'still of the seven, where nothing was sent until four',
      '2026-01-25T08:00:00+07:00',
      ['collect sevenDays'],
    ],
    ['three days before', '2026-01-26T08:00:00+07:00', ['collect threeDays']],
    ['still of the three, two days before', '2026-01-27T08:00:00+07:00', ['collect threeDays']],
    ['the day before', '2026-01-28T08:00:00+07:00', ['collect oneDay']],
    ['on the last day', '2026-01-29T08:00:00+07:00', ['collect lastDay']],
    ['on the last day to its last second', '2026-01-29T23:59:59+07:00', ['collect lastDay']],
    ['no more once it is closed', '2026-01-30T00:00:00+07:00', []],
    ['by the day of Bangkok, not of London', '2026-01-21T17:30:00Z', ['collect sevenDays']],
  ])('%s', (_, time, expected) => {
    expect(due(time, 'river')).toEqual(expected)
  })
})

describe('an agency that was given longer', () => {
  test.each([
    ['hears nothing of the close of the others', '2026-01-28T08:00:00+07:00', 'hill', []],
    ['is reminded of its own', '2026-02-02T08:00:00+07:00', 'hill', ['collect threeDays']],
    ['is never reminded of less than the others', '2026-01-19T08:00:00+07:00', 'field', []],
    [
      'by no more than the others have, is reminded with them',
      '2026-01-28T08:00:00+07:00',
      'field',
      ['collect oneDay'],
    ],
  ])('%s', (_, time, agencyId, expected) => {
    expect(due(time, agencyId)).toEqual(expected)
  })

  test('is told its own close', () => {
    const now = new Date('2026-02-02T08:00:00+07:00')
    expect(dueReminders(calendar, { agencyIds: ['river', 'hill'], now })).toEqual([
      { agencyId: 'hill', phase: 'collect', kind: 'threeDays', closesAt: endOfDay('2026-02-05') },
    ])
  })
})

test('nobody is reminded of a phase that has not opened, has no close, or is the work of assessors', () => {
  const soon: Calendar = {
    ...calendar,
    phases: calendar.phases.map((phase) => ({ ...phase, opensAt: startOfDay('2026-01-29') })),
  }
  const now = new Date('2026-01-28T08:00:00+07:00')
  expect(dueReminders(soon, { agencyIds: ['river'], now })).toEqual([])
  expect(due('2026-01-29T08:00:00+07:00', 'river')).toEqual(['collect lastDay'])
})

test('a national round is gone through within a second', () => {
  const agencyIds = Array.from({ length: 8300 }, (_, number) => `agency ${number}`)
  const extensions = agencyIds.map((agencyId) => ({
    ...{ phase: 'collect' as const, agencyId, until: endOfDay('2026-02-05') },
  }))
  const begun = performance.now()
  const found = dueReminders(
    { ...calendar, extensions },
    { agencyIds, now: new Date('2026-02-04T08:00:00+07:00') },
  )
  expect(found).toHaveLength(8300)
  expect(performance.now() - begun).toBeLessThan(1000)
})

describe('the letter', () => {
  const reminders = dueReminders(calendar, {
    ...{ agencyIds: ['river'], now: new Date('2026-01-26T08:00:00+07:00') },
  })
  const facts = {
    ...{ fiscalYear: 2569, reminders, phases: calendar.phases, baseUrl: 'https://ita.example' },
    agency: { nameTh: 'กรมแม่น้ำ', nameEn: 'River Department' },
  }
  const recipient = { agencyId: 'river', email: 'somsri@example.go.th', name: 'สมศรี' }

  test('says in Thai what closes and when, for whom, and where the calendar is', () => {
    const { to, subject, text } = reminderLetter(recipient, facts)
    expect(to).toBe('somsri@example.go.th')
    expect(subject).toBe('ใกล้ปิดแล้ว: เก็บข้อมูล (29 ม.ค. 2569)')
    for (const words of ['เรียน สมศรี', 'กรมแม่น้ำ', 'เก็บข้อมูล ปิด 29 ม.ค. 2569 เวลา 24.00 น.']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('https://ita.example/rounds/2569\n')
  })

  test('is in English for those who read English', () => {
    const { subject, text } = reminderLetter({ ...recipient, language: 'en' }, facts)
    expect(subject).toBe('Closing soon: Collection (29 Jan 2026)')
    expect(text).toContain('River Department')
    expect(text).toContain('https://ita.example/en/rounds/2569\n')
  })
})
