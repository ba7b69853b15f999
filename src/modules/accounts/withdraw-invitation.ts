/** Takes back an invitation that was not accepted. */
import { eq } from 'drizzle-orm'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canWithdrawInvitation } from './access.ts'
import { authorizeGrant, grantDetails } from './grants.ts'
import { invitationSubject, requireOpen } from './invitation.ts'
import { takeInvitation } from './invitation-rows.ts'
import { toGrant } from './role.ts'
import { invitations } from './tables.ts'

/** Throws `invitation.notFound`, `access.refused`, or the state it is in instead of open. */
export async function withdrawInvitation(context: Context, id: string): Promise<void> {
  const { transaction, now } = context
  const invitation = await takeInvitation(transaction, id)
  const grant = toGrant(invitation)
  const role = await authorizeGrant(context, canWithdrawInvitation, grant)
  requireOpen(invitation, now)
  await transaction.update(invitations).set({ withdrawnAt: now }).where(eq(invitations.id, id))
  await recordEvent(context, {
    ...{ event: 'invitation.withdrawn', role, subject: invitationSubject(id) },
    details: grantDetails(grant),
  })
}
