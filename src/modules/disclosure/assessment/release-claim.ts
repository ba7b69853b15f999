/** Lets an agency go, so that others may take it; the marks given meanwhile stay. */
import { and, eq, isNull } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { enterAgency } from '#modules/rounds/enter-agency.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAssessItems, canLeadAssessment } from '../access.ts'
import { itemsSubject } from '../item.ts'
import { disclosureClaims } from '../tables.ts'
import type { AgencyNamed } from './claim-agency.ts'

export interface Releasing extends AgencyNamed {
  /** Whose claim; one's own without it. */
  readonly assessorId?: string | undefined
}

/**
 * The claim of somebody else only by those who lead. Throws `round.notFound`, `round.notEnrolled`, `access.refused`,
 * `round.closed`, or `assessment.notHeld`.
 */
export async function releaseClaim(context: Context, releasing: Releasing): Promise<void> {
  const { actor, transaction, now } = context
  const ownId = actor.kind === 'person' ? actor.id : undefined
  const assessorId = releasing.assessorId ?? ownId
  const permission = assessorId === ownId ? canAssessItems : canLeadAssessment
  const { round, place, role } = await enterAgency(context, permission, releasing)
  const { agencyId, code: agencyCode } = place
  const refusal = new Problem('conflict', 'assessment.notHeld', { agency: agencyCode })
  if (assessorId === undefined) throw refusal
  const claim = and(eq(disclosureClaims.roundId, round.id), eq(disclosureClaims.agencyId, agencyId))
  const [released] = await transaction
    .update(disclosureClaims)
    .set({ releasedAt: now })
    .where(and(claim, eq(disclosureClaims.assessorId, assessorId), isNull(disclosureClaims.releasedAt)))
    .returning({ seat: disclosureClaims.seat })
  if (!released) throw refusal
  await recordEvent(context, {
    ...{ event: 'assessment.released', role, details: { assessor: assessorId, seat: released.seat } },
    subject: itemsSubject({ fiscalYear: releasing.fiscalYear, agencyCode }),
  })
}
