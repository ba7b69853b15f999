/** Lists of units and people come into the registry once, whole or in part as asked, and never twice. */
import { describe, expect } from 'vitest'
import { type Actor, anyone, type Grant } from '#base/actor.ts'
import { readDelimited } from '#base/delimited-rows.ts'
import { listEvents } from '#platform/audit-queries.ts'
import type { Queryable } from '#platform/database.ts'
import { operator, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { addUnit } from './add-unit.ts'
import { closeUnit } from './close-unit.ts'
import { findPlace } from './find-place.ts'
import { importPeople } from './import-people.ts'
import { importUnits } from './import-units.ts'
import { listPeople } from './person-list.ts'
import { removePerson } from './remove-person.ts'
import { getUnit, listUnits } from './unit-list.ts'

const personWith = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p1', name: 'ใจดี', grants })
const coordinatorOf = async (db: Queryable, code: string): Promise<Actor> => {
  const agencyId = (await findPlace(db, code))?.agencyId ?? ''
  return personWith({ role: 'coordinator', scope: { kind: 'agency', agencyId } })
}
const list = (...lines: string[]) => ({
  ...{ file: 'list.csv', hash: 'f00d' },
  rows: readDelimited(lines.join('\n'), { file: 'list.csv', mostRows: 10_000 }),
})
const treeOf = async (db: Queryable, agency = 'HILL') =>
  (await listUnits(db, { agency })).map(({ code, depth }) => `${'-'.repeat(depth)}${code}`)
const officersOf = async (db: Queryable, agency = 'HILL') =>
  (await listPeople(db, { agency, sort: 'name', isDescending: false })).people

const unitsHead = 'agency,code,name_th,name_en,kind,parent'
const fin = 'HILL,FIN,กองคลัง,Finance,กอง,'
const acc = 'HILL,ACC,ฝ่ายบัญชี,,,fin'

describe('importing units', () => {
  test('adds them in the order of the list, children before parents or after', async ({ as, db }) => {
    await registerCast(as(operator))
    const outcome = await importUnits(as(operator), list(unitsHead, acc, fin, 'field,FIN,กองคลัง,,,'))
    expect(outcome).toEqual({ added: 3, updated: 0, unchanged: 0, faults: [] })
    expect(await treeOf(db)).toEqual(['-FIN', '--ACC'])
    expect(await getUnit(db, { agency: 'HILL', unit: 'ACC' })).toMatchObject({
      ...{ kind: 'section', name: { th: 'ฝ่ายบัญชี', en: 'ฝ่ายบัญชี' } },
    })
    expect(await treeOf(db, 'FIELD')).toEqual(['-FIN'])
  })

  test('again changes nothing; with another name or parent it updates that unit', async ({ as, db }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin, acc))
    const { id } = await getUnit(db, { agency: 'HILL', unit: 'ACC' })
    expect(await importUnits(as(operator), list(unitsHead, fin, acc))).toMatchObject({
      unchanged: 2,
      updated: 0,
    })
    const changed = list(unitsHead, 'hill,acc,ฝ่ายการบัญชี,,,')
    expect(await importUnits(as(operator), changed)).toMatchObject({ added: 0, updated: 1 })
    expect(await getUnit(db, { agency: 'HILL', unit: 'ACC' })).toMatchObject({
      ...{ id, code: 'ACC', parent: null, name: { th: 'ฝ่ายการบัญชี' } },
    })
  })

  test('without a column for parents leaves each where it is', async ({ as, db }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin, acc))
    await importUnits(as(operator), list('agency,code,name_th', 'HILL,ACC,ฝ่ายบัญชีใหม่'))
    expect(await treeOf(db)).toEqual(['-FIN', '--ACC'])
  })

  test('opens again what was closed and stands on the list', async ({ as, db }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin))
    await closeUnit(as(operator), { agency: 'HILL', unit: 'FIN', closedOn: '2025-01-01' })
    expect(await importUnits(as(operator), list(unitsHead, fin))).toMatchObject({ updated: 1 })
    expect(await treeOf(db)).toEqual(['-FIN'])
  })

  test('takes the good rows; those that would be no tree are told with their lines', async ({ as, db }) => {
    await registerCast(as(operator))
    const ring = ['HILL,R1,ก,,,R2', 'HILL,R2,ข,,,R1', 'HILL,R3,ค,,,R1']
    const rows = list(unitsHead, fin, 'HILL,X,ก,,,NONE', 'HILL,Y,ข,,,X', ...ring, 'NOBODY,A,ก,,,')
    const { added, faults } = await importUnits(as(operator), rows)
    expect(added).toBe(1)
    expect(faults.map(({ line, field, code }) => [line, field, code])).toEqual([
      [3, 'parent', 'registry.noSuchParent'],
      [4, 'parent', 'registry.noSuchParent'],
      [5, 'parent', 'registry.unitCycle'],
      [6, 'parent', 'registry.unitCycle'],
      [7, 'parent', 'registry.unitCycle'],
      [8, 'agency', 'registry.noSuchAgency'],
    ])
    expect(await treeOf(db)).toEqual(['-FIN'])
  })

  test('a unit that would push what is under it below the sixth level is told, not those under it', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    for (let level = 1; level <= 6; level++) {
      const parent = level === 1 ? '' : `U${level - 1}`
      await addUnit(as(operator), 'HILL', { code: `U${level}`, name_th: `ก${level}`, parent })
    }
    const { updated, added, faults } = await importUnits(
      as(operator),
      list(unitsHead, 'HILL,TOP,สำนัก,,,', 'HILL,U1,ก1,,other,TOP'),
    )
    expect([added, updated]).toEqual([1, 0])
    expect(faults).toMatchObject([{ line: 3, code: 'registry.unitTooDeep' }])
    expect((await getUnit(db, { agency: 'HILL', unit: 'U6' })).depth).toBe(6)
  })

  test('all or nothing: one row to mend, and nothing is written', async ({ as, db }) => {
    await registerCast(as(operator))
    const rows = list(unitsHead, fin, 'HILL,X,,,,')
    expect(await importUnits(as(operator), rows, { isAllOrNothing: true })).toMatchObject({ added: 0 })
    expect(await treeOf(db)).toEqual([])
    expect(await listEvents(db, { event: 'registry.unitsImported', limit: 1 })).toEqual([])
  })

  test('of a coordinator takes the rows of the own agency and tells the others', async ({ as, db }) => {
    await registerCast(as(operator))
    const coordinator = as(await coordinatorOf(db, 'HILL'))
    const outcome = await importUnits(coordinator, list(unitsHead, 'FIELD,A,ก,,,', fin))
    expect(outcome).toMatchObject({ added: 1, faults: [{ line: 2, code: 'registry.agencyNotYours' }] })
    expect(await treeOf(db, 'FIELD')).toEqual([])
    expect(await listEvents(db, { event: 'registry.unitsImported', limit: 1 })).toMatchObject([
      { role: 'coordinator', details: { added: 1, updated: 0, unchanged: 0, failed: 1, fileHash: 'f00d' } },
    ])
    await expect(importUnits(as(anyone), list(unitsHead, fin))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('of more units than one statement takes puts each under its own', async ({ as, db }) => {
    await registerCast(as(operator))
    const rows = Array.from(
      { length: 2400 },
      (_, at) => `HILL,U${2399 - at},ก,,,${at === 2399 ? '' : `U${Math.floor((2399 - at) / 5)}`}`,
    )
    expect(await importUnits(as(operator), list(unitsHead, ...rows.slice(1500)))).toMatchObject({
      added: 900,
    })
    expect(await importUnits(as(operator), list(unitsHead, ...rows))).toMatchObject({
      added: 1500,
      unchanged: 900,
    })
    expect((await getUnit(db, { agency: 'HILL', unit: 'U2399' })).parent).toBe('U479')
  })
})

const peopleHead = 'agency,unit,name,position,email,phone'
const kwan = 'HILL,FIN,ขวัญ ใจงาม,นักวิชาการ,kwan@hill.go.th,021234567'

describe('importing people', () => {
  test('adds them to their units, and again changes nothing', async ({ as, db }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin))
    expect(await importPeople(as(operator), list(peopleHead, kwan))).toMatchObject({ added: 1, faults: [] })
    expect(await officersOf(db)).toMatchObject([
      { unit: 'FIN', name: 'ขวัญ ใจงาม', email: 'kwan@hill.go.th', phone: '021234567' },
    ])
    const again = kwan.replace('kwan@', 'KWAN@').replace('FIN', 'fin')
    expect(await importPeople(as(operator), list(peopleHead, again))).toMatchObject({
      added: 0,
      unchanged: 1,
    })
  })

  test('updates who is known by agency and address, and keeps what the list is silent about', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin))
    await importPeople(as(operator), list(peopleHead, kwan))
    const [before] = await officersOf(db)
    const renamed = list('agency,name,email', 'HILL,ขวัญ รักดี,kwan@hill.go.th')
    expect(await importPeople(as(operator), renamed)).toMatchObject({ added: 0, updated: 1 })
    expect(await officersOf(db)).toEqual([{ ...before, name: 'ขวัญ รักดี' }])
  })

  test('brings back who had left', async ({ as, db }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin))
    await importPeople(as(operator), list(peopleHead, kwan))
    const [{ id } = { id: '' }] = await officersOf(db)
    await removePerson(as(operator), { id, leftOn: '2025-01-01' })
    expect(await importPeople(as(operator), list(peopleHead, kwan))).toMatchObject({ updated: 1 })
    expect(await officersOf(db)).toMatchObject([{ id, leftOn: null }])
  })

  test('tells units that are not there or closed, and agencies that are not there or not theirs', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    await importUnits(as(operator), list(unitsHead, fin))
    await closeUnit(as(operator), { agency: 'HILL', unit: 'FIN', closedOn: '2025-01-01' })
    const rows = [kwan, 'HILL,NONE,ก,,a@hill.go.th,', 'NOBODY,,ก,,b@hill.go.th,', 'FIELD,,ก,,c@hill.go.th,']
    const outcome = await importPeople(as(await coordinatorOf(db, 'HILL')), list(peopleHead, ...rows))
    expect(outcome.faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'registry.unitClosed'],
      [3, 'registry.noSuchUnit'],
      [4, 'registry.noSuchAgency'],
      [5, 'registry.agencyNotYours'],
    ])
    expect(await officersOf(db)).toEqual([])
  })

  test('is not for anyone, not even to see what would happen, and all or nothing holds', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    await expect(importPeople(as(anyone), list(peopleHead, kwan), { isPreview: true })).rejects.toMatchObject(
      {
        code: 'access.signInFirst',
      },
    )
    const rows = list(peopleHead, 'HILL,,ก,,a@hill.go.th,', kwan)
    expect(await importPeople(as(operator), rows, { isAllOrNothing: true })).toMatchObject({ added: 0 })
    expect(await officersOf(db)).toEqual([])
  })
})
