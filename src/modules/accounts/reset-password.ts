/** Sets a new password with the token of a mailed link. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canResetPassword } from './access.ts'
import { requirePassword, userSubject } from './account.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { answerOr } from './auth-answer.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { users } from './tables.ts'

export interface ResetEntry {
  readonly token: string
  readonly password: string
}

/**
 * Ends all sessions of the person, and a refusal after wrong passwords. Throws `account.resetInvalid` for a link that
 * is unknown, used or older than an hour, `account.passwordTooShort` or `account.passwordTooLong`.
 */
export async function resetPassword(accounts: Accounts, headers: Headers, entry: ResetEntry): Promise<void> {
  requirePassword(entry.password)
  const { token, password } = entry
  return actAndKeep(accounts, async (context) => {
    authorize(context.actor, canResetPassword)
    const auth = accounts.within(context)
    const userId = await findOwner(auth, token)
    const body = { token, newPassword: password }
    const answer = await answerOr(auth.api.resetPassword({ body, headers }), {
      INVALID_TOKEN: new Problem('invalid', 'account.resetInvalid'),
    })
    if (answer instanceof Problem) return answer
    await forgetFailures(accounts, { context, userId })
    await recordEvent(context, { event: 'password.reset', subject: userSubject(userId) })
    return undefined
  })
}

async function findOwner(auth: ReturnType<Accounts['within']>, token: string): Promise<string> {
  const { internalAdapter } = await auth.$context
  const kept = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return kept?.value ?? ''
}

async function forgetFailures(
  { secret }: Accounts,
  { context, userId }: { readonly context: Context; readonly userId: string },
): Promise<void> {
  const [user] = await context.transaction.select().from(users).where(eq(users.id, userId))
  if (user) await (await takeTries(context, triesKey(secret, `sign-in:${user.email}`))).forget()
}
