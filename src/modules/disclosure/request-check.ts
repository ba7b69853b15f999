/** Has the links of an item's answer checked now. */
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canCheckItems } from './access.ts'
import { findAnswer } from './answers.ts'
import { enqueueCheck } from './check-task.ts'
import { enterItem } from './enter.ts'
import { itemSubject, type NamedItem } from './item.ts'

/** Gives how many links will be checked. Throws as `enterItem`, or `item.nothingToCheck`. */
export async function requestCheck(context: Context, named: NamedItem): Promise<{ readonly links: number }> {
  const { row, role, place, item } = await enterItem(context, canCheckItems, named)
  const answer = await findAnswer(context.transaction, row)
  const links = answer?.links.length ?? 0
  if (links === 0) throw new Problem('conflict', 'item.nothingToCheck', { item: item.code })
  const known = { fiscalYear: named.fiscalYear, agencyCode: place.code, itemCode: item.code }
  await enqueueCheck(context, known)
  await recordEvent(context, {
    event: 'item.checkRequested',
    role,
    subject: itemSubject(known),
    details: { links },
  })
  return { links }
}
