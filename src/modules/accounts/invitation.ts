/** An invitation: how long it is open, the state it is in, and the token that is mailed. */
import { Problem } from '#base/problem.ts'
import { isSameSecret } from '#platform/same-secret.ts'
import type { Secret } from '#platform/secret.ts'

export const daysOpen = 14

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired'

export interface InvitationDates {
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

export const invitationSubject = (id: string): string => `invitation:${id}`

export function stateOf({ expiresAt, acceptedAt, withdrawnAt }: InvitationDates, now: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  return expiresAt <= now ? 'expired' : 'open'
}

/** Throws `invitation.accepted`, `invitation.withdrawn` or `invitation.expired`. */
export function requireOpen(dates: InvitationDates, now: Date): void {
  const state = stateOf(dates, now)
  if (state === 'accepted') throw new Problem('conflict', 'invitation.accepted')
  if (state === 'withdrawn') throw new Problem('conflict', 'invitation.withdrawn')
  if (state === 'expired') throw new Problem('closed', 'invitation.expired')
}

const sealOf = (secret: Secret, id: string): string =>
  secret.deriveKey(`invitation:${id}`).toString('base64url')

/** Made of the id and the server's secret; stored nowhere. */
export function invitationToken(secret: Secret, id: string): string {
  return `${id}.${sealOf(secret, id)}`
}

const tokenForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

/** The invitation's id. Throws `invitation.tokenWrong`. */
export function readInvitationToken(secret: Secret, token: string): string {
  const [, id, seal] = tokenForm.exec(token.trim()) ?? []
  if (!id || !seal || !isSameSecret(seal, sealOf(secret, id))) {
    throw new Problem('invalid', 'invitation.tokenWrong')
  }
  return id
}
