/** One's own account: password, second factor, devices signed in, and keys for programs. */
import { useActionData, useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { canWork } from '#modules/accounts/access.ts'
import { keyScopes } from '#modules/accounts/access-key.ts'
import { changePassword } from '#modules/accounts/change-password.ts'
import { createAccessKey } from '#modules/accounts/create-access-key.ts'
import { listAccessKeys, listPasskeys, listSessions } from '#modules/accounts/queries.ts'
import { removePasskey } from '#modules/accounts/remove-passkey.ts'
import { revokeAccessKey } from '#modules/accounts/revoke-access-key.ts'
import { revokeOtherSessions, revokeSession } from '#modules/accounts/revoke-session.ts'
import { requireProven } from '#modules/accounts/session.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import type { Next } from '../answering.ts'
import { useRefusal } from '../outcome.ts'
import { readNewPassword } from '../sign-in/new-password.tsx'
import { type Acting, acting, working } from '../working.ts'
import { FactorSection } from './factor-section.tsx'
import { KeySection } from './key-section.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionSection } from './session-section.tsx'

export const loader = working(canWork, async ({ db, signedIn }) => {
  const { person, email, sessionId, secondFactor, hasCodes, isProven, withheldRoles } = signedIn
  return {
    ...{ name: person.name, email, sessionId },
    factors: { secondFactor, hasCodes, isProven, withheldRoles },
    sessions: await listSessions(db, person),
    keys: await listAccessKeys(db, person),
    scopes: keyScopes,
    passkeys: await listPasskeys(db, person),
  }
})

const dayMilliseconds = 86_400_000

const acts: Readonly<Record<string, (asked: Acting) => Promise<Next>>> = {
  changePassword: async ({ accounts, field, request }) => {
    const next = readNewPassword(field)
    const current = field('current-password')
    await changePassword(accounts, request.headers, { current, next })
    return '/work/profile?done=passwordChanged'
  },
  revokeSession: async ({ field, doAs }) => {
    await doAs((context) => revokeSession(context, field('session')))
    return '/work/profile?done=sessionRevoked'
  },
  revokeOthers: async ({ doAs, signedIn }) => {
    await doAs((context) => revokeOtherSessions(context, signedIn.sessionId))
    return '/work/profile?done=sessionRevoked'
  },
  removePasskey: async ({ field, doAs, signedIn }) => {
    requireProven(signedIn)
    await doAs((context) => removePasskey(context, field('passkey')))
    return '/work/profile?done=passkeyRemoved'
  },
  createKey: async ({ field, form, doAs, now, signedIn }) => {
    requireProven(signedIn)
    const scopes = form.getAll('scopes').map(String)
    const expiresAt = new Date(now.getTime() + Number(field('days')) * dayMilliseconds)
    const { key } = await doAs((context) =>
      createAccessKey(context, { name: field('name'), scopes, expiresAt }),
    )
    return { show: { key } }
  },
  revokeKey: async ({ field, doAs }) => {
    await doAs((context) => revokeAccessKey(context, field('key')))
    return '/work/profile?done=keyRevoked'
  },
}

export const action = acting(canWork, async (asked) => {
  const perform = acts[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  return perform(asked)
})

export default function Profile() {
  const { name, email, sessionId, factors, sessions, keys, scopes, passkeys } = useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.workspace.profile
  const key = (useActionData() as { key?: string } | undefined)?.key
  return (
    <Page title={words.title}>
      <p className="lead">
        {name} · {email}
      </p>
      <RefusalSummary refusal={useRefusal()} />
      <FactorSection factors={factors} passkeys={passkeys} />
      <PasswordForm />
      <SessionSection sessions={sessions} current={sessionId} />
      <KeySection keys={keys} made={key} scopes={scopes} />
    </Page>
  )
}
