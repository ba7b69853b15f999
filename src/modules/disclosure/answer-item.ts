/** Answers an item: whether the agency discloses it, where, and what assessors should know. */
import { newId } from '#base/id.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAnswerItems } from './access.ts'
import { type Answer, findAnswer } from './answers.ts'
import { enqueueCheck } from './check-task.ts'
import { enterItem, type ItemRow } from './enter.ts'
import { isSameAnswer, readAnswer, type TidyAnswer } from './given-answer.ts'
import { type GivenAnswer, itemSubject, type NamedItem } from './item.ts'
import { doneBy, requireOwnStep, takeStep } from './step.ts'
import { disclosureAnswers, disclosureLinks } from './tables.ts'
import { requireWorkOpen } from './work-phase.ts'

export type ItemAnswerEntry = NamedItem & GivenAnswer

/**
 * The id of the answer that holds. The same answer again is not stored twice. Throws as `enterItem`, or
 * `round.phaseNotOpen`, `item.wrongState` or `item.answerInvalid`.
 */
export async function answerItem(context: Context, entry: ItemAnswerEntry): Promise<{ readonly id: string }> {
  const entered = await enterItem(context, canAnswerItems, entry)
  const { row, role, place, item } = entered
  await requireWorkOpen(context, entered)
  requireOwnStep(row, 'answer')
  const answer = readAnswer(entry)
  const current = await findAnswer(context.transaction, row)
  const isSame = current !== undefined && isSameAnswer(answer, current)
  if (isSame && row.state === 'drafted') return { id: current.id }
  await takeStep(context, row, { act: 'answer', to: 'drafted', role })
  const id = isSame ? current.id : await storeAnswer(context, row, { answer, current })
  const named = { fiscalYear: entry.fiscalYear, agencyCode: place.code, itemCode: item.code }
  if (answer.has) await enqueueCheck(context, named)
  await recordEvent(context, {
    event: 'item.answered',
    role,
    subject: itemSubject(named),
    details: { has: answer.has, links: answer.links.length, isSame },
  })
  return { id }
}

interface Succession {
  readonly answer: TidyAnswer
  readonly current: Answer | undefined
}

async function storeAnswer(context: Context, row: ItemRow, { answer, current }: Succession): Promise<string> {
  const { transaction } = context
  const { roundId, agencyId, itemCode } = row
  const id = newId()
  const { has, explanation, links } = answer
  await transaction.insert(disclosureAnswers).values({
    ...{ id, roundId, agencyId, itemCode, has, explanation },
    ...{ number: (current?.number ?? 0) + 1, ...doneBy(context) },
  })
  if (links.length > 0) {
    await transaction
      .insert(disclosureLinks)
      .values(links.map((link, index) => ({ id: newId(), answerId: id, position: index + 1, ...link })))
  }
  return id
}
