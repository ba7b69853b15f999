/** Decides what an item scores that two assessors marked differently: the lead, and neither of the two. */
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import { canSettleItems } from '../access.ts'
import { enterItem } from '../enter.ts'
import { requireStep } from '../item-state.ts'
import { requireUnbound } from './assessor.ts'
import { requireAssessing } from './clocks.ts'
import { listMarks } from './item-marks.ts'
import { readMark } from './mark.ts'
import type { MarkEntry } from './score-item.ts'
import { boundsOf, storeMark } from './store-mark.ts'

/**
 * Throws as `enterItem`, `round.phaseNotOpen`, as `requireUnbound`, `item.wrongState`, `mark.ownDispute` or
 * `mark.invalid`.
 */
export async function settleItem(context: Context, { mark: given, ...named }: MarkEntry): Promise<void> {
  const entered = await enterItem(context, canSettleItems, named)
  const { item, row, place, calendar } = entered
  requireAssessing(calendar, { agencyId: place.agencyId, now: context.now })
  const assessorId = await requireUnbound(context, entered)
  requireStep({ code: item.code, state: row.state }, 'settle')
  const marks = await listMarks(context.transaction, { ...row, itemCodes: [item.code] })
  if (marks.some((mark) => mark.assessorId === assessorId)) {
    throw new Problem('forbidden', 'mark.ownDispute', { item: item.code })
  }
  const mark = readMark(given, await boundsOf(context, entered))
  const settled = { act: 'settle', event: 'item.settled', kind: 'settled', to: 'assessed' } as const
  await storeMark(context, entered, { ...settled, mark, assessorId })
}
