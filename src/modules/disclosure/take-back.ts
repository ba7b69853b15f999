/** Takes an answer back from review, to work on it again while nobody has reviewed it. */
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAnswerItems } from './access.ts'
import { enterItem } from './enter.ts'
import { itemSubject, type NamedItem } from './item.ts'
import { requireOwnStep, takeStep } from './step.ts'
import { requireWorkOpen } from './work-phase.ts'

/** Throws as `enterItem`, or `round.phaseNotOpen` or `item.wrongState`. */
export async function takeBack(context: Context, named: NamedItem): Promise<void> {
  const entered = await enterItem(context, canAnswerItems, named)
  const { row, role, place, item } = entered
  await requireWorkOpen(context, entered)
  requireOwnStep(row, 'takeBack')
  await takeStep(context, row, { act: 'takeBack', to: 'drafted', role })
  await recordEvent(context, {
    event: 'item.takenBack',
    role,
    subject: itemSubject({ ...named, agencyCode: place.code, itemCode: item.code }),
  })
}
