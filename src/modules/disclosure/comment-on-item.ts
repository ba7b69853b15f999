/** Says something about an item to the others of the agency who work on it. */
import { newId } from '#base/id.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canCommentOnItems } from './access.ts'
import { enterItem } from './enter.ts'
import { itemSubject, keyOf, type NamedItem } from './item.ts'
import { doneBy } from './step.ts'
import { disclosureComments } from './tables.ts'
import { longest, requireText } from './words.ts'

export interface ItemComment extends NamedItem {
  /** At most 2,000 characters. */
  readonly text: string
}

/** In any state of the item. Throws as `enterItem`, or `item.textMissing` or `item.textTooLong`. */
export async function commentOnItem(
  context: Context,
  comment: ItemComment,
): Promise<{ readonly id: string }> {
  const { row, role, place, item } = await enterItem(context, canCommentOnItems, comment)
  const text = requireText(comment.text, longest.comment)
  const id = newId()
  await context.transaction.insert(disclosureComments).values({ id, ...keyOf(row), text, ...doneBy(context) })
  await recordEvent(context, {
    event: 'item.commented',
    role,
    subject: itemSubject({ ...comment, agencyCode: place.code, itemCode: item.code }),
  })
  return { id }
}
