/** Officers are added, changed, said to have left and anonymised by those who may; none is ever deleted. */
import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Actor, anyone, type Grant } from '#base/actor.ts'
import { listEvents } from '#platform/audit-queries.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { operator, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { addPerson } from './add-person.ts'
import { addUnit } from './add-unit.ts'
import { anonymisePerson } from './anonymise-person.ts'
import { changePerson } from './change-person.ts'
import { closeUnit } from './close-unit.ts'
import { findPlace } from './find-place.ts'
import { getPerson, listPeople } from './person-list.ts'
import { removePerson } from './remove-person.ts'

const personWith = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p1', name: 'ใจดี', grants })
const coordinatorOf = async (db: Queryable, code: string): Promise<Actor> => {
  const agencyId = (await findPlace(db, code))?.agencyId ?? ''
  return personWith({ role: 'coordinator', scope: { kind: 'agency', agencyId } })
}

const form = { name: 'นางสาวขวัญ ใจงาม', email: 'Kwan@hill.go.th', position: 'นักวิชาการ', phone: '02 123 4567' }

async function addKwan(context: Context): Promise<string> {
  await registerCast(context)
  await addUnit(context, 'HILL', { code: 'FIN', name_th: 'กองคลัง' })
  return addPerson(context, 'HILL', { ...form, unit: 'fin' })
}

describe('adding an officer', () => {
  test('keeps what the form says', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    expect(await getPerson(db, id)).toEqual({
      ...{ id, agency: 'HILL', unit: 'FIN', ...form, leftOn: null, anonymisedOn: null },
    })
    expect(await listEvents(db, { event: 'person.added', limit: 1 })).toMatchObject([
      { subject: `person:${id}`, details: { agency: 'HILL' } },
    ])
  })

  test('is for the centre and for the coordinator of the agency', async ({ as, db }) => {
    await registerCast(as(operator))
    await addPerson(as(await coordinatorOf(db, 'HILL')), 'HILL', form)
    await expect(addPerson(as(await coordinatorOf(db, 'FIELD')), 'HILL', form)).rejects.toMatchObject({
      code: 'access.refused',
    })
    await expect(addPerson(as(anyone), 'HILL', form)).rejects.toMatchObject({ code: 'access.signInFirst' })
  })

  test('with an address that an officer of the agency has is refused; another agency may have it', async ({
    as,
  }) => {
    await addKwan(as(operator))
    await expect(
      addPerson(as(operator), 'HILL', { ...form, email: 'kwan@HILL.go.th' }),
    ).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'registry.emailTaken' },
    })
    await addPerson(as(operator), 'FIELD', form)
    await expect(addPerson(as(operator), 'HILL', { email: 'x', unit: 'NONE' })).rejects.toMatchObject({
      findings: [{ code: 'registry.emailInvalid', parameters: { field: 'email' } }],
    })
    await expect(
      addPerson(as(operator), 'FIELD', { ...form, email: 'b@c.go.th', unit: 'FIN' }),
    ).rejects.toMatchObject({
      findings: [{ code: 'registry.noSuchUnit' }],
    })
  })
})

describe('changing an officer', () => {
  test('changes what the form says and keeps the rest', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    expect(await changePerson(as(operator), id, { unit: '', phone: '๐๘๑ ๒๓๔ ๕๖๗๘' })).toBe(true)
    expect(await getPerson(db, id)).toMatchObject({ unit: null, phone: '081 234 5678', position: 'นักวิชาการ' })
    expect(await changePerson(as(operator), id, { name: form.name })).toBe(false)
    expect(await listEvents(db, { event: 'person.changed', limit: 5 })).toMatchObject([
      { details: { agency: 'HILL', fields: 'unit, phone' } },
    ])
  })

  test('is not for the coordinator of another agency', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    await expect(changePerson(as(await coordinatorOf(db, 'FIELD')), id, { name: 'ก' })).rejects.toMatchObject(
      {
        kind: 'forbidden',
      },
    )
  })

  test('who is not there, or to the address of another, is refused', async ({ as }) => {
    const id = await addKwan(as(operator))
    await addPerson(as(operator), 'HILL', { name: 'ก', email: 'b@hill.go.th' })
    await expect(changePerson(as(operator), id, { email: 'B@hill.go.th' })).rejects.toMatchObject({
      code: 'registry.emailTaken',
    })
    await changePerson(as(operator), id, { email: 'kwan@hill.go.th' })
    await expect(changePerson(as(operator), 'nobody', {})).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('an officer who leaves', () => {
  test('is no more on the list unless asked for, and can come back', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    const seen = async (withLeft: boolean) =>
      (await listPeople(db, { agency: 'HILL', withLeft, sort: 'name', isDescending: false })).total
    await removePerson(as(operator), { id, leftOn: '30/9/2568' })
    expect([await seen(false), await seen(true)]).toEqual([0, 1])
    await removePerson(as(operator), { id, leftOn: null })
    expect(await seen(false)).toBe(1)
  })

  test('is not said to have left by the coordinator of another agency', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    const other = as(await coordinatorOf(db, 'FIELD'))
    await expect(removePerson(other, { id, leftOn: '2025-01-01' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('does not leave twice, nor come back to a unit that is closed', async ({ as }) => {
    const id = await addKwan(as(operator))
    await removePerson(as(operator), { id, leftOn: '2025-01-01' })
    await expect(removePerson(as(operator), { id, leftOn: '2025-01-01' })).rejects.toMatchObject({
      code: 'registry.leaveUnchanged',
    })
    await closeUnit(as(operator), { agency: 'HILL', unit: 'FIN', closedOn: '2025-01-01' })
    await expect(removePerson(as(operator), { id, leftOn: null })).rejects.toMatchObject({
      findings: [{ code: 'registry.unitClosed' }],
    })
  })
})

describe('anonymising an officer', () => {
  test('leaves a row that says nothing of the person, and frees the address', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    await removePerson(as(operator), { id, leftOn: '2025-01-01' })
    await anonymisePerson(as(operator), id)
    const { rows } = await db.execute(sql`select people::text as row from people where id = ${id}`)
    for (const trace of ['ขวัญ', 'Kwan', 'kwan', 'นักวิชาการ', '123']) {
      expect(String(rows[0]?.row)).not.toContain(trace === '123' ? '02 123' : trace)
    }
    expect(await getPerson(db, id)).toMatchObject({ unit: 'FIN', name: null, anonymisedOn: '2025-08-15' })
    await addPerson(as(operator), 'HILL', form)
  })

  test('is not for the coordinator of another agency', async ({ as, db }) => {
    const id = await addKwan(as(operator))
    await removePerson(as(operator), { id, leftOn: '2025-01-01' })
    await expect(anonymisePerson(as(await coordinatorOf(db, 'FIELD')), id)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('waits until the officer has left, and is done once', async ({ as }) => {
    const id = await addKwan(as(operator))
    await expect(anonymisePerson(as(operator), id)).rejects.toMatchObject({
      code: 'registry.personStillThere',
    })
    await removePerson(as(operator), { id, leftOn: '2025-01-01' })
    await anonymisePerson(as(operator), id)
    for (const again of [
      () => anonymisePerson(as(operator), id),
      () => changePerson(as(operator), id, { name: 'ก' }),
      () => removePerson(as(operator), { id, leftOn: null }),
    ]) {
      await expect(again()).rejects.toMatchObject({ code: 'registry.personAnonymised' })
    }
  })
})

describe('the list of officers', () => {
  test('is searched, sorted and paged', async ({ as, db }) => {
    await addKwan(as(operator))
    await addPerson(as(operator), 'HILL', { name: 'กมล', email: 'k2@hill.go.th', position: 'ปลัด' })
    await addPerson(as(operator), 'FIELD', { name: 'งามตา', email: 'n@field.go.th' })
    const namesOf = async (query: object) =>
      (await listPeople(db, { sort: 'name', isDescending: false, ...query })).people.map(({ name }) => name)
    expect(await namesOf({})).toEqual(['กมล', 'งามตา', 'นางสาวขวัญ ใจงาม'])
    expect(await namesOf({ agency: 'hill', isDescending: true })).toEqual(['นางสาวขวัญ ใจงาม', 'กมล'])
    expect(await namesOf({ search: 'K๒@' })).toEqual(['กมล'])
    expect(await namesOf({ search: 'งาม' })).toEqual(['งามตา', 'นางสาวขวัญ ใจงาม'])
    expect(await namesOf({ agency: 'HILL', unit: 'fin' })).toEqual(['นางสาวขวัญ ใจงาม'])
    const paged = { sort: 'name', isDescending: false, page: { number: 2, size: 2 } } as const
    expect(await listPeople(db, paged)).toMatchObject({ people: [{ name: 'นางสาวขวัญ ใจงาม' }], total: 3 })
    await expect(namesOf({ agency: 'NONE' })).rejects.toMatchObject({ kind: 'notFound' })
  })
})
