/** The list of agencies shows what was asked for, in the order asked for, a page at a time, and soon. */
import { describe, expect } from 'vitest'
import { newId } from '#base/id.ts'
import type { Queryable } from '#platform/database.ts'
import { operator, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { type AgencyListQuery, listAgencyRecords } from './agency-list.ts'
import { storeAgencies } from './store-agencies.ts'

const codesFor = async (db: Queryable, query: Partial<AgencyListQuery>) =>
  (await listAgencyRecords(db, { sort: 'name', isDescending: false, ...query })).agencies.map(
    ({ code }) => code,
  )

describe('the list of agencies', () => {
  test('is filtered by type, ministry and province, by code or by name', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await codesFor(db, { type: 'department' })).toEqual(['RIVER'])
    expect(await codesFor(db, { type: 'อบต.' })).toEqual(['HILL', 'FIELD'])
    expect(await codesFor(db, { ministry: 'กระทรวงอุตสาหกรรม' })).toEqual(['RIVER'])
    expect(await codesFor(db, { province: 'Chon Buri', search: 'ทุ่ง' })).toEqual(['FIELD'])
    expect(await codesFor(db, { province: 'TH-20', type: 'department' })).toEqual([])
  })

  test('a filter that names nothing is refused with the nearest there is', async ({ db, as }) => {
    await registerCast(as(operator))
    await expect(codesFor(db, { province: 'ชนบุรี' })).rejects.toMatchObject({
      code: 'registry.noSuchProvince',
      parameters: { value: 'ชนบุรี', suggestion: 'ชลบุรี' },
    })
    await expect(codesFor(db, { type: 'ship' })).rejects.toMatchObject({ code: 'registry.noSuchType' })
    await expect(codesFor(db, { ministry: 'x' })).rejects.toMatchObject({ code: 'registry.noSuchMinistry' })
  })

  test('is sorted as asked, either way', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await codesFor(db, {})).toEqual(['RIVER', 'HILL', 'FIELD'])
    expect(await codesFor(db, { isDescending: true })).toEqual(['FIELD', 'HILL', 'RIVER'])
    expect(await codesFor(db, { sort: 'code' })).toEqual(['FIELD', 'HILL', 'RIVER'])
    expect(await codesFor(db, { sort: 'type', isDescending: true })).toEqual(['HILL', 'FIELD', 'RIVER'])
    expect(await codesFor(db, { sort: 'province' })).toEqual(['HILL', 'FIELD', 'RIVER'])
  })

  test('comes a page at a time, and says how many there are in all', async ({ as, db }) => {
    await registerCast(as(operator))
    const query = { sort: 'code', isDescending: false } as const
    const second = await listAgencyRecords(db, { ...query, page: { number: 2, size: 2 } })
    expect(second.agencies.map(({ code }) => code)).toEqual(['RIVER'])
    expect(second.total).toBe(3)
    expect(await listAgencyRecords(db, { ...query, page: { number: 9, size: 2 } })).toEqual({
      agencies: [],
      total: 3,
    })
  })

  test('of 8,300 agencies answers within 300 milliseconds, 95 times of 100', async ({ as, db }) => {
    await registerCast(as(operator))
    const rows = Array.from({ length: 8300 }, (_, at) => ({
      id: newId(),
      code: `N${at}`,
      nameTh: `องค์การบริหารส่วนตำบลที่ ${at}`,
      nameEn: `Number ${at}`,
      typeCode: at % 9 === 0 ? 'department' : 'subdistrictOrganization',
      provinceCode: at % 4 === 0 ? 'TH-20' : null,
    }))
    for (const half of [rows.slice(0, 4000), rows.slice(4000)]) await storeAgencies(db, half, 'imported')
    const queries: Partial<AgencyListQuery>[] = [
      {},
      { search: 'ตำบลที่ ๘๒' },
      { search: 'number 7', type: 'อบต.' },
      { province: 'ชลบุรี', sort: 'province' },
      { sort: 'code', isDescending: true, page: { number: 80, size: 100 } },
    ]
    const took: number[] = []
    for (let at = 0; at < 40; at++) {
      const begun = performance.now()
      await codesFor(db, { page: { number: 1, size: 50 }, ...queries[at % queries.length] })
      took.push(performance.now() - begun)
    }
    expect(took.sort((a, b) => a - b)[37]).toBeLessThan(300)
  })
})
