/** Who has a permission where, with which role, and through which access key. */
import { describe, expect, test } from 'vitest'
import type { Actor, Grant, Scope } from './actor.ts'
import {
  authorize,
  isAllowed,
  isAllowedSomewhere,
  type Permission,
  type Place,
  reaches,
} from './permission.ts'

const extend: Permission = { name: 'round.extend', roles: ['administrator', 'supervisor'] }
const place: Place = { agencyId: 'a', type: 'TAO', ministry: 'MOI', province: '50', unitId: 'u' }
const person = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p', name: 'P', grants })

describe('where a role reaches', () => {
  test.each<[string, Scope, boolean]>([
    ['the centre reaches every agency', { kind: 'centre' }, true],
    ['its own type', { kind: 'group', type: 'TAO' }, true],
    ['another type', { kind: 'group', type: 'PAO' }, false],
    ['its own type in its own province', { kind: 'group', type: 'TAO', province: '50' }, true],
    ['its own type in another province', { kind: 'group', type: 'TAO', province: '51' }, false],
    ['its own agency', { kind: 'agency', agencyId: 'a' }, true],
    ['another agency', { kind: 'agency', agencyId: 'b' }, false],
    ['its own unit', { kind: 'unit', agencyId: 'a', unitId: 'u' }, true],
    ['another unit of the agency', { kind: 'unit', agencyId: 'a', unitId: 'v' }, false],
  ])('%s', (_name, scope, expected) => {
    expect(reaches(scope, place)).toBe(expected)
  })

  test('only the centre reaches what belongs to no agency', () => {
    expect(reaches({ kind: 'centre' }, undefined)).toBe(true)
    expect(reaches({ kind: 'group', type: 'TAO' }, undefined)).toBe(false)
    expect(reaches({ kind: 'agency', agencyId: 'a' }, undefined)).toBe(false)
  })

  test('a group of agencies without a province does not hold those of one', () => {
    expect(reaches({ kind: 'group', province: '50' }, { ...place, province: null })).toBe(false)
  })
})

describe('a permission', () => {
  test('is had by a role it names, within the scope of the grant', () => {
    const supervisor = person({ role: 'supervisor', scope: { kind: 'group', province: '50' } })
    expect(isAllowed(supervisor, extend, place)).toBe(true)
    expect(isAllowed(supervisor, extend, { ...place, province: '51' })).toBe(false)
    expect(isAllowed(supervisor, extend)).toBe(false)
    expect(isAllowedSomewhere(supervisor, extend)).toBe(true)
  })

  test('is not had by another role, by nobody, or by a person without roles', () => {
    const coordinator = person({ role: 'coordinator', scope: { kind: 'agency', agencyId: 'a' } })
    for (const actor of [coordinator, person(), { kind: 'anyone' } as const]) {
      expect(isAllowed(actor, extend, place)).toBe(false)
      expect(isAllowedSomewhere(actor, extend)).toBe(false)
    }
  })

  test('tells the role in which it was used, and none for those who act without one', () => {
    expect(authorize(person({ role: 'administrator', scope: { kind: 'centre' } }), extend)).toBe(
      'administrator',
    )
    expect(authorize({ kind: 'operator', name: 'root' }, extend)).toBeNull()
  })

  test('refuses whom it does not know with the advice to sign in, and others by name of the permission', () => {
    const refusal = (actor: Actor) => {
      try {
        return authorize(actor, extend, place)
      } catch (error) {
        return error
      }
    }
    expect(refusal({ kind: 'anyone' })).toMatchObject({ kind: 'forbidden', code: 'access.signInFirst' })
    expect(refusal(person())).toMatchObject({
      code: 'access.refused',
      parameters: { permission: 'round.extend' },
    })
  })

  test('open to people is had by whoever has signed in, whatever their roles', () => {
    const own: Permission = { name: 'profile.change', roles: [], openTo: 'people' }
    expect(isAllowed(person(), own)).toBe(true)
    expect(isAllowed({ kind: 'anyone' }, own)).toBe(false)
  })
})

describe('an access key', () => {
  const read: Permission = { name: 'round.list', roles: ['supervisor'], reads: true }
  const withKey = (...limitedTo: string[]): Actor => ({
    ...{ kind: 'person', id: 'p', name: 'P', limitedTo },
    grants: [{ role: 'supervisor', scope: { kind: 'group', province: '50' } }],
  })

  test('gives nothing its owner was given but it was not', () => {
    expect(isAllowed(withKey('round.extend'), extend, place)).toBe(true)
    expect(isAllowed(withKey('round.open'), extend, place)).toBe(false)
    expect(isAllowedSomewhere(withKey('round.open'), extend)).toBe(false)
    expect(isAllowed(withKey('round.open'), { name: 'session.revoke', roles: [], openTo: 'people' })).toBe(
      false,
    )
  })

  test('that lacks the scope is told which, and one whose owner lacks the role is told that', () => {
    const refusal = (actor: Actor, permission: Permission, where?: Place) => {
      try {
        return authorize(actor, permission, where)
      } catch (error) {
        return error
      }
    }
    expect(refusal(withKey('round.open'), extend, place)).toMatchObject({
      ...{ kind: 'forbidden', code: 'access.keyWithoutScope' },
      parameters: { scope: 'round.extend', permission: 'round.extend' },
    })
    expect(refusal(withKey('round.open'), read, place)).toMatchObject({
      code: 'access.keyWithoutScope',
      parameters: { scope: 'read', permission: 'round.list' },
    })
    const elsewhere = { ...place, province: '51' }
    expect(refusal(withKey('round.extend'), extend, elsewhere)).toMatchObject({ code: 'access.refused' })
  })

  test('that may read has what only reads, and nothing that its owner has not', () => {
    expect(isAllowed(withKey('read'), read, place)).toBe(true)
    expect(isAllowed(withKey('read'), extend, place)).toBe(false)
    expect(isAllowed(withKey('read'), read, { ...place, province: '51' })).toBe(false)
  })
})
