/** What is held against an item: what loses its points, what may, and what somebody still has to do. */
import { describe, expect, test } from 'vitest'
import type { Answer, AnsweredLink } from './answers.ts'
import type { CheckReport, Verdict } from './check-report.ts'
import { type GapFacts, gapReasons, gravest } from './gap-reasons.ts'

const report = (verdict: Verdict, result: 'pass' | 'warn' | 'fail' = 'pass'): CheckReport => ({
  ...{ url: 'u', finalUrl: 'u', verdict, onMainSite: true, contentType: null, sha256: null, textHash: null },
  findings: [{ element: 'e', result, quote: 'q', fix: null }],
})

function answerWith(...reports: (CheckReport | null)[]): Answer {
  const links = reports.map(
    (one, index): AnsweredLink => ({
      ...{
        id: `${index}`,
        position: index + 1,
        url: 'u',
        kind: 'page',
        format: null,
        place: '',
        snapshot: null,
      },
      check: one && { report: one, worst: null, firstAt: new Date(0), lastAt: new Date(0) },
    }),
  )
  const by = { at: new Date(0), actorKind: 'person', actorName: null }
  return { id: 'a', itemCode: 'o1', number: 1, has: reports.length > 0, explanation: '', links, ...by }
}

const facts: GapFacts = {
  ...{
    state: 'submitted',
    dueOn: null,
    answer: answerWith(report('live')),
    score: null,
    today: '2025-06-30',
  },
}

const found = (given: Partial<GapFacts>) => {
  const reasons = gapReasons({ ...facts, ...given })
  return [gravest(reasons), reasons.map(({ code }) => code)]
}

describe('what stands against an item', () => {
  test('nothing, where a sound answer was handed in', () => {
    expect(found({})).toEqual([undefined, []])
    expect(found({ answer: answerWith(report('moved')) })).toEqual([undefined, []])
  })

  test('no answer, "has not", a dead link and a failing element lose the points', () => {
    expect(found({ answer: undefined })).toEqual(['lost', ['notAnswered']])
    expect(found({ answer: answerWith() })).toEqual(['lost', ['hasNot']])
    expect(found({ answer: answerWith(report('soft404')) })).toEqual(['lost', ['verdict']])
    expect(found({ answer: answerWith(report('live', 'fail')) })).toEqual(['lost', ['finding']])
  })

  test('a warning and a link that was not checked are a risk', () => {
    expect(found({ answer: answerWith(report('live', 'warn')) })).toEqual(['risk', ['finding']])
    expect(found({ answer: answerWith(null) })).toEqual(['risk', ['notChecked']])
  })

  test.each([
    ['drafted', ['notReviewed']],
    ['inReview', ['notReviewed']],
    ['ready', ['notApproved']],
    ['approved', ['notSubmitted']],
  ] as const)('"%s" waits for somebody', (state, codes) => {
    expect(found({ state })).toEqual(['pending', codes])
  })

  test('the gravest reason comes first, whatever else is late', () => {
    const given = {
      state: 'drafted',
      dueOn: '2025-06-01',
      answer: answerWith(report('live', 'fail')),
    } as const
    expect(found(given)).toEqual(['lost', ['finding', 'late', 'notReviewed']])
  })

  test('once scores are shown only a zero counts', () => {
    const score = { score: 0, reasonKind: 'element', remark: 'ขาด' } as const
    expect(found({ state: 'assessed', score })).toEqual(['lost', ['scored']])
    const full = { ...score, score: 100, reasonKind: null }
    expect(found({ state: 'assessed', score: full, answer: answerWith(report('dns')) })).toEqual([
      undefined,
      [],
    ])
  })
})
