/** What a list would do to the registry: which rows it would add, which change, which leave as they are. Pure. */
import type { RowFault } from './read-list.ts'

type Cells = Readonly<Record<string, string | null>>

/** `Row` is what the table is to hold. */
export interface PlannedRow<Record, Row> {
  readonly line: number
  /** As it stands; null for one that is new. */
  readonly before: Record | null
  readonly after: Record
  readonly row: Row
}

export interface ImportPlan<Record, Row> {
  readonly added: readonly PlannedRow<Record, Row>[]
  readonly updated: readonly PlannedRow<Record, Row>[]
  readonly unchanged: readonly PlannedRow<Record, Row>[]
  /** In the order of the lines. */
  readonly faults: readonly RowFault[]
}

export function sortPlan<Record extends Cells, Row>(
  rows: readonly PlannedRow<Record, Row>[],
  faults: readonly RowFault[],
): ImportPlan<Record, Row> {
  const isChanged = ({ before, after }: PlannedRow<Record, Row>) =>
    before !== null && findChanges(before, after).length > 0
  return {
    added: rows.filter(({ before }) => before === null),
    updated: rows.filter(isChanged),
    unchanged: rows.filter((row) => row.before !== null && !isChanged(row)),
    faults: faults.toSorted((a, b) => a.line - b.line),
  }
}

export interface Change {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** The fields that differ; of a row that is new, those that say anything. */
export function findChanges(before: Cells | null, after: Cells): Change[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const known = before?.[field] ?? null
    return known === value ? [] : [{ field, before: known, after: value }]
  })
}

/** How many rows are at fault; a row may have several faults. */
export function countLines(faults: readonly RowFault[]): number {
  return new Set(faults.map(({ line }) => line)).size
}
