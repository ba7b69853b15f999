/** Says that an officer has left, or is back. What they did stays theirs: nobody is deleted. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRemovePerson } from './access.ts'
import { requireOpenUnit } from './add-person.ts'
import { beginAct } from './agency-act.ts'
import { requireKnown } from './change-person.ts'
import { personSubject } from './person.ts'
import { getPerson } from './person-list.ts'
import { refuseField } from './read-form.ts'
import { people } from './tables.ts'

export interface PersonLeave {
  readonly id: string
  /** The last day they were there, as Thai offices write days; null takes it back. */
  readonly leftOn: string | null
}

/**
 * Throws `access.refused`, `registry.personNotFound`, `registry.personAnonymised`, `registry.formInvalid` for the day
 * or a unit that is closed by now, or `registry.leaveUnchanged`.
 */
export async function removePerson(context: Context, { id, leftOn }: PersonLeave): Promise<void> {
  const { transaction } = context
  const act = await beginAct(context, canRemovePerson, (await getPerson(transaction, id)).agency)
  const person = requireKnown(await getPerson(transaction, id))
  const day = leftOn === null ? null : parseDay(leftOn)
  if (day === undefined) refuseField('left_on', 'registry.dayInvalid', { value: leftOn ?? '' })
  if (day === person.leftOn) throw new Problem('conflict', 'registry.leaveUnchanged')
  if (day === null && person.unit !== null) requireOpenUnit(act, person.unit)
  await transaction.update(people).set({ leftOn: day }).where(eq(people.id, id))
  await recordEvent(context, {
    event: day === null ? 'person.returned' : 'person.removed',
    role: act.role,
    subject: personSubject(id),
    details: { agency: act.agency.code, leftOn: day },
  })
}
