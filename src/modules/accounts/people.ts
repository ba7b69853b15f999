/** Who has an account, for those who look after accounts: a page of people, one person, invitations. */
import { and, asc, count, desc, eq, exists, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import type { Actor, Grant } from '#base/actor.ts'
import { authorize, isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { canListAccounts } from './access.ts'
import { placeOf } from './grants.ts'
import { nameGroups } from './group-names.ts'
import { type InvitationState, stateOf } from './invitation.ts'
import { toGrant } from './role.ts'
import { invitations, passkeys, roleGrants, users } from './tables.ts'

export interface PageOf {
  /** From 1. */
  readonly number: number
  readonly size: number
}

export interface PeopleQuery {
  /** Part of a name or e-mail. */
  readonly search?: string | undefined
  /** Only people with a role at this agency or in a unit of it. */
  readonly agencyId?: string | undefined
  readonly page: PageOf
}

export interface ListedGrant extends Grant {
  readonly id: string
  /** The agency's code and name, where the scope names one. */
  readonly agency: { readonly code: string; readonly name: Words } | null
  /** The names of the type, ministry and province, where the scope is such a group. */
  readonly groups: readonly Words[]
  readonly grantedAt: Date
  readonly endedAt: Date | null
  readonly endReason: string | null
}

export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly disabledAt: Date | null
  /** Codes from an app or a passkey. */
  readonly hasSecondFactor: boolean
  /** Active ones; of one person, ended ones too. */
  readonly grants: readonly ListedGrant[]
}

export interface PeopleList {
  readonly people: readonly ListedPerson[]
  /** How many there are on all pages. */
  readonly total: number
}

/** Everybody for those who list at the centre; with `agencyId` for those who list there. Throws `access.refused`. */
export async function listPeople(db: Queryable, actor: Actor, query: PeopleQuery): Promise<PeopleList> {
  await authorizeListing(db, actor, query.agencyId)
  const where = and(matches(query.search), query.agencyId ? worksAt(db, query.agencyId) : undefined)
  const { number, size } = query.page
  const rows = await selectPeople(db)
    .where(where)
    .orderBy(asc(sql`${users.name} collate "th-x-icu"`), users.id)
    .limit(size)
    .offset((number - 1) * size)
  const [counted] = await db.select({ total: count() }).from(users).where(where)
  const grants = await listGrants(db, { ids: rows.map(({ id }) => id), isActiveOnly: true })
  const people = rows.map((row) => ({ ...row, grants: grants.get(row.id) ?? [] }))
  return { people, total: counted?.total ?? 0 }
}

/** With all grants, ended ones too. For the person, and for those who list where the person has a role. */
export async function getPerson(db: Queryable, actor: Actor, id: string): Promise<ListedPerson> {
  const found = isUuid(id) ? await selectPeople(db).where(eq(users.id, id)) : []
  const [row] = found
  const grants = row ? ((await listGrants(db, { ids: [id], isActiveOnly: false })).get(id) ?? []) : []
  const isOwn = actor.kind === 'person' && actor.id === id
  if (!isOwn && !(await mayList(db, actor, grants))) authorize(actor, canListAccounts)
  if (!row) throw new Problem('notFound', 'account.notFound')
  return { ...row, grants }
}

export interface InvitationsQuery {
  readonly agencyId?: string | undefined
  readonly now: Date
  readonly page: PageOf
}

export interface ListedInvitation extends Grant {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly agency: ListedGrant['agency']
  readonly groups: ListedGrant['groups']
  readonly state: InvitationState
  readonly invitedAt: Date
  readonly expiresAt: Date
}

export interface InvitationList {
  readonly invitations: readonly ListedInvitation[]
  /** How many there are on all pages. */
  readonly total: number
}

/** The newest first. Throws `access.refused`. */
export async function listInvitations(
  db: Queryable,
  actor: Actor,
  { agencyId, now, page }: InvitationsQuery,
): Promise<InvitationList> {
  await authorizeListing(db, actor, agencyId)
  const where = agencyId ? eq(invitations.agencyId, agencyId) : undefined
  const rows = await db
    .select({ invitation: invitations, agency: agencyColumns })
    .from(invitations)
    .leftJoin(agencies, eq(agencies.id, invitations.agencyId))
    .where(where)
    .orderBy(desc(invitations.invitedAt), desc(invitations.id))
    .limit(page.size)
    .offset((page.number - 1) * page.size)
  const listed = rows.map(({ invitation, agency }) => {
    const { id, name, email, invitedAt, expiresAt } = invitation
    const state = stateOf(invitation, now)
    return { id, name, email, invitedAt, expiresAt, state, agency: toAgency(agency), ...toGrant(invitation) }
  })
  const groupsOf = await nameGroups(db, listed)
  return {
    invitations: listed.map((each) => ({ ...each, groups: groupsOf(each) })),
    total: await db.$count(invitations, where),
  }
}

async function authorizeListing(db: Queryable, actor: Actor, agencyId: string | undefined): Promise<void> {
  const place = agencyId === undefined ? undefined : await placeOf(db, { kind: 'agency', agencyId })
  authorize(actor, canListAccounts, place)
}

async function mayList(db: Queryable, actor: Actor, grants: readonly ListedGrant[]): Promise<boolean> {
  for (const { scope, endedAt } of grants) {
    if (endedAt === null && isAllowed(actor, canListAccounts, await placeOf(db, scope))) return true
  }
  return false
}

function selectPeople(db: Queryable) {
  const withPasskey = exists(
    db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.userId, users.id)),
  )
  return db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      disabledAt: users.disabledAt,
      hasSecondFactor: sql<boolean>`coalesce(${users.twoFactorEnabled}, false) or ${withPasskey}`,
    })
    .from(users)
    .$dynamic()
}

function matches(search: string | undefined): SQL | undefined {
  const term = search?.trim()
  if (!term) return undefined
  const pattern = `%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return or(ilike(users.name, pattern), ilike(users.email, pattern))
}

function worksAt(db: Queryable, agencyId: string): SQL {
  const there = and(
    eq(roleGrants.userId, users.id),
    eq(roleGrants.agencyId, agencyId),
    isNull(roleGrants.endedAt),
  )
  return exists(db.select({ id: roleGrants.id }).from(roleGrants).where(there))
}

const agencyColumns = { code: agencies.code, nameTh: agencies.nameTh, nameEn: agencies.nameEn }

function toAgency(row: { code: string; nameTh: string; nameEn: string } | null): ListedGrant['agency'] {
  return row && { code: row.code, name: { th: row.nameTh, en: row.nameEn } }
}

interface GrantsQuery {
  readonly ids: readonly string[]
  readonly isActiveOnly: boolean
}

async function listGrants(db: Queryable, { ids, isActiveOnly }: GrantsQuery) {
  const byPerson = new Map<string, ListedGrant[]>()
  if (ids.length === 0) return byPerson
  const rows = await db
    .select({ grant: roleGrants, agency: agencyColumns })
    .from(roleGrants)
    .leftJoin(agencies, eq(agencies.id, roleGrants.agencyId))
    .where(and(inArray(roleGrants.userId, [...ids]), isActiveOnly ? isNull(roleGrants.endedAt) : undefined))
    .orderBy(roleGrants.grantedAt, roleGrants.id)
  const groupsOf = await nameGroups(
    db,
    rows.map(({ grant }) => toGrant(grant)),
  )
  for (const { grant, agency } of rows) {
    const { id, userId, grantedAt, endedAt, endReason } = grant
    const given = toGrant(grant)
    const place = { agency: toAgency(agency), groups: groupsOf(given) }
    const listed = { id, ...given, ...place, grantedAt, endedAt, endReason }
    byPerson.set(userId, [...(byPerson.get(userId) ?? []), listed])
  }
  return byPerson
}
