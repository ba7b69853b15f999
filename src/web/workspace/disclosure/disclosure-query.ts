/** What the pages of disclosure are asked for, as their addresses say it, and those addresses. Pure. */
import type { BoardFilter } from '#modules/disclosure/board.ts'
import { dueKinds } from '#modules/disclosure/due.ts'
import { itemStates } from '#modules/disclosure/item-state.ts'
import type { ItemStage, ItemsProgressQuery } from '#modules/disclosure/progress-list.ts'
import { queryString } from '../../ui/addresses.ts'

export const pageSize = 50

export const stageNames: readonly ItemStage[] = ['open', 'atWork', 'ready', 'approved', 'submitted', 'final']
export const sortNames: readonly NonNullable<ItemsProgressQuery['sort']>[] = ['name', 'least', 'late']

/** Names of fields that stand for one thing each: the code of an item, or the place of an element, follows. */
export const chosenPrefix = 'item-'
export const tickPrefix = 'met-'

/** In place of an id: those that have none. */
export const without = 'none'

const listParameters = ['year', 'q', 'stage', 'sort', 'page'] as const
const boardParameters = ['unit', 'owner', 'state', 'due'] as const

/** As it stands in the address; what is not asked for is absent. */
export type ListAddress = Readonly<Partial<Record<(typeof listParameters)[number], string>>>
export type BoardAddress = Readonly<Partial<Record<(typeof boardParameters)[number], string>>>

export const readListAddress = (search: URLSearchParams): ListAddress => readNamed(search, listParameters)
export const readBoardAddress = (search: URLSearchParams): BoardAddress => readNamed(search, boardParameters)

function readNamed<Name extends string>(search: URLSearchParams, names: readonly Name[]) {
  const given = names.map((name) => [name, search.get(name)?.trim() ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== '')) as Partial<Record<Name, string>>
}

export function stageOf({ stage }: ListAddress) {
  return stageNames.find((known) => known === stage)
}

export function sortOf({ sort }: ListAddress) {
  return sortNames.find((known) => known === sort)
}

/** What no item can match is left out. */
export function filterOf({ unit, owner, state, due }: BoardAddress): BoardFilter {
  const idOf = (given: string | undefined) => (given === without ? null : given)
  return {
    unitId: idOf(unit),
    ownerId: idOf(owner),
    state: itemStates.find((known) => known === state),
    due: dueKinds.find((known) => known === due),
  }
}

export function disclosurePath(address: ListAddress = {}): string {
  return `/work/disclosure${queryString({ ...address, page: address.page === '1' ? undefined : address.page })}`
}

export interface AgencyYear {
  readonly year: number
  readonly code: string
}

export function boardPath({ year, code }: AgencyYear, address: BoardAddress = {}): string {
  return `/work/disclosure/${year}/${encodeURIComponent(code)}${queryString(address)}`
}

/** A page beside the board, or the page of an item by its code. */
export function besideBoardPath(agency: AgencyYear, part: string): string {
  return `${boardPath(agency)}/${part}`
}
