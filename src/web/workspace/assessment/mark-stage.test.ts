/** Which form of marking is offered to whom, in which state and when. */
import { describe, expect, test } from 'vitest'
import { type Staged, stageOf } from './mark-stage.ts'

const now = new Date('2025-08-15T03:00:00Z')
const days = {
  score: ['2025-08-01', '2025-08-31'],
  clarify: ['2025-09-01', '2025-09-10'],
  confirm: ['2025-09-11', '2025-09-20'],
} as const
const later = new Date('2025-09-05T03:00:00Z')

const phases = Object.entries(days).map(([phase, [opens, closes]]) => ({
  ...{ phase: phase as keyof typeof days, name: { th: phase, en: phase } },
  opensAt: new Date(`${opens}T00:00:00+07:00`),
  closesAt: new Date(`${closes}T24:00:00+07:00`),
}))

const mark = (kind: 'first' | 'second' | 'settled', assessorId: string) => ({
  ...{ kind, score: 0, reasonKind: 'element' as const, remark: '-', elements: [], assessedOn: '2025-08-15' },
  ...{ assessorId, at: now, itemCode: 'o1', assessorName: assessorId },
})

const rights = {
  ...{ isMine: true, conflict: null, mayClaim: false, mayMark: true, mayRemark: true },
  ...{ mayLead: false, maySettle: false, mayConfirm: false },
}

const base: Staged = {
  ...{ state: 'submitted', marks: [], own: null, viewerId: 'dao', rights },
  calendar: { phases, extensions: [] },
  place: {
    ...{ agencyId: 'river', code: 'RIVER', size: null, staffHeadcount: null },
    ...{ type: 'department', ministry: null, province: null },
  },
  round: { id: 'r', fiscalYear: 2568, frameworkHash: '', openedAt: now, isClosed: false } as Staged['round'],
}

const stage = (given: Partial<Staged>, at = now, canAssess = true) =>
  stageOf({ ...base, ...given }, at, canAssess)

describe('the form of marking', () => {
  test('is for whoever holds the agency, while scoring is open', () => {
    expect(stage({})).toEqual({ act: 'score', title: 'score' })
    expect(stage({}, later)).toEqual({ act: null, why: 'notOpen' })
    expect(stage({ rights: { ...rights, isMine: false, mayMark: false, mayClaim: true } })).toEqual({
      ...{ act: null, why: 'claim' },
    })
    expect(stage({}, now, false)).toEqual({ act: null, why: 'reader' })
  })

  test('tells a second assessor from one who changes their own mark', () => {
    expect(stage({ state: 'markedOnce' })).toEqual({ act: 'score', title: 'second' })
    expect(stage({ state: 'markedOnce', own: mark('first', 'dao') })).toEqual({
      ...{ act: 'score', title: 'change' },
    })
  })

  test('is not there for a mark that another gave, that was settled or that is final', () => {
    expect(stage({ state: 'assessed', marks: [mark('first', 'kai')] })).toEqual({ act: null, why: 'marked' })
    const settled = [mark('first', 'dao'), mark('second', 'kai'), mark('settled', 'lead')]
    expect(stage({ state: 'assessed', marks: settled, own: mark('first', 'dao') })).toEqual({
      ...{ act: null, why: 'settled' },
    })
    const own = mark('first', 'dao')
    expect(stage({ state: 'assessed', marks: [own], own }, later)).toEqual({ act: null, why: 'clarifying' })
    expect(stage({ state: 'final' })).toEqual({ act: null, why: 'final' })
    expect(stage({ state: 'drafted' })).toEqual({ act: null, why: 'notHandedIn' })
  })

  test('lets a lead settle what two gave differently, unless they are one of the two', () => {
    const marks = [mark('first', 'dao'), mark('second', 'kai')]
    const lead = { ...rights, maySettle: true }
    expect(stage({ state: 'disputed', marks })).toEqual({ act: null, why: 'waitsForLead' })
    expect(stage({ state: 'disputed', marks, rights: lead })).toEqual({ act: null, why: 'ownDispute' })
    expect(stage({ state: 'disputed', marks, rights: lead, viewerId: 'lead' })).toEqual({
      ...{ act: 'settle', title: 'settle' },
    })
  })

  test('is there again for what was explained, once clarification is open', () => {
    expect(stage({ state: 'explained' }, later)).toEqual({ act: 'remark', title: 'remark' })
    expect(stage({ state: 'remarked' }, later)).toEqual({ act: 'remark', title: 'remarkAgain' })
    expect(stage({ state: 'explained' }, now)).toEqual({ act: null, why: 'notOpen' })
  })
})
