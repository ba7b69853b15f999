/** One respondent's answers as a form or a program sends them, checked against the questions. Pure. */
import type { Finding } from '#base/problem.ts'
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { packAnswers } from './packed-answers.ts'

/** By answer column (`i1`, `i1.2`): the place of the chosen option, from 0, as a number or its digits. */
export type GivenAnswers = Readonly<Record<string, unknown>>

export type ReadAnswers =
  | { readonly packed: string; readonly findings: null }
  | { readonly packed: null; readonly findings: readonly Finding[] }

/** Every question must be answered; what belongs to no question is passed over. */
export function readGivenAnswers(columns: readonly LeafQuestion[], given: GivenAnswers): ReadAnswers {
  const places = columns.map(({ id, optionSet }) => placeOf(given[id], optionSet.options.length))
  const findings = columns.flatMap(({ id }, index) => {
    const place = places[index]
    if (typeof place === 'number') return []
    return [
      {
        code: place === 'missing' ? 'survey.answerMissing' : 'survey.answerUnknown',
        parameters: { question: id },
      },
    ]
  })
  if (findings.length > 0) return { packed: null, findings }
  const chosen = places.filter((place) => typeof place === 'number')
  const ids = columns.map(({ id }) => id)
  return { packed: packAnswers(chosen, ids, columns), findings: null }
}

function placeOf(value: unknown, options: number): number | 'missing' | 'unknown' {
  if (value === undefined || value === null || value === '') return 'missing'
  const digits = typeof value === 'number' ? String(value) : value
  if (typeof digits !== 'string' || !/^\d$/.test(digits)) return 'unknown'
  return Number(digits) < options ? Number(digits) : 'unknown'
}
