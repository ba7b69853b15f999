/** Rules on what questions and recommendations refer to: it must exist, and stand where it belongs. */
import { compare, decimal } from '#base/decimal.ts'
import { type Draft, present } from './draft.ts'
import type { Fault, Path } from './fault.ts'
import { fault, type Rule, repeated } from './rule.ts'

export const referenceRules: readonly Rule[] = [
  { needs: [], faults: questionsReferToWhatExists },
  { needs: [], faults: recommendationsReferToWhatExists },
  { needs: [], faults: recommendedQuestionsExist },
  { needs: [], faults: recommendedIndicatorsExist },
  { needs: [], faults: recommendationsAreDistinct },
  { needs: [], faults: targetIsAScore },
]

/** What may be referred to, item codes (o8) and sub-indicators (9.1), where all their names are sound. */
function knownReferences({ names: { items, subIndicators } }: Draft): ReadonlySet<string> | undefined {
  return items && subIndicators && new Set([...items, ...subIndicators])
}

interface Owner {
  readonly question: string
  readonly path: Path
  readonly references: readonly string[]
}

function unknownReferences(owner: Owner, known: ReadonlySet<string> | undefined): Fault[] {
  if (!known) return []
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
  return present(draft.adviceOnQuestions).flatMap(({ index, value }) => {
    const path = ['recommendations', 'questions', index, 'refersTo']
    return unknownReferences({ question: value.question, path, references: value.refersTo }, known)
  })
}

function recommendedQuestionsExist(draft: Draft): Fault[] {
  const known = draft.names.questions
  if (!known) return []
  return present(draft.adviceOnQuestions).flatMap(({ index, value: { question } }) => {
    if (known.includes(question)) return []
    return [
      fault(['recommendations', 'questions', index, 'question'], 'unknownRecommendedQuestion', { question }),
    ]
  })
}

function recommendedIndicatorsExist(draft: Draft): Fault[] {
  const { instruments } = draft.names
  if (!instruments) return []
  return present(draft.adviceOnInstruments).flatMap(({ index, value: { instrument, indicators } }) =>
    indicators.flatMap(({ indicator }, position) => {
      if (instruments.get(indicator) === instrument) return []
      const allowed = [...instruments].filter(([, owner]) => owner === instrument).map(([number]) => number)
      const path = ['recommendations', 'instruments', index, 'indicators', position, 'indicator']
      return [fault(path, 'recommendedIndicator', { indicator, instrument, allowed: allowed.join(', ') })]
    }),
  )
}

function recommendationsAreDistinct(draft: Draft): Fault[] {
  const instruments = present(draft.adviceOnInstruments)
  const questions = present(draft.adviceOnQuestions)
  const entries = [
    ...instruments.map(({ index, value: { instrument } }) => ({
      about: instrument,
      path: ['recommendations', 'instruments', index, 'instrument'],
    })),
    ...instruments.flatMap(({ index, value: { indicators } }) =>
      indicators.map(({ indicator }, position) => ({
        about: String(indicator),
        path: ['recommendations', 'instruments', index, 'indicators', position, 'indicator'],
      })),
    ),
    ...questions.map(({ index, value: { question } }) => ({
      about: question,
      path: ['recommendations', 'questions', index, 'question'],
    })),
  ]
  return repeated(entries, (entry) => entry.about).map(({ entry, key }) =>
    fault(entry.path, 'duplicateRecommendation', { about: key }),
  )
}

function targetIsAScore(draft: Draft): Fault[] {
  const target = draft.target ?? '0'
  if (compare(decimal(target), decimal(100)) <= 0) return []
  return [fault(['recommendations', 'target'], 'aboveHundred', { found: target })]
}
