/** Accounts as the tests of sign-in play with them: a database of their own, a clock to turn, and letters to read. */
import type { Actor, Grant, Person } from '#base/actor.ts'
import { acceptInvitation } from '#modules/accounts/accept-invitation.ts'
import { type Accounts, makeAccounts } from '#modules/accounts/accounts.ts'
import { invitationToken } from '#modules/accounts/invitation.ts'
import { invite } from '#modules/accounts/invite.ts'
import { findSignedIn, type SignedIn } from '#modules/accounts/session.ts'
import { signIn } from '#modules/accounts/sign-in.ts'
import type { IdentityProvider } from '#platform/config.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { operator, registerCast } from './cast.ts'
import { doorwayOf, openClone } from './database.ts'

export const password = 'a password of the tests'
export const centre = { kind: 'centre' } as const
export const baseUrl = 'http://127.0.0.1:3999'

export interface Stage {
  readonly database: Database
  readonly doorway: Doorway
  readonly accounts: Accounts
  readonly letters: Letter[]
  readonly turnClock: (minutes: number) => void
  readonly actAs: <T>(actor: Actor, verb: (context: Context) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export async function setStage(given: { isDemo?: boolean; oidc?: IdentityProvider } = {}): Promise<Stage> {
  const database = await openClone()
  let now = Date.now()
  const doorway = { ...doorwayOf(database), clock: () => new Date(now) }
  const letters: Letter[] = []
  const accounts = makeAccounts({
    ...{ doorway, baseUrl, isDemo: false, ...given },
    secret: readSecret({ secret: newSecret(), dataDir: '' }),
    outbox: {
      put: async (_context, putOut) => {
        letters.push(...putOut.letters)
      },
    },
  })
  await act(doorway, operator, registerCast)
  return {
    ...{ database, doorway, accounts, letters, close: () => database.close() },
    turnClock: (minutes) => {
      now += minutes * 60_000
    },
    actAs: (actor, verb) => act(doorway, actor, verb),
  }
}

let count = 0

export const newEmail = (): string => `person-${++count}@example.go.th`

/** Somebody who was invited and has accepted. */
export async function join(stage: Stage, grant: Grant): Promise<{ userId: string; email: string }> {
  const { accounts, actAs } = stage
  const email = newEmail()
  const { id } = await actAs(operator, (context) => invite(context, { email, name: 'สมใจ ทดสอบ', grant }))
  const token = invitationToken(accounts.secret, id)
  const { userId } = await actAs({ kind: 'anyone' }, (context) =>
    acceptInvitation(context, accounts, { token, name: 'สมใจ ทดสอบ', password }),
  )
  return { userId, email }
}

/** A person who acts with the grant, without signing in. */
export function personWith(userId: string, ...grants: Grant[]): Person {
  return { kind: 'person', id: userId, name: 'สมใจ', grants }
}

/** The request headers of a browser after it was sent these answers, the latest last. */
export function browserAfter(...answers: readonly { readonly headers: Headers }[]): Headers {
  const jar = new Map<string, string>()
  for (const { headers } of answers) {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), /max-age=0/i.test(cookie) ? '' : pair.slice(at + 1))
    }
  }
  const kept = [...jar].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`)
  return new Headers({ cookie: kept.join('; '), 'user-agent': 'Test/1.0' })
}

/** The headers of a browser in which the person has just signed in with their password. */
export async function browserOf({ accounts }: Stage, email: string, word = password): Promise<Headers> {
  return browserAfter(
    await signIn(accounts, new Headers({ 'user-agent': 'Test/1.0' }), { email, password: word }),
  )
}

export async function signedInBy({ accounts }: Stage, headers: Headers): Promise<SignedIn> {
  const signedIn = await findSignedIn(accounts, headers)
  if (!signedIn) throw new Error('nobody is signed in')
  return signedIn
}
