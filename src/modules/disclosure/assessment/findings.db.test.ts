/** Findings that assessors use again: added by them, taken out of use by whoever added them or by the lead. */
import { describe, expect } from 'vitest'
import { type Actor, anyone } from '#base/actor.ts'
import { addPerson, leadAnywhere, openAssessment } from '../../../../tests/support/assessing.ts'
import { fiscalYear, operator } from '../../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../../tests/support/database.ts'
import { addFinding } from './add-finding.ts'
import { listFindings } from './findings.ts'
import { retireFinding } from './retire-finding.ts'

const inGroup = { role: 'assessor', scope: { kind: 'group', type: 'department' } } as const
const blank = {
  fiscalYear,
  itemCode: 'o26',
  reasonKind: 'element',
  text: 'ช่องจำนวนเงินไม่เป็นจำนวนเงิน',
} as const

describe('the library of findings', () => {
  test('offers those of an item before those of any item, until they are retired', async ({ as, db }) => {
    await openAssessment(as(operator))
    const dao = await addPerson(as(operator), 'dao', inGroup)
    const any = { fiscalYear, reasonKind: 'condition', text: 'ไม่ใช่ลิงก์บนเว็บไซต์หลัก' } as const
    await addFinding(as(dao), any)
    const { id } = await addFinding(as(dao), blank)
    const [first] = await listFindings(db, dao)
    const itemId = first?.itemId ?? ''
    expect((await listFindings(db, dao, itemId)).map(({ text }) => text)).toEqual([blank.text, any.text])
    expect((await listFindings(db, dao, 'another')).map(({ text }) => text)).toEqual([any.text])
    await retireFinding(as(dao), { id })
    expect(await listFindings(db, dao, itemId)).toHaveLength(1)
    await expect(retireFinding(as(dao), { id })).rejects.toMatchObject({ code: 'finding.unknown' })
    await addFinding(as(dao), blank)
  })

  test('is for those who assess; another assessor retires nothing, the lead does', async ({ as }) => {
    await openAssessment(as(operator))
    const dao = await addPerson(as(operator), 'dao', inGroup)
    const kai = await addPerson(as(operator), 'kai', inGroup)
    const lead = await addPerson(as(operator), 'lead', leadAnywhere)
    const { id } = await addFinding(as(dao), blank)
    await expect(addFinding(as(anyone), blank)).rejects.toMatchObject({ code: 'access.signInFirst' })
    await expect(retireFinding(as(kai), { id })).rejects.toMatchObject({ code: 'access.refused' })
    await retireFinding(as(lead), { id })
  })

  test('tells whose each is: of whoever looks, or of somebody else', async ({ as, db }) => {
    await openAssessment(as(operator))
    const dao = await addPerson(as(operator), 'dao', inGroup)
    const kai = await addPerson(as(operator), 'kai', inGroup)
    await addFinding(as(dao), blank)
    const ownOf = async (viewer: Actor) => (await listFindings(db, viewer)).map(({ isOwn }) => isOwn)
    expect(await ownOf(dao)).toEqual([true])
    expect(await ownOf(kai)).toEqual([false])
  })

  test('takes nothing empty, nothing twice, and no item that the year lacks', async ({ as }) => {
    await openAssessment(as(operator))
    const dao = await addPerson(as(operator), 'dao', inGroup)
    await addFinding(as(dao), blank)
    await expect(addFinding(as(dao), blank)).rejects.toMatchObject({ code: 'finding.exists' })
    await expect(addFinding(as(dao), { ...blank, text: ' ' })).rejects.toMatchObject({
      code: 'finding.invalid',
    })
    const unknown = addFinding(as(dao), { ...blank, itemCode: 'o99' })
    await expect(unknown).rejects.toMatchObject({ code: 'item.unknown' })
  })
})
