/** Sends an item back to be mended, with the reason: the reviewer from review, the executive also what was found ready. */
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canApproveItems, canReturnItems } from './access.ts'
import { findAnswer } from './answers.ts'
import { enterItem } from './enter.ts'
import { type ElementMark, itemSubject, type NamedItem } from './item.ts'
import { readTicks, storeReview } from './review.ts'
import { requireOwnStep, takeStep } from './step.ts'
import { longest, requireText } from './words.ts'
import { requireReviewOpen } from './work-phase.ts'

export interface ReturnedItem extends NamedItem {
  /** At most 2,000 characters. */
  readonly reason: string
  /** What was ticked meanwhile, for whoever mends it. */
  readonly elements?: readonly ElementMark[]
}

/**
 * Throws as `enterItem`, or `round.phaseNotOpen`, `item.wrongState`, `item.textMissing`, `item.textTooLong` or
 * `item.ticksInvalid`.
 */
export async function returnItem(context: Context, returned: ReturnedItem): Promise<void> {
  const entered = await enterItem(context, canReturnItems, returned)
  const { row, place, item } = entered
  requireReviewOpen(entered, context.now)
  requireOwnStep(row, 'return')
  const { unitId } = row
  const there = unitId === null ? place : { ...place, unitId }
  const role = row.state === 'inReview' ? entered.role : authorize(context.actor, canApproveItems, there)
  const reason = requireText(returned.reason, longest.reason)
  const elements = readTicks(entered, returned.elements ?? [])
  const answer = elements.length > 0 ? await findAnswer(context.transaction, row) : undefined
  if (answer) await storeReview(context, { answerId: answer.id, elements })
  await takeStep(context, row, { act: 'return', to: 'returned', role, reason })
  await recordEvent(context, {
    event: 'item.returned',
    role,
    subject: itemSubject({ ...returned, agencyCode: place.code, itemCode: item.code }),
    details: { from: row.state },
  })
}
