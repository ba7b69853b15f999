/** Puts sign-ins and refused ones on the audit trail. */
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { userSubject } from './account.ts'

/** The person themselves is said to have done it: they have just proven who they are. */
export function recordSession(
  context: Context,
  { userId, means }: { readonly userId: string; readonly means: string },
): Promise<void> {
  const actor = { kind: 'person', id: userId, name: '', grants: [] } as const
  return recordEvent(
    { ...context, actor },
    { event: 'session.started', subject: userSubject(userId), details: { means } },
  )
}

/** Where nobody has the e-mail that was given, the subject is `user:unknown`: what was typed is not kept. */
export function recordRefusal(
  context: Context,
  { userId, reason }: { readonly userId: string | undefined; readonly reason: string },
): Promise<void> {
  const subject = userSubject(userId ?? 'unknown')
  return recordEvent(context, { event: 'session.refused', subject, details: { reason } })
}
