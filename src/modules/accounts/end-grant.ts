/** Ends a role somebody was given; the grant is kept with who ended it and why. */
import { eq } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { traceOf } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canEndGrant } from './access.ts'
import { userSubject } from './account.ts'
import { authorizeGrant, grantDetails } from './grants.ts'
import { toGrant } from './role.ts'
import { roleGrants } from './tables.ts'
import { requireOtherAdministrator } from './user-rows.ts'

export interface EndEntry {
  readonly grantId: string
  readonly reason: string
}

const longestReason = 500

/**
 * It holds no longer from the next request on. Throws `grant.notFound`, `access.refused`, `grant.ended`,
 * `grant.reasonMissing`, or `grant.lastAdministrator`.
 */
export async function endGrant(context: Context, { grantId, reason }: EndEntry): Promise<void> {
  const { transaction, now, actor } = context
  const row = await findGrantRow(context, grantId)
  const grant = toGrant(row)
  const role = await authorizeGrant(context, canEndGrant, grant)
  const endReason = reason.trim().slice(0, longestReason)
  if (endReason === '') throw new Problem('invalid', 'grant.reasonMissing')
  if (row.endedAt) throw new Problem('conflict', 'grant.ended')
  if (grant.role === 'administrator') await requireOtherAdministrator(transaction, row.userId)
  await transaction
    .update(roleGrants)
    .set({ endedAt: now, endedBy: traceOf(actor), endReason })
    .where(eq(roleGrants.id, grantId))
  await recordEvent(context, {
    ...{ event: 'grant.ended', role, subject: userSubject(row.userId) },
    details: { grant: grantId, ...grantDetails(grant) },
  })
}

async function findGrantRow({ transaction }: Context, id: string) {
  if (!isUuid(id)) throw new Problem('notFound', 'grant.notFound')
  const [row] = await transaction.select().from(roleGrants).where(eq(roleGrants.id, id)).for('update')
  if (!row) throw new Problem('notFound', 'grant.notFound')
  return row
}
