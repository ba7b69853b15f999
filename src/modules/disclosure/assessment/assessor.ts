/** Who may mark an agency's items: a person nothing binds to the agency, and who holds it. */
import { and, eq, isNull } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { EnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Context } from '#platform/context.ts'
import { disclosureClaims } from '../tables.ts'
import { refuseConflict } from './conflict.ts'
import { getTies } from './ties.ts'

interface Assessed {
  readonly round: Round
  readonly place: EnrolledPlace
}

/** Their id. Throws `assessment.personOnly`, `assessment.ownAgency` or `assessment.formerAgency`. */
export async function requireUnbound({ actor, transaction }: Context, { place }: Assessed): Promise<string> {
  if (actor.kind !== 'person') throw new Problem('forbidden', 'assessment.personOnly')
  refuseConflict(place, await getTies(transaction, actor.id))
  return actor.id
}

/** Their id. Throws as `requireUnbound`, or `assessment.notClaimed`. */
export async function requireHolder(context: Context, assessed: Assessed): Promise<string> {
  const assessorId = await requireUnbound(context, assessed)
  if (!(await isHolder(context, assessed, assessorId))) {
    throw new Problem('conflict', 'assessment.notClaimed', { agency: assessed.place.code })
  }
  return assessorId
}

async function isHolder(
  { transaction }: Context,
  { round, place }: Assessed,
  assessorId: string,
): Promise<boolean> {
  const held = await transaction.$count(
    disclosureClaims,
    and(
      eq(disclosureClaims.roundId, round.id),
      eq(disclosureClaims.agencyId, place.agencyId),
      eq(disclosureClaims.assessorId, assessorId),
      isNull(disclosureClaims.releasedAt),
    ),
  )
  return held > 0
}
