/** Hands in the whole approved set: from then on it is locked, and its links are kept as they stand. */
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs.ts'
import { canSubmitItems } from './access.ts'
import { mapLatestAnswers } from './answers.ts'
import { enterItems } from './enter.ts'
import { type AgencyOfYear, itemsSubject } from './item.ts'
import { requireWholeSet, takeSteps } from './step.ts'
import { disclosureSnapshots } from './tables.ts'
import { requireApprovalOpen } from './work-phase.ts'

export const takeSnapshotsTask = 'takeSnapshots'

/**
 * Gives how many links wait to be kept. Throws as `enterItems`, or `round.phaseNotOpen`, or `item.notAllApproved` with a
 * finding for every item that is not.
 */
export async function submitItems(
  context: Context,
  agency: AgencyOfYear,
): Promise<{ readonly items: number; readonly links: number }> {
  const entered = await enterItems(context, canSubmitItems, agency)
  const { rows, role, round, place } = entered
  requireApprovalOpen(entered, context.now)
  requireWholeSet(rows, ['approved'], 'item.notAllApproved')
  await takeSteps(context, rows, { act: 'submit', to: 'submitted', role })
  const named = { fiscalYear: round.fiscalYear, agencyCode: place.code }
  const links = await askForSnapshots(context, { roundId: round.id, agencyId: place.agencyId }, named)
  await recordEvent(context, {
    event: 'items.submitted',
    role,
    subject: itemsSubject(named),
    details: { items: rows.length, links },
  })
  return { items: rows.length, links }
}

async function askForSnapshots(
  context: Context,
  key: { readonly roundId: string; readonly agencyId: string },
  named: AgencyOfYear,
): Promise<number> {
  const answers = await mapLatestAnswers(context.transaction, key)
  const links = [...answers.values()].flatMap((answer) => answer.links)
  if (links.length === 0) return 0
  await context.transaction
    .insert(disclosureSnapshots)
    .values(links.map(({ id }) => ({ linkId: id, state: 'waiting' as const, askedAt: context.now })))
  await enqueue(context, {
    task: takeSnapshotsTask,
    payload: { fiscalYear: named.fiscalYear, agencyCode: named.agencyCode },
    key: `${takeSnapshotsTask}:${named.fiscalYear}/${named.agencyCode}`,
  })
  return links.length
}
