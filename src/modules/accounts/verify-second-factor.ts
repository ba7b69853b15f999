/** Takes the second factor of somebody who signs in, or who is signed in and wants the roles that need it. */
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { canStartSession } from './access.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { answerOr, cookiesOf } from './auth-answer.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { recordRefusal, recordSession } from './record-session.ts'
import { findSignedIn, type SignedIn } from './session.ts'
import { strengthen } from './strengthen-session.ts'

/**
 * `headers` are the request's, with the cookies that signing in has set; `typed` is a code of six digits from the
 * app, or a backup code, which works once. The cookies to set. Throws `account.codeWrong`, `account.locked`, or
 * `account.signInAgain` when it took too long or too many wrong codes.
 */
export async function verifySecondFactor(
  accounts: Accounts,
  headers: Headers,
  typed: string,
): Promise<{ headers: Headers }> {
  const signedIn = await findSignedIn(accounts, headers)
  return actAndKeep(accounts, async (context) => {
    authorize(context.actor, canStartSession)
    const tries = signedIn && (await takeTries(context, tryKey(accounts, signedIn)))
    if (tries?.refusal) return tries.refusal
    const answer = await verify(accounts.within(context), { headers, code: tidy(typed) })
    if (answer instanceof Problem) {
      if (answer.code === 'account.codeWrong') await tries?.countFailure()
      await recordRefusal(context, { userId: signedIn?.person.id, reason: answer.code })
      return answer
    }
    await tries?.forget()
    const { user } = answer.response
    if (signedIn) await strengthen(context, { sessionId: signedIn.sessionId, means: 'secondFactor' })
    await recordSession(context, { userId: user.id, means: 'secondFactor' })
    return { headers: cookiesOf(answer.headers) }
  })
}

const tryKey = ({ secret }: Accounts, { person }: SignedIn): string =>
  triesKey(secret, `second-factor:${person.id}`)

function tidy(typed: string): string {
  return toArabicDigits(typed).replace(/\s+/g, '')
}

function verify(
  auth: ReturnType<Accounts['within']>,
  { headers, code }: { readonly headers: Headers; readonly code: string },
) {
  const given = { body: { code }, headers, returnHeaders: true } as const
  const isFromApp = /^\d{6}$/.test(code)
  return answerOr(isFromApp ? auth.api.verifyTOTP(given) : auth.api.verifyBackupCode(given), codeProblems())
}

export const codeProblems = () => {
  const again = new Problem('forbidden', 'account.signInAgain')
  const notSet = new Problem('conflict', 'account.noSecondFactor')
  return {
    INVALID_CODE: new Problem('forbidden', 'account.codeWrong'),
    INVALID_BACKUP_CODE: new Problem('forbidden', 'account.codeWrong'),
    INVALID_TWO_FACTOR_COOKIE: again,
    TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: again,
    ACCOUNT_TEMPORARILY_LOCKED: new Problem('tooMany', 'account.locked', { minutes: 15, until: '' }),
    TOTP_NOT_ENABLED: notSet,
    BACKUP_CODES_NOT_ENABLED: notSet,
  }
}
