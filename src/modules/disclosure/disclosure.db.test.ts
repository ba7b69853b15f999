/** Item scores are put in whole, once an item, and only where the year has the item. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { fiscalYear, openCastRound, operator } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { mapItemScores } from './queries.ts'
import { recordScores } from './record.ts'
import { disclosureScores } from './tables.ts'

const scores = [
  { agencyCode: 'HILL', itemCode: 'o1', score: 100, remark: 'ครบ', assessedOn: '2025-06-30' },
  { agencyCode: 'hill', itemCode: 'o26', score: 0 },
]

describe('recording item scores', () => {
  test('they are read back by agency and item, and can be changed', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    await recordScores(as(operator), { fiscalYear, scores })
    await recordScores(as(operator), {
      fiscalYear,
      scores: [{ agencyCode: 'HILL', itemCode: 'o26', score: 100 }],
    })
    const kept = await mapItemScores(db, { roundId: round.id })
    expect([...kept.values()]).toEqual([{ o1: 100, o26: 100 }])
    const [agencyId = ''] = kept.keys()
    expect(await mapItemScores(db, { roundId: round.id, agencyIds: [agencyId] })).toEqual(kept)
  })

  test('nobody but the operator puts them in', async ({ as }) => {
    await openCastRound(as(operator))
    const act = recordScores(as(anyone), { fiscalYear, scores })
    await expect(act).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a closed round takes no item scores', async ({ as }) => {
    await openCastRound(as(operator))
    await closeRound(as(operator), fiscalYear)
    await expect(recordScores(as(operator), { fiscalYear, scores })).rejects.toMatchObject({
      code: 'round.closed',
    })
  })

  test('a list with faults is refused whole, with every fault and its line', async ({ as, db }) => {
    await openCastRound(as(operator))
    const faulty = [
      { agencyCode: 'HILL', itemCode: 'o1', score: 100, line: 2 },
      { agencyCode: 'HILL', itemCode: 'o1', score: 50, line: 3 },
      { agencyCode: 'NOBODY', itemCode: 'o99', score: 0, line: 4 },
    ]
    await expect(recordScores(as(operator), { fiscalYear, scores: faulty })).rejects.toMatchObject({
      code: 'disclosure.scoresInvalid',
      findings: [
        { line: 3, code: 'disclosure.scoreInvalid' },
        { line: 3, code: 'disclosure.itemTwice' },
        { line: 4, code: 'round.notEnrolled' },
        { line: 4, code: 'disclosure.itemUnknown' },
      ],
    })
    expect(await db.select().from(disclosureScores)).toHaveLength(0)
  })
})
