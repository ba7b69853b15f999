/** Makes an invited person's account with the role they were invited to. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Secret } from '#platform/secret.ts'
import { canAcceptInvitation } from './access.ts'
import { userSubject } from './account.ts'
import { grantDetails, storeGrant } from './grants.ts'
import { readInvitationToken, requireOpen } from './invitation.ts'
import { takeInvitation } from './invitation-rows.ts'
import { toGrant } from './role.ts'
import { storeUser } from './store-user.ts'
import { invitations } from './tables.ts'

export interface Acceptance {
  /** As it stands in the letter. */
  readonly token: string
  readonly name: string
  readonly password: string
}

/**
 * Throws `invitation.tokenWrong`, `invitation.accepted`, `invitation.withdrawn`, `invitation.expired`,
 * `account.passwordTooShort`, `account.passwordTooLong`, `account.nameInvalid`, or `account.emailTaken`.
 */
export async function acceptInvitation(
  context: Context,
  { secret }: { readonly secret: Secret },
  { token, name, password }: Acceptance,
): Promise<{ userId: string }> {
  authorize(context.actor, canAcceptInvitation)
  const { transaction, now } = context
  const invitation = await takeInvitation(transaction, readInvitationToken(secret, token))
  requireOpen(invitation, now)
  const userId = await storeUser(context, { name, password, email: invitation.email })
  const grant = toGrant(invitation)
  await storeGrant(context, { userId, grant, grantedBy: invitation.invitedBy })
  await transaction.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, invitation.id))
  await recordEvent(context, {
    ...{ event: 'invitation.accepted', subject: userSubject(userId) },
    details: { invitation: invitation.id, ...grantDetails(grant) },
  })
  return { userId }
}
