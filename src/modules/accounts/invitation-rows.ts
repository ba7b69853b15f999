/** One invitation from the database. */
import { eq } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import { invitations } from './tables.ts'

export type InvitationRow = typeof invitations.$inferSelect

/** Held until the transaction ends, so that it is used once. Throws `invitation.notFound`. */
export async function takeInvitation(db: Queryable, id: string): Promise<InvitationRow> {
  const found = isUuid(id)
    ? await db.select().from(invitations).where(eq(invitations.id, id)).for('update')
    : []
  const [row] = found
  if (!row) throw new Problem('notFound', 'invitation.notFound')
  return row
}
