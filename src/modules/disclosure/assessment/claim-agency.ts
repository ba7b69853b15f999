/** Takes an agency's items to assess: one assessor an agency, or two where each item is marked twice. */
import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { type Entered, enterAgency } from '#modules/rounds/enter-agency.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAssessItems } from '../access.ts'
import { itemsSubject } from '../item.ts'
import { disclosureClaims, disclosureItems } from '../tables.ts'
import { requireUnbound } from './assessor.ts'
import { isMarkedTwice, listClaims } from './claims.ts'
import { requireAssessing } from './clocks.ts'

export interface AgencyNamed {
  readonly fiscalYear: number
  readonly agencyCode: string
}

/**
 * The seat taken. Throws `round.notFound`, `round.notEnrolled`, `access.refused`, `round.closed`, `round.phaseNotOpen`,
 * `assessment.personOnly`, `assessment.ownAgency`, `assessment.formerAgency`, `assessment.alreadyClaimed`,
 * `assessment.nothingSubmitted`, or `assessment.seatsTaken`.
 */
export async function claimAgency(context: Context, named: AgencyNamed): Promise<{ readonly seat: number }> {
  const { transaction, now } = context
  const entered = await enterAgency(context, canAssessItems, named)
  const { round, place, role } = entered
  const assessorId = await requireUnbound(context, entered)
  const { agencyId, code: agencyCode } = place
  requireAssessing(await getCalendar(transaction, round, [agencyId]), { agencyId, now })
  const held = await listClaims(transaction, { roundId: round.id, agencyIds: [agencyId] })
  if (held.some((claim) => claim.assessorId === assessorId)) {
    throw new Problem('conflict', 'assessment.alreadyClaimed', { agency: agencyCode })
  }
  await requireSubmitted(context, entered)
  const seats = (await isMarkedTwice(transaction, round.id)) ? [1, 2] : [1]
  const seat =
    held.length < seats.length ? await takeSeat(context, entered, { assessorId, seats }) : undefined
  if (seat === undefined) {
    throw new Problem('conflict', 'assessment.seatsTaken', { agency: agencyCode, seats: seats.length })
  }
  await recordEvent(context, {
    ...{ event: 'assessment.claimed', role, subject: itemsSubject({ ...named, agencyCode }) },
    details: { assessor: assessorId, seat },
  })
  return { seat }
}

async function requireSubmitted({ transaction }: Context, { round, place }: Entered): Promise<void> {
  const { roundId, agencyId, state } = disclosureItems
  const open = await transaction.$count(
    disclosureItems,
    and(
      eq(roundId, round.id),
      eq(agencyId, place.agencyId),
      sql`${state} in ('submitted', 'markedOnce', 'disputed', 'assessed', 'explained', 'remarked')`,
    ),
  )
  if (open === 0) throw new Problem('conflict', 'assessment.nothingSubmitted', { agency: place.code })
}

interface Seating {
  readonly assessorId: string
  readonly seats: readonly number[]
}

/** Of two who take the same seat at once, the later one is given the next; undefined where there is none. */
async function takeSeat(
  { transaction, now }: Context,
  { round, place }: Entered,
  { assessorId, seats }: Seating,
): Promise<number | undefined> {
  for (const seat of seats) {
    const [taken] = await transaction
      .insert(disclosureClaims)
      .values({
        ...{ id: newId(), roundId: round.id, agencyId: place.agencyId },
        ...{ assessorId, seat, claimedAt: now },
      })
      .onConflictDoNothing()
      .returning({ seat: disclosureClaims.seat })
    if (taken) return taken.seat
  }
  return undefined
}
