/** Makes the second factor hold that was begun, with a first code from the person's app. */
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { recordEvent } from '#platform/audit.ts'
import { canSetSecondFactor } from './access.ts'
import { userSubject } from './account.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { answerOr, cookiesOf } from './auth-answer.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { getSignedIn, requireProven } from './session.ts'
import { codeProblems } from './verify-second-factor.ts'

/**
 * The cookies to set: the session goes on under a new name, with the roles that were withheld. Throws
 * `account.signedOut`, `account.codeWrong`, `account.locked`, `account.noSecondFactor` or `account.proveFirst`.
 */
export async function confirmSecondFactor(
  accounts: Accounts,
  headers: Headers,
  typed: string,
): Promise<{ headers: Headers }> {
  const signedIn = await getSignedIn(accounts, headers)
  requireProven(signedIn)
  const { person } = signedIn
  return actAndKeep(accounts, async (context) => {
    authorize(person, canSetSecondFactor)
    const tries = await takeTries(context, triesKey(accounts.secret, `second-factor:${person.id}`))
    if (tries.refusal) return tries.refusal
    const code = toArabicDigits(typed).replace(/\s+/g, '')
    const { api } = accounts.within(context)
    const answer = await answerOr(
      api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
      codeProblems(),
    )
    if (answer instanceof Problem) {
      if (answer.code === 'account.codeWrong') await tries.countFailure()
      return answer
    }
    await tries.forget()
    const event = { event: 'secondFactor.confirmed', subject: userSubject(person.id) }
    await recordEvent({ ...context, actor: person }, event)
    return { headers: cookiesOf(answer.headers) }
  })
}
