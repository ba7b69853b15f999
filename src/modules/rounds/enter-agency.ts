/** The way into every verb about one agency of a round: who may not act learns nothing of how the round stands. */
import type { Role } from '#base/actor.ts'
import { authorize, type Permission } from '#base/permission.ts'
import type { Context } from '#platform/context.ts'
import { type EnrolledPlace, getEnrolledPlace } from './enrolled-place.ts'
import { holdRound, refuseClosedRound } from './queries.ts'
import type { Round } from './round.ts'

export interface Entered {
  readonly round: Round
  readonly place: EnrolledPlace
  readonly role: Role | null
}

/** Throws `round.notFound`, `round.notEnrolled`, `access.refused`, or `round.closed`; the round stays open meanwhile. */
export async function enterAgency(
  { transaction, actor }: Context,
  permission: Permission,
  { fiscalYear, agencyCode }: { readonly fiscalYear: number; readonly agencyCode: string },
): Promise<Entered> {
  const round = await holdRound(transaction, fiscalYear)
  const place = await getEnrolledPlace(transaction, round, agencyCode)
  const role = authorize(actor, permission, place)
  refuseClosedRound(round)
  return { round, place, role }
}
