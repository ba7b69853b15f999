/** Takes a list of units into the registry: the good rows of it, or all or none; a unit is known by agency and code. */
import { sql } from 'drizzle-orm'
import type { Role } from '#base/actor.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canImportUnits } from './access.ts'
import {
  decide,
  type ImportFile,
  type ImportOutcome,
  type ImportWay,
  importDetails,
  writePlan,
} from './import-list.ts'
import { placeRows, requireSomewhere } from './place-rows.ts'
import { planUnits, type UnitPlan, type UnitRow } from './plan-units.ts'
import type { ListFile } from './read-list.ts'
import { readUnits } from './read-units.ts'
import { units } from './tables.ts'

/** Rows of agencies the actor may not touch fail. Throws `access.refused`, or `csv.invalid` where the heading will not do. */
export async function importUnits(
  context: Context,
  file: ImportFile,
  way: ImportWay = {},
): Promise<ImportOutcome> {
  const { actor, transaction } = context
  requireSomewhere(actor, canImportUnits)
  // As with agencies: the second of two imports waits.
  if (!way.isPreview) await transaction.execute(sql`lock table ${units} in share row exclusive mode`)
  const { plan, role } = await planUnitImport(context, file)
  const { outcome, isWritten } = decide(plan, way)
  if (!isWritten) return outcome
  await writePlan(plan, (rows) => storeUnits(transaction, rows), way.onProgress)
  await recordEvent(context, {
    event: 'registry.unitsImported',
    role,
    subject: 'registry',
    details: importDetails(outcome, file.hash),
  })
  return outcome
}

/** Writes nothing. Throws as the import does. */
export async function planUnitImport(
  context: Pick<Context, 'actor' | 'transaction'>,
  file: ListFile,
): Promise<{ readonly plan: UnitPlan; readonly role: Role | null }> {
  const { role, placed, faults } = await placeRows(context, canImportUnits, readUnits(file))
  return { plan: await planUnits(context.transaction, placed, faults), role }
}

async function storeUnits(transaction: Queryable, rows: readonly UnitRow[]): Promise<void> {
  await transaction
    .insert(units)
    .values([...rows])
    .onConflictDoUpdate({
      target: units.id,
      set: {
        nameTh: sql`excluded.name_th`,
        nameEn: sql`excluded.name_en`,
        kind: sql`excluded.kind`,
        parentId: sql`excluded.parent_id`,
        closedOn: sql`excluded.closed_on`,
      },
    })
}
