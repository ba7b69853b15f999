/** Explains to the assessors an item that scored 0, while clarification is open to the agency. */
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { requireOpen } from '#modules/rounds/phase.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canExplainItems } from './access.ts'
import { mapItemRows } from './agency-items.ts'
import { listExplanations } from './assessment/explanations.ts'
import { type EnteredItem, enterItem } from './enter.ts'
import { itemSubject, keyOf, type NamedItem } from './item.ts'
import { requireStep } from './item-state.ts'
import { mapHoldingMarks } from './marks.ts'
import { isRevealed, shownState } from './reveal.ts'
import { doneBy, requireOwnStep, takeStep } from './step.ts'
import { disclosureExplanations } from './tables.ts'
import { longest, requireText } from './words.ts'

export interface ItemExplanation extends NamedItem {
  /** At most 4,000 characters. */
  readonly text: string
}

/**
 * In place of one given before; the same again is not stored twice. Throws as `enterItem`, or `round.phaseNotOpen`,
 * `item.wrongState`, `item.nothingToExplain`, `item.textMissing` or `item.textTooLong`.
 */
export async function explainItem(context: Context, explanation: ItemExplanation): Promise<void> {
  const entered = await enterItem(context, canExplainItems, explanation)
  const { row, role, place, item } = entered
  requireOpen(entered.calendar, { phase: 'clarify', agencyId: place.agencyId, now: context.now })
  await requireShown(context, entered)
  await requireZero(context, entered)
  const text = requireText(explanation.text, longest.explanation)
  if ((await findExplanation(context, entered)) === text) return
  await context.transaction
    .insert(disclosureExplanations)
    .values({ id: newId(), ...keyOf(row), text, ...doneBy(context) })
  await takeStep(context, row, { act: 'explain', to: 'explained', role })
  await recordEvent(context, {
    event: 'item.explained',
    role,
    subject: itemSubject({ ...explanation, agencyCode: place.code, itemCode: item.code }),
  })
}

/** Where scores are not shown to the agency yet, the refusal does not tell how far assessors are. */
async function requireShown({ transaction, now }: Context, { row, calendar, framework }: EnteredItem) {
  const rows = await mapItemRows(transaction, row)
  const states = framework.disclosureItems.map(({ code }) => rows.get(code)?.state ?? 'open')
  const named = { code: row.itemCode, state: row.state }
  if (isRevealed({ calendar, agencyId: row.agencyId, now, states })) requireStep(named, 'explain')
  else requireOwnStep({ ...row, state: shownState(row.state, false) }, 'explain')
}

async function requireZero({ transaction }: Context, { row }: EnteredItem): Promise<void> {
  const score = (await mapHoldingMarks(transaction, row)).get(row.itemCode)?.score
  if (score !== 0) throw new Problem('conflict', 'item.nothingToExplain', { item: row.itemCode })
}

async function findExplanation({ transaction }: Context, { row }: EnteredItem): Promise<string | undefined> {
  const { roundId, agencyId, itemCode } = row
  const [explanation] = await listExplanations(transaction, { roundId, agencyId, itemCodes: [itemCode] })
  return explanation?.text
}
