/** Records an act in the transaction of the act itself, as the next link of the audit chain. */
import { sql } from 'drizzle-orm'
import { type Role, traceOf } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import { type EventDetails, hashEvent } from './audit-chain.ts'
import { findHead } from './audit-queries.ts'
import { auditEvents, auditHead } from './audit-tables.ts'
import type { Context } from './context.ts'
import { enqueue } from './jobs.ts'
import { hasReaction, reactionTask } from './jobs-of-events.ts'

export interface AuditEvent {
  readonly event: string
  readonly subject: string
  /** In which the actor acted, as `authorize` gave it. */
  readonly role?: Role | null
  /** Never what a person answered or wrote. */
  readonly details?: EventDetails
}

const auditTurn = 7_251_002

/**
 * To be called last: from here to the end of the transaction every other act that records an event waits.
 * Throws `audit.noHead`, and with it undoes the act, where the trail has lost its head.
 */
export async function recordEvent(
  { actor, now, transaction }: Context,
  { event, subject, role = null, details = {} }: AuditEvent,
): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${auditTurn})`)
  const head = await findHead(transaction)
  if (!head) throw new Problem('unavailable', 'audit.noHead')
  const link = {
    number: head.count + 1,
    at: now,
    actorKind: actor.kind,
    actorName: traceOf(actor),
    role,
    event,
    // PostgreSQL would store a broken surrogate as another character than was hashed.
    subject: subject.toWellFormed(),
    details,
    previousHash: head.hash,
  }
  const hash = hashEvent(link)
  await transaction.insert(auditEvents).values({ ...link, hash })
  await transaction.update(auditHead).set({ count: link.number, hash })
  if (hasReaction(event)) {
    const payload = { event, subject: link.subject, number: link.number }
    await enqueue({ transaction }, { task: reactionTask, payload })
  }
}
