/** Reads the scores of disclosure items from CSV: `item,score` with 0 or 100 for each item. */

import { findPlaces } from '#base/csv-header.ts'
import { type CsvRow, readRows, refuseFile } from '#base/csv-rows.ts'
import type { Finding } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { Framework } from '#modules/frameworks/framework.ts'

export interface ItemScoresSource {
  readonly file: string
  readonly framework: Framework
}

/**
 * The scores by item code, items in any order, some may be left out. Zeros written for the letter O are read as meant.
 * Throws Problem('invalid', 'csv.invalid') with a finding for every line to mend.
 */
export function readItemScores(
  source: string | Uint8Array,
  { file, framework }: ItemScoresSource,
): Record<string, number> {
  const { header, rows, findings } = readRows(source, file)
  if (!header) throw refuseFile(file, findings)
  const places = findPlaces(header, ['item', 'score'], file)
  const faults: Finding[] = [...findings, ...places.findings]
  const scores = new Map<string, { readonly score: number; readonly line: number }>()
  const [itemPlace, scorePlace] = places.places
  if (itemPlace !== undefined && scorePlace !== undefined) {
    const reading = { file, codes: framework.disclosureItems.map(({ code }) => code), scores, faults }
    for (const row of rows) readRow(row, { itemPlace, scorePlace }, reading)
  }
  if (faults.length > 0) throw refuseFile(file, faults)
  return Object.fromEntries([...scores].map(([code, { score }]) => [code, score]))
}

interface Reading {
  readonly file: string
  readonly codes: readonly string[]
  readonly scores: Map<string, { readonly score: number; readonly line: number }>
  readonly faults: Finding[]
}

interface Places {
  readonly itemPlace: number
  readonly scorePlace: number
}

function readRow({ line, cells }: CsvRow, { itemPlace, scorePlace }: Places, reading: Reading): void {
  const { file, codes, scores, faults } = reading
  const written = cells[itemPlace] ?? ''
  const value = cells[scorePlace] ?? ''
  const item = itemCode(written)
  const fault = (code: string, parameters: NonNullable<Finding['parameters']>) =>
    faults.push({ file, line, code, parameters })
  if (written === '') return void fault('csv.emptyCell', { column: 'item' })
  if (!codes.includes(item)) {
    return void fault('items.unknown', { item: written, first: codes[0] ?? '', last: codes.at(-1) ?? '' })
  }
  const earlier = scores.get(item)
  if (earlier) return void fault('items.duplicate', { item, line: earlier.line })
  const digits = toArabicDigits(value)
  if (value === '') fault('csv.emptyCell', { column: 'score' })
  else if (digits !== '0' && digits !== '100') fault('items.impossibleScore', { item, value })
  scores.set(item, { score: Number(digits), line })
}

/** Reads an item code however its letter was typed: O1, o๑, ๐๑ and 01 are all o1. */
export function itemCode(written: string): string {
  const code = toArabicDigits(written).toLowerCase().replaceAll(' ', '')
  const match = /^[o0]?([1-9]\d?)$/.exec(code)
  return match ? `o${match[1]}` : code
}
