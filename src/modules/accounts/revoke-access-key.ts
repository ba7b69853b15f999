/** Makes an access key of one's own worthless. */
import { and, eq } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRevokeAccessKey } from './access.ts'
import { keySubject } from './access-key.ts'
import { requirePerson } from './own-account.ts'
import { accessKeys } from './tables.ts'

/** At once. Throws `accessKey.notFound` for one that is not one's own, or `accessKey.revoked`. */
export async function revokeAccessKey(context: Context, id: string): Promise<void> {
  authorize(context.actor, canRevokeAccessKey)
  const person = requirePerson(context.actor)
  const { transaction, now } = context
  const own = and(eq(accessKeys.id, id), eq(accessKeys.userId, person.id))
  const found = isUuid(id) ? await transaction.select().from(accessKeys).where(own).for('update') : []
  const [key] = found
  if (!key) throw new Problem('notFound', 'accessKey.notFound')
  if (key.revokedAt) throw new Problem('conflict', 'accessKey.revoked')
  await transaction.update(accessKeys).set({ revokedAt: now }).where(eq(accessKeys.id, id))
  await recordEvent(context, { event: 'accessKey.revoked', subject: keySubject(id) })
}
