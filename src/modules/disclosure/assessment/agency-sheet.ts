/** All items of one agency as an assessor goes through them. */
import type { Words } from '#base/words.ts'
import type { Queryable } from '#platform/database.ts'
import { type FindingResult, mapLatestAnswers, worstOf } from '../answers.ts'
import { titleOf } from '../item.ts'
import { type ItemState, itemStates } from '../item-state.ts'
import { type Clock, phaseClock } from './clocks.ts'
import { listExplanations } from './explanations.ts'
import { listMarks, type NamedMark, visibleMarks } from './item-marks.ts'
import { type LookedAt, lookAtAgency, type SeenAgency } from './looking.ts'
import { isOpenToOthers, standingMark } from './mark.ts'

export interface SheetItem {
  readonly itemCode: string
  readonly title: Words
  readonly state: ItemState
  /** Since when it is in that state; null where nobody has touched it. */
  readonly stateAt: Date | null
  /** Whether the agency says it discloses it; null where it was not answered. */
  readonly has: boolean | null
  readonly links: number
  /** The worst that the checker found on its links; null where nothing was looked for. */
  readonly worst: FindingResult | null
  /** The viewer's own latest mark. */
  readonly own: NamedMark | null
  /** The mark that holds; null while a second one is waited for, and while the lead has to settle. */
  readonly standing: NamedMark | null
  /** The viewer holds the agency and has not marked it, in a state that waits for marks. */
  readonly waitsForViewer: boolean
  /** When the agency explained it, where it did. */
  readonly explainedAt: Date | null
}

export interface AgencySheet extends Omit<SeenAgency, 'rows'> {
  /** In the order of the year. */
  readonly items: readonly SheetItem[]
  readonly counts: Readonly<Record<ItemState, number>>
  /** How long the agency may still explain; null where clarification is not open. */
  readonly explaining: Clock | null
}

/** Throws as `lookAtAgency`. */
export async function getAgencySheet(db: Queryable, look: LookedAt): Promise<AgencySheet> {
  const { rows, ...seen } = await lookAtAgency(db, look)
  const key = { roundId: seen.round.id, agencyId: seen.place.agencyId }
  const answers = await mapLatestAnswers(db, key)
  const marks = Map.groupBy(await listMarks(db, key), ({ itemCode }) => itemCode)
  const explanations = new Map((await listExplanations(db, key)).map((one) => [one.itemCode, one]))
  const { fiscalYear } = seen.framework
  const items = seen.framework.disclosureItems.map((item): SheetItem => {
    const answer = answers.get(item.code)
    const row = rows.get(item.code)
    return {
      ...{ itemCode: item.code, title: titleOf(item, fiscalYear), stateAt: row?.stateAt ?? null },
      ...{ has: answer?.has ?? null, links: answer?.links.length ?? 0 },
      worst: worstOf(answer?.links.flatMap(({ check }) => check?.report.findings ?? []) ?? []),
      ...standingOf(seen, row?.state ?? 'open', marks.get(item.code) ?? []),
      explainedAt: explanations.get(item.code)?.at ?? null,
    }
  })
  const moment = { agencyId: key.agencyId, now: look.now }
  return {
    ...seen,
    items,
    counts: countStates(items),
    explaining: phaseClock(seen.calendar, moment, 'clarify'),
  }
}

function countStates(items: readonly Pick<SheetItem, 'state'>[]): Record<ItemState, number> {
  const counts = itemStates.map(
    (state) => [state, items.filter((item) => item.state === state).length] as const,
  )
  return Object.fromEntries(counts) as Record<ItemState, number>
}

/** How an item stands for the viewer. `marks` in the order they were given. */
export function standingOf(
  { viewerId, rights }: Pick<SeenAgency, 'viewerId' | 'rights'>,
  state: ItemState,
  marks: readonly NamedMark[],
): Pick<SheetItem, 'state' | 'own' | 'standing' | 'waitsForViewer'> {
  const visible = visibleMarks(marks, { state, viewerId })
  const own = visible.findLast(({ assessorId }) => assessorId === viewerId) ?? null
  const holds = isOpenToOthers(state) && state !== 'disputed'
  const standing = holds ? standingMark(visible) : undefined
  const waits = state === 'submitted' || state === 'markedOnce'
  return {
    ...{ state, own },
    standing: standing ?? null,
    waitsForViewer: rights.mayMark && ((waits && own === null) || state === 'explained'),
  }
}
