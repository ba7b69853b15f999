/** Who may do what with accounts, roles, sessions and access keys. */
import type { Permission } from '#base/permission.ts'

const givers = ['administrator', 'coordinator'] as const

/** For the operator alone, and whoever holds the set-up code that the operator reads. */
export const canStartInstance: Permission = { name: 'instance.start', roles: [] }

export const canInvite: Permission = { name: 'account.invite', roles: givers }

export const canWithdrawInvitation: Permission = { name: 'invitation.withdraw', roles: givers }

/** Guarded by the invitation's token. */
export const canAcceptInvitation: Permission = { name: 'invitation.accept', roles: [], openTo: 'anyone' }

export const canGiveGrant: Permission = { name: 'grant.give', roles: givers }

export const canEndGrant: Permission = { name: 'grant.end', roles: givers }

export const canDisableAccount: Permission = { name: 'account.disable', roles: ['administrator'] }

export const canEnableAccount: Permission = { name: 'account.enable', roles: ['administrator'] }

export const canListAccounts: Permission = {
  name: 'account.list',
  roles: ['administrator', 'auditor', 'coordinator'],
  reads: true,
}

/** For somebody who has lost device and backup codes. */
export const canRemoveSecondFactor: Permission = { name: 'secondFactor.remove', roles: ['administrator'] }

export const canSetSecondFactor: Permission = { name: 'secondFactor.set', roles: [], openTo: 'people' }

export const canStartSession: Permission = { name: 'session.start', roles: [], openTo: 'anyone' }

/** Their own. */
export const canRevokeSession: Permission = { name: 'session.revoke', roles: [], openTo: 'people' }

/** Guarded by a mailed token. */
export const canResetPassword: Permission = { name: 'password.reset', roles: [], openTo: 'anyone' }

export const canChangePassword: Permission = { name: 'password.change', roles: [], openTo: 'people' }

/** Their own. */
export const canCreateAccessKey: Permission = { name: 'accessKey.create', roles: [], openTo: 'people' }

/** Their own: what each may do and until when, never the key itself. */
export const canListAccessKeys: Permission = {
  name: 'accessKey.list',
  roles: [],
  openTo: 'people',
  reads: true,
}

export const canRevokeAccessKey: Permission = { name: 'accessKey.revoke', roles: [], openTo: 'people' }

/** The workspace itself: one's own page, and whatever one's roles open. */
export const canWork: Permission = { name: 'workspace.open', roles: [], openTo: 'people', reads: true }

export const canReadAudit: Permission = {
  name: 'audit.read',
  roles: ['administrator', 'auditor'],
  reads: true,
}
