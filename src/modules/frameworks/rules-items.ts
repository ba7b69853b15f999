/** Rules on disclosure items: codes, stable ids, sub-indicators, points and titles. */
import { add, compare, decimal, formatUnrounded, zero } from '#base/decimal.ts'
import { type Draft, present } from './draft.ts'
import type { Fault } from './fault.ts'
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
