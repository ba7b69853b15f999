/** Marks an item again after the agency explained it, on the link and the snapshot handed in; both marks stay. */
import { dayOf } from '#base/bangkok-day.ts'
import { isAllowed } from '#base/permission.ts'
import type { Context } from '#platform/context.ts'
import { canAssessItems, canSettleItems } from '../access.ts'
import { enterItem } from '../enter.ts'
import { requireStep } from '../item-state.ts'
import { requireRemarkOpen } from '../work-phase.ts'
import { requireHolder, requireUnbound } from './assessor.ts'
import { listExplanations } from './explanations.ts'
import { readMark } from './mark.ts'
import type { MarkEntry } from './score-item.ts'
import { boundsOf, storeMark } from './store-mark.ts'

/**
 * By whoever holds the agency, or by the lead. Throws as `enterItem`, `round.phaseNotOpen`, as `requireHolder`,
 * `item.wrongState` or `mark.invalid`.
 */
export async function remarkItem(context: Context, { mark: given, ...named }: MarkEntry): Promise<void> {
  const { transaction, actor, now } = context
  const entered = await enterItem(context, canAssessItems, named)
  const { item, row, place } = entered
  requireRemarkOpen(entered, now)
  const isLead = isAllowed(actor, canSettleItems, place)
  const assessorId = await (isLead ? requireUnbound : requireHolder)(context, entered)
  requireStep({ code: item.code, state: row.state }, 'remark')
  const bounds = await boundsOf(context, entered)
  const [explanation] = await listExplanations(transaction, { ...row, itemCodes: [item.code] })
  const mark = readMark(given, { ...bounds, since: explanation ? dayOf(explanation.at) : bounds.since })
  const remarked = { act: 'remark', event: 'item.remarked', kind: 'remarked', to: 'remarked' } as const
  await storeMark(context, entered, { ...remarked, mark, assessorId })
}
