/** Reads what clarification made of an agency's items: both remarks with their dates, for the report. */
import type { Words } from '#base/words.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { type ReasonKind, titleOf } from '../item.ts'
import type { ItemState } from '../item-state.ts'
import { listExplanations } from './explanations.ts'
import { listMarks } from './item-marks.ts'
import { isOpenToOthers, type Mark, markBeforeExplaining } from './mark.ts'
import { mapStates } from './states.ts'

export interface OutcomeMark {
  readonly score: number
  readonly reasonKind: ReasonKind | null
  readonly remark: string
  /** The day on which the assessor looked. */
  readonly assessedOn: string
}

export interface ItemOutcome {
  readonly itemCode: string
  readonly title: Words
  readonly state: ItemState
  /** The mark before the agency explained; null where it was never handed in, or not marked yet. */
  readonly assessed: OutcomeMark | null
  readonly explanation: { readonly text: string; readonly at: Date } | null
  /** The mark after it explained. */
  readonly remarked: OutcomeMark | null
  /** The score that holds; 0 for what was never handed in once it is confirmed; null before there is one. */
  readonly score: number | null
}

/**
 * One for each item of the year, in its order; empty where the agency's items were not assessed here. Whether an agency
 * may see it yet is for `isRevealed`. Throws `round.notFound` or `round.notEnrolled`.
 */
export async function getClarificationOutcome(
  db: Queryable,
  { fiscalYear, agencyCode }: { readonly fiscalYear: number; readonly agencyCode: string },
): Promise<ItemOutcome[]> {
  const round = await getRound(db, fiscalYear)
  const { agencyId } = await getEnrolledPlace(db, round, agencyCode)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const key = { roundId: round.id, agencyId }
  const states = await mapStates(db, key)
  if (![...states.values()].some(isOpenToOthers)) return []
  const marks = Map.groupBy(await listMarks(db, key), ({ itemCode }) => itemCode)
  const explanations = new Map((await listExplanations(db, key)).map((one) => [one.itemCode, one]))
  return framework.disclosureItems.map((item) => {
    const state = states.get(item.code) ?? 'open'
    const explained = explanations.get(item.code)
    return {
      ...{ itemCode: item.code, title: titleOf(item, fiscalYear), state },
      ...outcomeOf(state, marks.get(item.code) ?? []),
      explanation: explained ? { text: explained.text, at: explained.at } : null,
    }
  })
}

function outcomeOf(
  state: ItemState,
  marks: readonly Mark[],
): Pick<ItemOutcome, 'assessed' | 'remarked' | 'score'> {
  if (!isOpenToOthers(state) || state === 'disputed') return { assessed: null, remarked: null, score: null }
  const assessed = markBeforeExplaining(marks)
  const remarked = marks.findLast(({ kind }) => kind === 'remarked')
  const score = (remarked ?? assessed)?.score ?? 0
  return {
    assessed: assessed ? toOutcome(assessed) : null,
    remarked: remarked ? toOutcome(remarked) : null,
    score,
  }
}

function toOutcome({ score, reasonKind, remark, assessedOn }: Mark): OutcomeMark {
  return { score, reasonKind, remark, assessedOn }
}
