/** Results are not frozen while an agency's disclosure items are on their way. */
import { expect } from 'vitest'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { answerAll, fiscalYear, openCastRound, operator } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'
import { freezeResults } from './freeze.ts'

test('a round whose agency has begun with its items is not frozen before their scores are confirmed', async ({
  as,
}) => {
  await openCastRound(as(operator))
  for (const code of ['RIVER', 'HILL', 'FIELD']) await answerAll(as(operator), code, 'best')
  await computeResults(as(operator), fiscalYear)
  const named = { fiscalYear, agencyCode: 'HILL', itemCode: 'o1' }
  await answerItem(as(operator), { ...named, has: false, links: [] })
  await expect(freezeResults(as(operator), fiscalYear)).rejects.toMatchObject({
    code: 'items.unconfirmed',
    parameters: { agency: 'HILL' },
  })
})
