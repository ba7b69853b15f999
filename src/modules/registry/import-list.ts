/** What the imports of agencies, units and people share: how they may be done, what comes of them, and the writing. */
import { inBatches } from '#base/batches.ts'
import { countLines, type ImportPlan } from './plan.ts'
import type { ListFile, RowFault } from './read-list.ts'

export interface ImportFile extends ListFile {
  /** SHA-256 of the file, for the audit event. */
  readonly hash: string
}

export interface ImportWay {
  /** Any row to mend, and nothing is written. */
  readonly isAllOrNothing?: boolean
  /** Nothing is written, whatever the rows are. */
  readonly isPreview?: boolean
  /** Told how many of the rows to write are written; waited for. */
  readonly onProgress?: (written: number, total: number) => void | Promise<void>
}

export interface ImportOutcome {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly faults: readonly RowFault[]
}

export interface Decision {
  readonly outcome: ImportOutcome
  readonly isWritten: boolean
}

export function decide(
  { added, updated, unchanged, faults }: ImportPlan<unknown, unknown>,
  { isAllOrNothing = false, isPreview = false }: ImportWay,
): Decision {
  const isRefused = isAllOrNothing && faults.length > 0
  return {
    isWritten: !isPreview && !isRefused,
    outcome: {
      added: isRefused ? 0 : added.length,
      updated: isRefused ? 0 : updated.length,
      unchanged: unchanged.length,
      faults,
    },
  }
}

const batchSize = 1000

export async function writePlan<Row>(
  { added, updated }: ImportPlan<unknown, Row>,
  store: (rows: readonly Row[]) => Promise<void>,
  onProgress: ImportWay['onProgress'],
): Promise<void> {
  const rows = [...added, ...updated].map(({ row }) => row)
  let written = 0
  for (const batch of inBatches(rows, batchSize)) {
    await store(batch)
    written += batch.length
    await onProgress?.(written, rows.length)
  }
}

/** For the audit event: figures and the hash of the file, nothing that the file says. */
export function importDetails(outcome: ImportOutcome, hash: string) {
  const { added, updated, unchanged, faults } = outcome
  return { added, updated, unchanged, failed: countLines(faults), fileHash: hash }
}
