/** Writes a new person with their password. */
import { hashPassword } from 'better-auth/crypto'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import { requirePassword, tidyEmail, tidyName } from './account.ts'
import { credentials, users } from './tables.ts'

export interface NewUser {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Their id. Throws `account.emailTaken`, and what `account.ts` throws of names, e-mails and passwords. */
export async function storeUser({ transaction, now }: Context, entry: NewUser): Promise<string> {
  requirePassword(entry.password)
  const id = newId()
  const times = { createdAt: now, updatedAt: now }
  const added = await transaction
    .insert(users)
    .values({ id, name: tidyName(entry.name), email: tidyEmail(entry.email), emailVerified: true, ...times })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id })
  if (added.length === 0) throw new Problem('conflict', 'account.emailTaken')
  const password = await hashPassword(entry.password)
  await transaction
    .insert(credentials)
    .values({ id: newId(), userId: id, accountId: id, providerId: 'credential', password, ...times })
  return id
}
