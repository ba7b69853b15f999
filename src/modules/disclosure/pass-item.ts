/** Finds an answer ready: the reviewer has seen every element and condition of the item met. */
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canReviewItems } from './access.ts'
import { findAnswer } from './answers.ts'
import { enterItem } from './enter.ts'
import { type ElementMark, itemSubject, type NamedItem } from './item.ts'
import { readTicks, requireAllMet, storeReview } from './review.ts'
import { requireOwnStep, takeStep } from './step.ts'
import { requireReviewOpen } from './work-phase.ts'

export interface PassedItem extends NamedItem {
  /** Every element that applies, ticked as met; none for an answer that the agency does not disclose it. */
  readonly elements: readonly ElementMark[]
}

/** Throws as `enterItem`, or `round.phaseNotOpen`, `item.wrongState`, `item.ticksInvalid` or `item.elementsNotMet`. */
export async function passItem(context: Context, passed: PassedItem): Promise<void> {
  const entered = await enterItem(context, canReviewItems, passed)
  const { row, role, place, item } = entered
  requireReviewOpen(entered, context.now)
  requireOwnStep(row, 'pass')
  const answer = await findAnswer(context.transaction, row)
  if (!answer) throw new Error(`item ${item.code} is in review without an answer`)
  const elements = readTicks(entered, passed.elements)
  if (answer.has) requireAllMet(entered, elements)
  await storeReview(context, { answerId: answer.id, elements })
  await takeStep(context, row, { act: 'pass', to: 'ready', role })
  await recordEvent(context, {
    event: 'item.passed',
    role,
    subject: itemSubject({ ...passed, agencyCode: place.code, itemCode: item.code }),
    details: { elements: elements.length },
  })
}
