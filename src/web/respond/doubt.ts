/** Which questions' texts are not verified, by the framework's own word. Pure. */
import type { Framework, Question } from '#modules/frameworks/framework.ts'
import { evidenceOf, findOptionSet, isUnverified } from '#modules/frameworks/lookup.ts'

/** The wording or the labels of the options. */
export function isDoubtful(framework: Framework, question: Question): boolean {
  const optionSet = findOptionSet(framework, question.optionSet)
  return [question, ...(optionSet ? [optionSet] : [])].some((fact) =>
    isUnverified(evidenceOf(fact, framework), framework),
  )
}

export function areAllDoubtful(framework: Framework, questions: readonly Question[]): boolean {
  return questions.every((question) => isDoubtful(framework, question))
}
