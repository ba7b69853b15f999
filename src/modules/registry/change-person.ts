/** Changes what is known of an officer, or the unit they belong to. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canChangePerson } from './access.ts'
import { requireFreeEmail, requireOpenUnit } from './add-person.ts'
import { beginAct } from './agency-act.ts'
import { personSubject } from './person.ts'
import { personCellReaders } from './person-cells.ts'
import { getPerson, type Officer } from './person-list.ts'
import { type PersonField, personColumnsOfLists } from './person-record.ts'
import { findChanges } from './plan.ts'
import { type Form, readForm } from './read-form.ts'
import { people } from './tables.ts'

export type PersonChangeForm = Form<Exclude<PersonField, 'agency'>>

/**
 * A field that is absent stays as it is; an empty one is cleared. Gives whether anything changed.
 * Throws `access.refused`, `registry.personNotFound`, `registry.personAnonymised`, `registry.formInvalid` or
 * `registry.emailTaken`.
 */
export async function changePerson(context: Context, id: string, form: PersonChangeForm): Promise<boolean> {
  const { transaction } = context
  const act = await beginAct(context, canChangePerson, (await getPerson(transaction, id)).agency)
  const before = cellsOf(requireKnown(await getPerson(transaction, id)))
  const { fields, required } = personColumnsOfLists
  const values = readForm<PersonField>(form, { fields, required, readers: personCellReaders })
  const after = { ...before, ...values }
  const changed = findChanges(before, after).map(({ field }) => field)
  if (changed.length === 0) return false
  const isOtherEmail = after.email?.toLowerCase() !== before.email?.toLowerCase()
  if (isOtherEmail && after.email) await requireFreeEmail(transaction, act.agency.place.agencyId, after.email)
  const isMoved = changed.includes('unit')
  await transaction
    .update(people)
    .set({
      ...{ name: after.name, positionTitle: after.position, email: after.email, phone: after.phone },
      ...(isMoved ? { unitId: after.unit ? requireOpenUnit(act, after.unit) : null } : {}),
    })
    .where(eq(people.id, id))
  await recordEvent(context, {
    event: 'person.changed',
    role: act.role,
    subject: personSubject(id),
    details: { agency: act.agency.code, fields: changed.join(', ') },
  })
  return true
}

function cellsOf({ unit, name, position, email, phone }: Officer) {
  return { unit, name, position, email, phone }
}

/** Throws `registry.personAnonymised`. */
export function requireKnown(person: Officer): Officer {
  const { anonymisedOn } = person
  if (anonymisedOn !== null) throw new Problem('conflict', 'registry.personAnonymised', { day: anonymisedOn })
  return person
}
