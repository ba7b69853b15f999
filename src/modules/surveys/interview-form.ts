/** The questions of an interview as the tablet shows them, in both languages. Pure. */
import type { Words } from '#base/words.ts'
import type { Framework, Question } from '#modules/frameworks/framework.ts'
import { evidenceOf, findOptionSet, isUnverified } from '#modules/frameworks/lookup.ts'
import { interviewPart } from './interview.ts'
import { answerColumns } from './packed-answers.ts'

/** One thing to answer: a question, or one of its sub-questions. */
export interface InterviewColumn {
  /** `e1`, `e1.2`: by which the answer is sent. */
  readonly id: string
  /** Only where it is a sub-question. */
  readonly text: Words | null
  /** The labels in the order shown; the answer is the place of the chosen one, from 0. */
  readonly options: readonly Words[]
}

export interface InterviewQuestion {
  readonly id: string
  readonly text: Words
  readonly note: Words | null
  /** The wording is not confirmed by the year's official survey. */
  readonly isUnverified: boolean
  readonly columns: readonly InterviewColumn[]
}

/** None where the year has no part for interviews. */
export function interviewQuestions(framework: Framework): InterviewQuestion[] {
  const columns = answerColumns(framework, interviewPart) ?? []
  const byQuestion = Map.groupBy(columns, ({ question }) => question)
  return [...byQuestion].map(([question, own]) => ({
    ...{ id: question.id, text: question.text, note: question.note ?? null },
    isUnverified: isDoubtful(framework, question),
    columns: own.map(({ id, optionSet }) => ({
      id,
      text: question.subQuestions?.find((sub) => sub.id === id)?.text ?? null,
      options: optionSet.options.map(({ label }) => label),
    })),
  }))
}

function isDoubtful(framework: Framework, question: Question): boolean {
  const optionSet = findOptionSet(framework, question.optionSet)
  return [question, ...(optionSet ? [optionSet] : [])].some((fact) =>
    isUnverified(evidenceOf(fact, framework), framework),
  )
}
