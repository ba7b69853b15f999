/** Reads of accounts: whether there are any, one's own sessions, keys and passkeys, and an invitation by its token. */
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Person, Role } from '#base/actor.ts'
import type { Words } from '#base/words.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Doorway } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import type { Letter } from '#platform/mail-letter.ts'
import type { Secret } from '#platform/secret.ts'
import { readInvitationToken, requireOpen } from './invitation.ts'
import { takeInvitation } from './invitation-rows.ts'
import { writeInvitation } from './mail.ts'
import { accessKeys, instance, passkeys, roleGrants, sessions, users } from './tables.ts'

/** Whether the first administrator has been made. */
export async function hasStarted(db: Queryable): Promise<boolean> {
  const [[started], [granted]] = await Promise.all([
    db.select({ mode: instance.mode }).from(instance),
    db.select({ id: roleGrants.id }).from(roleGrants).limit(1),
  ])
  return started !== undefined || granted !== undefined
}

export interface Instance {
  readonly mode: 'centre' | 'agency'
  /** Whose instance it is, in the mode `agency`. */
  readonly agencyId: string | null
}

export async function findInstance(db: Queryable): Promise<Instance | null> {
  const [row] = await db.select().from(instance)
  return row ? { mode: row.mode === 'agency' ? 'agency' : 'centre', agencyId: row.agencyId } : null
}

/** Names by the ids of people; ids that nobody has are left out. */
export async function mapAccountNames(
  db: Queryable,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {}
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(sql`${users.id}::text = any(${sql.param([...new Set(ids)])}::text[])`)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The id of the person with an e-mail, in any case. */
export async function findPersonId(db: Queryable, email: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email.trim().toLowerCase()))
  return row?.id
}

export interface OpenInvitation {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** The agency it is for; null at the centre and for groups. */
  readonly place: Words | null
  readonly expiresAt: Date
}

/** Throws `invitation.tokenWrong`, `invitation.accepted`, `invitation.withdrawn` or `invitation.expired`. */
export async function getInvitation(
  { database, clock }: Doorway,
  { secret }: { readonly secret: Secret },
  token: string,
): Promise<OpenInvitation> {
  const invitation = await takeInvitation(database.query, readInvitationToken(secret, token))
  requireOpen(invitation, clock())
  const { name, email, expiresAt, agencyId } = invitation
  const place = await findAgencyName(database.query, agencyId)
  return { name, email, role: invitation.role as Role, place, expiresAt }
}

export interface LetterSettings {
  readonly baseUrl: string
  readonly secret: Secret
}

/**
 * The letter for an invitation, for whoever reacts to `account.invited`; null where it was accepted or withdrawn
 * meanwhile. Throws `invitation.notFound`.
 */
export async function invitationLetterFor(
  db: Queryable,
  id: string,
  { baseUrl, secret }: LetterSettings,
): Promise<Letter | null> {
  const invitation = await takeInvitation(db, id)
  if (invitation.acceptedAt || invitation.withdrawnAt) return null
  const agency = await findAgencyName(db, invitation.agencyId)
  return writeInvitation({ ...invitation, role: invitation.role as Role, agency, baseUrl, secret })
}

async function findAgencyName(db: Queryable, agencyId: string | null): Promise<Words | null> {
  if (!agencyId) return null
  const [row] = await db
    .select({ th: agencies.nameTh, en: agencies.nameEn })
    .from(agencies)
    .where(eq(agencies.id, agencyId))
  return row ?? null
}

export interface ListedSession {
  readonly id: string
  /** As the browser calls itself. */
  readonly userAgent: string
  readonly means: string
  readonly createdAt: Date
  /** When it was last made to last longer, at most a day ago if it is in use. */
  readonly updatedAt: Date
}

/** The person's own that have not run out, the newest first. */
export async function listSessions(db: Queryable, { id }: Pick<Person, 'id'>): Promise<ListedSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, id), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.createdAt))
  return rows.map(({ id: session, userAgent, means, createdAt, updatedAt }) => ({
    ...{ id: session, userAgent: userAgent ?? '', means, createdAt, updatedAt },
  }))
}

export interface ListedKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date
  /** A day such as "2026-01-29". */
  readonly lastUsedOn: string | null
}

/** The person's own that were not revoked, expired ones included, the newest first. */
export function listAccessKeys(db: Queryable, { id }: Pick<Person, 'id'>): Promise<ListedKey[]> {
  return db
    .select({
      id: accessKeys.id,
      name: accessKeys.name,
      prefix: accessKeys.prefix,
      scopes: accessKeys.scopes,
      createdAt: accessKeys.createdAt,
      expiresAt: accessKeys.expiresAt,
      lastUsedOn: accessKeys.lastUsedOn,
    })
    .from(accessKeys)
    .where(and(eq(accessKeys.userId, id), isNull(accessKeys.revokedAt)))
    .orderBy(desc(accessKeys.createdAt), desc(accessKeys.id))
}

export interface ListedPasskey {
  readonly id: string
  readonly name: string | null
  readonly createdAt: Date | null
}

export function listPasskeys(db: Queryable, { id }: Pick<Person, 'id'>): Promise<ListedPasskey[]> {
  return db
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, id))
    .orderBy(desc(passkeys.createdAt))
}
