/** How far an agency is with each item, for everyone, where the agency wishes it shown. */
import type { Actor } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import type { Queryable } from '#platform/database.ts'
import type { ReadAgency } from './agency-items.ts'
import type { AnsweredLink } from './answers.ts'
import { type BoardItem, getBoard, isStatusShown } from './board.ts'
import { isAtWork } from './item-state.ts'

export const publicStages = ['preparing', 'approved', 'submitted', 'final'] as const
export type PublicStage = (typeof publicStages)[number]

/** What the agency's people still work on is theirs: nothing of it is shown. */
export interface PublicItem {
  readonly code: string
  readonly title: Words
  readonly stage: PublicStage
  /** Null where it is still prepared, or was not answered. */
  readonly has: boolean | null
  readonly links: readonly AnsweredLink[]
}

export interface PublicStatus {
  readonly fiscalYear: number
  readonly agency: { readonly code: string; readonly name: Words }
  /** In the order of the year. */
  readonly items: readonly PublicItem[]
}

/** Reads what the agency has let everyone see. */
const publisher: Actor = { kind: 'system', name: 'status' }

/** Throws `registry.agencyNotFound`, `disclosure.notShown`, `round.notFound` or `round.notEnrolled`. */
export async function getPublicStatus(db: Queryable, read: ReadAgency): Promise<PublicStatus> {
  const { id, code } = await getAgencyByCode(db, read.agencyCode)
  if (!(await isStatusShown(db, id))) {
    throw new Problem('notFound', 'disclosure.notShown', { agency: code, year: read.fiscalYear })
  }
  const { agency, fiscalYear, items } = await getBoard(db, publisher, read)
  return { fiscalYear, agency: { code: agency.code, name: agency.name }, items: items.map(showItem) }
}

function showItem({ code, title, state, has, links }: BoardItem): PublicItem {
  const stage = stageOf(state)
  const isOpen = stage !== 'preparing'
  return { code, title, stage, has: isOpen ? has : null, links: isOpen ? links : [] }
}

function stageOf(state: BoardItem['state']): PublicStage {
  if (state === 'approved' || state === 'final') return state
  return isAtWork(state) ? 'preparing' : 'submitted'
}
