/** The ways in and out: passwords, second factors, sessions, forgotten passwords. */
import { TOTP, URI } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#platform/audit-queries.ts'
import {
  browserAfter,
  browserOf,
  centre,
  join,
  password,
  personWith,
  type Stage,
  setStage,
  signedInBy,
} from '../../../tests/support/accounts.ts'
import { operator } from '../../../tests/support/cast.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { disableAccount } from './disable-account.ts'
import { enableAccount } from './enable-account.ts'
import { listSessions } from './queries.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'
import { revokeOtherSessions, revokeSession } from './revoke-session.ts'
import { findActor, findSignedIn } from './session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { startSecondFactor } from './start-second-factor.ts'
import { failedTries, sessions, verifications } from './tables.ts'
import { verifySecondFactor } from './verify-second-factor.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const auditor = { role: 'auditor', scope: centre } as const
const nobody = new Headers()

const eventsOf = async (userId: string) =>
  (await listEvents(stage.database.query, { subject: `user:${userId}`, limit: 50 })).map(({ event }) => event)

const codeOf = (uri: string): string => {
  const totp = URI.parse(uri)
  if (!(totp instanceof TOTP)) throw new Error('not a TOTP')
  return totp.generate()
}

/** A browser in which the second factor has just been set up, and what was shown for it. */
async function protect(email: string) {
  const browser = await browserOf(stage, email)
  const shown = await startSecondFactor(stage.accounts, browser, password)
  const { headers } = await confirmSecondFactor(stage.accounts, browser, codeOf(shown.uri))
  return { browser: browserAfter({ headers }), ...shown }
}

describe('signing in with a password', () => {
  test('lets the person in, by a cookie that scripts cannot read, and is recorded', async () => {
    const { userId, email } = await join(stage, auditor)
    const entered = await signIn(stage.accounts, nobody, { email: ` ${email.toUpperCase()} `, password })
    expect(entered.needsSecondFactor).toBe(false)
    const [cookie] = entered.headers.getSetCookie()
    expect(cookie).toMatch(/^prongsai\.session_token=.*; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/i)
    const signedIn = await signedInBy(stage, browserAfter(entered))
    expect(signedIn).toMatchObject({ person: { id: userId, name: 'สมใจ ทดสอบ' }, email })
    expect(await eventsOf(userId)).toContain('session.started')
  })

  test('keeps the browser’s name for the list of sessions, and no network address', async () => {
    const { userId, email } = await join(stage, auditor)
    const headers = new Headers({ 'user-agent': 'Test/1.0', 'x-forwarded-for': '203.0.113.9' })
    await signIn(stage.accounts, headers, { email, password })
    expect(await listSessions(stage.database.query, { id: userId })).toMatchObject([
      { userAgent: 'Test/1.0', means: 'password' },
    ])
    const kept = await stage.database.query.select().from(sessions)
    expect(kept.map(({ ipAddress }) => ipAddress)).toEqual(kept.map(() => null))
  })

  test('tells the same of a wrong password and of an e-mail nobody has', async () => {
    const { email } = await join(stage, auditor)
    for (const entry of [
      { email, password: 'not the password at all' },
      { email: 'stranger@example.go.th', password },
      { email: 'no e-mail', password },
    ]) {
      await expect(signIn(stage.accounts, nobody, entry)).rejects.toMatchObject({
        ...{ kind: 'forbidden', code: 'account.signInWrong', parameters: {} },
      })
    }
  })

  test.each([true, false])(
    'after ten wrong passwords nothing is tried for a quarter of an hour (the account exists: %s)',
    async (exists) => {
      const email = exists ? (await join(stage, auditor)).email : 'nobody-here@example.go.th'
      const attempt = (word: string) => signIn(stage.accounts, nobody, { email, password: word })
      for (let count = 1; count <= 10; count++) {
        await expect(attempt(`wrong password ${count}`)).rejects.toMatchObject({
          code: 'account.signInWrong',
        })
      }
      await expect(attempt(password)).rejects.toMatchObject({
        ...{ kind: 'tooMany', code: 'account.locked', parameters: { minutes: 15 } },
      })
      stage.turnClock(14)
      await expect(attempt(password)).rejects.toMatchObject({ parameters: { minutes: 1 } })
      stage.turnClock(1)
      if (exists) expect(await attempt(password)).toMatchObject({ needsSecondFactor: false })
      else await expect(attempt(password)).rejects.toMatchObject({ code: 'account.signInWrong' })
    },
  )

  test('wrong passwords tried all at once are counted one by one', async () => {
    const email = 'flood@example.go.th'
    const tried = Array.from({ length: 14 }, () => signIn(stage.accounts, nobody, { email, password }))
    const codes = (await Promise.allSettled(tried)).map((one) =>
      one.status === 'rejected' ? one.reason.code : 'in',
    )
    expect(codes.filter((code) => code === 'account.signInWrong')).toHaveLength(10)
    expect(codes.filter((code) => code === 'account.locked')).toHaveLength(4)
  })

  test('what was typed stands neither in the counts nor in the audit trail', async () => {
    const email = 'typed-by-mistake@example.go.th'
    await signIn(stage.accounts, nobody, { email, password }).catch(() => undefined)
    const kept = await stage.database.query.select().from(failedTries)
    const events = await listEvents(stage.database.query, { event: 'session.refused', limit: 100 })
    expect(events[0]).toMatchObject({ subject: 'user:unknown', details: { reason: 'account.signInWrong' } })
    expect(JSON.stringify([kept, events])).not.toContain('mistake')
  })

  test('a person who is disabled is told so after the right password only, and let in again when enabled', async () => {
    const { userId, email } = await join(stage, auditor)
    const browser = await browserOf(stage, email)
    await stage.actAs(operator, (context) => disableAccount(context, userId))
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
    await expect(signIn(stage.accounts, nobody, { email, password })).rejects.toMatchObject({
      code: 'account.isDisabled',
    })
    await expect(
      signIn(stage.accounts, nobody, { email, password: 'something quite wrong' }),
    ).rejects.toMatchObject({ code: 'account.signInWrong' })
    await stage.actAs(operator, (context) => enableAccount(context, userId))
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
    expect((await signedInBy(stage, await browserOf(stage, email))).person.id).toBe(userId)
  })
})

describe('a second factor', () => {
  test('without one, roles that need it are withheld; with one, they hold at once', async () => {
    const { userId, email } = await join(stage, auditor)
    const browser = await browserOf(stage, email)
    expect(await signedInBy(stage, browser)).toMatchObject({
      ...{ withheldRoles: ['auditor'], secondFactor: false, person: { grants: [] } },
    })
    const { uri, backupCodes } = await startSecondFactor(stage.accounts, browser, password)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Prongsai/)
    expect(new Set(backupCodes).size).toBe(10)
    expect((await signedInBy(stage, browser)).withheldRoles).toEqual(['auditor'])
    const { headers } = await confirmSecondFactor(stage.accounts, browser, codeOf(uri))
    expect(await signedInBy(stage, browserAfter({ headers }))).toMatchObject({
      ...{ withheldRoles: [], secondFactor: true, person: { grants: [auditor] } },
    })
    expect(await eventsOf(userId)).toEqual(
      expect.arrayContaining(['secondFactor.started', 'secondFactor.confirmed']),
    )
  })

  test('is asked for after the password, and only the right code lets in', async () => {
    const { email } = await join(stage, auditor)
    const { uri } = await protect(email)
    const entered = await signIn(stage.accounts, nobody, { email, password })
    expect(entered.needsSecondFactor).toBe(true)
    const halfway = browserAfter(entered)
    expect(await findSignedIn(stage.accounts, halfway)).toBeNull()
    await expect(verifySecondFactor(stage.accounts, halfway, '000000')).rejects.toMatchObject({
      code: 'account.codeWrong',
    })
    const thai = codeOf(uri).replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? '')
    const passed = await verifySecondFactor(stage.accounts, halfway, ` ${thai} `)
    expect((await signedInBy(stage, browserAfter(entered, passed))).person.grants).toMatchObject([auditor])
  })

  test('a backup code lets in once', async () => {
    const { email } = await join(stage, auditor)
    const { backupCodes } = await protect(email)
    const [code = ''] = backupCodes
    const halfway = browserAfter(await signIn(stage.accounts, nobody, { email, password }))
    const passed = await verifySecondFactor(stage.accounts, halfway, code)
    expect((await signedInBy(stage, browserAfter(passed))).email).toBe(email)
    const again = browserAfter(await signIn(stage.accounts, nobody, { email, password }))
    await expect(verifySecondFactor(stage.accounts, again, code)).rejects.toMatchObject({
      code: 'account.codeWrong',
    })
  })

  test('five wrong codes send back to the password, ten lock the second factor', async () => {
    const { email } = await join(stage, auditor)
    const { uri } = await protect(email)
    const codes: string[] = []
    for (let round = 1; round <= 3; round++) {
      const halfway = browserAfter(await signIn(stage.accounts, nobody, { email, password }))
      for (let count = 1; count <= 6; count++) {
        await verifySecondFactor(stage.accounts, halfway, '000000').catch(({ code }) => codes.push(code))
      }
    }
    expect(codes.slice(0, 6)).toEqual([...Array(5).fill('account.codeWrong'), 'account.signInAgain'])
    expect(codes.slice(12)).toEqual(Array(6).fill('account.locked'))
    const halfway = browserAfter(await signIn(stage.accounts, nobody, { email, password }))
    await expect(verifySecondFactor(stage.accounts, halfway, codeOf(uri))).rejects.toMatchObject({
      code: 'account.locked',
    })
  })

  test('needs the sign-in before it, the password to begin, and a right code to hold', async () => {
    const { email } = await join(stage, auditor)
    await expect(verifySecondFactor(stage.accounts, nobody, '123456')).rejects.toMatchObject({
      code: 'account.signInAgain',
    })
    await expect(startSecondFactor(stage.accounts, nobody, password)).rejects.toMatchObject({
      code: 'account.signedOut',
    })
    const browser = await browserOf(stage, email)
    await expect(startSecondFactor(stage.accounts, browser, 'not my password')).rejects.toMatchObject({
      code: 'account.passwordWrong',
    })
    await expect(confirmSecondFactor(stage.accounts, browser, '123456')).rejects.toMatchObject({
      code: 'account.noSecondFactor',
    })
    await startSecondFactor(stage.accounts, browser, password)
    await expect(confirmSecondFactor(stage.accounts, browser, '123456')).rejects.toMatchObject({
      code: 'account.codeWrong',
    })
    const { browser: strong } = await protect((await join(stage, auditor)).email)
    await expect(startSecondFactor(stage.accounts, strong, password)).rejects.toMatchObject({
      code: 'account.secondFactorThere',
    })
  })

  test('an old session stays weak until the second factor is given in it', async () => {
    const { email } = await join(stage, auditor)
    const old = await browserOf(stage, email)
    const { uri } = await protect(email)
    expect((await signedInBy(stage, old)).withheldRoles).toEqual(['auditor'])
    await verifySecondFactor(stage.accounts, old, codeOf(uri))
    expect((await signedInBy(stage, old)).withheldRoles).toEqual([])
  })

  test('that was lost is taken off by an administrator and by nobody else; the sessions end', async () => {
    const { userId, email } = await join(stage, auditor)
    const { browser } = await protect(email)
    const other = personWith(userId, auditor)
    await expect(stage.actAs(other, (context) => removeSecondFactor(context, userId))).rejects.toMatchObject({
      code: 'access.refused',
    })
    await stage.actAs(operator, (context) => removeSecondFactor(context, userId))
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
    expect(await signIn(stage.accounts, nobody, { email, password })).toMatchObject({
      needsSecondFactor: false,
    })
    await expect(
      stage.actAs(operator, (context) => removeSecondFactor(context, 'nobody')),
    ).rejects.toMatchObject({ code: 'account.notFound' })
  })
})

describe('sessions', () => {
  test('one that is revoked ends at once, and only the person’s own can be', async () => {
    const [mine, other] = [await join(stage, auditor), await join(stage, auditor)]
    const [phone, desk] = [await browserOf(stage, mine.email), await browserOf(stage, mine.email)]
    const { sessionId, person } = await signedInBy(stage, phone)
    await expect(
      stage.actAs(personWith(other.userId), (context) => revokeSession(context, sessionId)),
    ).rejects.toMatchObject({ code: 'account.sessionNotFound' })
    await expect(
      stage.actAs({ kind: 'anyone' }, (context) => revokeSession(context, sessionId)),
    ).rejects.toMatchObject({ code: 'access.signInFirst' })
    await stage.actAs(person, (context) => revokeSession(context, sessionId))
    expect(await findSignedIn(stage.accounts, phone)).toBeNull()
    expect((await signedInBy(stage, desk)).person.id).toBe(mine.userId)
    await expect(stage.actAs(person, (context) => revokeSession(context, sessionId))).rejects.toMatchObject({
      code: 'account.sessionNotFound',
    })
  })

  test('all others can be ended together', async () => {
    const { email } = await join(stage, auditor)
    const [kept, lost] = [await browserOf(stage, email), await browserOf(stage, email)]
    const { sessionId, person } = await signedInBy(stage, kept)
    expect(await stage.actAs(person, (context) => revokeOtherSessions(context, sessionId))).toBe(1)
    expect(await findSignedIn(stage.accounts, lost)).toBeNull()
    expect(await findSignedIn(stage.accounts, kept)).not.toBeNull()
  })

  test('signing out ends the session itself, not only the cookie', async () => {
    const { userId, email } = await join(stage, auditor)
    const browser = await browserOf(stage, email)
    const { headers } = await signOut(stage.accounts, browser)
    expect(headers.getSetCookie()[0]).toMatch(/session_token=;.*Max-Age=0/)
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
    expect(await eventsOf(userId)).toContain('session.ended')
    await signOut(stage.accounts, nobody)
  })

  test('a cookie that was made up is nobody', async () => {
    const headers = new Headers({ cookie: 'prongsai.session_token=abc.def' })
    expect(await findActor(stage.accounts, headers)).toEqual({ kind: 'anyone' })
  })
})

describe('passwords', () => {
  const next = 'another good password'

  test('changing one’s own needs the old one and ends all other sessions', async () => {
    const { email } = await join(stage, auditor)
    const [here, there] = [await browserOf(stage, email), await browserOf(stage, email)]
    const change = (current: string, given: string) =>
      changePassword(stage.accounts, here, { current, next: given })
    await expect(change('not the old one', next)).rejects.toMatchObject({ code: 'account.passwordWrong' })
    await expect(change(password, 'short')).rejects.toMatchObject({ code: 'account.passwordTooShort' })
    await expect(changePassword(stage.accounts, nobody, { current: password, next })).rejects.toMatchObject({
      code: 'account.signedOut',
    })
    await change(password, next)
    expect(await findSignedIn(stage.accounts, here)).not.toBeNull()
    expect(await findSignedIn(stage.accounts, there)).toBeNull()
    expect((await signedInBy(stage, await browserOf(stage, email, next))).email).toBe(email)
  })

  test('a forgotten one is set anew by a mailed link, once; sessions and the refusal end', async () => {
    const { email } = await join(stage, auditor)
    const browser = await browserOf(stage, email)
    for (let count = 0; count < 10; count++) {
      await signIn(stage.accounts, nobody, { email, password: 'wrong wrong wrong' }).catch(() => undefined)
    }
    await requestPasswordReset(stage.accounts, nobody, email)
    const letter = stage.letters.at(-1)
    expect(letter?.to).toBe(email)
    const token = /reset-password\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    const kept = await stage.database.query.select().from(verifications)
    expect(JSON.stringify(kept)).not.toContain(token)
    await resetPassword(stage.accounts, nobody, { token, password: next })
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
    expect((await signedInBy(stage, await browserOf(stage, email, next))).email).toBe(email)
    await expect(resetPassword(stage.accounts, nobody, { token, password: next })).rejects.toMatchObject({
      code: 'account.resetInvalid',
    })
  })

  test('asking for a link tells nothing, and sends no more than three letters in a quarter of an hour', async () => {
    const { email } = await join(stage, auditor)
    const before = stage.letters.length
    const ask = (address: string) => requestPasswordReset(stage.accounts, nobody, address)
    expect(await ask('not-here@example.go.th')).toBe(undefined)
    expect(stage.letters).toHaveLength(before)
    for (let count = 0; count < 5; count++) expect(await ask(email)).toBe(undefined)
    expect(stage.letters).toHaveLength(before + 3)
    await expect(ask('nonsense')).rejects.toMatchObject({ code: 'account.emailInvalid' })
  })

  test('a link that was made up sets nothing', async () => {
    const made = { token: 'made-up', password: next }
    await expect(resetPassword(stage.accounts, nobody, made)).rejects.toMatchObject({
      code: 'account.resetInvalid',
    })
  })
})
