/** Rules on what questions and recommendations refer to: it must exist, and stand where it belongs. */
import { compare, decimal } from '#base/decimal.ts'
import { type Draft, present } from './draft.ts'
import type { Fault, Path } from './fault.ts'
import { fault, type Rule, repeated } from './rule.ts'

export const referenceRules: readonly Rule[] = [
  { needs: ['indicators', 'disclosureItems'], faults: questionsReferToWhatExists },
  { needs: ['indicators', 'disclosureItems', 'recommendations'], faults: recommendationsReferToWhatExists },
  { needs: ['recommendations', 'questions'], faults: recommendedQuestionsExist },
  { needs: ['recommendations', 'indicators'], faults: recommendedIndicatorsExist },
  { needs: ['recommendations'], faults: recommendationsAreDistinct },
  { needs: ['recommendations'], faults: targetIsAScore },
]

/** What may be referred to: item codes (o8) and sub-indicators (9.1). */
function knownReferences(draft: Draft): ReadonlySet<string> {
  const items = present(draft.disclosureItems).map(({ value }) => value.code)
  const subIndicators = present(draft.indicators).flatMap(({ value }) => value.subIndicators ?? [])
  return new Set([...items, ...subIndicators.map((subIndicator) => subIndicator.id)])
}

interface Owner {
  readonly question: string
  readonly path: Path
  readonly references: readonly string[]
}

function unknownReferences(owner: Owner, known: ReadonlySet<string>): Fault[] {
  return owner.references.flatMap((reference, position) => {
    if (known.has(reference)) return []
    return [fault([...owner.path, position], 'unknownReference', { question: owner.question, reference })]
  })
}

function questionsReferToWhatExists(draft: Draft): Fault[] {
  const known = knownReferences(draft)
  return present(draft.questions).flatMap(({ index, value }) => {
    const path = ['questions', index, 'refersTo']
    return unknownReferences({ question: value.id, path, references: value.refersTo ?? [] }, known)
  })
}

function recommendationsReferToWhatExists(draft: Draft): Fault[] {
  const known = knownReferences(draft)
  return (draft.recommendations?.questions ?? []).flatMap((value, index) => {
    const path = ['recommendations', 'questions', index, 'refersTo']
    return unknownReferences({ question: value.question, path, references: value.refersTo }, known)
  })
}

function recommendedQuestionsExist(draft: Draft): Fault[] {
  const known = new Set(present(draft.questions).map(({ value }) => value.id))
  return (draft.recommendations?.questions ?? []).flatMap(({ question }, index) => {
    if (known.has(question)) return []
    return [
      fault(['recommendations', 'questions', index, 'question'], 'unknownRecommendedQuestion', { question }),
    ]
  })
}

function recommendedIndicatorsExist(draft: Draft): Fault[] {
  const instruments = new Map(present(draft.indicators).map(({ value }) => [value.number, value.instrument]))
  return (draft.recommendations?.instruments ?? []).flatMap(({ instrument, indicators }, index) =>
    indicators.flatMap(({ indicator }, position) => {
      if (instruments.get(indicator) === instrument) return []
      const allowed = [...instruments].filter(([, owner]) => owner === instrument).map(([number]) => number)
      const path = ['recommendations', 'instruments', index, 'indicators', position, 'indicator']
      return [fault(path, 'recommendedIndicator', { indicator, instrument, allowed: allowed.join(', ') })]
    }),
  )
}

function recommendationsAreDistinct(draft: Draft): Fault[] {
  const { instruments, questions } = draft.recommendations ?? { instruments: [], questions: [] }
  const entries = [
    ...instruments.map(({ instrument }, index) => ({
      about: instrument,
      path: ['recommendations', 'instruments', index, 'instrument'],
    })),
    ...instruments.flatMap(({ indicators }, index) =>
      indicators.map(({ indicator }, position) => ({
        about: String(indicator),
        path: ['recommendations', 'instruments', index, 'indicators', position, 'indicator'],
      })),
    ),
    ...questions.map(({ question }, index) => ({
      about: question,
      path: ['recommendations', 'questions', index, 'question'],
    })),
  ]
  return repeated(entries, (entry) => entry.about).map(({ entry, key }) =>
    fault(entry.path, 'duplicateRecommendation', { about: key }),
  )
}

function targetIsAScore(draft: Draft): Fault[] {
  const target = draft.recommendations?.target ?? '0'
  if (compare(decimal(target), decimal(100)) <= 0) return []
  return [fault(['recommendations', 'target'], 'aboveHundred', { found: target })]
}
