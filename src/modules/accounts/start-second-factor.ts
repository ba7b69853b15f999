/** Begins to set up a second factor: a secret for the person's app, and backup codes. */
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import { canSetSecondFactor } from './access.ts'
import { userSubject } from './account.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { answerOr } from './auth-answer.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { getSignedIn, requireProven } from './session.ts'

export interface SecondFactorStart {
  /** `otpauth://…`, for a QR code. */
  readonly uri: string
  /** Ten, each of which works once; shown now and never again. */
  readonly backupCodes: readonly string[]
}

/**
 * It holds once `confirmSecondFactor` has been given a code. Throws `account.signedOut`, `account.passwordWrong`,
 * `account.locked`, `account.proveFirst`, or
 * `account.secondFactorThere`.
 */
export async function startSecondFactor(
  accounts: Accounts,
  headers: Headers,
  password: string,
): Promise<SecondFactorStart> {
  const signedIn = await getSignedIn(accounts, headers)
  requireProven(signedIn)
  const { person } = signedIn
  return actAndKeep(accounts, async (context) => {
    authorize(person, canSetSecondFactor)
    const tries = await takeTries(context, triesKey(accounts.secret, `password:${person.id}`))
    if (tries.refusal) return tries.refusal
    const answer = await answerOr(
      accounts.within(context).api.enableTwoFactor({ body: { password }, headers }),
      {
        INVALID_PASSWORD: new Problem('forbidden', 'account.passwordWrong'),
        TOTP_ALREADY_ENABLED: new Problem('conflict', 'account.secondFactorThere'),
      },
    )
    if (answer instanceof Problem) {
      if (answer.code === 'account.passwordWrong') await tries.countFailure()
      return answer
    }
    if (answer.method !== 'totp') throw new Problem('conflict', 'account.noSecondFactor')
    await tries.forget()
    const event = { event: 'secondFactor.started', subject: userSubject(person.id) }
    await recordEvent({ ...context, actor: person }, event)
    return { uri: answer.totpURI, backupCodes: answer.backupCodes }
  })
}
