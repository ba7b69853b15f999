/** Ends the session a request comes with. */
import { recordEvent } from '#platform/audit.ts'
import { act } from '#platform/context.ts'
import { userSubject } from './account.ts'
import type { Accounts } from './accounts.ts'
import { cookiesOf } from './auth-answer.ts'
import { findSignedIn } from './session.ts'

/** The cookies that clear the browser's; where nobody was signed in, nothing else happens. */
export async function signOut(accounts: Accounts, headers: Headers): Promise<{ headers: Headers }> {
  const signedIn = await findSignedIn(accounts, headers)
  const actor = signedIn?.person ?? ({ kind: 'anyone' } as const)
  return act(accounts.doorway, actor, async (context) => {
    const { api } = accounts.within(context)
    const answer = await api.signOut({ headers, returnHeaders: true })
    if (signedIn) {
      await recordEvent(context, { event: 'session.ended', subject: userSubject(signedIn.person.id) })
    }
    return { headers: cookiesOf(answer.headers) }
  })
}
