/** The registry keeps each agency once, and finds it however it is asked for. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { seedsRoot } from '#platform/paths.ts'
import { agencies, operator, reference, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { installReference } from './install-reference.ts'
import { getAgencyByCode, listAgencies, searchAgencies } from './queries.ts'
import { readReference } from './reference-files.ts'
import { registerAgencies } from './register-agencies.ts'

const namesFound = async (db: Parameters<typeof searchAgencies>[0], term: string) =>
  (await searchAgencies(db, { term, limit: 10 })).map(({ code }) => code)

describe('reference lists', () => {
  test('the lists shipped hold every province, every ministry and every type of agency', async ({ as }) => {
    const shipped = await readReference(`${seedsRoot}/reference`)
    expect(shipped.provinces).toHaveLength(77)
    expect(new Set(shipped.provinces.map(({ code }) => code))).toHaveProperty('size', 77)
    expect(shipped.ministries).toHaveLength(20)
    await installReference(as(operator), shipped)
  })

  test('installing them again brings names up to date', async ({ as, db }) => {
    await registerCast(as(operator))
    const renamed = [{ code: 'industry', name: { th: 'กระทรวงใหม่', en: 'New' } }]
    await installReference(as(operator), { ...reference, ministries: renamed })
    expect((await getAgencyByCode(db, 'RIVER')).ministry?.name.en).toBe('New')
  })

  test('nobody but the operator installs them', async ({ as }) => {
    await expect(installReference(as(anyone), reference)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a list that is missing is refused by its name', async () => {
    await expect(readReference('/nowhere')).rejects.toMatchObject({ code: 'file.unreadable' })
  })
})

describe('registering agencies', () => {
  test('an agency is found by its code in any case, with its groups', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await getAgencyByCode(db, 'river')).toMatchObject({
      code: 'RIVER',
      type: { code: 'department' },
      ministry: { name: { th: 'กระทรวงอุตสาหกรรม' } },
      province: null,
      isImaginary: false,
    })
  })

  test('a code registered already changes that agency and adds none', async ({ as, db }) => {
    await registerCast(as(operator))
    const { id } = await getAgencyByCode(db, 'HILL')
    await registerAgencies(as(operator), [
      { code: 'hill', name: { th: 'อบต.เขาสูง', en: 'High Hill' }, type: 'subdistrictOrganization' },
    ])
    expect(await listAgencies(db)).toHaveLength(agencies.length)
    expect(await getAgencyByCode(db, 'HILL')).toMatchObject({ id, name: { en: 'High Hill' }, province: null })
  })

  test('nobody but the operator registers agencies', async ({ as }) => {
    await expect(registerAgencies(as(anyone), agencies)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a list with faults is refused whole, with every fault and its line', async ({ as, db }) => {
    await registerCast(as(operator))
    const name = { th: 'ก', en: 'a' }
    const entries = [
      { code: 'NEW', name, type: 'department', line: 2 },
      { code: 'new', name, type: 'ship', line: 3 },
      { code: 'a/b', name, type: 'department', province: 'XX', ministry: 'YY', line: 4 },
    ]
    await expect(registerAgencies(as(operator), entries)).rejects.toMatchObject({
      kind: 'invalid',
      findings: [
        { line: 3, code: 'registry.codeTwice' },
        { line: 3, code: 'registry.typeUnknown' },
        { line: 4, code: 'registry.codeInvalid' },
        { line: 4, code: 'registry.ministryUnknown' },
        { line: 4, code: 'registry.provinceUnknown' },
      ],
    })
    expect(await listAgencies(db)).toHaveLength(agencies.length)
  })
})

describe('searching', () => {
  test('finds a part of a Thai name, an English name or a code', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await namesFound(db, ' แม่น้ำ ')).toEqual(['RIVER'])
    expect(await namesFound(db, 'field')).toEqual(['FIELD'])
    expect(await namesFound(db, 'hil')).toEqual(['HILL'])
    expect(await namesFound(db, 'อบต')).toEqual(['HILL', 'FIELD'])
  })

  test('reads Thai and Arabic digits alike', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await namesFound(db, 'แม่น้ำ 2')).toEqual(['RIVER'])
    expect(await namesFound(db, 'แม่น้ำ ๒')).toEqual(['RIVER'])
  })

  test('takes signs that mean something to the database as they are', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await namesFound(db, '%')).toEqual([])
    expect(await namesFound(db, 'H_LL')).toEqual([])
    expect(await namesFound(db, '\\')).toEqual([])
  })

  test('knows how people shorten the names of local authorities', async ({ as, db }) => {
    await registerCast(as(operator))
    const name = { th: 'องค์การบริหารส่วนตำบลไร่สัตยา', en: 'Rai Sattaya' }
    await registerAgencies(as(operator), [{ code: 'RAI', name, type: 'subdistrictOrganization' }])
    expect(await namesFound(db, 'อบต.ไร่')).toEqual(['RAI'])
    expect(await namesFound(db, 'อบต. ไร่สัต')).toEqual(['RAI'])
    expect(await namesFound(db, 'อบต.เขา')).toEqual(['HILL'])
    expect(await namesFound(db, 'อบจ.ไร่')).toEqual([])
  })

  test('a code that nobody has is said not to be found', async ({ db }) => {
    await expect(getAgencyByCode(db, 'NOBODY')).rejects.toMatchObject({ kind: 'notFound' })
  })
})
