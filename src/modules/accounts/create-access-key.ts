/** Makes an access key with which a program acts for its owner, no further than its scopes. */
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { newSecret } from '#platform/secret.ts'
import { canCreateAccessKey } from './access.ts'
import { keySubject, requireExpiry, requireScopes, writeKey } from './access-key.ts'
import { tidyName } from './account.ts'
import { requirePerson } from './own-account.ts'
import { accessKeys } from './tables.ts'

export interface KeyEntry {
  readonly name: string
  /** Names of permissions, or `read` for all that only read. */
  readonly scopes: readonly string[]
  readonly expiresAt: Date
}

/**
 * The key is shown once and kept nowhere. Throws `access.signInFirst`, `access.refused`, `account.nameInvalid`,
 * `accessKey.scopeMissing`, `accessKey.scopeUnknown`, or `accessKey.expiryInvalid`.
 */
export async function createAccessKey(
  context: Context,
  entry: KeyEntry,
): Promise<{ id: string; key: string }> {
  authorize(context.actor, canCreateAccessKey)
  const person = requirePerson(context.actor)
  const { transaction, now } = context
  const { expiresAt } = entry
  const name = tidyName(entry.name)
  const scopes = requireScopes(entry.scopes)
  requireExpiry(expiresAt, now)
  const id = newId()
  const { key, prefix, hash } = writeKey(newSecret())
  await transaction
    .insert(accessKeys)
    .values({ id, userId: person.id, name, secretHash: hash, prefix, scopes, createdAt: now, expiresAt })
  await recordEvent(context, {
    ...{ event: 'accessKey.created', subject: keySubject(id) },
    details: { scopes: scopes.join(' '), expiresAt: expiresAt.toISOString() },
  })
  return { id, key }
}
