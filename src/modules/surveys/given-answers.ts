/** One respondent's answers as a form or a program sends them, checked against the questions. Pure. */
import type { Finding } from '#base/problem.ts'
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { packPlace } from './packed-answers.ts'

/** By answer column (`i1`, `i1.2`): the place of the chosen option, from 0, as a number or its digits. */
export type GivenAnswers = Readonly<Record<string, unknown>>

export type ReadAnswers =
  | { readonly packed: string; readonly findings: null }
  | { readonly packed: null; readonly findings: readonly Finding[] }

/** Every question must be answered; what belongs to no question is passed over. */
export function readGivenAnswers(columns: readonly LeafQuestion[], given: GivenAnswers): ReadAnswers {
  let packed = ''
  const findings: Finding[] = []
  for (const { id, optionSet } of columns) {
    const place = placeOf(given[id], optionSet.options.length)
    if (place === 'missing') findings.push({ code: 'survey.answerMissing', parameters: { question: id } })
    else if (place === 'unknown')
      findings.push({ code: 'survey.answerUnknown', parameters: { question: id } })
    else packed += packPlace(place)
  }
  return findings.length > 0 ? { packed: null, findings } : { packed, findings: null }
}

function placeOf(value: unknown, options: number): number | 'missing' | 'unknown' {
  if (value === undefined || value === null || value === '') return 'missing'
  const digits = typeof value === 'number' ? String(value) : value
  if (typeof digits !== 'string' || !/^\d$/.test(digits)) return 'unknown'
  return Number(digits) < options ? Number(digits) : 'unknown'
}
