/** Takes every second factor off somebody who has lost theirs; what needs one is withheld until there is another. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRemoveSecondFactor } from './access.ts'
import { userSubject } from './account.ts'
import { passkeys, sessions, twoFactors, users } from './tables.ts'
import { takeUser } from './user-rows.ts'

/** Ends the person's sessions too. Throws `access.refused` or `account.notFound`. */
export async function removeSecondFactor(context: Context, userId: string): Promise<void> {
  const role = authorize(context.actor, canRemoveSecondFactor)
  const { transaction, now } = context
  await takeUser(transaction, userId)
  await transaction.delete(twoFactors).where(eq(twoFactors.userId, userId))
  await transaction.delete(passkeys).where(eq(passkeys.userId, userId))
  await transaction.delete(sessions).where(eq(sessions.userId, userId))
  await transaction.update(users).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(users.id, userId))
  await recordEvent(context, { event: 'secondFactor.removed', role, subject: userSubject(userId) })
}
