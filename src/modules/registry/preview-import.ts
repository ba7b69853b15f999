/** What an import would do, row by row, without doing any of it. */
import type { Context } from '#platform/context.ts'
import { readTable, type Table } from '#platform/table-file/read-table.ts'
import { planAgencyImport } from './import-agencies.ts'
import { planPeopleImport } from './import-people.ts'
import type { ImportCounts, ImportKind } from './import-run.ts'
import { planUnitImport } from './import-units.ts'
import { columnsOfLists } from './lists.ts'
import { type Change, countLines, findChanges, type ImportPlan, type PlannedRow } from './plan.ts'
import { findUnread, type RowFault } from './read-list.ts'
import { readShippedReference } from './reference-files.ts'

type Cells = Readonly<Record<string, string | null>>

export type PreviewRow =
  | {
      readonly line: number
      readonly state: 'added' | 'updated' | 'unchanged'
      /** The row as it would be, by the names of the columns. */
      readonly record: Cells
      /** What differs from what is there; of a row that is new, all that it says. */
      readonly changes: readonly Change[]
    }
  | { readonly line: number; readonly state: 'failed'; readonly faults: readonly RowFault[] }

export interface Preview extends ImportCounts {
  /** How many rows are to be mended; a row may have several faults. */
  readonly failed: number
  readonly faults: readonly RowFault[]
  /** Columns of the file that are not read. */
  readonly unread: readonly string[]
  /** The first fifty, in the order of the lines. */
  readonly rows: readonly PreviewRow[]
}

export interface Upload {
  readonly kind: ImportKind
  /** The name it was sent under. */
  readonly file: string
  readonly bytes: Uint8Array
}

const mostRows = 50

/**
 * Writes nothing. Throws `access.refused`, `csv.invalid` where the heading will not do, or what `readTable` throws.
 */
export async function previewImport(context: Context, { kind, file, bytes }: Upload): Promise<Preview> {
  const table = await readTable(bytes, file)
  const plan = await planImport(context, kind, table)
  const { added, updated, unchanged, faults } = plan
  return {
    ...{ added: added.length, updated: updated.length, unchanged: unchanged.length },
    ...{ failed: countLines(faults), faults, unread: findUnread(table, columnsOfLists[kind]) },
    rows: firstRows(plan),
  }
}

async function planImport(
  context: Context,
  kind: ImportKind,
  table: Table,
): Promise<ImportPlan<Cells, unknown>> {
  if (kind === 'units') return (await planUnitImport(context, table)).plan
  if (kind === 'people') return (await planPeopleImport(context, table)).plan
  return (await planAgencyImport(context, { ...table, reference: await readShippedReference() })).plan
}

function firstRows({ added, updated, unchanged, faults }: ImportPlan<Cells, unknown>): PreviewRow[] {
  const shown = (state: 'added' | 'updated' | 'unchanged', rows: readonly PlannedRow<Cells, unknown>[]) =>
    rows.map(
      ({ line, before, after }): PreviewRow => ({
        ...{ line, state, record: after, changes: findChanges(before, after) },
      }),
    )
  const failed = [...Map.groupBy(faults, ({ line }) => line)].map(
    ([line, found]): PreviewRow => ({ line, state: 'failed', faults: found }),
  )
  return [...shown('added', added), ...shown('updated', updated), ...shown('unchanged', unchanged), ...failed]
    .sort((a, b) => a.line - b.line)
    .slice(0, mostRows)
}
