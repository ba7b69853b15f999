/** What people do with their own account needs a person: the operator and the system have none. */
import type { Actor, Person } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'

/** Throws `account.personOnly`. */
export function requirePerson(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Problem('forbidden', 'account.personOnly')
  return actor
}
