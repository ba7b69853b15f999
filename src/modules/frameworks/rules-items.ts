/** Rules on disclosure items: codes, stable ids, sub-indicators, points, titles and what a program looks for. */
import { add, compare, decimal, formatUnrounded, zero } from '#base/decimal.ts'
import { type Draft, present } from './draft.ts'
import type { ElementCheck } from './element-check.ts'
import type { Fault, Path } from './fault.ts'
import type { Indicator } from './framework.ts'
import { fault, firstOutOfOrder, type Rule, repeated } from './rule.ts'

export const itemRules: readonly Rule[] = [
  { needs: [], faults: codesAreDistinct },
  { needs: [], faults: codesAreInOrder },
  { needs: [], faults: idsAreDistinct },
  { needs: [], faults: subIndicatorsExist },
  { needs: ['indicators', 'disclosureItems'], faults: subIndicatorsHaveItems },
  { needs: [], faults: pointsStandWhereTheyCount },
  { needs: ['indicators', 'disclosureItems'], faults: pointsAddUp },
  { needs: [], faults: titlesHoldKnownPlaceholders },
  { needs: [], faults: searchedWordsHoldLetters },
  { needs: [], faults: checksAreOfDistinctKinds },
]

function codesAreDistinct(draft: Draft): Fault[] {
  return repeated(present(draft.disclosureItems), ({ value }) => value.code).map(({ entry, key }) =>
    fault(['disclosureItems', entry.index, 'code'], 'duplicateItemCode', { item: key }),
  )
}

function codesAreInOrder(draft: Draft): Fault[] {
  const codes = draft.names.items ?? []
  const breach = firstOutOfOrder(codes, 'o')
  if (!breach) return []
  const path = ['disclosureItems', codes.indexOf(breach.code), 'code']
  return [fault(path, 'itemOrder', { item: breach.code, expected: breach.expected })]
}

function idsAreDistinct(draft: Draft): Fault[] {
  return repeated(present(draft.disclosureItems), ({ value }) => value.id).map(({ entry, key }) =>
    fault(['disclosureItems', entry.index, 'id'], 'duplicateItemId', { item: entry.value.code, id: key }),
  )
}

/** Each sub-indicator's id with the indicator it belongs to. */
function ownersOf(draft: Draft): ReadonlyMap<string, Indicator> {
  return new Map(
    present(draft.indicators).flatMap(({ value }) =>
      (value.subIndicators ?? []).map((subIndicator) => [subIndicator.id, value] as const),
    ),
  )
}

function subIndicatorsExist(draft: Draft): Fault[] {
  const known = draft.names.subIndicators
  if (!known) return []
  return present(draft.disclosureItems)
    .filter(({ value }) => !known.includes(value.subIndicator))
    .map(({ index, value }) =>
      fault(['disclosureItems', index, 'subIndicator'], 'unknownSubIndicator', {
        item: value.code,
        subIndicator: value.subIndicator,
        allowed: known.join(', '),
      }),
    )
}

function subIndicatorsHaveItems(draft: Draft): Fault[] {
  const filled = new Set(present(draft.disclosureItems).map(({ value }) => value.subIndicator))
  return present(draft.indicators).flatMap(({ index, value }) =>
    (value.subIndicators ?? []).flatMap((subIndicator, position) => {
      if (filled.has(subIndicator.id)) return []
      const path = ['indicators', index, 'subIndicators', position]
      return [fault(path, 'subIndicatorWithoutItem', { subIndicator: subIndicator.id })]
    }),
  )
}

function pointsStandWhereTheyCount(draft: Draft): Fault[] {
  const owners = ownersOf(draft)
  return present(draft.disclosureItems).flatMap(({ index, value }) => {
    const indicator = owners.get(value.subIndicator)
    if (!indicator) return []
    const isNeeded = indicator.aggregate === 'points'
    if (isNeeded === (value.points !== undefined)) return []
    const about = { item: value.code, indicator: indicator.number, aggregate: indicator.aggregate }
    return [
      fault(['disclosureItems', index, 'points'], isNeeded ? 'pointsMissing' : 'pointsNotAllowed', about),
    ]
  })
}

const hundred = decimal(100)

function pointsAddUp(draft: Draft): Fault[] {
  const owners = ownersOf(draft)
  const counted = present(draft.indicators).filter(({ value }) => value.aggregate === 'points')
  return counted.flatMap(({ index, value }) => {
    const items = present(draft.disclosureItems).filter(
      (item) => owners.get(item.value.subIndicator) === value,
    )
    const points = items.flatMap((item) => item.value.points ?? [])
    const sum = points.map(decimal).reduce(add, zero)
    if (points.length < items.length || compare(sum, hundred) === 0) return []
    const path = ['disclosureItems', items.at(-1)?.index ?? 0, 'points']
    const about = { indicator: value.number, sum: formatUnrounded(sum), points: points.join(' + ') }
    return [fault(items.length > 0 ? path : ['indicators', index], 'pointsNotHundred', about)]
  })
}

function titlesHoldKnownPlaceholders(draft: Draft): Fault[] {
  return present(draft.disclosureItems).flatMap(({ index, value }) =>
    (['th', 'en'] as const).flatMap((language) => {
      const rest = value.title[language].replaceAll('{fy-1}', '').replaceAll('{fy}', '')
      const found = /\{[^}]*\}?|\}/.exec(rest)?.[0]
      if (found === undefined) return []
      return [
        fault(['disclosureItems', index, 'title', language], 'placeholder', { item: value.code, found }),
      ]
    }),
  )
}

interface PlacedCheck {
  readonly item: string
  readonly path: Path
  readonly check: ElementCheck
}

function checksOf(draft: Draft): PlacedCheck[] {
  return present(draft.disclosureItems).flatMap(({ index, value }) =>
    value.elements.flatMap((element, position) =>
      (element.checks ?? []).map((check, order) => ({
        item: value.code,
        path: ['disclosureItems', index, 'elements', position, 'checks', order],
        check,
      })),
    ),
  )
}

function searchedWordsHoldLetters(draft: Draft): Fault[] {
  return checksOf(draft).flatMap(({ item, path, check }) => {
    const key = 'anyOf' in check ? 'anyOf' : 'columns'
    const searched = 'anyOf' in check ? check.anyOf : 'columns' in check ? check.columns : []
    return searched.flatMap((word, order) =>
      /\p{L}/u.test(word) ? [] : [fault([...path, key, order], 'searchedWord', { item, found: word })],
    )
  })
}

/** Words may be looked for in several groups; every other way of looking is the same whichever comes first. */
function checksAreOfDistinctKinds(draft: Draft): Fault[] {
  const single = checksOf(draft).filter(({ check }) => check.kind !== 'words')
  return repeated(single, ({ path, check }) => `${path.slice(0, 4).join()} ${check.kind}`).map(({ entry }) =>
    fault(entry.path, 'duplicateCheck', { item: entry.item, check: entry.check.kind }),
  )
}
