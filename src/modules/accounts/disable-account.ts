/** Shuts somebody out: their sessions end at once, their roles and keys rest. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canDisableAccount } from './access.ts'
import { userSubject } from './account.ts'
import { sessions, users } from './tables.ts'
import { requireOtherAdministrator, takeUser } from './user-rows.ts'

/** Throws `access.refused`, `account.notFound`, `account.isDisabled`, or `grant.lastAdministrator`. */
export async function disableAccount(context: Context, userId: string): Promise<void> {
  const role = authorize(context.actor, canDisableAccount)
  const { transaction, now } = context
  const user = await takeUser(transaction, userId)
  if (user.disabledAt) throw new Problem('conflict', 'account.isDisabled')
  await requireOtherAdministrator(transaction, userId)
  await transaction.update(users).set({ disabledAt: now, updatedAt: now }).where(eq(users.id, userId))
  const ended = await transaction
    .delete(sessions)
    .where(eq(sessions.userId, userId))
    .returning({ id: sessions.id })
  await recordEvent(context, {
    ...{ event: 'account.disabled', role, subject: userSubject(userId) },
    details: { sessions: ended.length },
  })
}
