/** Invites a person to a role by e-mail. */
import { and, eq, gt, isNull } from 'drizzle-orm'
import { type Grant, traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canInvite } from './access.ts'
import { tidyEmail, tidyName } from './account.ts'
import { authorizeGrant, grantDetails } from './grants.ts'
import { daysOpen, invitationSubject } from './invitation.ts'
import { toScopeRow } from './role.ts'
import { invitations, users } from './tables.ts'

export interface InvitationEntry {
  readonly email: string
  readonly name: string
  readonly grant: Grant
}

/**
 * The letter is for whoever reacts to `account.invited`: see `invitationLetterFor`. Throws `access.refused`,
 * `account.emailInvalid`, `account.nameInvalid`, `account.emailTaken`, `invitation.alreadyOpen`, or what is wrong
 * with the grant.
 */
export async function invite(context: Context, entry: InvitationEntry): Promise<{ id: string }> {
  const { transaction, now, actor } = context
  const role = await authorizeGrant(context, canInvite, entry.grant)
  const email = tidyEmail(entry.email)
  const name = tidyName(entry.name)
  await requireNew(context, email)
  const id = newId()
  await transaction.insert(invitations).values({
    ...{ id, email, name, ...toScopeRow(entry.grant), invitedAt: now, invitedBy: traceOf(actor) },
    expiresAt: new Date(now.getTime() + daysOpen * 86_400_000),
  })
  await recordEvent(context, {
    ...{ event: 'account.invited', role, subject: invitationSubject(id) },
    details: grantDetails(entry.grant),
  })
  return { id }
}

async function requireNew({ transaction, now }: Context, email: string): Promise<void> {
  const [user] = await transaction.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (user) throw new Problem('conflict', 'account.emailTaken')
  const [open] = await transaction
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, now),
      ),
    )
  if (open) throw new Problem('conflict', 'invitation.alreadyOpen')
}
