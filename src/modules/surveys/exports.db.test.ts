/** What leaves the house: counts for an agency, answers for the centre, of closed parts only and with small groups left out. */
import { beforeEach, describe, expect } from 'vitest'
import { anyone, type Person, type Role } from '#base/actor.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, openCastRound, operator } from '../../../tests/support/cast.ts'
import { room } from '../../../tests/support/collecting.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { closePart } from './close-part.ts'
import { type AnswersExport, exportAnswers } from './export-answers.ts'
import { type CountsExport, exportCounts } from './export-counts.ts'
import { readFormat } from './export-file.ts'
import { openLinks } from './open-links.ts'
import { recordAnswers } from './record.ts'

let hill = ''

const record = (context: Context, agencyCode: string, options: readonly number[]) =>
  recordAnswers(context, {
    ...{ fiscalYear, agencyCode, part: 'iit', answeredOn: '2025-06-30', columns: ['i1', 'i3'] },
    answers: options.map((option) => Uint8Array.of(option, option % 2)),
  })

/** HILL: seven answers by the option of i1; FIELD: three, too few. */
async function answered(context: Context): Promise<void> {
  const round = await openCastRound(context)
  hill = (await mapEnrolledAgencies(context.transaction, round, ['HILL'])).get('hill') ?? ''
  await record(context, 'HILL', [5, 5, 5, 5, 5, 4, 4, 3, 3, 3, 3, 3, 3])
  await record(context, 'FIELD', [5, 5, 5])
}

const counts = (context: Context, change: Partial<CountsExport> = {}) =>
  exportCounts(context, {
    ...{ fiscalYear, agencyCode: 'HILL', format: 'json', isPublished: async () => true },
    ...change,
  })

async function answers(context: Context, change: Partial<AnswersExport> = {}) {
  let file = ''
  const write = (piece: string) => {
    file += piece
  }
  const outcome = await exportAnswers(context, { fiscalYear, format: 'json', write, ...change })
  return { ...outcome, file }
}

const personWith = (role: Role, agencyId: string): Person => ({
  ...{ kind: 'person', id: '0198a000-0000-7000-8000-000000000001', name: 'สมใจ' },
  grants: [{ role, scope: { kind: 'agency', agencyId } }],
})

describe('counts of an agency', () => {
  beforeEach<{ as: (actor: typeof operator) => Context }>(async ({ as }) => {
    await answered(as(operator))
    await closeRound(as(operator), fiscalYear)
  })

  test('are by part and day, and once published by option with small groups withheld', async ({ as }) => {
    const { name, content } = await counts(as(operator))
    expect(name).toBe('survey-counts-2568-HILL.json')
    const { parts } = JSON.parse(content)
    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({ part: 'iit', count: 13, days: [{ day: '2025-06-30', count: 13 }] })
    expect(parts[0].options[0]).toEqual({
      ...{ question: 'i1', scores: [0, 20, 40, 60, 80, 100], counts: [0, 0, 0, 6, null, null] },
    })
  })

  test('have no options before the results are published', async ({ as }) => {
    const { content } = await counts(as(operator), { isPublished: async () => false })
    expect(JSON.parse(content).parts[0].options).toBeNull()
  })

  test('come as CSV that says why a cell is empty', async ({ as }) => {
    const { content } = await counts(as(operator), { format: 'csv' })
    const lines = content.split('\r\n')
    expect(lines[0]).toBe('\uFEFFagency,part,day,question,option_score,count,minimum,note')
    expect(lines).toContain('HILL,iit,,,,13,,')
    expect(lines).toContain('HILL,iit,,i1,80,,,withheld: fewer than 5 people')
  })

  test('are the coordinator’s own, and recorded', async ({ as, db }) => {
    await counts(as(personWith('coordinator', hill)))
    const events = await db.select().from(auditEvents)
    expect(events.at(-1)).toMatchObject({
      ...{ event: 'survey.countsExported', role: 'coordinator' },
      details: { agency: 'HILL', format: 'json', parts: 1 },
    })
  })

  test('are refused to another agency and to anyone', async ({ as }) => {
    const stranger = personWith('coordinator', '0198a000-0000-7000-8000-000000000002')
    await expect(counts(as(stranger))).rejects.toMatchObject({ code: 'access.refused' })
    await expect(counts(as(anyone))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('answers', () => {
  test('are the part, the day and the options; an agency with fewer than five is named as left out', async ({
    as,
    db,
  }) => {
    await answered(as(operator))
    await closeRound(as(operator), fiscalYear)
    const { file, answers: written, leftOut } = await answers(as(operator))
    expect({ written, leftOut }).toEqual({ written: 13, leftOut: 1 })
    const parsed = JSON.parse(file)
    expect(parsed).toMatchObject({ fiscalYear, leftOut: [{ agency: 'FIELD', part: 'iit' }] })
    expect(parsed.answers).toHaveLength(13)
    for (const row of parsed.answers) {
      expect(Object.keys(row)).toEqual(['agency', 'part', 'day', 'options'])
      expect(Object.keys(row.options)).toEqual(['i1', 'i3'])
    }
    expect((await db.select().from(auditEvents)).at(-1)).toMatchObject({
      ...{ event: 'survey.answersExported', details: { format: 'json', answers: 13, leftOut: 1 } },
    })
  })

  test('come as CSV, a row each, with the rows that are left out said so', async ({ as }) => {
    await answered(as(operator))
    await closeRound(as(operator), fiscalYear)
    const { file } = await answers(as(operator), { format: 'csv' })
    const [header = '', ...rows] = file.trimEnd().split('\r\n')
    expect(header).toMatch(/^\uFEFFagency,part,day,note,i1,/)
    expect(rows).toHaveLength(14)
    expect(rows.filter((row) => row.startsWith('FIELD,iit,,fewer than 5 answers: left out'))).toHaveLength(1)
    expect(file.split('\uFEFF')).toHaveLength(2)
  })

  test('of a round that still takes them are sealed', async ({ as }) => {
    await answered(as(operator))
    await expect(answers(as(operator))).rejects.toMatchObject({ code: 'survey.exportSealed' })
    await expect(counts(as(operator))).rejects.toMatchObject({ code: 'survey.exportSealed' })
  })

  test('leave only from the part that was closed', async ({ as }) => {
    await answered(as(operator))
    await openLinks(as(operator), { fiscalYear })
    await closePart(as(operator), { fiscalYear, agencyCode: 'HILL', part: 'iit', room })
    const { answers: written } = await answers(as(operator), { agencyCode: 'hill' })
    expect(written).toBe(13)
    await expect(answers(as(operator), { agencyCode: 'FIELD' })).rejects.toMatchObject({
      code: 'survey.exportSealed',
    })
  })

  test('are refused to the agency itself', async ({ as }) => {
    await answered(as(operator))
    await expect(answers(as(personWith('coordinator', hill)), { agencyCode: 'HILL' })).rejects.toMatchObject({
      code: 'access.refused',
    })
  })
})

test('a file is CSV or JSON and nothing else', () => {
  expect(readFormat('csv')).toBe('csv')
  expect(() => readFormat('xlsx')).toThrow(expect.objectContaining({ code: 'survey.exportFormat' }))
})
