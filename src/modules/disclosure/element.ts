/** Which elements and conditions of an item an agency must meet. Pure. */
import type { Words } from '#base/words.ts'
import type { DisclosureItem, Element, Evidence, Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf, isUnverified } from '#modules/frameworks/lookup.ts'

/** Types whose agencies are local authorities, with a political side beside the permanent one. */
const localTypes: readonly string[] = [
  'provincialOrganization',
  'cityMunicipality',
  'townMunicipality',
  'subdistrictMunicipality',
  'subdistrictOrganization',
  'specialLocal',
]

export interface PlacedElement {
  /** Its place in the framework's list, from 0: what ticks and marks name it by. */
  readonly place: number
  readonly element: Element
}

export function appliesTo({ appliesTo: group }: Pick<Element, 'appliesTo'>, agencyType: string): boolean {
  if (group === 'all') return true
  return group === 'province' ? agencyType === 'province' : localTypes.includes(agencyType)
}

/** Those that an agency of the type must meet, in the framework's order. */
export function elementsFor(
  { elements }: Pick<DisclosureItem, 'elements'>,
  agencyType: string,
): PlacedElement[] {
  return elements
    .map((element, place) => ({ place, element }))
    .filter(({ element }) => appliesTo(element, agencyType))
}

export interface ItemElement {
  /** Its place in the framework's list, from 0: what ticks and marks name it by. */
  readonly place: number
  readonly text: Words
  readonly kind: Element['kind']
  readonly evidence: Evidence
  /** To be shown as not yet confirmed. */
  readonly isUnverified: boolean
}

/** The elements that an agency of the type must meet, with how sure they are. */
export function viewElements(framework: Framework, item: DisclosureItem, agencyType: string): ItemElement[] {
  return elementsFor(item, agencyType).map(({ place, element }) => ({
    ...{ place, text: element.text, kind: element.kind },
    evidence: evidenceOf({ evidence: element.evidence ?? item.evidence }, framework),
    isUnverified: isUnverified(element.evidence ?? item.evidence, framework),
  }))
}
