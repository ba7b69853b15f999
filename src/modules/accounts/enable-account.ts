/** Lets somebody in again who was shut out, with the roles they have. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canEnableAccount } from './access.ts'
import { userSubject } from './account.ts'
import { users } from './tables.ts'
import { takeUser } from './user-rows.ts'

/** Throws `access.refused`, `account.notFound`, or `account.isEnabled`. */
export async function enableAccount(context: Context, userId: string): Promise<void> {
  const role = authorize(context.actor, canEnableAccount)
  const { transaction, now } = context
  const user = await takeUser(transaction, userId)
  if (!user.disabledAt) throw new Problem('conflict', 'account.isEnabled')
  await transaction.update(users).set({ disabledAt: null, updatedAt: now }).where(eq(users.id, userId))
  await recordEvent(context, { event: 'account.enabled', role, subject: userSubject(userId) })
}
