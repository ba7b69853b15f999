/** Rules on questions and their option sets. */
import { type Draft, present } from './draft.ts'
import type { Fault, Path } from './fault.ts'
import type { OptionSet, Question } from './framework.ts'
import { fault, firstOutOfOrder, type Rule, repeated } from './rule.ts'

export const questionRules: readonly Rule[] = [
  { needs: [], faults: questionsAreDistinct },
  { needs: [], faults: questionsAreInOrder },
  { needs: [], faults: questionsBelongToTheRightInstrument },
  { needs: ['indicators', 'questions'], faults: surveyIndicatorsHaveQuestions },
  { needs: [], faults: subQuestionsAreNumbered },
  { needs: [], faults: optionSetsAreDistinct },
  { needs: [], faults: optionSetsExist },
  { needs: ['questions'], faults: optionSetsAreUsed },
  { needs: [], faults: scoresRunFromEndToEnd },
  { needs: ['fiscalYear'], faults: optionsAreAsManyAsTheKindAsks },
  { needs: [], faults: polarityAgreesWithScores },
]

/** Until 2566 the scale had four steps; since 2567 it has six and no middle. */
const firstYearOfSixOptions = 2567

function questionsAreDistinct(draft: Draft): Fault[] {
  return repeated(present(draft.questions), ({ value }) => value.id).map(({ entry, key }) =>
    fault(['questions', entry.index, 'id'], 'duplicateQuestion', { question: key }),
  )
}

function questionsAreInOrder(draft: Draft): Fault[] {
  const ids = draft.names.questions ?? []
  return ['i', 'e'].flatMap((prefix) => {
    const breach = firstOutOfOrder(
      ids.filter((id) => id.startsWith(prefix)),
      prefix,
    )
    if (!breach) return []
    const path = ['questions', ids.indexOf(breach.code), 'id']
    return [fault(path, 'questionOrder', { question: breach.code, expected: breach.expected })]
  })
}

function questionsBelongToTheRightInstrument(draft: Draft): Fault[] {
  const { instruments } = draft.names
  if (!instruments) return []
  return present(draft.questions).flatMap(({ index, value }) => {
    const expected = value.id.startsWith('i') ? 'iit' : 'eit'
    const found = instruments.get(value.indicator)
    if (found === expected) return []
    const allowed = [...instruments]
      .filter(([, instrument]) => instrument === expected)
      .map(([number]) => number)
    const parameters = {
      question: value.id,
      indicator: value.indicator,
      expected,
      allowed: allowed.join(', '),
    }
    return [fault(['questions', index, 'indicator'], 'questionIndicator', parameters)]
  })
}

function surveyIndicatorsHaveQuestions(draft: Draft): Fault[] {
  const asked = new Set(present(draft.questions).map(({ value }) => value.indicator))
  return present(draft.indicators)
    .filter(({ value }) => value.instrument !== 'oit' && !asked.has(value.number))
    .map(({ index, value }) =>
      fault(['indicators', index], 'indicatorWithoutQuestion', { indicator: value.number }),
    )
}

function subQuestionsAreNumbered(draft: Draft): Fault[] {
  return present(draft.questions).flatMap(({ index, value }) =>
    (value.subQuestions ?? []).flatMap((subQuestion, position) => {
      const expected = `${value.id}.${position + 1}`
      if (subQuestion.id === expected) return []
      const path = ['questions', index, 'subQuestions', position, 'id']
      return [fault(path, 'subQuestionId', { found: subQuestion.id, expected })]
    }),
  )
}

function optionSetsAreDistinct(draft: Draft): Fault[] {
  return repeated(present(draft.optionSets), ({ value }) => value.id).map(({ entry, key }) =>
    fault(['optionSets', entry.index, 'id'], 'duplicateOptionSet', { optionSet: key }),
  )
}

interface Use {
  readonly id: string
  readonly optionSet: string
  readonly path: Path
  readonly question: Question
}

/** Every place that names an option set: the questions themselves and their sub-questions. */
function usesOf(draft: Draft): Use[] {
  return present(draft.questions).flatMap(({ index, value: question }) => {
    const own = {
      id: question.id,
      optionSet: question.optionSet,
      path: ['questions', index, 'optionSet'],
      question,
    }
    const subs = (question.subQuestions ?? []).map((sub, position) => {
      const path = ['questions', index, 'subQuestions', position, 'optionSet']
      return { id: sub.id, optionSet: sub.optionSet, path, question }
    })
    return [own, ...subs]
  })
}

function setsOf(draft: Draft): ReadonlyMap<string, OptionSet> {
  return new Map(present(draft.optionSets).map(({ value }) => [value.id, value]))
}

function optionSetsExist(draft: Draft): Fault[] {
  const sets = draft.names.optionSets
  if (!sets) return []
  return usesOf(draft)
    .filter((use) => !sets.includes(use.optionSet))
    .map((use) => fault(use.path, 'unknownOptionSet', { question: use.id, optionSet: use.optionSet }))
}

function optionSetsAreUsed(draft: Draft): Fault[] {
  const used = new Set(usesOf(draft).map((use) => use.optionSet))
  return present(draft.optionSets)
    .filter(({ value }) => !used.has(value.id))
    .map(({ index, value }) => fault(['optionSets', index, 'id'], 'unusedOptionSet', { optionSet: value.id }))
}

function scoresRunFromEndToEnd(draft: Draft): Fault[] {
  return present(draft.optionSets).flatMap(({ index, value }) => {
    const scores = value.options.map((option) => option.score)
    const about = { optionSet: value.id, scores: scores.join(', ') }
    const path = ['optionSets', index, 'options']
    if (!isRising(scores) && !isRising([...scores].reverse()))
      return [fault(path, 'scoresNotMonotone', about)]
    const isFull = Math.min(...scores) === 0 && Math.max(...scores) === 100
    return isFull ? [] : [fault(path, 'scoresNotFullRange', about)]
  })
}

function isRising(scores: readonly number[]): boolean {
  return scores.every((score, index) => index === 0 || score > (scores[index - 1] ?? score))
}

function optionsAreAsManyAsTheKindAsks(draft: Draft): Fault[] {
  const sets = setsOf(draft)
  const year = draft.fiscalYear ?? 0
  const scale = year >= firstYearOfSixOptions ? 6 : 4
  return usesOf(draft).flatMap(({ id, optionSet, path, question }) => {
    const found = sets.get(optionSet)?.options.length
    const expected = question.kind === 'scale' ? scale : 2
    if (found === undefined || found === expected) return []
    const about = { question: id, kind: question.kind, optionSet, found, expected, year }
    return [fault(path, 'optionCount', about)]
  })
}

/**
 * Scales are shown from least to most, so agreeing with something good scores upwards. The two answers of a
 * binary question have no such order, and a question with sub-questions takes its scores from them.
 */
function polarityAgreesWithScores(draft: Draft): Fault[] {
  const sets = setsOf(draft)
  return present(draft.questions).flatMap(({ index, value }) => {
    if (value.kind !== 'scale' || value.subQuestions) return []
    const scores = sets.get(value.optionSet)?.options.map((option) => option.score) ?? []
    const ordered = value.polarity === 'positive' ? scores : [...scores].reverse()
    if (isRising(ordered) || !isRising([...ordered].reverse())) return []
    const about = {
      question: value.id,
      polarity: value.polarity,
      optionSet: value.optionSet,
      scores: scores.join(', '),
    }
    return [fault(['questions', index, 'polarity'], 'polarityDirection', about)]
  })
}
