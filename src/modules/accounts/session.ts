/** Who sends a request: by the cookie of a session, or by an access key. */
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { type Actor, anyone, type Person, type Role } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import type { Doorway } from '#platform/context.ts'
import { readKeyHash } from './access-key.ts'
import { isOfDemo } from './account.ts'
import type { Accounts } from './accounts.ts'
import { cookiesOf } from './auth-answer.ts'
import { listActiveGrants } from './grants.ts'
import { needsSecondFactor } from './role.ts'
import { isStrong } from './session-means.ts'
import { accessKeys, passkeys, users } from './tables.ts'

export interface SignedIn {
  readonly person: Person
  readonly email: string
  readonly sessionId: string
  /** Granted, but not held in this session, for want of a second factor. */
  readonly withheldRoles: readonly Role[]
  /** Whether the person has set one up: codes from an app, or a passkey. */
  readonly secondFactor: boolean
  /** Codes from an app are set up: they can be asked for in a session that began without. */
  readonly hasCodes: boolean
  /** Two things were proven when the session began, or since. */
  readonly isProven: boolean
  /** Cookies to set, where the session was made to last longer. */
  readonly headers: Headers
}

/** Null for nobody: no session, one that was ended or ran out, or a person who is disabled. */
export async function findSignedIn(accounts: Accounts, headers: Headers): Promise<SignedIn | null> {
  if (!headers.has('cookie')) return null
  const db = accounts.doorway.database.query
  const found = await accounts.pooled.api.getSession({ headers, returnHeaders: true })
  const { user, session } = found.response ?? {}
  if (!user || !session || user.disabledAt) return null
  if (!accounts.isDemo && isOfDemo(user.email)) return null
  const granted = await listActiveGrants(db, user.id)
  const isProven = isStrong(String(session.means))
  const holds = accounts.isDemo || isProven
  const isHeld = (grant: (typeof granted)[number]) => holds || !needsSecondFactor(grant)
  const [withPasskey] = await db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(eq(passkeys.userId, user.id))
    .limit(1)
  return {
    person: { kind: 'person', id: user.id, name: user.name, grants: granted.filter(isHeld) },
    email: user.email,
    sessionId: session.id,
    withheldRoles: [...new Set(granted.filter((grant) => !isHeld(grant)).map(({ role }) => role))],
    secondFactor: user.twoFactorEnabled === true || withPasskey !== undefined,
    hasCodes: user.twoFactorEnabled === true,
    isProven,
    headers: cookiesOf(found.headers),
  }
}

export async function findActor(accounts: Accounts, headers: Headers): Promise<Actor> {
  return (await findSignedIn(accounts, headers))?.person ?? anyone
}

/** For verbs that work with a session's cookie. Throws `account.signedOut`. */
export async function getSignedIn(accounts: Accounts, headers: Headers): Promise<SignedIn> {
  const signedIn = await findSignedIn(accounts, headers)
  if (!signedIn) throw new Problem('forbidden', 'account.signedOut')
  return signedIn
}

/**
 * Before ways to prove oneself are added or taken away, and before keys are made: whoever has a second factor must have
 * proven it, so that a password alone leads to nothing more. Throws `account.proveFirst`.
 */
export function requireProven({ secondFactor, isProven }: Pick<SignedIn, 'secondFactor' | 'isProven'>): void {
  if (secondFactor && !isProven) throw new Problem('forbidden', 'account.proveFirst')
}

/**
 * The owner of the access key in an `Authorization` header (`Bearer prs_…`), limited to the key's scopes. Throws
 * `account.keyInvalid` for a key that is unknown, revoked or expired, or whose owner is disabled or of the demo outside it.
 */
export async function findActorByKey(
  { doorway, isDemo }: Pick<Accounts, 'doorway' | 'isDemo'>,
  authorization: string,
): Promise<Person> {
  const { database, clock } = doorway
  const hash = readKeyHash(authorization)
  const now = clock()
  const hasPasskey = sql<boolean>`exists (select from ${passkeys} where ${passkeys.userId} = ${users.id})`
  const [found] = await database.query
    .select({ key: accessKeys, user: users, hasPasskey })
    .from(accessKeys)
    .innerJoin(users, eq(users.id, accessKeys.userId))
    .where(
      and(
        eq(accessKeys.secretHash, hash),
        isNull(accessKeys.revokedAt),
        gt(accessKeys.expiresAt, now),
        isNull(users.disabledAt),
      ),
    )
  if (!found) throw new Problem('forbidden', 'account.keyInvalid')
  const { key, user } = found
  if (!isDemo && isOfDemo(user.email)) throw new Problem('forbidden', 'account.keyInvalid')
  await noteUse({ database, keyId: key.id, day: dayOf(now) })
  const holds = isDemo || user.twoFactorEnabled === true || found.hasPasskey
  const granted = await listActiveGrants(database.query, user.id)
  const grants = granted.filter((grant) => holds || !needsSecondFactor(grant))
  return { kind: 'person', id: user.id, name: user.name, grants, limitedTo: key.scopes }
}

/** The day alone, written once a day. */
async function noteUse({ database, keyId, day }: Pick<Doorway, 'database'> & { keyId: string; day: string }) {
  const isNew = or(isNull(accessKeys.lastUsedOn), sql`${accessKeys.lastUsedOn} < ${day}`)
  await database.query
    .update(accessKeys)
    .set({ lastUsedOn: day })
    .where(and(eq(accessKeys.id, keyId), isNew))
}
