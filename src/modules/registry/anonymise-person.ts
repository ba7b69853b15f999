/** Takes away all that tells who an officer who has left was. There is no way back. */
import { eq } from 'drizzle-orm'
import { dayOf } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAnonymisePerson } from './access.ts'
import { beginAct } from './agency-act.ts'
import { requireKnown } from './change-person.ts'
import { personSubject } from './person.ts'
import { getPerson } from './person-list.ts'
import { people } from './tables.ts'

/** Throws `access.refused`, `registry.personNotFound`, `registry.personAnonymised` or `registry.personStillThere`. */
export async function anonymisePerson(context: Context, id: string): Promise<void> {
  const { transaction, now } = context
  const act = await beginAct(context, canAnonymisePerson, (await getPerson(transaction, id)).agency)
  const { leftOn } = requireKnown(await getPerson(transaction, id))
  if (leftOn === null) throw new Problem('conflict', 'registry.personStillThere')
  await transaction
    .update(people)
    .set({ name: null, positionTitle: null, email: null, phone: null, anonymisedOn: dayOf(now) })
    .where(eq(people.id, id))
  await recordEvent(context, {
    event: 'person.anonymised',
    role: act.role,
    subject: personSubject(id),
    details: { agency: act.agency.code },
  })
}
