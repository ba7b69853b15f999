/** What the form of an answer gives, and how it comes back. */
import { describe, expect, test } from 'vitest'
import { draftOfAnswer, draftOfTyped, readDraft, withBlankRow } from './answer-fields.ts'

const url = 'https://hill.example.go.th/report'

describe('the form of an answer', () => {
  test('leaves out rows that were left empty, and remembers in which row a link was typed', () => {
    const typed = { has: 'yes', rows: '3', 'link-2-url': url, 'link-2-kind': 'file', 'link-2-format': 'pdf' }
    expect(readDraft(draftOfTyped(typed))).toEqual({
      answer: { has: true, explanation: '', links: [{ url, kind: 'file', place: '', format: 'pdf' }] },
      rows: [2],
    })
  })

  test('keeps links that were typed beside "has not", for the verb to refuse', () => {
    const { answer } = readDraft(draftOfTyped({ has: 'no', rows: '1', 'link-1-url': url }))
    expect(answer).toMatchObject({ has: false, links: [{ url }] })
  })

  test('does not guess whether the agency has it', () => {
    expect(() => readDraft(draftOfTyped({ rows: '1', 'link-1-url': url }))).toThrow('disclosure.hasMissing')
  })

  test('has as many rows as were asked for, and never more than an answer may have', () => {
    expect(draftOfTyped({ rows: '4' }).links).toHaveLength(4)
    expect(draftOfTyped({ rows: '1e9' }).links).toHaveLength(20)
    expect(draftOfTyped({ rows: 'many' }).links).toHaveLength(1)
  })

  test('offers one empty row after those that are filled', () => {
    const answer = { has: true, links: [{ url, kind: 'page' }] }
    const draft = withBlankRow(draftOfAnswer(answer))
    expect(draft.links.map((link) => link.url)).toEqual([url, ''])
    expect(withBlankRow(draft).links).toHaveLength(2)
  })
})
