/** Rules on the fiscal year, the phases and the sampling rules. */
import { type Draft, present } from './draft.ts'
import type { Fault } from './fault.ts'
import { fault, type Rule, repeated } from './rule.ts'

export const scheduleRules: readonly Rule[] = [
  { needs: ['fiscalYear'], faults: yearIsTheFolder },
  { needs: [], faults: phasesAreDistinct },
  { needs: [], faults: datesExist },
  { needs: [], faults: phasesCloseAfterTheyOpen },
  { needs: ['instruments'], faults: sampledPartsExist },
  { needs: [], faults: samplingIsGivenOnce },
]

function yearIsTheFolder(draft: Draft): Fault[] {
  if (String(draft.fiscalYear) === draft.folder) return []
  return [fault(['fiscalYear'], 'yearNotFolder', { year: draft.fiscalYear ?? '', folder: draft.folder })]
}

function phasesAreDistinct(draft: Draft): Fault[] {
  return repeated(present(draft.phases), ({ value }) => value.id).map(({ entry, key }) =>
    fault(['phases', entry.index, 'id'], 'duplicatePhase', { phase: key }),
  )
}

function datesExist(draft: Draft): Fault[] {
  return present(draft.phases).flatMap(({ index, value }) =>
    (['opensOn', 'closesOn'] as const).flatMap((key) => {
      const date = value[key]
      if (date === null || isDate(date)) return []
      return [fault(['phases', index, key], 'noSuchDate', { phase: value.id, found: date })]
    }),
  )
}

/** Whether a date of the form 2025-08-15 is in the calendar. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function phasesCloseAfterTheyOpen(draft: Draft): Fault[] {
  return present(draft.phases).flatMap(({ index, value }) => {
    const { opensOn, closesOn } = value
    if (opensOn === null || closesOn === null || closesOn >= opensOn) return []
    return [fault(['phases', index, 'closesOn'], 'phaseCloses', { phase: value.id, opensOn, closesOn })]
  })
}

function sampledPartsExist(draft: Draft): Fault[] {
  const parts = present(draft.instruments)
    .filter(({ value }) => value.kind === 'survey')
    .flatMap(({ value }) => [...value.parts, ...(value.pooledPart ? [value.pooledPart] : [])])
    .map((part) => part.id)
  return present(draft.sampling)
    .filter(({ value }) => !parts.includes(value.part))
    .map(({ index, value }) =>
      fault(['sampling', index, 'part'], 'unknownSamplingPart', {
        part: value.part,
        allowed: parts.join(', '),
      }),
    )
}

function samplingIsGivenOnce(draft: Draft): Fault[] {
  return repeated(present(draft.sampling), ({ value }) => value.part).map(({ entry, key }) =>
    fault(['sampling', entry.index, 'part'], 'duplicateSampling', { part: key }),
  )
}
