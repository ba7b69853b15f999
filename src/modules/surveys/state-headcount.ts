/** States how many people of an agency there are to ask; the latest statement holds. */

import { traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canStateHeadcount } from './access.ts'
import { enterSurveying } from './enter-surveying.ts'
import { findHeadcount } from './headcount.ts'
import { surveyHeadcounts } from './tables.ts'

export interface HeadcountEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** People who have worked there for a year or more. What is left out stays as it was. */
  readonly staff?: number | undefined
  /** People and firms the agency has served or dealt with this fiscal year. */
  readonly serviceUsers?: number | undefined
}

const most = 100_000_000

/**
 * A part that was closed keeps the minimum it was closed with. Throws `access.refused`, `round.notFound`,
 * `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`, or `survey.headcountInvalid`.
 */
export async function stateHeadcount(context: Context, entry: HeadcountEntry): Promise<void> {
  const { transaction, actor, now } = context
  const { fiscalYear, staff, serviceUsers } = entry
  const { round, place, role } = await enterSurveying(context, canStateHeadcount, entry)
  const given = [staff, serviceUsers].filter((number) => number !== undefined)
  if (
    given.length === 0 ||
    given.some((number) => !Number.isInteger(number) || number < 0 || number > most)
  ) {
    throw new Problem('invalid', 'survey.headcountInvalid', { most })
  }
  const before = await findHeadcount(transaction, { roundId: round.id, agencyId: place.agencyId })
  const after = { staff: staff ?? before.staff, serviceUsers: serviceUsers ?? before.serviceUsers }
  await transaction.insert(surveyHeadcounts).values({
    ...{ id: newId(), roundId: round.id, agencyId: place.agencyId, ...after, at: now },
    actorKind: actor.kind,
    actorName: traceOf(actor),
  })
  await recordEvent(context, {
    event: 'survey.headcountStated',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, ...after },
  })
}
