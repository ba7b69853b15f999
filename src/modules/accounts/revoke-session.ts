/** Ends sessions of one's own: on a device left behind, or everywhere else. */
import { and, eq, ne, type SQL } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import type { Person } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRevokeSession } from './access.ts'
import { userSubject } from './account.ts'
import { requirePerson } from './own-account.ts'
import { sessions } from './tables.ts'

/** At once. Throws `access.refused`, `access.signInFirst`, or `account.sessionNotFound` for one that is not one's own. */
export async function revokeSession(context: Context, sessionId: string): Promise<void> {
  authorize(context.actor, canRevokeSession)
  const person = requirePerson(context.actor)
  const ended = isUuid(sessionId) ? await end(context, person, eq(sessions.id, sessionId)) : 0
  if (ended === 0) throw new Problem('notFound', 'account.sessionNotFound')
  await record(context, person, ended)
}

/** All but the one that is named. How many were ended. */
export async function revokeOtherSessions(context: Context, keptSessionId: string): Promise<number> {
  authorize(context.actor, canRevokeSession)
  const person = requirePerson(context.actor)
  const ended = await end(context, person, ne(sessions.id, keptSessionId))
  await record(context, person, ended)
  return ended
}

async function end({ transaction }: Context, person: Person, which: SQL): Promise<number> {
  const own = and(eq(sessions.userId, person.id), which)
  return (await transaction.delete(sessions).where(own).returning({ id: sessions.id })).length
}

function record(context: Context, person: Person, ended: number): Promise<void> {
  return recordEvent(context, {
    event: 'session.revoked',
    subject: userSubject(person.id),
    details: { sessions: ended },
  })
}
