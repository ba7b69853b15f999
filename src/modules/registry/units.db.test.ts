/** The units of an agency are added, changed, moved and closed by those who may, and stay a tree. */
import { describe, expect } from 'vitest'
import { type Actor, anyone, type Grant } from '#base/actor.ts'
import { listEvents } from '#platform/audit-queries.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { operator, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { addPerson } from './add-person.ts'
import { addUnit } from './add-unit.ts'
import { changeUnit } from './change-unit.ts'
import { closeUnit } from './close-unit.ts'
import { findPlace } from './find-place.ts'
import { moveUnit } from './move-unit.ts'
import { getUnit, listUnits } from './unit-list.ts'

const personWith = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p1', name: 'ใจดี', grants })
const coordinatorOf = async (db: Queryable, code: string): Promise<Actor> => {
  const agencyId = (await findPlace(db, code))?.agencyId ?? ''
  return personWith({ role: 'coordinator', scope: { kind: 'agency', agencyId } })
}

/** FIN with ACC under it, and PLAN beside. */
async function plantUnits(context: Context): Promise<void> {
  await registerCast(context)
  await addUnit(context, 'HILL', { code: 'FIN', name_th: 'กองคลัง', name_en: 'Finance' })
  await addUnit(context, 'HILL', { code: 'ACC', name_th: 'ฝ่ายบัญชี', parent: 'fin' })
  await addUnit(context, 'HILL', { code: 'PLAN', name_th: 'สำนักปลัด', kind: 'กลุ่ม' })
}

const treeOf = async (db: Queryable, withClosed = false) =>
  (await listUnits(db, { agency: 'HILL', withClosed })).map(
    ({ code, depth }) => `${'-'.repeat(depth)}${code}`,
  )
const inHill = (unit: string) => ({ agency: 'HILL', unit })

describe('adding a unit', () => {
  test('puts it at the end of its like, under the one named', async ({ as, db }) => {
    await plantUnits(as(operator))
    expect(await treeOf(db)).toEqual(['-FIN', '--ACC', '-PLAN'])
    expect(await getUnit(db, inHill('acc'))).toMatchObject({
      ...{ name: { th: 'ฝ่ายบัญชี', en: 'ฝ่ายบัญชี' }, kind: 'section', parent: 'FIN', depth: 2 },
    })
    expect(await getUnit(db, inHill('PLAN'))).toMatchObject({ kind: 'group' })
  })

  test('is recorded with the role in which it was done', async ({ as, db }) => {
    await registerCast(as(operator))
    await addUnit(as(await coordinatorOf(db, 'HILL')), 'HILL', { code: 'A', name_th: 'กอง' })
    expect(await listEvents(db, { event: 'unit.added', limit: 1 })).toMatchObject([
      { role: 'coordinator', subject: 'unit:HILL/A', actorName: 'p1' },
    ])
  })

  test('is for the centre and for the coordinator of the agency', async ({ as, db }) => {
    await registerCast(as(operator))
    const form = { code: 'A', name_th: 'กอง' }
    await expect(addUnit(as(anyone), 'HILL', form)).rejects.toMatchObject({ code: 'access.signInFirst' })
    await expect(addUnit(as(await coordinatorOf(db, 'FIELD')), 'HILL', form)).rejects.toMatchObject({
      code: 'access.refused',
    })
  })

  test('of a code that is taken, under none or under a closed one is refused', async ({ as }) => {
    await plantUnits(as(operator))
    await expect(addUnit(as(operator), 'HILL', { code: 'fin', name_th: 'ก' })).rejects.toMatchObject({
      code: 'registry.unitCodeTaken',
    })
    await expect(
      addUnit(as(operator), 'HILL', { code: 'X', name_th: 'ก', parent: 'NONE' }),
    ).rejects.toMatchObject({
      findings: [{ code: 'registry.noSuchParent', parameters: { field: 'parent' } }],
    })
    await closeUnit(as(operator), { ...inHill('PLAN'), closedOn: '2025-01-01' })
    await expect(
      addUnit(as(operator), 'HILL', { code: 'X', name_th: 'ก', parent: 'PLAN' }),
    ).rejects.toMatchObject({ findings: [{ code: 'registry.parentClosed' }] })
    await expect(addUnit(as(operator), 'HILL', {})).rejects.toMatchObject({ code: 'registry.formInvalid' })
  })

  test('below the sixth level is refused', async ({ as, db }) => {
    await registerCast(as(operator))
    for (let level = 1; level <= 6; level++) {
      const parent = level === 1 ? '' : `U${level - 1}`
      await addUnit(as(operator), 'HILL', { code: `U${level}`, name_th: `ก${level}`, parent })
    }
    await expect(
      addUnit(as(operator), 'HILL', { code: 'U7', name_th: 'ก', parent: 'U6' }),
    ).rejects.toMatchObject({ code: 'registry.unitTooDeep' })
    expect(await treeOf(db)).toHaveLength(6)
  })
})

describe('changing a unit', () => {
  test('changes its names and kind, and an English name that was only the Thai one follows', async ({
    as,
    db,
  }) => {
    await plantUnits(as(operator))
    expect(await changeUnit(as(operator), inHill('ACC'), { name_th: 'ฝ่ายการบัญชี', kind: 'กลุ่ม' })).toBe(true)
    expect(await getUnit(db, inHill('ACC'))).toMatchObject({
      ...{ name: { th: 'ฝ่ายการบัญชี', en: 'ฝ่ายการบัญชี' }, kind: 'group', parent: 'FIN' },
    })
    expect(await changeUnit(as(operator), inHill('FIN'), { name_th: 'กองการคลัง' })).toBe(true)
    expect((await getUnit(db, inHill('FIN'))).name.en).toBe('Finance')
    expect(await changeUnit(as(operator), inHill('FIN'), {})).toBe(false)
  })

  test('is not for the coordinator of another agency', async ({ as, db }) => {
    await plantUnits(as(operator))
    const other = as(await coordinatorOf(db, 'FIELD'))
    await expect(changeUnit(other, inHill('FIN'), { name_th: 'ก' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('that is not there, or to no name, is refused', async ({ as }) => {
    await plantUnits(as(operator))
    await expect(changeUnit(as(operator), inHill('NONE'), {})).rejects.toMatchObject({
      code: 'registry.unitNotFound',
    })
    await expect(changeUnit(as(operator), inHill('FIN'), { name_th: ' ' })).rejects.toMatchObject({
      findings: [{ code: 'registry.cellMissing' }],
    })
  })
})

describe('moving a unit', () => {
  test('takes all that is under it along, to the place that was said', async ({ as, db }) => {
    await plantUnits(as(operator))
    await moveUnit(as(operator), { ...inHill('FIN'), parent: 'PLAN' })
    expect(await treeOf(db)).toEqual(['-PLAN', '--FIN', '---ACC'])
    await moveUnit(as(operator), { ...inHill('ACC'), parent: null, place: 1 })
    expect(await treeOf(db)).toEqual(['-ACC', '-PLAN', '--FIN'])
  })

  test('is not for anyone', async ({ as }) => {
    await plantUnits(as(operator))
    await expect(moveUnit(as(anyone), { ...inHill('FIN'), parent: null })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('under itself, or under what is under it, is refused', async ({ as, db }) => {
    await plantUnits(as(operator))
    for (const parent of ['FIN', 'ACC']) {
      await expect(moveUnit(as(operator), { ...inHill('FIN'), parent })).rejects.toMatchObject({
        ...{ kind: 'conflict', code: 'registry.unitCycle' },
      })
    }
    expect(await treeOf(db)).toEqual(['-FIN', '--ACC', '-PLAN'])
  })

  test('of a closed unit is refused', async ({ as }) => {
    await plantUnits(as(operator))
    await closeUnit(as(operator), { ...inHill('PLAN'), closedOn: '2025-01-01' })
    await expect(moveUnit(as(operator), { ...inHill('PLAN'), parent: 'FIN' })).rejects.toMatchObject({
      code: 'registry.unitIsClosed',
    })
  })
})

describe('closing a unit', () => {
  test('keeps it for those who ask for closed ones, and can be taken back', async ({ as, db }) => {
    await plantUnits(as(operator))
    await closeUnit(as(operator), { ...inHill('PLAN'), closedOn: '30/9/2568' })
    expect(await treeOf(db)).toEqual(['-FIN', '--ACC'])
    expect(await treeOf(db, true)).toEqual(['-FIN', '--ACC', '-PLAN'])
    await closeUnit(as(operator), { ...inHill('PLAN'), closedOn: null })
    expect(await treeOf(db)).toEqual(['-FIN', '--ACC', '-PLAN'])
  })

  test('is not for the coordinator of another agency', async ({ as, db }) => {
    await plantUnits(as(operator))
    const other = as(await coordinatorOf(db, 'FIELD'))
    await expect(closeUnit(other, { ...inHill('PLAN'), closedOn: '2025-01-01' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('is refused while units or officers belong to it', async ({ as, db }) => {
    await plantUnits(as(operator))
    await addPerson(as(operator), 'HILL', { name: 'ก', email: 'a@hill.go.th', unit: 'PLAN' })
    await expect(closeUnit(as(operator), { ...inHill('FIN'), closedOn: '2025-01-01' })).rejects.toMatchObject(
      {
        ...{ code: 'registry.unitInUse', parameters: { units: 1, people: 0 } },
      },
    )
    await expect(
      closeUnit(as(operator), { ...inHill('PLAN'), closedOn: '2025-01-01' }),
    ).rejects.toMatchObject({
      parameters: { units: 0, people: 1 },
    })
    expect(await treeOf(db)).toHaveLength(3)
  })

  test('a unit under a closed one is not opened before it', async ({ as }) => {
    await plantUnits(as(operator))
    for (const unit of ['ACC', 'FIN'])
      await closeUnit(as(operator), { ...inHill(unit), closedOn: '2025-01-01' })
    await expect(closeUnit(as(operator), { ...inHill('ACC'), closedOn: null })).rejects.toMatchObject({
      code: 'registry.parentClosed',
    })
  })
})
