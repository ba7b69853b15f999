/** One agency at a time: registered, changed and closed, by those who may, as far as they may. */
import { describe, expect } from 'vitest'
import { type Actor, anyone, type Grant } from '#base/actor.ts'
import { listEvents } from '#platform/audit-queries.ts'
import type { Queryable } from '#platform/database.ts'
import { operator, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { getAgencyRecord } from './agency-list.ts'
import { changeAgency } from './change-agency.ts'
import { closeAgency } from './close-agency.ts'
import { findPlace } from './find-place.ts'
import { registerAgency } from './register-agency.ts'

const personWith = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p1', name: 'ใจดี', grants })
const administrator = personWith({ role: 'administrator', scope: { kind: 'centre' } })
const coordinatorOf = async (db: Queryable, code: string): Promise<Actor> => {
  const agencyId = (await findPlace(db, code))?.agencyId ?? ''
  return personWith({ role: 'coordinator', scope: { kind: 'agency', agencyId } })
}
const eventsIn = async (db: Queryable, event: string) =>
  (await listEvents(db, { event, limit: 10 })).map(({ role, subject, details }) => ({
    role,
    subject,
    details,
  }))

const sea = { code: 'SEA', name_th: 'กรมทะเล', type: 'กรม', website: 'https://sea.go.th' }

describe('where an agency stands', () => {
  test('is found by its code in any case and by its id', async ({ as, db }) => {
    await registerCast(as(operator))
    const place = await findPlace(db, 'river')
    expect(place).toMatchObject({ type: 'department', ministry: 'industry', province: null })
    expect(await findPlace(db, place?.agencyId ?? '')).toEqual(place)
    expect(await findPlace(db, 'NOBODY')).toBeUndefined()
  })
})

describe('registering an agency', () => {
  test('reads the form as a row of a list is read', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(
      await registerAgency(as(administrator), { ...sea, type: 'กรมหรือเทียบเท่า', active_from: '๑ ต.ค. ๒๕๖๗' }),
    ).toBe('SEA')
    expect(await getAgencyRecord(db, 'sea')).toMatchObject({
      ...{
        code: 'SEA',
        name_th: 'กรมทะเล',
        name_en: 'กรมทะเล',
        type: 'department',
        active_from: '2024-10-01',
      },
    })
    expect(await eventsIn(db, 'agency.registered')).toEqual([
      { role: 'administrator', subject: 'agency:SEA', details: { type: 'department' } },
    ])
  })

  test('tells every field to mend, with the nearest there is', async ({ as }) => {
    await registerCast(as(operator))
    const form = { code: 'a b', name_th: '', type: 'department', ministry: 'กระทรวงอุตสาหกรม', size: 'XL' }
    await expect(registerAgency(as(administrator), form)).rejects.toMatchObject({
      code: 'registry.formInvalid',
      findings: [
        { code: 'registry.codeInvalid', parameters: { field: 'code' } },
        { code: 'registry.cellMissing', parameters: { field: 'name_th' } },
        { code: 'registry.sizeInvalid', parameters: { field: 'size' } },
        {
          code: 'registry.noSuchMinistry',
          parameters: { field: 'ministry', suggestion: 'กระทรวงอุตสาหกรรม' },
        },
      ],
    })
    await expect(registerAgency(as(administrator), {})).rejects.toMatchObject({
      findings: [
        { parameters: { field: 'code' } },
        { parameters: { field: 'name_th' } },
        { parameters: { field: 'type' } },
      ],
    })
  })

  test('is for the centre', async ({ as, db }) => {
    await registerCast(as(operator))
    await expect(registerAgency(as(anyone), sea)).rejects.toMatchObject({ code: 'access.signInFirst' })
    await expect(registerAgency(as(await coordinatorOf(db, 'HILL')), sea)).rejects.toMatchObject({
      code: 'access.refused',
    })
  })

  test('of a code that is taken is refused, and changes nothing', async ({ as, db }) => {
    await registerCast(as(operator))
    const form = { ...sea, code: 'hill', type: 'department' }
    await expect(registerAgency(as(administrator), form)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'registry.codeTaken',
    })
    expect(await getAgencyRecord(db, 'HILL')).toMatchObject({ name_th: 'อบต.เขา' })
  })
})

describe('changing an agency', () => {
  test('changes what the form says and keeps the rest', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await changeAgency(as(administrator), 'river', { size: 'ใหญ่', ministry: '' })).toBe(true)
    expect(await getAgencyRecord(db, 'RIVER')).toMatchObject({
      ...{ size: 'L', ministry: null, name_th: 'กรมแม่น้ำ ๒', name_en: 'River Department 2' },
    })
    expect(await eventsIn(db, 'agency.changed')).toEqual([
      { role: 'administrator', subject: 'agency:RIVER', details: { fields: 'size, ministry' } },
    ])
  })

  test('to what it is already is no change and no event', async ({ as, db }) => {
    await registerCast(as(operator))
    expect(await changeAgency(as(administrator), 'RIVER', { name_en: 'River Department 2' })).toBe(false)
    expect(await eventsIn(db, 'agency.changed')).toEqual([])
  })

  test('its coordinator may say its website and English name, and nothing by which it is compared', async ({
    as,
    db,
  }) => {
    await registerCast(as(operator))
    const coordinator = as(await coordinatorOf(db, 'HILL'))
    await changeAgency(coordinator, 'HILL', { website: 'https://hill.go.th', name_th: 'อบต.เขา' })
    expect(await getAgencyRecord(db, 'HILL')).toMatchObject({ website: 'https://hill.go.th' })
    for (const form of [
      { type: 'department' },
      { size: 'L' },
      { name_th: 'อบต.ภูเขา' },
      { active_to: '2027-01-01' },
    ]) {
      await expect(changeAgency(coordinator, 'HILL', form)).rejects.toMatchObject({ code: 'access.refused' })
    }
    await expect(changeAgency(coordinator, 'FIELD', { website: '' })).rejects.toMatchObject({
      code: 'access.refused',
    })
  })

  test('one who rules over a ministry cannot move an agency out of it', async ({ as }) => {
    await registerCast(as(operator))
    const ruler = as(personWith({ role: 'administrator', scope: { kind: 'group', ministry: 'industry' } }))
    expect(await changeAgency(ruler, 'RIVER', { size: 'M' })).toBe(true)
    await expect(changeAgency(ruler, 'RIVER', { ministry: '' })).rejects.toMatchObject({
      code: 'access.refused',
    })
  })

  test('to end before it begins is refused, whichever day was known', async ({ as }) => {
    await registerCast(as(operator))
    await changeAgency(as(administrator), 'RIVER', { active_from: '2025-01-01' })
    await expect(changeAgency(as(administrator), 'RIVER', { active_to: '2024-01-01' })).rejects.toMatchObject(
      {
        findings: [{ code: 'registry.endsBeforeStart', parameters: { field: 'active_to' } }],
      },
    )
    await expect(changeAgency(as(administrator), 'NOBODY', {})).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('closing an agency', () => {
  test('gives it a last day, and takes it back', async ({ as, db }) => {
    await registerCast(as(operator))
    await closeAgency(as(administrator), { code: 'HILL', activeTo: '๓๐ กันยายน ๒๕๖๘' })
    expect(await getAgencyRecord(db, 'HILL')).toMatchObject({ active_to: '2025-09-30' })
    await closeAgency(as(administrator), { code: 'HILL', activeTo: null })
    expect(await getAgencyRecord(db, 'HILL')).toMatchObject({ active_to: null })
    expect(await eventsIn(db, 'agency.closed')).toHaveLength(1)
    expect(await eventsIn(db, 'agency.reopened')).toHaveLength(1)
  })

  test('is not for its coordinator', async ({ as, db }) => {
    await registerCast(as(operator))
    const coordinator = as(await coordinatorOf(db, 'HILL'))
    await expect(closeAgency(coordinator, { code: 'HILL', activeTo: '2025-09-30' })).rejects.toMatchObject({
      code: 'access.refused',
    })
  })

  test('twice on the same day is refused, and so is a day that is none', async ({ as }) => {
    await registerCast(as(operator))
    await closeAgency(as(administrator), { code: 'HILL', activeTo: '2025-09-30' })
    await expect(
      closeAgency(as(administrator), { code: 'HILL', activeTo: '30/9/2568' }),
    ).rejects.toMatchObject({ code: 'registry.endUnchanged' })
    await expect(
      closeAgency(as(administrator), { code: 'HILL', activeTo: '31/9/2568' }),
    ).rejects.toMatchObject({
      findings: [{ code: 'registry.dayInvalid' }],
    })
  })
})
