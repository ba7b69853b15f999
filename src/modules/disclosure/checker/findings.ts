/** Everything that is found of a link and its document, in the order people read it. Pure. */
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { DisclosureItem, Element } from '#modules/frameworks/framework.ts'
import type { agencyTypeCodes } from '#modules/registry/agency-type.ts'
import type { Reading } from '#platform/reading/document.ts'
import type { CheckFinding, Verdict } from '../check-report.ts'
import { type Circumstances, lookFor, lookForNetworks, lookForYear } from './element-checks.ts'
import { type GeneralCheck, type Look, missed, passed } from './finding.ts'
import { shortQuote } from './matching-text.ts'

export type AgencyTypeCode = (typeof agencyTypeCodes)[number]

export interface Reached {
  readonly verdict: Verdict
  readonly finalUrl: string
  readonly onMainSite: boolean | null
  readonly site: URL | null
  /** Null where nothing could be read. */
  readonly reading: Reading | null
}

export function findingsOfReach(reached: Reached): CheckFinding[] {
  const { onMainSite, site, finalUrl } = reached
  const place = onMainSite
    ? passed(shortQuote(finalUrl))
    : missed({ result: 'fail', quote: shortQuote(finalUrl) }, 'mainSite', { site: site?.href ?? '' })
  return [
    general('opens', lookAtOpening(reached)),
    ...(onMainSite === null ? [] : [general('mainSite', place)]),
  ]
}

export function isReached(verdict: Verdict): boolean {
  return verdict === 'live' || verdict === 'moved'
}

function lookAtOpening({ verdict, finalUrl, reading }: Reached): Look {
  if (verdict === 'moved') return missed({ result: 'warn', quote: shortQuote(finalUrl) }, 'moved')
  if (verdict !== 'live') return missed({ result: 'fail', quote: shortQuote(reading?.title ?? '') }, verdict)
  if (reading === null || reading.format === 'unknown') return missed({ result: 'warn' }, 'unknownKind')
  if (reading.hasText) return passed(shortQuote(reading.title || firstLine(reading)))
  return missed({ result: 'warn' }, reading.format === 'html' ? 'needsScripts' : 'noText')
}

function firstLine({ text }: Reading): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? ''
}

export interface Expected {
  readonly item: DisclosureItem
  readonly agencyType?: AgencyTypeCode
}

/** The year of the title, and each element that a program can look for. */
export function findingsOfContent({ item, agencyType }: Expected, around: Circumstances): CheckFinding[] {
  const year = yearOfTitle(item, around)
  const elements = item.elements
    .filter((element) => concerns(element, agencyType))
    .flatMap((element) => {
      const look = lookFor(element, around)
      return look ? [{ element: element.text.th, ...look }] : []
    })
  const networks = asksForNetworks(item) === 'untold' ? lookForNetworks(around) : undefined
  return [
    ...(year ? [general('fiscalYear', year)] : []),
    ...elements,
    ...(networks ? [general('social', networks)] : []),
  ]
}

/** Whether the item is about the social networks of the home page; `untold` where no element of the year says so. */
export function asksForNetworks({ id, elements }: DisclosureItem): 'told' | 'untold' | null {
  if (elements.some(({ checks = [] }) => checks.some(({ kind }) => kind === 'socialLinks'))) return 'told'
  return id === 'social-network' ? 'untold' : null
}

const localAuthorities: readonly string[] = [
  'provincialOrganization',
  'cityMunicipality',
  'townMunicipality',
  'subdistrictMunicipality',
  'subdistrictOrganization',
  'specialLocal',
] satisfies AgencyTypeCode[]

function concerns({ appliesTo }: Element, agencyType: AgencyTypeCode | undefined): boolean {
  if (appliesTo === 'all') return true
  if (appliesTo === 'province') return agencyType === 'province'
  return agencyType !== undefined && localAuthorities.includes(agencyType)
}

function yearOfTitle({ title }: DisclosureItem, { content, fiscalYear }: Circumstances): Look | undefined {
  const [place] = /\{fy(?:-1)?\}/.exec(title.th) ?? []
  if (!place) return undefined
  if (!content.reading.hasText) return missed({ result: 'warn' }, 'byEye')
  return lookForYear(content, Number(fillFiscalYear(place, fiscalYear)))
}

/** None where nothing is known of an earlier time. */
export function lookAtChange(textHash: string | null, previous: string | undefined): CheckFinding[] {
  if (previous === undefined || textHash === null) return []
  return [general('changed', textHash === previous ? passed('') : missed({ result: 'warn' }, 'changed'))]
}

function general(element: GeneralCheck, look: Look): CheckFinding {
  return { element, ...look }
}
