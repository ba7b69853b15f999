/** Which roles go where, who gives them, and when they need a second factor. */
import { describe, expect, test } from 'vitest'
import { type Grant, type Role, roles, type Scope } from '#base/actor.ts'
import { mayGive, needsSecondFactor, scopeKinds, toGrant, toScopeRow } from './role.ts'

const agency: Scope = { kind: 'agency', agencyId: 'a' }

describe('roles', () => {
  test('each can be granted somewhere, and only those over everything at the centre', () => {
    const atCentre = roles.filter((role) => scopeKinds[role].includes('centre'))
    expect(atCentre).toEqual([
      ...['administrator', 'auditor', 'leadAssessor', 'assessor'],
      ...['complaintOfficer', 'enumerator'],
    ])
    expect(roles.filter((role) => scopeKinds[role].length === 0)).toEqual([])
  })

  test.each<[Role, Scope, boolean]>([
    ['administrator', { kind: 'centre' }, true],
    ['enumerator', { kind: 'centre' }, true],
    ['assessor', { kind: 'group', province: 'TH-20' }, true],
    ['complaintOfficer', agency, true],
    ['coordinator', agency, false],
    ['itemOwner', { kind: 'unit', agencyId: 'a', unitId: 'u' }, false],
    ['supervisor', { kind: 'group', type: 'department' }, false],
  ])('%s at %o needs a second factor: %s', (role, scope, expected) => {
    expect(needsSecondFactor({ role, scope })).toBe(expected)
  })

  test('a coordinator gives the roles of an agency and none above it', () => {
    expect(roles.filter((role) => !mayGive('coordinator', role))).toEqual([
      ...['administrator', 'auditor', 'supervisor', 'leadAssessor', 'assessor'],
    ])
    expect(roles.every((role) => mayGive('administrator', role) && mayGive(null, role))).toBe(true)
  })

  test.each<Grant>([
    { role: 'auditor', scope: { kind: 'centre' } },
    { role: 'supervisor', scope: { kind: 'group', type: 't', province: 'p' } },
    { role: 'assessor', scope: { kind: 'group', ministry: 'm' } },
    { role: 'executive', scope: agency },
    { role: 'reviewer', scope: { kind: 'unit', agencyId: 'a', unitId: 'u' } },
  ])('%o comes back from the database as it went in', (grant) => {
    expect(toGrant(toScopeRow(grant))).toEqual(grant)
  })
})
