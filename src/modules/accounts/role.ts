/** What may be granted: at which scopes a role makes sense, who may give it, and which need a second factor. */
import type { Grant, Role, Scope } from '#base/actor.ts'

type ScopeKind = Scope['kind']

/** By role, the kinds of scope it may be granted at. */
export const scopeKinds: Readonly<Record<Role, readonly ScopeKind[]>> = {
  administrator: ['centre'],
  auditor: ['centre'],
  supervisor: ['group'],
  leadAssessor: ['centre', 'group'],
  assessor: ['centre', 'group'],
  complaintOfficer: ['centre', 'agency'],
  executive: ['agency'],
  coordinator: ['agency'],
  reviewer: ['agency', 'unit'],
  itemOwner: ['agency', 'unit'],
  enumerator: ['centre', 'group', 'agency'],
}

const strongRoles: readonly Role[] = [
  'administrator',
  'auditor',
  'leadAssessor',
  'assessor',
  'complaintOfficer',
]

/** Roles over many, or over what people confided, hold only for those who prove two things. */
export function needsSecondFactor({ role, scope }: Grant): boolean {
  return scope.kind === 'centre' || strongRoles.includes(role)
}

/** The roles an agency's coordinator may give within the agency. */
const coordinatorsRoles: readonly Role[] = [
  'executive',
  'coordinator',
  'reviewer',
  'itemOwner',
  'complaintOfficer',
  'enumerator',
]

/** Whether someone who acts as `giver` may give or end the role; null is the operator or the system. */
export function mayGive(giver: Role | null, role: Role): boolean {
  return giver !== 'coordinator' || coordinatorsRoles.includes(role)
}

/** The scope as a grant keeps it in the database. */
export interface ScopeRow {
  readonly role: string
  readonly scopeKind: string
  readonly agencyId: string | null
  readonly unitId: string | null
  readonly typeCode: string | null
  readonly ministryCode: string | null
  readonly provinceCode: string | null
}

export function toScopeRow({ role, scope }: Grant): ScopeRow {
  const group = scope.kind === 'group' ? scope : undefined
  return {
    role,
    scopeKind: scope.kind,
    agencyId: scope.kind === 'agency' || scope.kind === 'unit' ? scope.agencyId : null,
    unitId: scope.kind === 'unit' ? scope.unitId : null,
    typeCode: group?.type ?? null,
    ministryCode: group?.ministry ?? null,
    provinceCode: group?.province ?? null,
  }
}

export function toGrant(row: ScopeRow): Grant {
  return { role: row.role as Role, scope: toScope(row) }
}

function toScope({ scopeKind, agencyId, unitId, typeCode, ministryCode, provinceCode }: ScopeRow): Scope {
  if (agencyId !== null && unitId !== null) return { kind: 'unit', agencyId, unitId }
  if (agencyId !== null) return { kind: 'agency', agencyId }
  if (scopeKind === 'centre') return { kind: 'centre' }
  return {
    kind: 'group',
    ...(typeCode === null ? {} : { type: typeCode }),
    ...(ministryCode === null ? {} : { ministry: ministryCode }),
    ...(provinceCode === null ? {} : { province: provinceCode }),
  }
}
