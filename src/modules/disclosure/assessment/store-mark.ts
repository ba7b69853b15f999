/** Marks as verbs write them: what bounds a given mark, and the mark kept together with the step it leads to. */
import { dayOf } from '#base/bangkok-day.ts'
import { newId } from '#base/id.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { elementsFor } from '../element.ts'
import type { EnteredItem } from '../enter.ts'
import { itemSubject, type MarkKind } from '../item.ts'
import type { ItemAct, ItemState } from '../item-state.ts'
import { takeStep } from '../step.ts'
import { disclosureMarks } from '../tables.ts'
import { handedInAt, listSteps } from './item-history.ts'
import type { MarkBounds, SoundMark } from './mark.ts'

/** An assessor looks at what was handed in, on that day or later. */
export async function boundsOf(
  { transaction, now }: Context,
  { item, place, row }: EnteredItem,
): Promise<MarkBounds> {
  const since = handedInAt(await listSteps(transaction, row)) ?? row.stateAt
  return { item: item.code, elements: elementsFor(item, place.type), since: dayOf(since), now }
}

export interface Marked {
  readonly act: Extract<ItemAct, 'score' | 'settle' | 'remark'>
  readonly event: string
  readonly kind: MarkKind
  readonly to: ItemState
  readonly mark: SoundMark
  readonly assessorId: string
}

export async function storeMark(context: Context, entered: EnteredItem, marked: Marked): Promise<void> {
  const { transaction, now } = context
  const { round, place, item, row, role } = entered
  const { act, event, kind, to, mark, assessorId } = marked
  await takeStep(context, row, { act, to, role })
  const key = { roundId: round.id, agencyId: place.agencyId, itemCode: item.code }
  await transaction
    .insert(disclosureMarks)
    .values({ id: newId(), ...key, kind, ...mark, assessorId, at: now })
  await recordEvent(context, {
    ...{ event, role, details: { kind } },
    subject: itemSubject({ fiscalYear: round.fiscalYear, agencyCode: place.code, itemCode: item.code }),
  })
}
