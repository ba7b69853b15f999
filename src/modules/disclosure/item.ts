/** What is said of a disclosure item: the answer with its links, what is ticked of its elements, and the marks. Pure. */
import { fillFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import type { Format } from '#platform/reading/document.ts'

export type LinkKind = 'page' | 'file'

export interface GivenLink {
  /** http or https, at most 2,000 characters. */
  readonly url: string
  readonly kind: LinkKind
  /** What it opens as; left out where the agency does not say. */
  readonly format?: Format
  /** Where on the page; at most 500 characters. */
  readonly place?: string
}

export interface GivenAnswer {
  /** Whether the agency discloses it: with at least one link when it does, with none when not. */
  readonly has: boolean
  readonly links: readonly GivenLink[]
  /** At most 4,000 characters. */
  readonly explanation?: string
}

/** One element or condition of an item, by its place (from 0) in the framework's list, as a reader of the answer sees it. */
export interface ElementMark {
  readonly element: number
  readonly isMet: boolean
}

/** Why an item scores 0: a data element is missing, a condition of the answer is not met, or it was answered with "has not" or not at all. */
export const reasonKinds = ['element', 'condition', 'notDisclosed'] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** `settled` is the lead's between two that differ, `remarked` the one after the agency explained. */
export const markKinds = ['first', 'second', 'settled', 'remarked'] as const
export type MarkKind = (typeof markKinds)[number]

/** One item of one agency in one round. */
export interface ItemKey {
  readonly roundId: string
  readonly agencyId: string
  readonly itemCode: string
}

/** What people name an item by. */
export interface NamedItem {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** As in `o26`; other spellings are read by `itemCode` of scores-file.ts. */
  readonly itemCode: string
}

export type AgencyOfYear = Pick<NamedItem, 'fiscalYear' | 'agencyCode'>

/** The key alone, of a row that holds more. */
export function keyOf({ roundId, agencyId, itemCode }: ItemKey): ItemKey {
  return { roundId, agencyId, itemCode }
}

/** Throws `item.unknown`, naming the first and last item of the year. */
export function getDisclosureItem({ fiscalYear, disclosureItems }: Framework, code: string): DisclosureItem {
  const found = disclosureItems.find((item) => item.code === code)
  if (found) return found
  const [first, last] = [disclosureItems[0]?.code ?? '', disclosureItems.at(-1)?.code ?? '']
  throw new Problem('notFound', 'item.unknown', { item: code, year: fiscalYear, first, last })
}

/** The item's name in the year, with its fiscal years written out. */
export function titleOf({ title }: Pick<DisclosureItem, 'title'>, fiscalYear: number): Words {
  return { th: fillFiscalYear(title.th, fiscalYear), en: fillFiscalYear(title.en, fiscalYear) }
}

/** What the audit trail calls the item. */
export function itemSubject({ fiscalYear, agencyCode, itemCode }: NamedItem): string {
  return `item:${fiscalYear}/${agencyCode}/${itemCode}`
}

/** What the audit trail calls all items of an agency. */
export function itemsSubject({ fiscalYear, agencyCode }: Omit<NamedItem, 'itemCode'>): string {
  return `items:${fiscalYear}/${agencyCode}`
}
