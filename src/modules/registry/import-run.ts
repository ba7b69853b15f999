/** An import under way or done, as a page that waits for it sees it. Pure. */
import type { Actor } from '#base/actor.ts'
import { traceOf } from '#base/actor.ts'
import type { Parameters } from '#base/problem.ts'
import type { RowFault } from './read-list.ts'

export const importKinds = ['agencies', 'units', 'people'] as const
export type ImportKind = (typeof importKinds)[number]

export interface ImportCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

/** What is kept of an import: its counts and the rows to mend, but nothing else that the file said. */
export interface ImportResult extends ImportCounts {
  /** At most `mostKeptFaults`, in the order of the lines. */
  readonly faults: readonly RowFault[]
  /** How many rows are to be mended, those not kept included. */
  readonly failedRows: number
  /** Columns of the file that were not read. Absent in those kept before these were told. */
  readonly unread?: readonly string[]
  /** Why the import as a whole failed. */
  readonly problem?: { readonly code: string; readonly parameters: Parameters }
}

/**
 * `refused`: all or nothing was asked for, and some row is to be mended. `failed`: the import as a whole; `interrupted`:
 * the server that did it is gone. Nothing was written in these three.
 */
export type ImportState = 'running' | 'done' | 'refused' | 'failed' | 'interrupted'

export interface ImportRun {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly startedAt: Date
  readonly rowsTotal: number
  readonly rowsDone: number
  readonly state: ImportState
  /** Null while it runs, and where it was interrupted. */
  readonly result: ImportResult | null
}

export const mostKeptFaults = 1000
/** Rows to mend name what was written in them, so they are kept no longer than they are of use. */
export const keptDays = 30

const longestSilenceMilliseconds = 2 * 60_000

/** One that has said nothing for two minutes runs no more: a batch takes less than a second. */
export function stateAt(
  run: { readonly state: Exclude<ImportState, 'interrupted'>; readonly progressedAt: Date },
  now: Date,
): ImportState {
  const isSilent = now.getTime() - run.progressedAt.getTime() > longestSilenceMilliseconds
  return run.state === 'running' && isSilent ? 'interrupted' : run.state
}

/** Whether the actor is the one that started it. */
export function isOwn(
  run: { readonly actorKind: string; readonly startedBy: string | null },
  actor: Actor,
): boolean {
  return run.actorKind === actor.kind && run.startedBy === traceOf(actor)
}
