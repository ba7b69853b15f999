/** What the forms of the marking page do, by the name of the act; each answers with where to go, or what to show. */
import { isAllowed, type Permission, refusalOf } from '#base/permission.ts'
import { canAssessItems, canSettleItems } from '#modules/disclosure/access.ts'
import { type AssessmentView, getAssessmentView } from '#modules/disclosure/assessment/assessment-view.ts'
import { remarkItem } from '#modules/disclosure/assessment/remark-item.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import { settleItem } from '#modules/disclosure/assessment/settle-item.ts'
import type { NamedItem } from '#modules/disclosure/item.ts'
import type { Acting } from '../working.ts'
import { markingPath, sheetPath } from './assessment-query.ts'
import { firstField, readMarkForm, withFinding } from './mark-fields.ts'
import { agencyActs } from './queue-acts.ts'

export interface MarkActing {
  readonly asked: Acting
  readonly named: NamedItem
  readonly view: AssessmentView
}

interface MarkAct {
  readonly permission: Permission
  readonly perform: (acting: MarkActing) => Promise<string | { readonly show: object }>
}

const score: MarkAct['perform'] = async ({ asked, named, view }) => {
  const mark = readMarkForm(asked.field, view)
  await asked.doAs((context) => scoreItem(context, { ...named, mark }))
  return nextOf(view, 'itemScored') ?? `${sheetPath(agencyOf(view))}?done=itemScoredLast`
}

/** The next item that waits for the viewer, its first field at hand; undefined when none does. */
function nextOf(view: AssessmentView, done: string): string | undefined {
  const { nextWaiting } = view
  return nextWaiting === null
    ? undefined
    : `${markingPath(agencyOf(view), nextWaiting)}?done=${done}#${firstField}`
}

function agencyOf({ round, place }: AssessmentView) {
  return { year: round.fiscalYear, code: place.code }
}

const settle: MarkAct['perform'] = async ({ asked, named, view }) => {
  const mark = readMarkForm(asked.field, view)
  await asked.doAs((context) => settleItem(context, { ...named, mark }))
  return same(view, 'itemSettled')
}

const remark: MarkAct['perform'] = async ({ asked, named, view }) => {
  const mark = readMarkForm(asked.field, view)
  await asked.doAs((context) => remarkItem(context, { ...named, mark }))
  return nextOf(view, 'itemRemarked') ?? same(view, 'itemRemarked')
}

const takeFinding: MarkAct['perform'] = async ({ asked, view }) => ({
  show: { values: withFinding(asked.form, asked.field, view.findings) },
})

const claim: MarkAct['perform'] = async ({ asked, named, view }) =>
  same(view, (await agencyActs.claim?.(asked, named)) ?? '')

function same(view: AssessmentView, done: string): string {
  return `${markingPath(agencyOf(view), view.item.code)}?done=${done}`
}

const markActs: Readonly<Record<string, MarkAct>> = {
  score: { permission: canAssessItems, perform: score },
  settle: { permission: canSettleItems, perform: settle },
  remark: { permission: canAssessItems, perform: remark },
  useFinding: { permission: canAssessItems, perform: takeFinding },
  claim: { permission: canAssessItems, perform: claim },
}

export function findMarkAct(name: string): MarkAct | undefined {
  return markActs[name]
}

/** Who may not is refused before anything they typed is read. Throws as `getAssessmentView`, or `access.refused`. */
export async function beginMarkAct(asked: Acting, named: NamedItem, act: MarkAct): Promise<AssessmentView> {
  const { db, now, signedIn } = asked
  const view = await getAssessmentView(db, { ...named, viewer: signedIn.person, now })
  if (!isAllowed(signedIn.person, act.permission, view.place))
    throw refusalOf(signedIn.person, act.permission)
  return view
}
