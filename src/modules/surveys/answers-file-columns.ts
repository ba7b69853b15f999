/** Finds out which answer column stands where in the header of an answers file. */

import type { CsvRow } from '#base/csv-rows.ts'
import type { Finding } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import { findOptionSet, indicatorsOf, questionsOf } from '#modules/frameworks/lookup.ts'

/** An answer column of a survey, and the option of each score that a cell may hold. */
export interface AnswerColumn {
  readonly id: string
  /** The question it belongs to, itself unless it is a sub-question. */
  readonly question: string
  readonly optionByScore: ReadonlyMap<string, number>
  readonly options: number
}

/** A column found in a file, with its place in the file's rows. */
export interface PlacedColumn {
  readonly column: AnswerColumn
  readonly place: number
}

export interface FoundColumns {
  /** In the order of the framework, whatever the order in the file. */
  readonly columns: readonly PlacedColumn[]
  readonly findings: readonly Finding[]
}

const respondentColumn = 'respondent'

/** The columns a survey's answers may come in: each question, and the sub-questions where it has some. */
export function answerColumns(framework: Framework, instrument: Instrument): AnswerColumn[] {
  const make = (question: string, id: string, optionSet: string): AnswerColumn => {
    const options = findOptionSet(framework, optionSet)?.options ?? []
    const byScore = options.map(({ score }, option) => [String(score), option] as const)
    return { id, question, optionByScore: new Map(byScore), options: options.length }
  }
  return indicatorsOf(framework, instrument.id)
    .flatMap(({ number }) => questionsOf(framework, number))
    .flatMap((question) => [
      make(question.id, question.id, question.optionSet),
      ...(question.subQuestions ?? []).map((sub) => make(question.id, sub.id, sub.optionSet)),
    ])
}

/** Reads the header: names in any order and case, Thai digits too; the respondent column is passed over. */
export function findColumns(header: CsvRow, known: readonly AnswerColumn[], file: string): FoundColumns {
  const findings: Finding[] = []
  const places = new Map<string, number>()
  const expected = expectedColumns(known)
  const names = new Set([respondentColumn, ...known.map(({ id }) => id)])
  for (const [place, cell] of header.cells.entries()) {
    const name = toArabicDigits(cell).toLowerCase()
    const finding = { file, line: header.line }
    if (!names.has(name)) {
      findings.push({ ...finding, code: 'csv.unknownColumn', parameters: { column: cell, expected } })
    } else if (places.has(name)) {
      findings.push({ ...finding, code: 'csv.duplicateColumn', parameters: { column: name } })
    } else places.set(name, place)
  }
  const columns = known.flatMap((column) => {
    const place = places.get(column.id)
    return place === undefined ? [] : [{ column, place }]
  })
  if (columns.length === 0) {
    findings.push({ file, line: header.line, code: 'csv.noQuestionColumn', parameters: { expected } })
  }
  return { columns, findings: [...findings, ...mixedColumns(columns, header, file)] }
}

function expectedColumns(known: readonly AnswerColumn[]): string {
  const questions = known.map(({ question }) => question)
  return `${respondentColumn}, ${questions.at(0)} … ${questions.at(-1)}`
}

/** A question's own column beside its sub-questions' would count the same answers twice. */
function mixedColumns(columns: readonly PlacedColumn[], { line }: CsvRow, file: string): Finding[] {
  const present = new Set(columns.map(({ column }) => column.id))
  const byQuestion = Map.groupBy(columns, ({ column }) => column.question)
  return [...byQuestion].flatMap(([question, own]) => {
    if (own.length < 2 || !present.has(question)) return []
    const subs = own.map(({ column }) => column.id).filter((id) => id !== question)
    const parameters = { question, columns: subs.join(', ') }
    return [{ file, line, code: 'answers.mixedColumns', parameters }]
  })
}
