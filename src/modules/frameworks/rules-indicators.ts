/** Rules on instruments, their parts and their indicators. */
import { add, compare, decimal, formatUnrounded, zero } from '#base/decimal.ts'
import { type Draft, present } from './draft.ts'
import type { Fault } from './fault.ts'
import type { Indicator, Instrument } from './framework.ts'
import { fault, type Rule, repeated } from './rule.ts'

export const indicatorRules: readonly Rule[] = [
  { needs: ['instruments'], faults: weightsAddUp },
  { needs: [], faults: instrumentsAreDistinct },
  { needs: [], faults: partsAreDistinct },
  { needs: [], faults: instrumentsKeepTheirKind },
  { needs: [], faults: indicatorsAreDistinct },
  { needs: ['instruments'], faults: indicatorsFitTheirInstrument },
  { needs: [], faults: subIndicatorsAreNamedAfterTheirIndicator },
]

const hundred = decimal(100)

function weightsAddUp(draft: Draft): Fault[] {
  const weights = draft.instruments.flatMap(
    (instrument) => instrument?.parts.map((part) => part.weightPercent) ?? [],
  )
  const sum = weights.map(decimal).reduce(add, zero)
  if (compare(sum, hundred) === 0) return []
  return [
    fault(['instruments'], 'weightsNotHundred', { sum: formatUnrounded(sum), weights: weights.join(' + ') }),
  ]
}

function instrumentsAreDistinct(draft: Draft): Fault[] {
  return repeated(present(draft.instruments), ({ value }) => value.id).map(({ entry, key }) =>
    fault(['instruments', entry.index, 'id'], 'duplicateInstrument', { instrument: key }),
  )
}

function partsAreDistinct(draft: Draft): Fault[] {
  const parts = present(draft.instruments).flatMap(({ index, value }) => [
    ...value.parts.map((part, position) => ({
      id: part.id,
      path: ['instruments', index, 'parts', position, 'id'],
    })),
    ...(value.pooledPart
      ? [{ id: value.pooledPart.id, path: ['instruments', index, 'pooledPart', 'id'] }]
      : []),
  ])
  return repeated(parts, (part) => part.id).map(({ entry, key }) =>
    fault(entry.path, 'duplicatePart', { part: key }),
  )
}

function instrumentsKeepTheirKind(draft: Draft): Fault[] {
  return present(draft.instruments).flatMap(({ index, value }) => {
    const expected = value.id === 'oit' ? 'disclosure' : 'survey'
    if (value.kind === expected) return []
    const parameters = { instrument: value.id, found: value.kind, expected }
    return [fault(['instruments', index, 'kind'], 'instrumentKind', parameters)]
  })
}

function indicatorsAreDistinct(draft: Draft): Fault[] {
  const entries = present(draft.indicators)
  const missing = Array.from({ length: 10 }, (_, index) => index + 1).filter(
    (number) => !entries.some(({ value }) => value.number === number),
  )
  return repeated(entries, ({ value }) => value.number).map(({ entry, key }) =>
    fault(['indicators', entry.index, 'number'], 'duplicateIndicator', {
      indicator: key,
      missing: missing.join(', ') || '–',
    }),
  )
}

function indicatorsFitTheirInstrument(draft: Draft): Fault[] {
  const instruments = new Map(present(draft.instruments).map(({ value }) => [value.id, value]))
  return present(draft.indicators).flatMap(({ index, value }) => {
    const instrument = instruments.get(value.instrument)
    if (instrument) return fitFaults(index, value, instrument)
    const parameters = { indicator: value.number, instrument: value.instrument }
    return [fault(['indicators', index, 'instrument'], 'unknownInstrument', parameters)]
  })
}

function fitFaults(index: number, indicator: Indicator, instrument: Instrument): Fault[] {
  const number = indicator.number
  const about = { indicator: number, instrument: instrument.id, found: indicator.aggregate }
  const isSurvey = instrument.kind === 'survey'
  const faults: Fault[] = []
  if (isSurvey !== (indicator.aggregate === 'meanOfQuestions')) {
    const expected = isSurvey ? 'meanOfQuestions' : 'meanOfSubIndicators, points'
    faults.push(fault(['indicators', index, 'aggregate'], 'aggregateDoesNotFit', { ...about, expected }))
  }
  const subIndicators = indicator.subIndicators ?? []
  if (isSurvey && indicator.subIndicators) {
    faults.push(fault(['indicators', index, 'subIndicators'], 'subIndicatorsNotAllowed', about))
  }
  if (!isSurvey && subIndicators.length === 0) {
    faults.push(fault(['indicators', index, 'subIndicators'], 'subIndicatorsMissing', about))
  }
  return faults
}

function subIndicatorsAreNamedAfterTheirIndicator(draft: Draft): Fault[] {
  const entries = present(draft.indicators).flatMap(({ index, value }) =>
    (value.subIndicators ?? []).map((subIndicator, position) => ({
      id: subIndicator.id,
      indicator: value.number,
      path: ['indicators', index, 'subIndicators', position, 'id'],
    })),
  )
  const doubles = repeated(entries, (entry) => entry.id).map(({ entry, key }) =>
    fault(entry.path, 'duplicateSubIndicator', { subIndicator: key }),
  )
  const strangers = entries
    .filter(({ id, indicator }) => !new RegExp(`^${indicator}\\.[1-9]\\d*$`).test(id))
    .map(({ id, indicator, path }) => fault(path, 'subIndicatorId', { subIndicator: id, indicator }))
  return [...doubles, ...strangers]
}
