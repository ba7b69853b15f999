/** What an assessor may write, and what a mark makes of an item. */
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import type { Element } from '#modules/frameworks/framework.ts'
import type { MarkKind } from '../item.ts'
import { type GivenMark, type Mark, type Marking, readMark, standingMark, stepOfScore } from './mark.ts'

const element: Element = { text: { th: 'ผล', en: 'Results' }, kind: 'content', appliesTo: 'all' }
const bounds = {
  item: 'o26',
  elements: [
    { place: 0, element },
    { place: 2, element },
  ],
  since: '2025-07-10',
  now: new Date('2025-08-15T18:00:00Z'),
}
const zero: GivenMark = {
  ...{ score: 0, reasonKind: 'element', remark: ' ขาดจำนวนเงิน ', assessedOn: '2025-08-15' },
  elements: [{ element: 2, isMet: false }],
}
const full: GivenMark = { score: 100, remark: '', elements: [], assessedOn: '2025-07-10' }

function faultsOf(given: GivenMark): string[] {
  try {
    readMark(given, bounds)
    return []
  } catch (error) {
    return error instanceof Problem ? error.findings.map(({ code }) => code) : ['not a problem']
  }
}

describe('reading a mark', () => {
  test('a sound mark is kept with its remark trimmed', () => {
    expect(readMark(zero, bounds)).toEqual({ ...zero, remark: 'ขาดจำนวนเงิน' })
    expect(readMark(full, bounds)).toEqual({ ...full, reasonKind: null })
  })

  test.each([
    ['a score between', { ...full, score: 50 }, ['mark.scoreInvalid']],
    ['0 without a reason or a remark', { ...full, score: 0 }, ['mark.reasonMissing', 'mark.remarkMissing']],
    ['100 with a reason', { ...full, reasonKind: 'condition' as const }, ['mark.reasonWithFull']],
    ['a remark too long', { ...full, remark: 'ก'.repeat(4001) }, ['mark.remarkTooLong']],
    [
      'an element of another type',
      { ...full, elements: [{ element: 1, isMet: true }] },
      ['mark.elementUnknown'],
    ],
    [
      '100 with an unmet element',
      { ...full, elements: [{ element: 2, isMet: false }] },
      ['mark.elementUnmet'],
    ],
    [
      'an element ticked twice',
      {
        ...full,
        elements: [
          { element: 0, isMet: true },
          { element: 0, isMet: true },
        ],
      },
      ['mark.elementTwice'],
    ],
    ['no day', { ...full, assessedOn: '' }, ['mark.dayInvalid']],
    ['a day that no month has', { ...full, assessedOn: '2025-02-30' }, ['mark.dayInvalid']],
    ['a day yet to come', { ...full, assessedOn: '2025-08-17' }, ['mark.dayInFuture']],
    ['a day before it was handed in', { ...full, assessedOn: '2025-07-09' }, ['mark.dayTooEarly']],
  ] as const)('%s is refused', (_what, given, codes) => {
    expect(faultsOf(given)).toEqual(codes)
  })

  test('the day is that of Bangkok', () => {
    expect(faultsOf({ ...full, assessedOn: '2025-08-16' })).toEqual([])
  })
})

function markOf(kind: MarkKind, assessorId: string, score: number): Mark {
  const at = new Date('2025-08-15T03:00:00Z')
  return { kind, assessorId, score, reasonKind: null, remark: '', elements: [], assessedOn: '2025-08-15', at }
}

describe('what a score makes of an item', () => {
  const marking: Marking = {
    ...{ item: 'o26', state: 'submitted', isDouble: false, marks: [], assessorId: 'dao' },
  }
  const afterDao = {
    ...marking,
    isDouble: true,
    state: 'markedOnce',
    marks: [markOf('first', 'dao', 100)],
  } as const
  const agreed = {
    ...afterDao,
    state: 'assessed',
    marks: [...afterDao.marks, markOf('second', 'kai', 100)],
  } as const

  test('one mark is enough where one assessor marks', () => {
    expect(stepOfScore(marking, 0)).toEqual({ kind: 'first', to: 'assessed' })
  })

  test('of two the first waits, and may change while it waits', () => {
    expect(stepOfScore({ ...marking, isDouble: true }, 0)).toEqual({ kind: 'first', to: 'markedOnce' })
    expect(stepOfScore(afterDao, 0)).toEqual({ kind: 'first', to: 'markedOnce' })
  })

  test('the second agrees or disputes', () => {
    expect(stepOfScore({ ...afterDao, assessorId: 'kai' }, 100)).toEqual({ kind: 'second', to: 'assessed' })
    expect(stepOfScore({ ...afterDao, assessorId: 'kai' }, 0)).toEqual({ kind: 'second', to: 'disputed' })
  })

  test('of two who agreed each may mend the remark and neither the score', () => {
    expect(stepOfScore({ ...agreed, assessorId: 'kai' }, 100)).toEqual({ kind: 'second', to: 'assessed' })
    expect(() => stepOfScore(agreed, 0)).toThrow(expect.objectContaining({ code: 'mark.bothAgreed' }))
  })

  test('the mark of somebody else is not changed', () => {
    const act = () => stepOfScore({ ...agreed, assessorId: 'fai' }, 100)
    expect(act).toThrow(expect.objectContaining({ code: 'mark.ofAnother' }))
  })

  test('what the lead settled is not changed', () => {
    const act = () => stepOfScore({ ...agreed, marks: [...agreed.marks, markOf('settled', 'lead', 0)] }, 100)
    expect(act).toThrow(expect.objectContaining({ code: 'mark.settledAlready' }))
  })
})

describe('the mark that holds', () => {
  test('is the one after the explanation, else the settled one, else the latest of two that agree', () => {
    const marks = [markOf('first', 'dao', 0), markOf('first', 'dao', 100), markOf('second', 'kai', 0)]
    expect(standingMark([])).toBeUndefined()
    expect(standingMark(marks.slice(0, 2))?.score).toBe(100)
    expect(standingMark([...marks, markOf('settled', 'lead', 100)])?.kind).toBe('settled')
    expect(standingMark([...marks, markOf('settled', 'lead', 0), markOf('remarked', 'dao', 100)])?.kind).toBe(
      'remarked',
    )
  })
})
