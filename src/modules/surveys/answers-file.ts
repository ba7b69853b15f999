/** Reads the answers of one survey part from CSV: a row a respondent, a column a question, a cell an option's score. */

import { type CsvRow, readRows, refuseFile } from '#base/csv-rows.ts'
import { type Finding, Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import { answerColumns, findColumns, type PlacedColumn } from './answers-file-columns.ts'
import type { PartTally } from './tally.ts'

export interface AnswersSource {
  /** As the reader knows it, for the findings. */
  readonly file: string
  readonly framework: Framework
  /** A survey part of the year: iit, eitPublic, eitSurvey, or eit. */
  readonly part: string
}

export interface ReadAnswers {
  readonly tally: PartTally
  /** The answer columns present, in the order of the framework. */
  readonly columns: readonly string[]
  /** One row a respondent: the place of the chosen option in its option set, by column. */
  readonly answers: readonly Uint8Array[]
}

/**
 * Reads `respondent,i1,…`; what the respondent column holds is never kept. A question may be left out.
 * Throws Problem('invalid', 'csv.invalid') with a finding for every cell to mend (fifty at most, and how many more),
 * or Problem('invalid', 'score.partNotInYear').
 */
export function readAnswers(
  source: string | Uint8Array,
  { file, framework, part }: AnswersSource,
): ReadAnswers {
  const instrument = findSurvey(framework, part)
  if (!instrument) throw partNotInYear(framework, part)
  const { header, rows, findings } = readRows(source, file)
  if (!header) throw refuseFile(file, findings)
  const found = findColumns(header, answerColumns(framework, instrument), file)
  const answers: Uint8Array[] = []
  const faults: Finding[] = [...findings, ...found.findings]
  for (const row of rows) answers.push(readRow(row, found.columns, { file, faults }))
  if (faults.length > 0) throw refuseFile(file, faults)
  return {
    tally: { respondents: answers.length, counts: countAnswers(answers, found.columns) },
    columns: found.columns.map(({ column }) => column.id),
    answers,
  }
}

function findSurvey(framework: Framework, part: string): Instrument | undefined {
  return framework.instruments.find(
    ({ kind, parts, pooledPart }) =>
      kind === 'survey' && (parts.some(({ id }) => id === part) || pooledPart?.id === part),
  )
}

/** The survey parts that a year's answers may be given for. */
export function surveyParts(framework: Framework): string[] {
  return framework.instruments
    .filter(({ kind }) => kind === 'survey')
    .flatMap(({ parts, pooledPart }) => [...parts, ...(pooledPart ? [pooledPart] : [])])
    .map(({ id }) => id)
}

function partNotInYear(framework: Framework, part: string): Problem {
  const options = surveyParts(framework).join(', ')
  return new Problem('invalid', 'score.partNotInYear', { option: part, year: framework.fiscalYear, options })
}

interface Faults {
  readonly file: string
  readonly faults: Finding[]
}

function readRow(row: CsvRow, columns: readonly PlacedColumn[], { file, faults }: Faults): Uint8Array {
  const answers = new Uint8Array(columns.length)
  for (let at = 0; at < columns.length; at++) {
    const found = columns[at]
    if (!found) continue
    const { column, place } = found
    const cell = row.cells[place] ?? ''
    const option = column.optionByScore.get(cell) ?? column.optionByScore.get(toArabicDigits(cell))
    if (option !== undefined) answers[at] = option
    else if (cell === '') {
      faults.push({ file, line: row.line, code: 'csv.emptyCell', parameters: { column: column.id } })
    } else {
      const allowed = [...column.optionByScore.keys()].sort((a, b) => Number(a) - Number(b)).join(', ')
      const parameters = { column: column.id, value: cell, allowed }
      faults.push({ file, line: row.line, code: 'answers.impossibleValue', parameters })
    }
  }
  return answers
}

function countAnswers(answers: readonly Uint8Array[], columns: readonly PlacedColumn[]): PartTally['counts'] {
  const counts = columns.map(({ column }) => new Array<number>(column.options).fill(0))
  for (const answer of answers) {
    for (const [at, own] of counts.entries()) {
      const option = answer[at] ?? 0
      own[option] = (own[option] ?? 0) + 1
    }
  }
  return Object.fromEntries(columns.map(({ column }, at) => [column.id, counts[at] ?? []]))
}
