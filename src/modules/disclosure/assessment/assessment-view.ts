/** Everything an assessor looks at to mark one item. */
import type { Words } from '#base/words.ts'
import type { DisclosureItem } from '#modules/frameworks/framework.ts'
import type { Queryable } from '#platform/database.ts'
import { type Answer, type AnsweredLink, findAnswer } from '../answers.ts'
import { elementsFor, type PlacedElement } from '../element.ts'
import { getDisclosureItem, type ItemKey, titleOf } from '../item.ts'
import type { ItemState } from '../item-state.ts'
import { itemCode } from '../scores-file.ts'
import { type SheetItem, standingOf } from './agency-sheet.ts'
import { type Clock, phaseClock } from './clocks.ts'
import { type Explanation, listExplanations } from './explanations.ts'
import { listFindings, type ReusableFinding } from './findings.ts'
import { handedInAt, listSteps, type TakenStep } from './item-history.ts'
import { listMarks, type NamedMark, visibleMarks } from './item-marks.ts'
import { type LookedAt, lookAtAgency, type SeenAgency } from './looking.ts'
import { findPreviousScore, type PreviousScore } from './previous-score.ts'
import { mapSnapshots, type Snapshot } from './snapshots.ts'

export interface SeenLink extends Omit<AnsweredLink, 'snapshot'> {
  /** As it stood when it was handed in, with what the checker found then; null where it never was. */
  readonly snapshot: Snapshot | null
}

export interface AssessmentView
  extends Omit<SeenAgency, 'rows'>,
    Pick<SheetItem, 'own' | 'standing' | 'waitsForViewer'> {
  readonly item: DisclosureItem
  readonly title: Words
  readonly state: ItemState
  /** Those that this agency must meet. */
  readonly elements: readonly PlacedElement[]
  /** Null where the item was never answered. */
  readonly answer: (Omit<Answer, 'links'> & { readonly links: readonly SeenLink[] }) | null
  readonly handedInAt: Date | null
  readonly previous: PreviousScore | null
  readonly findings: readonly ReusableFinding[]
  /** In the order they were given: the viewer's own always, those of others once all are in. */
  readonly marks: readonly NamedMark[]
  readonly explanation: Explanation | null
  /** How long the agency may still explain; null where clarification is not open. */
  readonly explaining: Clock | null
  /** The first step first. */
  readonly history: readonly TakenStep[]
  /** Item codes in the order of the year; null at its ends. */
  readonly previousItem: string | null
  readonly nextItem: string | null
  /** The next that waits for the viewer's mark, past the end from the beginning; null where none does. */
  readonly nextWaiting: string | null
}

export interface LookedAtItem extends LookedAt {
  readonly itemCode: string
}

/** Throws as `lookAtAgency`, or `item.unknown`. */
export async function getAssessmentView(db: Queryable, look: LookedAtItem): Promise<AssessmentView> {
  const { rows, ...seen } = await lookAtAgency(db, look)
  const { framework, viewerId } = seen
  const item = getDisclosureItem(framework, itemCode(look.itemCode))
  const key: ItemKey = { roundId: seen.round.id, agencyId: seen.place.agencyId, itemCode: item.code }
  const state = rows.get(item.code)?.state ?? 'open'
  const all = Map.groupBy(await listMarks(db, key), (mark) => mark.itemCode)
  const marks = all.get(item.code) ?? []
  const history = await listSteps(db, key)
  const [explanation = null] = await listExplanations(db, { ...key, itemCodes: [item.code] })
  const previous = { item, agencyId: key.agencyId, fiscalYear: look.fiscalYear }
  const waiting = framework.disclosureItems
    .map(({ code }) => code)
    .filter((code) => standingOf(seen, rows.get(code)?.state ?? 'open', all.get(code) ?? []).waitsForViewer)
  return {
    ...{ ...seen, item, title: titleOf(item, framework.fiscalYear), explanation },
    ...standingOf(seen, state, marks),
    marks: visibleMarks(marks, { state, viewerId }),
    elements: elementsFor(item, seen.place.type),
    answer: await readAnswer(db, key),
    handedInAt: handedInAt(history),
    previous: (await findPreviousScore(db, previous)) ?? null,
    findings: await listFindings(db, look.viewer, item.id),
    explaining: phaseClock(seen.calendar, { agencyId: key.agencyId, now: look.now }, 'clarify'),
    history,
    ...neighbours(
      framework.disclosureItems.map(({ code }) => code),
      waiting,
      item.code,
    ),
  }
}

async function readAnswer(db: Queryable, key: ItemKey): Promise<AssessmentView['answer']> {
  const answer = await findAnswer(db, key)
  if (!answer) return null
  const snapshots = await mapSnapshots(
    db,
    answer.links.map(({ id }) => id),
  )
  return {
    ...answer,
    links: answer.links.map((link) => ({ ...link, snapshot: snapshots.get(link.id) ?? null })),
  }
}

function neighbours(
  codes: readonly string[],
  waiting: readonly string[],
  code: string,
): Pick<AssessmentView, 'previousItem' | 'nextItem' | 'nextWaiting'> {
  const place = codes.indexOf(code)
  const after = waiting.find((one) => codes.indexOf(one) > place)
  const fromStart = waiting.find((one) => one !== code)
  return {
    previousItem: codes[place - 1] ?? null,
    nextItem: codes[place + 1] ?? null,
    nextWaiting: after ?? fromStart ?? null,
  }
}
