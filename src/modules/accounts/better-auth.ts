/** How better-auth is set: what it stores where, how long a session lasts, and what it must not keep. */
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor } from 'better-auth/plugins'
import { eq } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import type { Outbox } from '#platform/mail-outbox.ts'
import type { Secret } from '#platform/secret.ts'
import { isOfDemo, longestPassword, shortestPassword } from './account.ts'
import { writeReset } from './mail.ts'
import { meansOf } from './session-means.ts'
import { credentials, passkeys, rateLimits, sessions, twoFactors, users, verifications } from './tables.ts'

export interface AuthSettings {
  readonly secret: Secret
  /** Such as https://ita.example.go.th, without a slash at the end. */
  readonly baseUrl: string
  readonly log: Log
  readonly isDemo: boolean
  readonly outbox: Pick<Outbox, 'put'>
}

const day = 86_400

export const authPath = '/auth'

/** better-auth on a transaction: what it writes is written, or undone, with everything else. */
export function authWithin(settings: AuthSettings, context: Pick<Context, 'transaction' | 'now'>) {
  const common = commonOptions(settings, context.transaction)
  return betterAuth({
    ...common,
    emailAndPassword: { ...passwords, sendResetPassword: resetSender(settings, context) },
    plugins: [secondFactor()],
  })
}

/** better-auth outside any transaction; it reads sessions and makes them last longer. */
export function pooledAuth(settings: AuthSettings, db: Queryable) {
  return betterAuth({ ...commonOptions(settings, db), plugins: [secondFactor()] })
}

function resetSender({ baseUrl, outbox }: AuthSettings, context: Pick<Context, 'transaction' | 'now'>) {
  return ({ user, token }: { user: { email: string; name: string }; token: string }): Promise<void> => {
    const link = `${baseUrl}/reset-password/${encodeURIComponent(token)}`
    const letters = [writeReset({ to: user.email, name: user.name, link })]
    return outbox.put(context, { about: 'password.resetRequested', letters })
  }
}

/** Ten wrong codes in a row lock the second factor for a quarter of an hour. */
export function secondFactor() {
  return twoFactor({
    issuer: 'Prongsai',
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
  })
}

export function commonOptions(settings: AuthSettings, db: Queryable) {
  const { secret, baseUrl } = settings
  return {
    appName: 'Prongsai',
    baseURL: baseUrl,
    basePath: authPath,
    secret: secret.deriveKey('sessions').toString('hex'),
    trustedOrigins: [new URL(baseUrl).origin],
    telemetry: { enabled: false },
    logger: loggerOf(settings.log),
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    ...storage,
    emailAndPassword: passwords,
    databaseHooks: hooksOn(db, settings),
    advanced: {
      cookiePrefix: 'prongsai',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // No header is read for an address: none can be trusted, and none is to be kept.
      ipAddress: { ipAddressHeaders: [] },
      database: { generateId: () => newId() },
    },
  } satisfies BetterAuthOptions
}

const schema = {
  user: users,
  session: sessions,
  account: credentials,
  verification: verifications,
  twoFactor: twoFactors,
  passkey: passkeys,
  rateLimit: rateLimits,
}

const storage = {
  user: {
    additionalFields: { disabledAt: { type: 'date', required: false, input: false } },
  },
  session: {
    expiresIn: 7 * day,
    updateAge: day,
    additionalFields: { means: { type: 'string', required: true, input: false, defaultValue: 'password' } },
  },
  account: { updateAccountOnSignIn: false },
  verification: { storeIdentifier: 'hashed' },
} satisfies BetterAuthOptions

const passwords = {
  enabled: true,
  disableSignUp: true,
  minPasswordLength: shortestPassword,
  maxPasswordLength: longestPassword,
  resetPasswordTokenExpiresIn: 3600,
  revokeSessionsOnPasswordReset: true,
} satisfies BetterAuthOptions['emailAndPassword']

/** Whoever is disabled, or of the demo outside it, gets no session, whichever way they come; a session tells how it was come by. */
function hooksOn(db: Queryable, { isDemo }: AuthSettings) {
  return {
    session: {
      create: {
        before: async (session, context) => {
          const [user] = await db
            .select({ disabledAt: users.disabledAt, email: users.email })
            .from(users)
            .where(eq(users.id, session.userId))
          if (!user || user.disabledAt !== null || (!isDemo && isOfDemo(user.email))) return false
          return { data: { ...session, ipAddress: null, means: meansOf(context?.path) } }
        },
      },
    },
    account: {
      create: {
        before: async (account) => ({
          data: { ...account, accessToken: null, refreshToken: null, idToken: null },
        }),
      },
    },
  } satisfies BetterAuthOptions['databaseHooks']
}

/** Only what happened, never the values beside it, which may be someone's. */
function loggerOf(log: Log) {
  return {
    level: 'warn',
    log: (level, message) => {
      if (level === 'error') log.error(message)
      else log.debug(message)
    },
  } satisfies BetterAuthOptions['logger']
}
