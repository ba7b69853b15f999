/** Adds an officer to an agency. */
import { and, eq } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canAddPerson } from './access.ts'
import { type AgencyAct, beginAct, findUnit } from './agency-act.ts'
import { personSubject } from './person.ts'
import { personCellReaders } from './person-cells.ts'
import { type PersonField, personColumnsOfLists } from './person-record.ts'
import { type Form, missing, readForm, refuseField } from './read-form.ts'
import { people } from './tables.ts'

export type PersonForm = Form<Exclude<PersonField, 'agency'>>

/**
 * Gives the id. Throws `access.refused`, `registry.agencyNotFound`, `registry.formInvalid` with a finding for each
 * field to mend, or `registry.emailTaken`.
 */
export async function addPerson(context: Context, agencyCode: string, form: PersonForm): Promise<string> {
  const { transaction } = context
  const act = await beginAct(context, canAddPerson, agencyCode)
  const { fields, required } = personColumnsOfLists
  const values = readForm<PersonField>(form, { fields, required, readers: personCellReaders })
  const { name, email, unit, position, phone } = values
  if (!name || !email) {
    const absent = name ? ['email'] : email ? ['name'] : ['name', 'email']
    throw Problem.ofFindings('registry.formInvalid', absent.map(missing))
  }
  const { agencyId } = act.agency.place
  await requireFreeEmail(transaction, agencyId, email)
  const id = newId()
  await transaction.insert(people).values({
    ...{ id, agencyId, unitId: unit ? requireOpenUnit(act, unit) : null },
    ...{ name, email, positionTitle: position ?? null, phone: phone ?? null },
  })
  await recordEvent(context, {
    event: 'person.added',
    role: act.role,
    subject: personSubject(id),
    details: { agency: act.agency.code },
  })
  return id
}

/** Gives the id. Throws `registry.formInvalid`. */
export function requireOpenUnit({ stored }: AgencyAct, code: string): string {
  const unit = findUnit(stored, code)
  if (!unit) return refuseField('unit', 'registry.noSuchUnit', { value: code })
  if (unit.closedOn) return refuseField('unit', 'registry.unitClosed', { value: unit.code })
  return unit.id
}

/** Throws `registry.emailTaken`. */
export async function requireFreeEmail(db: Queryable, agencyId: string, email: string): Promise<void> {
  const [taken] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.agencyId, agencyId), eq(people.emailKey, email.toLowerCase())))
  if (taken) throw new Problem('conflict', 'registry.emailTaken', { value: email, field: 'email' })
}
