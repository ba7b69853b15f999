/** An access key for a program: its form, what it may be limited to, and how long it may last. */
import { contentHash } from '#base/id.ts'
import { readScope } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { permissionNames } from '#text/th/access.ts'

const mostDays = 366
const dayMilliseconds = 86_400_000

/** What adds to or changes the person's own ways in is for the person alone, in a browser. */
const notForKeys = ['accessKey.create', 'password.change', 'secondFactor.set', 'session.revoke']

/** What a key may be limited to: reading, or one act by the name of its permission. */
export const keyScopes: readonly string[] = [
  readScope,
  ...Object.keys(permissionNames).filter((name) => !notForKeys.includes(name)),
]

export const keySubject = (id: string): string => `accessKey:${id}`

/** Of 48 characters made by chance: the first 8 are the prefix, all of them the secret. Shown once. */
export function writeKey(secret: string): {
  readonly key: string
  readonly prefix: string
  readonly hash: string
} {
  const prefix = secret.slice(0, 8)
  return { key: `prs_${prefix}_${secret}`, prefix, hash: contentHash(secret) }
}

const keyForm = /^Bearer +prs_[0-9a-f]{8}_([0-9a-f]{48})$/i

/** The hash to look for. Throws `account.keyInvalid` where the header holds no key. */
export function readKeyHash(header: string): string {
  const secret = keyForm.exec(header.trim())?.[1]
  if (!secret) throw new Problem('forbidden', 'account.keyInvalid')
  return contentHash(secret.toLowerCase())
}

/** Each once. Throws `accessKey.scopeUnknown`, or `accessKey.scopeMissing` where there is none. */
export function requireScopes(scopes: readonly string[]): string[] {
  const given = [...new Set(scopes)]
  if (given.length === 0) throw new Problem('invalid', 'accessKey.scopeMissing')
  for (const scope of given) {
    const isKnown = scope === readScope || (scope in permissionNames && !notForKeys.includes(scope))
    if (!isKnown) throw new Problem('invalid', 'accessKey.scopeUnknown', { scope })
  }
  return given
}

/** Throws `accessKey.expiryInvalid` unless it lies ahead and within a year. */
export function requireExpiry(expiresAt: Date, now: Date): void {
  const days = (expiresAt.getTime() - now.getTime()) / dayMilliseconds
  if (!(days > 0 && days <= mostDays)) throw new Problem('invalid', 'accessKey.expiryInvalid')
}
