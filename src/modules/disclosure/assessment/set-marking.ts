/** Says whether one assessor marks each item of a round or two do; only before the first mark. */
import { traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { lockRound, refuseClosedRound } from '#modules/rounds/queries.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canLeadAssessment } from '../access.ts'
import { disclosureMarkings } from '../tables.ts'
import { hasMarks, isMarkedTwice } from './claims.ts'

export interface MarkingEntry {
  readonly fiscalYear: number
  readonly isDouble: boolean
}

/** Does nothing where it is so already. Throws `access.refused`, `round.notFound`, `round.closed` or `assessment.hasBegun`. */
export async function setMarking(context: Context, { fiscalYear, isDouble }: MarkingEntry): Promise<void> {
  const { actor, transaction, now } = context
  const role = authorize(actor, canLeadAssessment)
  const round = await lockRound(transaction, fiscalYear)
  refuseClosedRound(round)
  if ((await isMarkedTwice(transaction, round.id)) === isDouble) return
  if (await hasMarks(transaction, round.id)) {
    throw new Problem('conflict', 'assessment.hasBegun', { year: fiscalYear })
  }
  await transaction.insert(disclosureMarkings).values({
    ...{ id: newId(), roundId: round.id, isDouble },
    ...{ at: now, actorKind: actor.kind, actorName: traceOf(actor) },
  })
  await recordEvent(context, {
    ...{ event: 'assessment.markingSet', role, subject: roundSubject(fiscalYear) },
    details: { assessors: isDouble ? 2 : 1 },
  })
}
