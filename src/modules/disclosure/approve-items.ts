/** Approves the whole set of an agency's answers: only when every item is ready. */
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canApproveItems } from './access.ts'
import { enterItems } from './enter.ts'
import { type AgencyOfYear, itemsSubject } from './item.ts'
import { requireOwnStep, requireWholeSet, takeSteps } from './step.ts'
import { requireApprovalOpen } from './work-phase.ts'

/**
 * Items that were approved before stay so. Throws as `enterItems`, or `round.phaseNotOpen`, `item.wrongState`, or
 * `item.notAllReady` with a finding for every item that is not.
 */
export async function approveItems(
  context: Context,
  agency: AgencyOfYear,
): Promise<{ readonly approved: number }> {
  const entered = await enterItems(context, canApproveItems, agency)
  const { rows, role, place } = entered
  requireApprovalOpen(entered, context.now)
  requireWholeSet(rows, ['ready', 'approved'], 'item.notAllReady')
  const ready = rows.filter(({ state }) => state === 'ready')
  const [first] = rows
  if (ready.length === 0 && first) requireOwnStep(first, 'approve')
  await takeSteps(context, ready, { act: 'approve', to: 'approved', role })
  await recordEvent(context, {
    event: 'items.approved',
    role,
    subject: itemsSubject({ fiscalYear: agency.fiscalYear, agencyCode: place.code }),
    details: { items: ready.length },
  })
  return { approved: ready.length }
}
