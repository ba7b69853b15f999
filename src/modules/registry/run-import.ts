/** Runs an import where others can watch how far it is: its progress is written beside its own transaction. */
import { eq, lt } from 'drizzle-orm'
import { type Actor, traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import type { Permission } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { readTable, type Table } from '#platform/table-file/read-table.ts'
import { canImportAgencies, canImportPeople, canImportUnits } from './access.ts'
import { importAgencies } from './import-agencies.ts'
import type { ImportOutcome, ImportWay } from './import-list.ts'
import { importPeople } from './import-people.ts'
import { type ImportKind, type ImportResult, keptDays, mostKeptFaults } from './import-run.ts'
import { importUnits } from './import-units.ts'
import { columnsOfLists } from './lists.ts'
import { requireSomewhere } from './place-rows.ts'
import { countLines } from './plan.ts'
import type { Upload } from './preview-import.ts'
import { findUnread } from './read-list.ts'
import { readShippedReference } from './reference-files.ts'
import { registryImports } from './tables.ts'

export interface StartedImport {
  /** By which `getImportRun` knows it. */
  readonly id: string
  /** Columns of the file that are not read. */
  readonly unread: readonly string[]
  /** Rejects with the Problem that undid the import as a whole. Nobody needs to wait for it. */
  readonly finished: Promise<ImportOutcome>
}

const permissions: Readonly<Record<ImportKind, Permission>> = {
  agencies: canImportAgencies,
  units: canImportUnits,
  people: canImportPeople,
}

/** For doors, before they take a file in. Throws `access.refused` or `access.signInFirst`. */
export function requireImporter(actor: Actor, kind: ImportKind): void {
  requireSomewhere(actor, permissions[kind])
}

/**
 * Reads the file at once and keeps it no longer than it runs. Throws, before anything is begun, `access.refused` or
 * what `readTable` throws.
 */
export async function startImport(
  doorway: Doorway,
  actor: Actor,
  upload: Upload & Pick<ImportWay, 'isAllOrNothing'>,
): Promise<StartedImport> {
  requireImporter(actor, upload.kind)
  const table = await readTable(upload.bytes, upload.file)
  const id = await act(doorway, actor, (context) => beginRun(context, upload, table.rows.length - 1))
  const { kind, isAllOrNothing = false } = upload
  const unread = findUnread(table, columnsOfLists[kind])
  const finished = follow(doorway, id, (onProgress) =>
    act(doorway, actor, (context) => importTable(context, kind, table)({ isAllOrNothing, onProgress })),
  ).then(async (outcome) => {
    const isRefused = isAllOrNothing && outcome.faults.length > 0
    const result = { ...resultOf(outcome), unread }
    const ended = isRefused
      ? { state: 'refused', result }
      : { state: 'done', result, rowsDone: table.rows.length - 1 }
    await noteRun(doorway, id, ended)
    return outcome
  })
  finished.catch((error: Error) => doorway.log.warn({ reason: error.message, import: id }, 'import failed'))
  return { id, unread, finished }
}

const dayMilliseconds = 86_400_000

/** Where runs begin, old ones are forgotten: what they kept names people. */
async function beginRun(
  { actor, now, transaction }: Context,
  { kind, file }: Upload,
  rowsTotal: number,
): Promise<string> {
  const oldest = new Date(now.getTime() - keptDays * dayMilliseconds)
  await transaction.delete(registryImports).where(lt(registryImports.startedAt, oldest))
  const id = newId()
  await transaction.insert(registryImports).values({
    ...{ id, kind, fileName: file.slice(-200), startedAt: now, progressedAt: now },
    ...{ actorKind: actor.kind, startedBy: traceOf(actor), rowsTotal, rowsDone: 0, state: 'running' },
  })
  return id
}

function importTable(
  context: Context,
  kind: ImportKind,
  table: Table,
): (way: ImportWay) => Promise<ImportOutcome> {
  if (kind === 'units') return (way) => importUnits(context, table, way)
  if (kind === 'people') return (way) => importPeople(context, table, way)
  return async (way) => importAgencies(context, { ...table, reference: await readShippedReference() }, way)
}

/** Keeps the run informed while the work is done, and of its failure. */
async function follow(
  doorway: Doorway,
  id: string,
  work: (onProgress: (written: number, total: number) => Promise<void>) => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  try {
    return await work((written) => noteRun(doorway, id, { rowsDone: written }))
  } catch (error) {
    const { code, parameters } =
      error instanceof Problem ? error : new Problem('unavailable', 'service.unavailable')
    const nothing = { added: 0, updated: 0, unchanged: 0, faults: [], failedRows: 0 }
    await noteRun(doorway, id, { state: 'failed', result: { ...nothing, problem: { code, parameters } } })
    throw error
  }
}

/** An import does not fail because nobody could be told how far it is. */
async function noteRun(
  { database, log, clock }: Doorway,
  id: string,
  values: Partial<typeof registryImports.$inferInsert>,
): Promise<void> {
  await database.query
    .update(registryImports)
    .set({ ...values, progressedAt: clock() })
    .where(eq(registryImports.id, id))
    .catch((error: Error) => log.warn({ reason: error.message, import: id }, 'progress not noted'))
}

function resultOf({ added, updated, unchanged, faults }: ImportOutcome): ImportResult {
  return {
    ...{ added, updated, unchanged, failedRows: countLines(faults) },
    faults: faults.slice(0, mostKeptFaults),
  }
}
