/** Removes a passkey of one's own. */
import { and, eq } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canSetSecondFactor } from './access.ts'
import { userSubject } from './account.ts'
import { requirePerson } from './own-account.ts'
import { passkeys } from './tables.ts'

/** Throws `account.passkeyNotFound` for one that is not one's own. */
export async function removePasskey(context: Context, id: string): Promise<void> {
  authorize(context.actor, canSetSecondFactor)
  const person = requirePerson(context.actor)
  const own = and(eq(passkeys.id, id), eq(passkeys.userId, person.id))
  const removed = isUuid(id)
    ? await context.transaction.delete(passkeys).where(own).returning({ id: passkeys.id })
    : []
  if (removed.length === 0) throw new Problem('notFound', 'account.passkeyNotFound')
  await recordEvent(context, {
    event: 'passkey.removed',
    subject: userSubject(person.id),
    details: { passkey: id },
  })
}
