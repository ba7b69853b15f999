/** Closes a round: from then on it takes no agency, no answer and no item score. */
import { traceOf } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canCloseRound } from './access.ts'
import { lockRound } from './queries.ts'
import { roundSubject } from './round.ts'
import { roundCloses } from './tables.ts'

/** Waits for those who write to the round now. Throws `access.refused`, `round.notFound`, or `round.closed`. */
export async function closeRound(context: Context, fiscalYear: number): Promise<void> {
  const role = authorize(context.actor, canCloseRound)
  const { transaction, actor, now } = context
  const round = await lockRound(transaction, fiscalYear)
  if (round.isClosed) throw new Problem('conflict', 'round.closed', { year: fiscalYear })
  await transaction.insert(roundCloses).values({
    roundId: round.id,
    at: now,
    actorKind: actor.kind,
    actorName: traceOf(actor),
  })
  await recordEvent(context, { event: 'round.closed', role, subject: roundSubject(fiscalYear) })
}
