/** Takes a list of agencies into the registry: the good rows of it, or all or none; an agency is known by its code. */
import { sql } from 'drizzle-orm'
import { inBatches } from '#base/batches.ts'
import type { CsvRow } from '#base/csv-rows.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canImportAgencies } from './access.ts'
import { getReference } from './agency-list.ts'
import type { AgencyRecord } from './agency-record.ts'
import { installReference } from './install-reference.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { type RowFault, readAgencies } from './read-agencies.ts'
import type { Reference } from './reference.ts'
import { type AgencyRow, storeAgencies } from './store-agencies.ts'
import { agencies } from './tables.ts'

export interface AgenciesFile {
  /** As the reader knows it, for findings. */
  readonly file: string
  /** SHA-256 of the file, for the audit event. */
  readonly hash: string
  readonly rows: readonly CsvRow[]
  /** The lists to put in place first where the registry has none yet. */
  readonly reference: Reference
}

export interface ImportWay {
  /** Any row to mend, and nothing is written. */
  readonly isAllOrNothing?: boolean
  /** Nothing is written, whatever the rows are. */
  readonly isPreview?: boolean
  /** Told how many of the rows to write are written. */
  readonly onProgress?: (written: number, total: number) => void
}

export interface ImportOutcome {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly faults: readonly RowFault[]
}

const batchSize = 1000

/** Throws `registry.notAllowed`, or `csv.invalid` where the heading will not do. */
export async function importAgencies(
  context: Context,
  { file, hash, rows, reference }: AgenciesFile,
  { isAllOrNothing = false, isPreview = false, onProgress }: ImportWay = {},
): Promise<ImportOutcome> {
  const { actor, transaction } = context
  if (!canImportAgencies(actor)) throw new Problem('forbidden', 'registry.notAllowed')
  // Two imports at once would both take a new code for theirs to add: the second waits. Reads go on.
  if (!isPreview) await transaction.execute(sql`lock table ${agencies} in share row exclusive mode`)
  const installed = await getReference(transaction)
  const isNew = installed.types.length === 0
  const plan = await planImport(transaction, readAgencies(rows, isNew ? reference : installed, file))
  const outcome = outcomeOf(plan, isAllOrNothing)
  if (isPreview || (isAllOrNothing && plan.faults.length > 0)) return outcome
  if (isNew) await installReference(context, reference)
  await write(context, plan, onProgress)
  const { added, updated, unchanged } = outcome
  await recordEvent(context, {
    event: 'registry.agenciesImported',
    subject: 'registry',
    details: { added, updated, unchanged, failed: countLines(plan.faults), fileHash: hash },
  })
  return outcome
}

function outcomeOf(
  { added, updated, unchanged, faults }: ImportPlan,
  isAllOrNothing: boolean,
): ImportOutcome {
  const isRefused = isAllOrNothing && faults.length > 0
  return {
    added: isRefused ? 0 : added.length,
    updated: isRefused ? 0 : updated.length,
    unchanged,
    faults,
  }
}

/** How many rows are at fault; a row may have several faults. */
export function countLines(faults: readonly RowFault[]): number {
  return new Set(faults.map(({ line }) => line)).size
}

async function write(
  { transaction }: Context,
  { added, updated }: ImportPlan,
  onProgress: ImportWay['onProgress'],
): Promise<void> {
  const records = [...added, ...updated]
  let written = 0
  for (const batch of inBatches(records, batchSize)) {
    await storeAgencies(transaction, batch.map(toRow), 'imported')
    written += batch.length
    onProgress?.(written, records.length)
  }
}

function toRow(record: AgencyRecord): AgencyRow {
  return {
    id: newId(),
    code: record.code,
    nameTh: record.name_th,
    nameEn: record.name_en ?? record.name_th,
    typeCode: record.type,
    ministryCode: record.ministry,
    provinceCode: record.province,
    size: record.size,
    website: record.website,
    activeFrom: record.active_from,
    activeTo: record.active_to,
  }
}
