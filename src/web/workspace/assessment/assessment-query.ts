/** What the queue of assessment is asked for, as its address says it, and the addresses of assessment pages. Pure. */
import { type QueueFilter, queueFilters } from '#modules/disclosure/assessment/queue.ts'
import type { SnapshotPart } from '#modules/disclosure/snapshots/open-part.ts'
import { queryString } from '../../ui/addresses.ts'

export const pageSize = 50

const parameters = ['year', 'show', 'q', 'page'] as const

/** As it stands in the address; what is not asked for is absent. */
export type QueueAddress = Readonly<Partial<Record<(typeof parameters)[number], string>>>

export function readQueueAddress(search: URLSearchParams): QueueAddress {
  const given = parameters.map((name) => [name, search.get(name)?.trim() ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

export function filterOf({ show }: QueueAddress): QueueFilter | undefined {
  return queueFilters.find((known) => known === show)
}

export function queuePath(address: QueueAddress & { readonly done?: string } = {}): string {
  return `/work/assessment${queryString({ ...address, page: address.page === '1' ? undefined : address.page })}`
}

export const findingsPath = '/work/assessment/findings'

export function agreementPath(year: number): string {
  return `/work/assessment/${year}/agreement`
}

export interface AgencyYear {
  readonly year: number
  readonly code: string
}

export function sheetPath({ year, code }: AgencyYear): string {
  return `/work/assessment/${year}/${encodeURIComponent(code)}`
}

export function markingPath(agency: AgencyYear, item: string): string {
  return `${sheetPath(agency)}/${encodeURIComponent(item)}`
}

export interface NamedLink extends AgencyYear {
  readonly item: string
  /** Its id. */
  readonly link: string
}

/** The page of what was kept of a link, or one part of it as a file. */
export function snapshotPath({ item, link, ...agency }: NamedLink, part?: SnapshotPart): string {
  const page = `${markingPath(agency, item)}/snapshots/${encodeURIComponent(link)}`
  return part === undefined ? page : `${page}/${part}`
}
