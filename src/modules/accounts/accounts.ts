/** What sign-in needs, put together once when the server starts: the database, the secret, and better-auth on them. */
import { anyone } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import type { Config, IdentityProvider } from '#platform/config.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { makeOutbox, type Outbox } from '#platform/mail-outbox.ts'
import { readSecret, type Secret } from '#platform/secret.ts'
import { type AuthSettings, authWithin, pooledAuth } from './better-auth.ts'
import { makeOutside, type Outside } from './outside.ts'

export interface AccountsSettings {
  readonly doorway: Doorway
  readonly secret: Secret
  /** Where people reach the service, such as https://ita.example.go.th, without a slash at the end. */
  readonly baseUrl: string
  /** Then roles that need a second factor hold without one. */
  readonly isDemo: boolean
  readonly oidc?: IdentityProvider | undefined
  /** Takes the letters with which passwords are set anew. */
  readonly outbox: Pick<Outbox, 'put'>
}

export interface Accounts {
  readonly doorway: Doorway
  readonly secret: Secret
  readonly baseUrl: string
  readonly isDemo: boolean
  /** What the identity provider is called, where there is one, such as ThaID. */
  readonly providerName: string | null
  /** better-auth working in a transaction of ours. */
  readonly within: (context: Pick<Context, 'transaction' | 'now'>) => ReturnType<typeof authWithin>
  /** better-auth outside any transaction, to read sessions. */
  readonly pooled: ReturnType<typeof pooledAuth>
  /** better-auth working on its own: passkeys and the identity provider. */
  readonly outside: Outside
}

export interface Opening {
  readonly config: Config
  readonly baseUrl: string
  readonly isDemo: boolean
}

/** As a server is configured; letters wait in the outbox. */
export function openAccounts(doorway: Doorway, { config, baseUrl, isDemo }: Opening): Accounts {
  const secret = readSecret(config)
  return makeAccounts({ doorway, secret, baseUrl, isDemo, oidc: config.oidc, outbox: makeOutbox(secret) })
}

export function makeAccounts(given: AccountsSettings): Accounts {
  const { doorway, secret, baseUrl, isDemo, oidc, outbox } = given
  const settings: AuthSettings = { secret, baseUrl, isDemo, outbox, log: doorway.log }
  return {
    ...{ doorway, secret, baseUrl, isDemo },
    providerName: oidc?.name ?? null,
    within: (context) => authWithin(settings, context),
    pooled: pooledAuth(settings, doorway.database.query),
    outside: makeOutside({ doorway, settings, oidc }),
  }
}

/**
 * Runs one act. A Problem it returns is thrown when the act is done and kept, so that a wrong try stays counted; a
 * Problem it throws undoes the act.
 */
export async function actAndKeep<T>(
  { doorway }: Accounts,
  verb: (context: Context) => Promise<T | Problem>,
): Promise<T> {
  const outcome = await act(doorway, anyone, verb)
  if (outcome instanceof Problem) throw outcome
  return outcome
}
