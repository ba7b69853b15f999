/** A report tells of the items that its result shows, and of no others. */
import { expect } from 'vitest'
import { claimAgency } from '#modules/disclosure/assessment/claim-agency.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'
import {
  addPerson,
  assessorAnywhere,
  at,
  during,
  handIn,
  openAssessment,
  zeroMark,
} from '../../../tests/support/assessing.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { listOutcomes } from './outcomes.ts'
import { onlyTotal } from './result-samples.ts'

test('the outcome of an item is told of where the result shows its score, not where it is withheld or from elsewhere', async ({
  as,
}) => {
  const context = as(operator)
  const round = await openAssessment(context)
  await handIn(context, { round, agencyCode: 'RIVER', items: ['o1', 'o26'] })
  const dao = await addPerson(context, 'dao', assessorAnywhere)
  const river = { fiscalYear, agencyCode: 'RIVER' }
  await claimAgency(at(as(dao), during.score), river)
  await scoreItem(at(as(dao), during.score), { ...river, itemCode: 'o26', mark: zeroMark })

  const { framework } = await readFramework(`${frameworksRoot}/${fiscalYear}`)
  const sample = onlyTotal(framework)
  const item = { code: 'o26', title: sample.agency.name, subIndicator: '10.2', score: '0', level: null }
  const shown = {
    fiscalYear,
    agency: { ...sample.agency, code: 'RIVER' },
    origin: 'computed',
    items: [item],
  } as const
  const told = await listOutcomes(context.transaction, shown)
  expect(told.map(({ itemCode, score }) => [itemCode, score])).toEqual([['o26', 0]])
  const withheld = { ...shown, items: [{ ...item, score: null }] }
  expect(await listOutcomes(context.transaction, withheld)).toEqual([])
  expect(await listOutcomes(context.transaction, { ...shown, origin: 'imported' })).toEqual([])
})
