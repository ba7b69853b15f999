/** Takes a list of agencies into the registry: the good rows of it, or all or none; an agency is known by its code. */
import { sql } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canImportAgencies } from './access.ts'
import { getReference } from './agency-list.ts'
import {
  decide,
  type ImportFile,
  type ImportOutcome,
  type ImportWay,
  importDetails,
  writePlan,
} from './import-list.ts'
import { installReference } from './install-reference.ts'
import { type AgencyPlan, planAgencies } from './plan-agencies.ts'
import { readAgencies } from './read-agencies.ts'
import type { ListFile } from './read-list.ts'
import type { Reference } from './reference.ts'
import { storeAgencies } from './store-agencies.ts'
import { agencies } from './tables.ts'

interface WithReference {
  /** The lists to put in place first where the registry has none yet. */
  readonly reference: Reference
}

/** Throws `access.refused`, or `csv.invalid` where the heading will not do. */
export async function importAgencies(
  context: Context,
  file: ImportFile & WithReference,
  way: ImportWay = {},
): Promise<ImportOutcome> {
  const { actor, transaction } = context
  const role = authorize(actor, canImportAgencies)
  // Two imports at once would both take a new code for theirs to add: the second waits. Reads go on.
  if (!way.isPreview) await transaction.execute(sql`lock table ${agencies} in share row exclusive mode`)
  const { plan, isNew } = await planAgencyImport(context, file)
  const { outcome, isWritten } = decide(plan, way)
  if (!isWritten) return outcome
  if (isNew) await installReference(context, file.reference)
  await writePlan(plan, (rows) => storeAgencies(transaction, rows, 'imported'), way.onProgress)
  await recordEvent(context, {
    event: 'registry.agenciesImported',
    role,
    subject: 'registry',
    details: importDetails(outcome, file.hash),
  })
  return outcome
}

/** Writes nothing. Throws as the import does. */
export async function planAgencyImport(
  { actor, transaction }: Pick<Context, 'actor' | 'transaction'>,
  file: ListFile & WithReference,
): Promise<{ readonly plan: AgencyPlan; readonly isNew: boolean }> {
  authorize(actor, canImportAgencies)
  const installed = await getReference(transaction)
  const isNew = installed.types.length === 0
  const read = readAgencies(file, isNew ? file.reference : installed)
  return { plan: await planAgencies(transaction, read), isNew }
}
