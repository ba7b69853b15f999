/** When a phase is open, to the second, for whom, and what a refusal says. */
import { describe, expect, test } from 'vitest'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import type { Calendar, PhaseId } from './calendar.ts'
import { phaseState, requireOpen, requireSurveying } from './phase.ts'

const name = { th: 'x', en: 'x' }
const calendar: Calendar = {
  phases: [
    {
      ...{ phase: 'collect', name },
      ...{ opensAt: startOfDay('2026-01-05'), closesAt: endOfDay('2026-01-29') },
    },
    { phase: 'answer', name, opensAt: null, closesAt: endOfDay('2026-01-29') },
    { phase: 'score', name, opensAt: null, closesAt: null },
    { phase: 'followUp', name, opensAt: startOfDay('2026-06-01'), closesAt: null },
  ],
  extensions: [
    { phase: 'collect', agencyId: 'hill', until: endOfDay('2026-02-02') },
    { phase: 'collect', agencyId: 'field', until: endOfDay('2026-01-20') },
  ],
}
const collect = (time: string, agencyId?: string) =>
  phaseState(calendar, { phase: 'collect', now: new Date(time), ...(agencyId && { agencyId }) }).state

describe('a scheduled phase', () => {
  test.each([
    ['the last second before the opening day', '2026-01-04T23:59:59+07:00', 'upcoming'],
    ['the first second of the opening day', '2026-01-05T00:00:00+07:00', 'open'],
    ['the last second of the closing day', '2026-01-29T23:59:59+07:00', 'open'],
    ['one second later', '2026-01-30T00:00:00+07:00', 'closed'],
    ['the same second told in another zone', '2026-01-29T12:00:00-05:00', 'closed'],
  ])('in %s is %s → %s', (_, time, state) => {
    expect(collect(time)).toBe(state)
  })

  test('with a close and no opening is open until it closes', () => {
    const at = (time: string) => phaseState(calendar, { phase: 'answer', now: new Date(time) }).state
    expect(at('2020-01-01T00:00:00Z')).toBe('open')
    expect(at('2026-01-29T17:00:00Z')).toBe('closed')
  })

  test('with an opening and no close stays open', () => {
    const at = (time: string) => phaseState(calendar, { phase: 'followUp', now: new Date(time) }).state
    expect(at('2026-05-31T16:59:59Z')).toBe('upcoming')
    expect(at('2036-01-01T00:00:00Z')).toBe('open')
  })
})

describe('an extension', () => {
  test('holds for its agency alone, to the end of its day', () => {
    expect(collect('2026-02-02T23:59:59+07:00', 'hill')).toBe('open')
    expect(collect('2026-02-03T00:00:00+07:00', 'hill')).toBe('closed')
    expect(collect('2026-01-30T00:00:00+07:00', 'river')).toBe('closed')
    expect(collect('2026-01-30T00:00:00+07:00')).toBe('closed')
  })

  test('opens nothing before the phase opens', () => {
    expect(collect('2026-01-04T12:00:00+07:00', 'hill')).toBe('upcoming')
  })

  test('never takes time away, when the phase itself was moved past it', () => {
    expect(collect('2026-01-29T12:00:00+07:00', 'field')).toBe('open')
  })
})

describe('an act', () => {
  const refusal = (phase: 'collect' | 'answer', time: string, agencyId?: string) => {
    try {
      requireOpen(calendar, { phase, now: new Date(time), ...(agencyId && { agencyId }) })
    } catch (error) {
      return error as { kind: string; code: string; parameters: Record<string, string> }
    }
    throw new Error('the act was let through')
  }

  test('in an open phase, or in one that is not scheduled, is let through', () => {
    requireOpen(calendar, { phase: 'collect', now: new Date('2026-01-10T00:00:00Z') })
    requireOpen(calendar, { phase: 'score', now: new Date('1999-01-10T00:00:00Z') })
    requireOpen(calendar, { phase: 'publish', now: new Date('1999-01-10T00:00:00Z') })
    expect(phaseState(calendar, { phase: 'publish', now: new Date(0) }).state).toBe('notScheduled')
  })

  test('outside its phase is refused with the dates in words, in either language', () => {
    const { kind, code, parameters } = refusal('collect', '2026-01-30T00:00:00+07:00')
    expect(kind).toBe('closed')
    const thai = problemText(th, code, parameters)
    expect(thai).toContain('“เก็บแบบวัด IIT และ EIT” ปิดแล้ว')
    expect(thai).toContain('5 ม.ค. 2569')
    expect(thai).toContain('29 ม.ค. 2569 เวลา 24.00 น.')
    const english = problemText(en, code, parameters)
    expect(english).toContain('5 Jan 2026')
    expect(english).toContain('24:00 on 29 Jan 2026')
  })

  test('before its phase is told when it opens', () => {
    const { code, parameters } = refusal('collect', '2026-01-01T00:00:00+07:00')
    expect(problemText(th, code, parameters)).toMatch(/ยังไม่เปิด.*5 ม\.ค\. 2569/)
    expect(problemText(en, code, parameters)).toMatch(/not open yet.*5 Jan 2026/)
  })

  test('of an agency that was given longer is told its own close', () => {
    const { parameters } = refusal('collect', '2026-02-10T00:00:00+07:00', 'hill')
    expect(parameters).toMatchObject({ opens: '2026-01-05', closes: '2026-02-02' })
  })

  test('outside a phase without an opening is told the close alone', () => {
    const { code, parameters } = refusal('answer', '2026-02-10T00:00:00+07:00')
    expect(parameters.opens).toBe('')
    expect(problemText(th, code, parameters)).toContain('29 ม.ค. 2569 เวลา 24.00 น.')
    expect(problemText(th, code, parameters)).not.toMatch(/Invalid|undefined|null|เปิดวันที่/)
  })
})

describe('the advice of a refusal', () => {
  const told = (phase: PhaseId, state: 'upcoming' | 'closed') => {
    const dates = { opensAt: startOfDay('2026-01-05'), closesAt: endOfDay('2026-01-29') }
    const now = startOfDay(state === 'upcoming' ? '2026-01-04' : '2026-01-30')
    try {
      requireOpen({ phases: [{ phase, name, ...dates }], extensions: [] }, { phase, now })
    } catch (error) {
      const { code, parameters } = error as { code: string; parameters: Record<string, string> }
      return [problemText(th, code, parameters), problemText(en, code, parameters)] as const
    }
    throw new Error('the act was let through')
  }

  test('is to ask for an extension where an agency itself was to act and its time is over', () => {
    const [thai, english] = told('answer', 'closed')
    expect(thai).toContain('ขอขยายเวลา')
    expect(english).toContain('extension')
  })

  test.each(['score', 'confirm', 'publish'] as const)(
    'in %s, which is no agency’s own, is that those who run the round can set other days',
    (phase) => {
      for (const state of ['upcoming', 'closed'] as const) {
        const [thai, english] = told(phase, state)
        expect(thai).not.toContain('ขยายเวลา')
        expect(thai).toContain('ปฏิทินของรอบ')
        expect(english).not.toContain('extension')
        expect(english).toContain('other days')
      }
    },
  )

  test('before the phase opens is to come back then: no extension opens it earlier', () => {
    const [thai, english] = told('collect', 'upcoming')
    expect(thai).not.toContain('ขยายเวลา')
    expect(thai).toContain('เมื่อถึงวันเปิด')
    expect(english).not.toContain('extension')
    expect(english).toContain('once it opens')
  })
})

/** Registration from 1 to 10 December, collection from 5 to 29 January, longer for HILL. */
describe('what is made ready for the surveys', () => {
  const register = {
    ...{ phase: 'register' as const, name },
    ...{ opensAt: startOfDay('2025-12-01'), closesAt: endOfDay('2025-12-10') },
  }
  const whole: Calendar = { ...calendar, phases: [register, ...calendar.phases] }
  const only = (...phases: Calendar['phases']): Calendar => ({ ...whole, phases })
  const refusedBy = (own: Calendar, day: string, agencyId?: string) => {
    try {
      requireSurveying(own, { now: startOfDay(day), ...(agencyId && { agencyId }) })
      return null
    } catch (error) {
      const { code, parameters } = error as { code: string; parameters: Record<string, string> }
      return [code, parameters.phase, parameters.state]
    }
  }

  test.each([
    ['2025-11-30', ['round.phaseNotOpen', 'register', 'upcoming']],
    ['2025-12-01', null],
    ['2025-12-20', null],
    ['2026-01-29', null],
    ['2026-01-30', ['round.phaseNotOpen', 'collect', 'closed']],
  ])('on %s, from the first day of registration to the last of collection: %j', (day, refused) => {
    expect(refusedBy(whole, day)).toEqual(refused)
  })

  test('may go on for the agency that was given longer to collect', () => {
    expect(refusedBy(whole, '2026-02-02', 'hill')).toBeNull()
    expect(refusedBy(whole, '2026-02-02', 'river')).toEqual(['round.phaseNotOpen', 'collect', 'closed'])
  })

  test('asks of phases without days nothing', () => {
    expect(refusedBy(only(), '1999-01-01')).toBeNull()
    expect(refusedBy(only(register), '2026-06-01')).toBeNull()
    expect(refusedBy(only(...calendar.phases), '2025-01-01')).toBeNull()
  })

  test('may be done once collection is open, whenever registration was to open', () => {
    const late = { ...register, opensAt: startOfDay('2026-01-20'), closesAt: endOfDay('2026-01-25') }
    expect(refusedBy({ ...whole, phases: [late, ...calendar.phases] }, '2026-01-06')).toBeNull()
  })
})
