/** Answers the addresses of better-auth that browsers call by themselves; all others of its addresses are closed. */
import { anyone } from '#base/actor.ts'
import { recordEvent } from '#platform/audit.ts'
import { act } from '#platform/context.ts'
import { userSubject } from './account.ts'
import type { Accounts } from './accounts.ts'
import { authPath } from './better-auth.ts'
import { oidcProvider } from './outside.ts'
import { recordRefusal } from './record-session.ts'
import { findSignedIn, type SignedIn } from './session.ts'
import { strengthen } from './strengthen-session.ts'

const callback = `${authPath}/callback/${oidcProvider}`

const addPasskey = `${authPath}/passkey/verify-registration`
const usePasskey = `${authPath}/passkey/verify-authentication`

const askToAdd = `${authPath}/passkey/generate-register-options`

const open: readonly string[] = [
  askToAdd,
  addPasskey,
  `${authPath}/passkey/generate-authenticate-options`,
  usePasskey,
  callback,
]

/** To be called for every address under `/auth/`; 404 for those that are closed. */
export async function answerAuthRequest(accounts: Accounts, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!open.includes(pathname)) return new Response(null, { status: 404 })
  const adding = pathname === addPasskey || pathname === askToAdd
  const signedIn = adding ? await findSignedIn(accounts, request.headers) : null
  if (signedIn?.secondFactor && !signedIn.isProven) {
    return Response.json({ code: 'account.proveFirst' }, { status: 403 })
  }
  const response = await accounts.outside.handle(request)
  if (pathname === addPasskey && response.ok && signedIn) {
    await recordPasskey(accounts, { signedIn, response: response.clone() })
  }
  if (pathname === usePasskey && !response.ok) await noteRefusal(accounts, 'account.passkeyRefused')
  return pathname === callback ? tellRefusal(accounts, response) : response
}

interface AddedPasskey {
  readonly signedIn: SignedIn
  readonly response: Response
}

/** better-auth has written it by then; the event follows in an act of its own. The session has proven the passkey too. */
async function recordPasskey({ doorway }: Accounts, { signedIn, response }: AddedPasskey): Promise<void> {
  const { id } = (await response.json()) as { id: string }
  const { person, sessionId, isProven } = signedIn
  await act(doorway, person, async (context) => {
    if (!isProven) await strengthen(context, { sessionId, means: 'passkey' })
    const subject = userSubject(person.id)
    await recordEvent(context, { event: 'passkey.added', subject, details: { passkey: id } })
  })
}

const noteRefusal = ({ doorway }: Accounts, reason: string): Promise<void> =>
  act(doorway, anyone, (context) => recordRefusal(context, { userId: undefined, reason }))

/** What better-auth says went wrong on the way back, as a code of ours that the page has a sentence for. */
const refusals: Readonly<Record<string, string>> = {
  signup_disabled: 'account.providerStranger',
  account_not_linked: 'account.providerStranger',
  email_not_found: 'account.providerStranger',
  unable_to_create_session: 'account.isDisabled',
}

/** Leads to the sign-in page with `?problem=` and the code, where the way back led to an error. */
async function tellRefusal(accounts: Accounts, response: Response): Promise<Response> {
  const location = response.headers.get('location')
  const error = location === null ? null : new URL(location, accounts.baseUrl).searchParams.get('error')
  if (error === null) return response
  const problem = refusals[error] ?? 'account.providerFailed'
  await noteRefusal(accounts, problem)
  const headers = new Headers(response.headers)
  headers.set('location', `${accounts.baseUrl}/sign-in?problem=${problem}`)
  return new Response(null, { status: 302, headers })
}
