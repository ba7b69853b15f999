/** Finds the named columns of a small two-column file. */

import type { CsvRow } from './csv-rows.ts'
import type { Finding } from './problem.ts'

export interface FoundPlaces {
  /** The place of each name in the rows, undefined where the column is missing. */
  readonly places: readonly (number | undefined)[]
  readonly findings: readonly Finding[]
}

/** Every name must stand in the header once, and nothing else. Case does not matter. */
export function findPlaces({ line, cells }: CsvRow, names: readonly string[], file: string): FoundPlaces {
  const written = cells.map((cell) => cell.toLowerCase())
  const expected = names.join(',')
  const unknown = cells.filter((cell) => !names.includes(cell.toLowerCase()))
  const missing = names.filter((name) => !written.includes(name))
  const repeated = names.filter((name) => written.indexOf(name) !== written.lastIndexOf(name))
  const finding = (code: string, parameters: NonNullable<Finding['parameters']>): Finding => ({
    file,
    line,
    code,
    parameters,
  })
  return {
    places: names.map((name) => (written.includes(name) ? written.indexOf(name) : undefined)),
    findings: [
      ...unknown.map((column) => finding('csv.unknownColumn', { column, expected })),
      ...missing.map((column) => finding('csv.missingColumn', { column })),
      ...repeated.map((column) => finding('csv.duplicateColumn', { column })),
    ],
  }
}
