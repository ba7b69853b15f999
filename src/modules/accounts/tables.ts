/** Accounts: people and how they sign in (as better-auth keeps it), the roles they were given, invitations and access keys. */
import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  type PgColumn,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { agencies, agencyTypes, ministries, provinces, units } from '#modules/registry/tables.ts'

const instant = () => timestamp({ withTimezone: true })

export const users = pgTable('users', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** In lower case. */
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  /** Never filled; better-auth asks for the column. */
  image: text(),
  twoFactorEnabled: boolean().default(false),
  /** From then on the person is nobody; null while they may sign in. */
  disabledAt: instant(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
})

const userId = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    token: text().notNull().unique(),
    /** How the person proved who they are: one of `means` in session-means.ts. */
    means: text().notNull(),
    userAgent: text(),
    /** Always null: addresses are not kept. */
    ipAddress: text(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (session) => [index().on(session.userId)],
)

/** A password (as scrypt hash) or a link to an account elsewhere. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    /** `credential` for a password, `oidc` for the identity provider. */
    providerId: text().notNull(),
    /** The person's id, or what the identity provider calls them. */
    accountId: text().notNull(),
    password: text(),
    /** The provider's tokens are never kept: the sign-in is all that is wanted of it. */
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (credential) => [
    index().on(credential.userId),
    unique('credentials_account').on(credential.providerId, credential.accountId),
  ],
)

/** Short-lived: password resets, passkey challenges, sign-ins that wait for a second factor or for the identity provider. */
export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    /** Hashed, so that a copy of the database resets no password. */
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (verification) => [index().on(verification.identifier)],
)

export const twoFactors = pgTable(
  'two_factors',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    /** Encrypted, as the backup codes are. */
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: instant(),
  },
  (factor) => [index().on(factor.userId)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    name: text(),
    publicKey: text().notNull(),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: instant(),
  },
  (passkey) => [index().on(passkey.userId)],
)

/** How often better-auth's own addresses were called lately. */
export const rateLimits = pgTable('rate_limits', {
  id: uuid().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint({ mode: 'number' }).notNull(),
})

/** Wrong tries lately, by a key that tells nothing of what was tried. */
export const failedTries = pgTable('failed_tries', {
  key: text().primaryKey(),
  count: integer().notNull(),
  /** When the first of them was. */
  since: instant().notNull(),
  /** Until then nothing is tried at all. */
  refusedUntil: instant(),
})

/** Where a role holds; the columns that do not belong to the kind are null. */
const scopeColumns = () => ({
  role: text().notNull(),
  scopeKind: text().notNull(),
  agencyId: uuid().references(() => agencies.id),
  unitId: uuid(),
  typeCode: text().references(() => agencyTypes.code),
  ministryCode: text().references(() => ministries.code),
  provinceCode: text().references(() => provinces.code),
})

interface UnitColumns {
  readonly agencyId: PgColumn
  readonly unitId: PgColumn
}

interface ScopeColumns extends UnitColumns {
  readonly scopeKind: PgColumn
  readonly typeCode: PgColumn
  readonly ministryCode: PgColumn
  readonly provinceCode: PgColumn
}

/** A unit is one of the agency named with it. */
const unitOfAgency = (name: string, { agencyId, unitId }: UnitColumns) =>
  foreignKey({ name, columns: [agencyId, unitId], foreignColumns: [units.agencyId, units.id] })

const isWholeScope = (scope: ScopeColumns): SQL => sql`case ${scope.scopeKind}
  when 'centre' then num_nonnulls(${scope.agencyId}, ${scope.unitId}, ${scope.typeCode}, ${scope.ministryCode}, ${scope.provinceCode}) = 0
  when 'group' then num_nonnulls(${scope.agencyId}, ${scope.unitId}) = 0 and num_nonnulls(${scope.typeCode}, ${scope.ministryCode}, ${scope.provinceCode}) > 0
  when 'agency' then num_nonnulls(${scope.unitId}, ${scope.typeCode}, ${scope.ministryCode}, ${scope.provinceCode}) = 0 and ${scope.agencyId} is not null
  when 'unit' then num_nonnulls(${scope.typeCode}, ${scope.ministryCode}, ${scope.provinceCode}) = 0 and num_nonnulls(${scope.agencyId}, ${scope.unitId}) = 2
  else false end`

/** A role given to a person. It ends by an entry in the row; the row stays. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    ...scopeColumns(),
    grantedAt: instant().notNull(),
    /** The person's id or the name of the operator or system that gave it. */
    grantedBy: text(),
    endedAt: instant(),
    endedBy: text(),
    endReason: text(),
  },
  (grant) => [
    index().on(grant.userId),
    index().on(grant.agencyId),
    unitOfAgency('role_grants_unit', grant),
    check('role_grants_scope', isWholeScope(grant)),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    /** In lower case. */
    email: text().notNull(),
    name: text().notNull(),
    ...scopeColumns(),
    invitedAt: instant().notNull(),
    invitedBy: text(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    withdrawnAt: instant(),
  },
  (invitation) => [
    index().on(invitation.email),
    index().on(invitation.agencyId),
    unitOfAgency('invitations_unit', invitation),
    check('invitations_scope', isWholeScope(invitation)),
  ],
)

export const accessKeys = pgTable(
  'access_keys',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    name: text().notNull(),
    /** SHA-256 of the secret part, in hex. */
    secretHash: text().notNull().unique(),
    /** The part that may be shown, to tell keys apart. */
    prefix: text().notNull(),
    /** Names of permissions, or `read` for all that only read. */
    scopes: text().array().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedOn: date(),
    revokedAt: instant(),
  },
  (key) => [index().on(key.userId)],
)

/** How this instance is used. One row, made when the first administrator is; from then on nobody can be the first. */
export const instance = pgTable(
  'instance',
  {
    isOnly: boolean().primaryKey().default(true),
    mode: text().notNull(),
    /** Whose instance it is, in the mode `agency`. */
    agencyId: uuid().references(() => agencies.id),
    startedAt: instant().notNull(),
  },
  (one) => [
    check('instance_is_only', sql`${one.isOnly}`),
    check(
      'instance_mode',
      sql`(${one.mode} = 'agency') = (${one.agencyId} is not null) and ${one.mode} in ('centre', 'agency')`,
    ),
  ],
)
