/** Which parts of the workspace a person may open, in the order they are offered; an agency on its own has no list of agencies. Pure. */
import type { Person } from '#base/actor.ts'
import { isAllowedSomewhere, type Permission } from '#base/permission.ts'
import { canListAccounts, canReadAudit, canWork } from '#modules/accounts/access.ts'
import { canSeeAssessment, canSeeItems } from '#modules/disclosure/access.ts'
import { canSeeRegistry } from '#modules/registry/access.ts'
import { canSeeRounds } from '#modules/rounds/access.ts'
import {
  canAssignInterviews,
  canFollowSurveys,
  canRecordInterviews,
  canSeeSignals,
} from '#modules/surveys/access.ts'

const parts = [
  { page: 'dashboard', path: '/work', permission: canWork },
  { page: 'agencies', path: '/work/agencies', permission: canSeeRegistry },
  { page: 'accounts', path: '/work/accounts', permission: canListAccounts },
  { page: 'rounds', path: '/work/rounds', permission: canSeeRounds },
  { page: 'surveys', path: '/work/surveys', permission: canFollowSurveys },
  { page: 'disclosure', path: '/work/disclosure', permission: canSeeItems },
  { page: 'assessment', path: '/work/assessment', permission: canSeeAssessment },
  { page: 'signals', path: '/work/signals', permission: canSeeSignals },
  { page: 'interviews', path: '/work/interviews', permission: canRecordInterviews },
  { page: 'interviewProgress', path: '/work/interviews/progress', permission: canAssignInterviews },
  { page: 'audit', path: '/work/audit', permission: canReadAudit },
  { page: 'profile', path: '/work/profile', permission: canWork },
] as const satisfies readonly { page: string; path: string; permission: Permission }[]

export interface WorkspacePart {
  readonly page: (typeof parts)[number]['page'] | 'ownAgency'
  readonly path: string
}

export function navigationFor(person: Person, ownAgency: { readonly code: string } | null): WorkspacePart[] {
  return parts
    .filter(({ permission }) => isAllowedSomewhere(person, permission))
    .map(({ page, path }) =>
      page === 'agencies' && ownAgency
        ? { page: 'ownAgency', path: `${path}/${encodeURIComponent(ownAgency.code)}` }
        : { page, path },
    )
}
