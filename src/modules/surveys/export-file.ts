/** Pieces of export files: CSV that spreadsheet programs open, one piece after the other. */
import { Problem } from '#base/problem.ts'
import { type Row, writeCsv } from '#platform/table-file/write-table.ts'

const surveyFormats = ['csv', 'json'] as const
export type SurveyFormat = (typeof surveyFormats)[number]

export const formatTypes: Readonly<Record<SurveyFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}

/** Throws `survey.exportFormat`. */
export function readFormat(asked: string): SurveyFormat {
  const format = surveyFormats.find((known) => known === asked)
  if (!format) throw new Problem('invalid', 'survey.exportFormat', { value: asked })
  return format
}

/** Rows to go on a file with; only the first piece bears the byte order mark. */
export function moreCsv(rows: readonly Row[]): string {
  return rows.length === 0 ? '' : writeCsv(rows).replace(/^\uFEFF/, '')
}
