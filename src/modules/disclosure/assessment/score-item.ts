/** Gives an item 0 or 100 while scoring is open; its assessor may change it until clarification opens. */
import { Problem } from '#base/problem.ts'
import { phaseState, requireOpen } from '#modules/rounds/phase.ts'
import type { Context } from '#platform/context.ts'
import { canAssessItems } from '../access.ts'
import { type EnteredItem, enterItem } from '../enter.ts'
import type { NamedItem } from '../item.ts'
import { type ItemState, requireStep } from '../item-state.ts'
import { requireHolder } from './assessor.ts'
import { isMarkedTwice } from './claims.ts'
import { listMarks } from './item-marks.ts'
import { type GivenMark, readMark, stepOfScore } from './mark.ts'
import { boundsOf, storeMark } from './store-mark.ts'

export interface MarkEntry extends NamedItem {
  readonly mark: GivenMark
}

/**
 * The state it leaves the item in. Throws as `enterItem`, `round.phaseNotOpen`, as `requireHolder`, `item.wrongState`,
 * `mark.clarificationBegan`, `mark.invalid`, `mark.ofAnother`, `mark.settledAlready` or `mark.bothAgreed`.
 */
export async function scoreItem(
  context: Context,
  { mark: given, ...named }: MarkEntry,
): Promise<{ readonly state: ItemState }> {
  const { transaction, now } = context
  const entered = await enterItem(context, canAssessItems, named)
  const { round, place, item, row, calendar } = entered
  requireOpen(calendar, { phase: 'score', agencyId: place.agencyId, now })
  const assessorId = await requireHolder(context, entered)
  requireStep({ code: item.code, state: row.state }, 'score')
  if (row.state === 'assessed') refuseOnceClarifying(entered, now)
  const mark = readMark(given, await boundsOf(context, entered))
  const { kind, to } = stepOfScore(
    {
      ...{ item: item.code, state: row.state, assessorId },
      isDouble: await isMarkedTwice(transaction, round.id),
      marks: await listMarks(transaction, { ...row, itemCodes: [item.code] }),
    },
    mark.score,
  )
  await storeMark(context, entered, { act: 'score', event: 'item.scored', kind, to, mark, assessorId })
  return { state: to }
}

function refuseOnceClarifying({ calendar, place, item }: EnteredItem, now: Date): void {
  const { state } = phaseState(calendar, { phase: 'clarify', agencyId: place.agencyId, now })
  if (state !== 'open' && state !== 'closed') return
  throw new Problem('closed', 'mark.clarificationBegan', { item: item.code })
}
