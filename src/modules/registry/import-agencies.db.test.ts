/** A list of agencies comes into the registry once, whole or in part as asked, with its event or not at all. */
import { describe, expect } from 'vitest'
import { type Actor, anyone } from '#base/actor.ts'
import { readDelimited } from '#base/delimited-rows.ts'
import { listEvents } from '#platform/audit-queries.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { agencies, operator, reference, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { listAgencyRecords } from './agency-list.ts'
import { importAgencies } from './import-agencies.ts'
import type { ImportWay } from './import-list.ts'
import { getAgencyByCode } from './queries.ts'
import { registerAgencies } from './register-agencies.ts'

const system: Actor = { kind: 'system', name: 'nightly' }
const heading = 'code,name_th,name_en,type,size,ministry,province,website,active_from,active_to'
const sea = 'SEA,กรมทะเล,Sea Department,department,L,industry,,https://sea.go.th,2567-10-01,'
const bad = 'BAD,กรมร้าย,,ship,,,,,,'

const take = (context: Context, rows: readonly string[], way: ImportWay = {}) => {
  const file = { file: 'list.csv', hash: 'f00d', reference }
  const text = rows.join('\n')
  return importAgencies(
    context,
    { ...file, rows: readDelimited(text, { file: file.file, mostRows: 1000 }) },
    way,
  )
}

const all = { sort: 'code', isDescending: false } as const
const codesIn = async (db: Queryable) => (await listAgencyRecords(db, all)).agencies.map(({ code }) => code)
const recordOf = async (db: Queryable, code: string) =>
  (await listAgencyRecords(db, { ...all, search: code })).agencies[0]
const importsIn = async (db: Queryable) =>
  (await listEvents(db, { event: 'registry.agenciesImported', limit: 10 })).map(({ details }) => details)

describe('importing agencies', () => {
  test('adds those that are new, with all that the list says of them', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await take(as(system), [heading, sea])).toEqual({
      ...{ added: 1, updated: 0, unchanged: 0 },
      faults: [],
    })
    expect(await recordOf(db, 'SEA')).toEqual({
      code: 'SEA',
      name_th: 'กรมทะเล',
      name_en: 'Sea Department',
      type: 'department',
      size: 'L',
      ministry: 'industry',
      province: null,
      website: 'https://sea.go.th',
      active_from: '2024-10-01',
      active_to: null,
      is_imaginary: false,
    })
  })

  test('again, in another case, changes nothing and adds nothing', async ({ as, db }) => {
    await registerCast(as(operator))
    await take(as(operator), [heading, sea])
    const { id } = await getAgencyByCode(db, 'SEA')
    const again = await take(as(operator), [heading, sea.replace('SEA', 'sea')])
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
    expect(await getAgencyByCode(db, 'SEA')).toMatchObject({ id, code: 'SEA' })
  })

  test('of one that is known changes what the list says, and keeps what it is silent about', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    await take(as(operator), [heading, sea])
    const { id } = await getAgencyByCode(db, 'SEA')
    const changed = ['code,name_th,type,size', 'SEA,กรมทะเลและชายฝั่ง,department,']
    expect(await take(as(operator), changed)).toMatchObject({ added: 0, updated: 1, unchanged: 0 })
    expect((await getAgencyByCode(db, 'SEA')).id).toBe(id)
    expect(await recordOf(db, 'SEA')).toMatchObject({
      name_th: 'กรมทะเลและชายฝั่ง',
      name_en: 'Sea Department',
      size: null,
      website: 'https://sea.go.th',
      active_from: '2024-10-01',
    })
  })

  test('one without an English name bears its Thai name in both, also when that changes', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    for (const name of ['กรมฝน', 'กรมฝนและลม']) {
      await take(as(operator), [heading, `RAIN,${name},,department,,,,,,`])
      expect(await recordOf(db, 'RAIN')).toMatchObject({ name_th: name, name_en: name })
    }
  })

  test('takes the good rows and tells the others', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await take(as(operator), [heading, bad, sea])).toMatchObject({
      added: 1,
      faults: [{ line: 2, field: 'type' }],
    })
    expect(await codesIn(db)).toEqual(['FIELD', 'HILL', 'RIVER', 'SEA'])
  })

  test('all or nothing: one row to mend, and nothing is written', async ({ as, db }) => {
    await registerCast(as(operator))
    const outcome = await take(as(operator), [heading, bad, sea], { isAllOrNothing: true })
    expect(outcome).toMatchObject({ added: 0, updated: 0, faults: [{ line: 2 }] })
    expect(await codesIn(db)).toHaveLength(agencies.length)
    expect(await importsIn(db)).toEqual([])
  })

  test('all or nothing: no row to mend, and all are written', async ({ as, db }) => {
    await registerCast(as(operator))
    await take(as(operator), [heading, sea], { isAllOrNothing: true })
    expect(await codesIn(db)).toContain('SEA')
  })

  test('a preview tells what would happen and writes nothing', async ({ as, db }) => {
    await registerCast(as(operator))
    const rows = [heading, sea, 'HILL,อบต.เขาใหม่,,อบต.,,,,,,', bad]
    expect(await take(as(operator), rows, { isPreview: true })).toMatchObject({
      ...{ added: 1, updated: 1, unchanged: 0 },
      faults: [{ line: 4 }],
    })
    expect(await codesIn(db)).toHaveLength(agencies.length)
    expect((await getAgencyByCode(db, 'HILL')).name.th).toBe('อบต.เขา')
    expect(await importsIn(db)).toEqual([])
  })

  test('an end before the beginning is told, also when only one of them is in the list', async ({ as }) => {
    await registerCast(as(operator))
    await take(as(operator), [heading, sea])
    const rows = ['code,name_th,type,active_to', 'SEA,กรมทะเล,department,30/9/2567']
    expect(await take(as(operator), rows)).toMatchObject({
      ...{ added: 0, updated: 0, unchanged: 0 },
      faults: [{ line: 2, field: 'active_to', code: 'registry.endsBeforeStart' }],
    })
  })

  test('an agency of the demo stays imaginary', async ({ as, db }) => {
    await registerCast(as(operator))
    const name = { th: 'อบต.ฝัน', en: 'Dream' }
    await registerAgencies(as(operator), [
      { code: 'DREAM', name, type: 'subdistrictOrganization', isImaginary: true },
    ])
    await take(as(operator), [heading, 'DREAM,อบต.ฝันดี,,อบต.,,,,,,'])
    expect(await recordOf(db, 'DREAM')).toMatchObject({ name_th: 'อบต.ฝันดี', is_imaginary: true })
  })

  test('puts the reference lists in place where there are none, but not for a preview', async ({
    as,
    db,
  }) => {
    const installed = async () => (await listEvents(db, { event: 'reference.installed', limit: 10 })).length
    expect(await take(as(operator), [heading, sea], { isPreview: true })).toMatchObject({
      added: 1,
      faults: [],
    })
    expect(await installed()).toBe(0)
    expect(await take(as(operator), [heading, sea])).toMatchObject({ added: 1, faults: [] })
    expect(await installed()).toBe(1)
  })

  test('records how much it did and of which file, and nothing of its content', async ({ as, db }) => {
    await registerCast(as(operator))
    await take(as(operator), [heading, sea, bad, 'BAD-2,,,,,,,,,'])
    expect(await importsIn(db)).toEqual([{ added: 1, updated: 0, unchanged: 0, failed: 2, fileHash: 'f00d' }])
  })

  test('tells how far it is', async ({ as }) => {
    await registerCast(as(operator))
    const told: number[][] = []
    const rows = Array.from({ length: 900 }, (_, at) => `N${at},กรม ${at},,department,,,,,,`)
    await take(as(operator), [heading, ...rows], {
      onProgress: (...progress) => {
        told.push(progress)
      },
    })
    expect(told.at(-1)).toEqual([900, 900])
  })

  test('is for the operator and the system, not for anyone, not even to see what would happen', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    await expect(take(as(anyone), [heading, sea])).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(take(as(anyone), [heading, sea], { isPreview: true })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await codesIn(db)).not.toContain('SEA')
  })

  test('of a list without a needed column is refused', async ({ as }) => {
    await registerCast(as(operator))
    await expect(take(as(operator), ['code,name_th', 'SEA,กรมทะเล'])).rejects.toMatchObject({
      code: 'csv.invalid',
      findings: [{ file: 'list.csv', line: 1, code: 'csv.missingColumn', parameters: { column: 'type' } }],
    })
  })
})
