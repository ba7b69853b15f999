/** Reads published scores from CSV: `indicator,score` with 1 … 10, or `instrument,score` with iit, eitPublic, … */

import { findPlaces } from '#base/csv-header.ts'
import { type CsvRow, readRows, refuseFile } from '#base/csv-rows.ts'
import type { Finding } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { publishedIds } from './inputs.ts'
import { publishedScore } from './sheet-schema.ts'

export interface PublishedSource {
  readonly file: string
  readonly framework: Framework
}

/** Published indicator scores by number. Throws Problem('invalid', 'csv.invalid') with a finding a line to mend. */
export function readPublishedIndicators(
  source: string | Uint8Array,
  { file, framework }: PublishedSource,
): Record<string, string> {
  const names = framework.indicators.map(({ number }) => String(number))
  return readPublished(source, { file, column: 'indicator', names })
}

/** Published scores of the year's parts and instruments by id. Throws as `readPublishedIndicators` does. */
export function readPublishedInstruments(
  source: string | Uint8Array,
  { file, framework }: PublishedSource,
): Record<string, string> {
  return readPublished(source, { file, column: 'instrument', names: publishedIds(framework) })
}

interface Reading {
  readonly file: string
  readonly column: string
  readonly names: readonly string[]
}

interface Found {
  readonly score: string
  readonly line: number
}

function readPublished(source: string | Uint8Array, reading: Reading): Record<string, string> {
  const { file, column } = reading
  const { header, rows, findings } = readRows(source, file)
  if (!header) throw refuseFile(file, findings)
  const places = findPlaces(header, [column, 'score'], file)
  const faults: Finding[] = [...findings, ...places.findings]
  const scores = new Map<string, Found>()
  const [namePlace, scorePlace] = places.places
  if (namePlace !== undefined && scorePlace !== undefined) {
    for (const { line, cells } of rows) {
      const row = { line, cells: [cells[namePlace] ?? '', cells[scorePlace] ?? ''] }
      faults.push(...readRow(row, reading, scores))
    }
  }
  if (faults.length > 0) throw refuseFile(file, faults)
  return Object.fromEntries([...scores].map(([name, { score }]) => [name, score]))
}

function readRow(
  { line, cells }: CsvRow,
  { file, column, names }: Reading,
  scores: Map<string, Found>,
): Finding[] {
  const [written = '', value = ''] = cells
  const plain = toArabicDigits(written).toLowerCase()
  const name = names.find((each) => each.toLowerCase() === plain)
  if (written === '') return [{ file, line, code: 'csv.emptyCell', parameters: { column } }]
  if (name === undefined) {
    const parameters = { name: written, expected: names.join(', ') }
    return [{ file, line, code: 'published.unknownName', parameters }]
  }
  const earlier = scores.get(name)
  if (earlier) return [{ file, line, code: 'published.duplicate', parameters: { name, line: earlier.line } }]
  const score = toArabicDigits(value)
  scores.set(name, { score, line })
  if (value === '') return [{ file, line, code: 'csv.emptyCell', parameters: { column: 'score' } }]
  if (publishedScore.test(score)) return []
  return [{ file, line, code: 'published.impossibleScore', parameters: { name, value } }]
}
