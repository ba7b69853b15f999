/** better-auth on its own addresses: passkeys, which a browser's script asks for, and the way back from the identity provider. */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins'
import { and, eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { IdentityProvider } from '#platform/config.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { cookiesOf } from './auth-answer.ts'
import { type AuthSettings, commonOptions, secondFactor } from './better-auth.ts'
import { recordSession } from './record-session.ts'
import { credentials, users } from './tables.ts'

export interface OutsideSettings {
  readonly doorway: Doorway
  readonly settings: AuthSettings
  readonly oidc: IdentityProvider | undefined
}

export type OutsideAuth = ReturnType<typeof outsideAuth>

export interface Outside {
  readonly handle: (request: Request) => Promise<Response>
  /** Where to send the browser, with the cookies to set; `next` is a path of ours. */
  readonly beginOidc: (next: string, headers: Headers) => Promise<{ url: string; headers: Headers }>
}

export const oidcProvider = 'oidc'

export function makeOutside(given: OutsideSettings): Outside {
  let made: { readonly auth: OutsideAuth; readonly isReady: Promise<boolean> } | undefined
  /** Made anew as long as the identity provider could not be found. */
  const take = async (): Promise<OutsideAuth> => {
    if (made && (await made.isReady)) return made.auth
    const auth = outsideAuth(given)
    made = { auth, isReady: isReady(auth, given) }
    await made.isReady
    return auth
  }
  return {
    handle: async (request) => (await take()).handler(request),
    beginOidc: async (next, headers) => {
      if (!given.oidc) throw new Problem('notFound', 'account.noProvider')
      const auth = await take()
      if (!(await made?.isReady)) throw new Problem('unavailable', 'account.providerUnreachable')
      return beginOidc(auth, { baseUrl: given.settings.baseUrl, next, headers })
    },
  }
}

async function isReady(auth: OutsideAuth, { oidc }: OutsideSettings): Promise<boolean> {
  const { socialProviders } = await auth.$context
  return !oidc || socialProviders.some(({ id }) => id === oidcProvider)
}

interface Beginning {
  readonly baseUrl: string
  readonly next: string
  readonly headers: Headers
}

async function beginOidc(auth: OutsideAuth, { baseUrl, next, headers }: Beginning) {
  const { headers: set, response } = await auth.api.signInSocial({
    body: {
      provider: oidcProvider,
      callbackURL: new URL(/^\/(?![/\\])/.test(next) ? next : '/', baseUrl).href,
      errorCallbackURL: `${baseUrl}/sign-in`,
      disableRedirect: true,
    },
    headers,
    returnHeaders: true,
  })
  return { url: response.url ?? baseUrl, headers: cookiesOf(set) }
}

function outsideAuth({ doorway, settings, oidc }: OutsideSettings) {
  const common = commonOptions(settings, doorway.database.query)
  const { session } = common.databaseHooks
  return betterAuth({
    ...common,
    // One count for each address of ours and minute, whoever calls: no network address is kept.
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 600 },
    onAPIError: { errorURL: `${settings.baseUrl}/sign-in` },
    databaseHooks: {
      ...common.databaseHooks,
      session: {
        create: {
          ...session.create,
          after: async ({ userId, means }) => {
            await act(doorway, { kind: 'anyone' }, (context) =>
              recordSession(context, { userId, means: String(means) }),
            )
          },
        },
      },
    },
    plugins: [
      secondFactor(),
      passkeys(settings.baseUrl),
      genericOAuth({ config: oidc ? [provider(oidc, doorway.database.query)] : [] }),
    ],
  })
}

/** Counts as two factors, so the person must have unlocked the device for it. */
function passkeys(baseUrl: string) {
  const requireUnlocked = (isUnlocked: boolean | undefined) => {
    if (!isUnlocked) throw new APIError('UNAUTHORIZED', { code: 'USER_VERIFICATION_REQUIRED' })
  }
  return passkey({
    rpName: 'Prongsai',
    rpID: new URL(baseUrl).hostname,
    origin: new URL(baseUrl).origin,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) =>
        requireUnlocked(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        requireUnlocked(verification.authenticationInfo.userVerified),
    },
  })
}

/** Signs in people who have an account, found by a link made before or by an e-mail the provider has verified. */
function provider({ issuer, clientId, clientSecret, name }: IdentityProvider, db: Queryable) {
  return {
    ...{ providerId: oidcProvider, clientId, clientSecret, name },
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    disableSignUp: true,
    mapProfileToUser: async (profile: Readonly<Record<string, unknown>>) => {
      const email = profile.email ?? (await findLinkedEmail(db, String(profile.sub)))
      return email === undefined ? {} : { email: String(email) }
    },
  }
}

/** A provider that tells no e-mail still signs in whoever is linked already. */
async function findLinkedEmail(db: Queryable, subject: string): Promise<string | undefined> {
  const [row] = await db
    .select({ email: users.email })
    .from(credentials)
    .innerJoin(users, eq(users.id, credentials.userId))
    .where(and(eq(credentials.providerId, oidcProvider), eq(credentials.accountId, subject)))
  return row?.email
}
