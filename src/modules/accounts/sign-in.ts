/** Signs a person in with e-mail and password; a second factor may still be wanted. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import { canStartSession } from './access.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { answerOr, cookiesOf } from './auth-answer.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { recordRefusal, recordSession } from './record-session.ts'
import { users } from './tables.ts'

export interface PasswordEntry {
  readonly email: string
  readonly password: string
}

export interface Entered {
  /** The cookies to set. */
  readonly headers: Headers
  readonly needsSecondFactor: boolean
}

/**
 * `headers` are the request's. Throws `account.signInWrong` (the same whether or not there is such an account),
 * `account.locked` with minutes after ten wrong passwords, or `account.isDisabled` to who knew the password.
 */
export function signIn(accounts: Accounts, headers: Headers, entry: PasswordEntry): Promise<Entered> {
  return actAndKeep(accounts, async (context) => {
    authorize(context.actor, canStartSession)
    const email = entry.email.trim().toLowerCase()
    const tries = await takeTries(context, triesKey(accounts.secret, `sign-in:${email}`))
    if (tries.refusal) return tries.refusal
    const answer = await answerOr(
      accounts.within(context).api.signInEmail({
        body: { email, password: entry.password },
        headers,
        returnHeaders: true,
      }),
      refusals(),
    )
    if (answer instanceof Problem) return refuse(context, { email, problem: answer, tries })
    await tries.forget()
    const { response } = answer
    const needsSecondFactor = 'twoFactorRedirect' in response
    if (!needsSecondFactor) await recordSession(context, { userId: response.user.id, means: 'password' })
    return { headers: cookiesOf(answer.headers), needsSecondFactor }
  })
}

const refusals = () => {
  const wrong = new Problem('forbidden', 'account.signInWrong')
  return {
    INVALID_EMAIL: wrong,
    INVALID_EMAIL_OR_PASSWORD: wrong,
    PASSWORD_TOO_LONG: wrong,
    FAILED_TO_CREATE_SESSION: new Problem('forbidden', 'account.isDisabled'),
  }
}

interface Failure {
  readonly email: string
  readonly problem: Problem
  readonly tries: Awaited<ReturnType<typeof takeTries>>
}

async function refuse(context: Context, { email, problem, tries }: Failure): Promise<Problem> {
  if (problem.code === 'account.signInWrong') await tries.countFailure()
  const [user] = await context.transaction.select({ id: users.id }).from(users).where(eq(users.email, email))
  await recordRefusal(context, { userId: user?.id, reason: problem.code })
  return problem
}
