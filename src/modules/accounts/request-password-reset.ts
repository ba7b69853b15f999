/** Mails a link with which a forgotten password is set anew. */

import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import { canResetPassword } from './access.ts'
import { tidyEmail, userSubject } from './account.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { users } from './tables.ts'
import { resetLimit } from './try-limit.ts'

/**
 * The same answer whether or not there is such an account; of many letters asked for, few are sent. Throws
 * `account.emailInvalid`.
 */
export async function requestPasswordReset(
  accounts: Accounts,
  headers: Headers,
  typed: string,
): Promise<void> {
  const email = tidyEmail(typed)
  return actAndKeep(accounts, async (context) => {
    authorize(context.actor, canResetPassword)
    const { transaction } = context
    const tries = await takeTries(context, triesKey(accounts.secret, `reset:${email}`), resetLimit)
    if (tries.refusal) return
    await tries.countFailure()
    const [user] = await transaction.select().from(users).where(eq(users.email, email))
    if (!user || user.disabledAt) return
    await accounts.within(context).api.requestPasswordReset({ body: { email }, headers })
    await recordEvent(context, { event: 'password.resetRequested', subject: userSubject(user.id) })
  })
}
