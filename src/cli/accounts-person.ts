/** Finds the person an operator names by e-mail. */
import { Problem } from '#base/problem.ts'
import { findPersonId } from '#modules/accounts/queries.ts'
import type { Queryable } from '#platform/database.ts'

/** Throws `account.notFound`. */
export async function getPersonId(db: Queryable, email: string): Promise<string> {
  const id = await findPersonId(db, email)
  if (id === undefined) throw new Problem('notFound', 'account.notFound')
  return id
}
