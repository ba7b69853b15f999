/** Signals come of parts that take no more, and of agencies compared with their own type. */
import { describe, expect } from 'vitest'
import { closeRound } from '#modules/rounds/close.ts'
import { getRound, listEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, openCastRound, operator, readRules } from '../../../../tests/support/cast.ts'
import { room } from '../../../../tests/support/collecting.ts'
import { databaseTest as test } from '../../../../tests/support/database.ts'
import { closePart } from '../close-part.ts'
import { openLinks } from '../open-links.ts'
import { answerColumns } from '../packed-answers.ts'
import { recordAnswers } from '../record.ts'
import { listSignals } from './gather.ts'

/** `copies` answers in one column of the form, and as many that vary. */
async function record(context: Context, agencyCode: string, copies: number): Promise<void> {
  const { framework } = await readRules()
  const columns = answerColumns(framework, 'iit') ?? []
  const row = (pattern: number) =>
    Uint8Array.from(columns, ({ optionSet }, place) =>
      optionSet.options.length < 3 ? 0 : pattern < 0 ? 5 : (pattern * (place + 3)) % 6,
    )
  await recordAnswers(context, {
    ...{
      fiscalYear,
      agencyCode,
      part: 'iit',
      answeredOn: '2025-06-30',
      columns: columns.map(({ id }) => id),
    },
    answers: Array.from({ length: 2 * copies }, (_, place) => row(place < copies ? -1 : place)),
  })
}

const signalsOf = async (context: Context, code: string) => {
  const round = await getRound(context.transaction, fiscalYear)
  const agencies = await listEnrolledAgencies(context.transaction, round)
  const own = agencies.filter((agency) => agency.code === code)
  return listSignals(
    context.transaction,
    round,
    own.map(({ id, typeCode }) => ({ agencyId: id, type: typeCode })),
  )
}

describe('signals', () => {
  test('there are none while a part takes answers', async ({ as }) => {
    await openCastRound(as(operator))
    await record(as(operator), 'HILL', 40)
    expect(await signalsOf(as(operator), 'HILL')).toMatchObject([{ parts: [], signals: [] }])
  })

  test('come with the close of the part', async ({ as }) => {
    await openCastRound(as(operator))
    await record(as(operator), 'HILL', 40)
    await openLinks(as(operator), { fiscalYear })
    await closePart(as(operator), { fiscalYear, agencyCode: 'HILL', part: 'iit', room })
    const [found] = await signalsOf(as(operator), 'HILL')
    expect(found?.parts).toEqual([{ part: 'iit', answers: 80 }])
    const raised = found?.signals.filter(({ isRaised }) => isRaised).map(({ kind }) => kind)
    expect(raised).toContain('straightLining')
    expect(found?.signals.map(({ kind }) => kind)).not.toContain('againstPeers')
  })

  test('come with the close of the round for answers put in as a whole', async ({ as }) => {
    await openCastRound(as(operator))
    await record(as(operator), 'HILL', 40)
    await record(as(operator), 'FIELD', 2)
    await closeRound(as(operator), fiscalYear)
    const [hill] = await signalsOf(as(operator), 'HILL')
    expect(hill?.signals.some(({ isRaised }) => isRaised)).toBe(true)
    expect(await signalsOf(as(operator), 'FIELD')).toMatchObject([
      { parts: [{ part: 'iit', answers: 4 }], signals: [] },
    ])
  })
})
