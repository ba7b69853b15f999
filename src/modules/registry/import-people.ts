/** Takes a list of people into the registry: the good rows of it, or all or none; known by agency and e-mail. */
import { sql } from 'drizzle-orm'
import type { Role } from '#base/actor.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canImportPeople } from './access.ts'
import {
  decide,
  type ImportFile,
  type ImportOutcome,
  type ImportWay,
  importDetails,
  writePlan,
} from './import-list.ts'
import { placeRows, requireSomewhere } from './place-rows.ts'
import { type PersonPlan, type PersonRow, planPeople } from './plan-people.ts'
import type { ListFile } from './read-list.ts'
import { readPeople } from './read-people.ts'
import { people } from './tables.ts'

/** Rows of agencies the actor may not touch fail. Throws `access.refused`, or `csv.invalid` where the heading will not do. */
export async function importPeople(
  context: Context,
  file: ImportFile,
  way: ImportWay = {},
): Promise<ImportOutcome> {
  const { actor, transaction } = context
  requireSomewhere(actor, canImportPeople)
  // As with agencies: the second of two imports waits.
  if (!way.isPreview) await transaction.execute(sql`lock table ${people} in share row exclusive mode`)
  const { plan, role } = await planPeopleImport(context, file)
  const { outcome, isWritten } = decide(plan, way)
  if (!isWritten) return outcome
  await writePlan(plan, (rows) => storePeople(transaction, rows), way.onProgress)
  await recordEvent(context, {
    event: 'registry.peopleImported',
    role,
    subject: 'registry',
    details: importDetails(outcome, file.hash),
  })
  return outcome
}

/** Writes nothing. Throws as the import does. */
export async function planPeopleImport(
  context: Pick<Context, 'actor' | 'transaction'>,
  file: ListFile,
): Promise<{ readonly plan: PersonPlan; readonly role: Role | null }> {
  const { role, placed, faults } = await placeRows(context, canImportPeople, readPeople(file))
  return { plan: await planPeople(context.transaction, placed, faults), role }
}

async function storePeople(transaction: Queryable, rows: readonly PersonRow[]): Promise<void> {
  await transaction
    .insert(people)
    .values([...rows])
    .onConflictDoUpdate({
      target: people.id,
      set: {
        unitId: sql`excluded.unit_id`,
        name: sql`excluded.name`,
        positionTitle: sql`excluded.position_title`,
        phone: sql`excluded.phone`,
        leftOn: sql`excluded.left_on`,
      },
    })
}
