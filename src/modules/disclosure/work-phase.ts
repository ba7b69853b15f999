/** In which phases the acts on items may be done. */
import { and, eq, gte } from 'drizzle-orm'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { type PhaseMoment, phaseState, requireOpen } from '#modules/rounds/phase.ts'
import type { Context } from '#platform/context.ts'
import type { EnteredItem } from './enter.ts'
import { disclosureSteps } from './tables.ts'

/**
 * Work on an answer belongs to `answer`. What an executive returned after that was over may be mended while `approve`
 * is open. Throws `round.phaseNotOpen` with the days of `answer`.
 */
export async function requireWorkOpen(
  { transaction, now }: Pick<Context, 'transaction' | 'now'>,
  { calendar, row }: Pick<EnteredItem, 'calendar' | 'row'>,
): Promise<void> {
  const { agencyId } = row
  const answering = phaseState(calendar, { phase: 'answer', agencyId, now })
  const approving = phaseState(calendar, { phase: 'approve', agencyId, now })
  if (answering.state === 'closed' && approving.state === 'open' && answering.closesAt) {
    const since = gte(disclosureSteps.at, answering.closesAt)
    const ofItem = and(
      eq(disclosureSteps.roundId, row.roundId),
      eq(disclosureSteps.agencyId, agencyId),
      eq(disclosureSteps.itemCode, row.itemCode),
    )
    const returned = and(ofItem, since, eq(disclosureSteps.act, 'return'))
    if ((await transaction.$count(disclosureSteps, returned)) > 0) return
  }
  requireOpen(calendar, { phase: 'answer', agencyId, now })
}

/** Review goes on while the executive decides. Throws `round.phaseNotOpen` with the days of the later of the two. */
export function requireReviewOpen({ calendar, place }: Calendared, now: Date): void {
  const moment = { agencyId: place.agencyId, now }
  if (phaseState(calendar, { ...moment, phase: 'answer' }).state === 'open') return
  requireOpen(calendar, { ...moment, phase: approvalPhase(calendar, moment) })
}

/** Approval and handing in have days of their own; a round that set none has those of `answer`. Throws as above. */
export function requireApprovalOpen({ calendar, place }: Calendared, now: Date): void {
  const moment = { agencyId: place.agencyId, now }
  requireOpen(calendar, { ...moment, phase: approvalPhase(calendar, moment) })
}

/** What was explained is marked again while explanations come in, and until scores are confirmed. Throws as above. */
export function requireRemarkOpen({ calendar, place }: Calendared, now: Date): void {
  const moment = { agencyId: place.agencyId, now }
  if (phaseState(calendar, { ...moment, phase: 'clarify' }).state === 'open') return
  requireOpen(calendar, { ...moment, phase: 'confirm' })
}

type Calendared = Pick<EnteredItem, 'calendar' | 'place'>

function approvalPhase(calendar: Calendar, moment: Omit<PhaseMoment, 'phase'>): 'answer' | 'approve' {
  const { state } = phaseState(calendar, { ...moment, phase: 'approve' })
  return state === 'notScheduled' ? 'answer' : 'approve'
}
