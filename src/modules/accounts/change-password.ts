/** Changes one's own password; everywhere else one is signed out. */
import { and, eq, ne } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import { canChangePassword } from './access.ts'
import { requirePassword, userSubject } from './account.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { answerOr } from './auth-answer.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { getSignedIn } from './session.ts'
import { sessions } from './tables.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
}

/**
 * Throws `account.signedOut`, `account.passwordWrong`, `account.locked`, `account.passwordTooShort` or
 * `account.passwordTooLong`.
 */
export async function changePassword(
  accounts: Accounts,
  headers: Headers,
  { current, next }: PasswordChange,
): Promise<void> {
  requirePassword(next)
  const { person, sessionId } = await getSignedIn(accounts, headers)
  await actAndKeep(accounts, async (context) => {
    authorize(person, canChangePassword)
    const { transaction } = context
    const tries = await takeTries(context, triesKey(accounts.secret, `password:${person.id}`))
    if (tries.refusal) return tries.refusal
    const body = { currentPassword: current, newPassword: next }
    const answer = await answerOr(accounts.within(context).api.changePassword({ body, headers }), {
      INVALID_PASSWORD: new Problem('forbidden', 'account.passwordWrong'),
    })
    if (answer instanceof Problem) {
      await tries.countFailure()
      return answer
    }
    await tries.forget()
    const others = and(eq(sessions.userId, person.id), ne(sessions.id, sessionId))
    await transaction.delete(sessions).where(others)
    const event = { event: 'password.changed', subject: userSubject(person.id) }
    await recordEvent({ ...context, actor: person }, event)
    return undefined
  })
}
