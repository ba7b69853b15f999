/** The ways in that lead outside: the identity provider over real HTTP, and passkeys. */
import { eq } from 'drizzle-orm'
import { Events, type MutableResponse, type MutableToken, OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listEvents } from '#platform/audit-queries.ts'
import {
  baseUrl,
  browserAfter,
  browserOf,
  centre,
  join,
  password,
  type Stage,
  setStage,
  signedInBy,
} from '../../../tests/support/accounts.ts'
import { operator } from '../../../tests/support/cast.ts'
import { makePasskey } from '../../../tests/support/passkey.ts'
import { answerAuthRequest } from './auth-requests.ts'
import { beginProviderSignIn } from './begin-provider-sign-in.ts'
import { disableAccount } from './disable-account.ts'
import { listPasskeys, listSessions } from './queries.ts'
import { removePasskey } from './remove-passkey.ts'
import { findSignedIn } from './session.ts'
import { startSecondFactor } from './start-second-factor.ts'
import { credentials, users } from './tables.ts'

const auditor = { role: 'auditor', scope: centre } as const
const provider = new OAuth2Server()
let stage: Stage
let claims: Readonly<Record<string, unknown>> = {}

beforeAll(async () => {
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, '127.0.0.1')
  provider.service.on(Events.BeforeTokenSigning, (token: MutableToken) => {
    Object.assign(token.payload, claims)
  })
  provider.service.on(Events.BeforeUserinfo, (answer: MutableResponse) => {
    answer.body = { ...claims }
  })
  const issuer = provider.issuer.url ?? ''
  stage = await setStage({ oidc: { issuer, clientId: 'prongsai', clientSecret: 'secret', name: 'ThaID' } })
})
afterAll(async () => {
  await stage.close()
  await provider.stop()
})

/** Goes to the provider and comes back as a browser would; what our callback answers. */
async function comeBack(next = '/work'): Promise<{ response: Response; browser: Headers }> {
  const began = await beginProviderSignIn(stage.accounts, new Headers(), next)
  const there = await fetch(began.url, { redirect: 'manual' })
  const back = there.headers.get('location') ?? ''
  const response = await answerAuthRequest(
    stage.accounts,
    new Request(back, { headers: browserAfter(began) }),
  )
  return { response, browser: browserAfter(began, response) }
}

describe('the identity provider', () => {
  test('signs in a person who exists, by the e-mail it has verified, and comes back to the page asked for', async () => {
    const { userId, email } = await join(stage, auditor)
    claims = { sub: 'citizen-1', email: email.toUpperCase(), email_verified: true, name: 'อื่น' }
    const { response, browser } = await comeBack('/work/audit')
    expect(response.headers.get('location')).toBe(`${baseUrl}/work/audit`)
    const signedIn = await signedInBy(stage, browser)
    expect(signedIn).toMatchObject({ email, person: { id: userId, name: 'สมใจ ทดสอบ' } })
    expect(signedIn.withheldRoles).toEqual(['auditor'])
    expect(await listSessions(stage.database.query, { id: userId })).toMatchObject([{ means: 'oidc' }])
    const [event] = await listEvents(stage.database.query, { subject: `user:${userId}`, limit: 1 })
    expect(event).toMatchObject({ event: 'session.started', actorName: userId, details: { means: 'oidc' } })
  })

  test('keeps none of its tokens, and knows the person again by the link, even without an e-mail', async () => {
    const { userId, email } = await join(stage, auditor)
    claims = { sub: 'citizen-2', email, email_verified: true }
    await comeBack()
    const kept = await stage.database.query
      .select()
      .from(credentials)
      .where(eq(credentials.accountId, 'citizen-2'))
    expect(kept).toMatchObject([{ userId, accessToken: null, refreshToken: null, idToken: null }])
    claims = { sub: 'citizen-2' }
    expect((await signedInBy(stage, (await comeBack()).browser)).person.id).toBe(userId)
  })

  test('makes nobody: a stranger is sent back with the reason', async () => {
    const before = await stage.database.query.$count(users)
    claims = { sub: 'stranger', email: 'stranger@example.go.th', email_verified: true }
    const { response, browser } = await comeBack()
    expect(response.headers.get('location')).toBe(`${baseUrl}/sign-in?problem=account.providerStranger`)
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
    expect(await stage.database.query.$count(users)).toBe(before)
    const [event] = await listEvents(stage.database.query, { event: 'session.refused', limit: 1 })
    expect(event?.details).toEqual({ reason: 'account.providerStranger' })
  })

  test('is not believed about an e-mail it has not verified, nor lets in who is disabled', async () => {
    const { userId, email } = await join(stage, auditor)
    claims = { sub: 'thief', email, email_verified: false }
    expect((await comeBack()).response.headers.get('location')).toContain('account.providerStranger')
    claims = { sub: 'owner', email, email_verified: true }
    await stage.actAs(operator, (context) => disableAccount(context, userId))
    const { response, browser } = await comeBack()
    expect(response.headers.get('location')).toContain('account.isDisabled')
    expect(await findSignedIn(stage.accounts, browser)).toBeNull()
  })

  test('a way back in another browser, twice, or without its state, signs nobody in', async () => {
    const { email } = await join(stage, auditor)
    claims = { sub: 'citizen-3', email, email_verified: true }
    const began = await beginProviderSignIn(stage.accounts, new Headers(), '/work')
    const back = (await fetch(began.url, { redirect: 'manual' })).headers.get('location') ?? ''
    for (const headers of [new Headers(), new Headers({ cookie: 'prongsai.state=other' })]) {
      const response = await answerAuthRequest(stage.accounts, new Request(back, { headers }))
      expect(response.headers.get('location')).toContain('/sign-in?problem=account.providerFailed')
      expect(response.headers.getSetCookie().join()).not.toContain('session_token')
    }
  })

  test('leads nowhere but to us', async () => {
    const { email } = await join(stage, auditor)
    claims = { sub: 'citizen-4', email, email_verified: true }
    for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example']) {
      expect((await comeBack(next)).response.headers.get('location')).toBe(`${baseUrl}/`)
    }
  })

  test('that cannot be reached is told, and asked again the next time; without one there is none', async () => {
    const silent = await setStage()
    await expect(beginProviderSignIn(silent.accounts, new Headers(), '/')).rejects.toMatchObject({
      code: 'account.noProvider',
    })
    await silent.close()
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'c', clientSecret: 's', name: 'ThaID' }
    const lost = await setStage({ oidc })
    for (let count = 0; count < 2; count++) {
      await expect(beginProviderSignIn(lost.accounts, new Headers(), '/')).rejects.toMatchObject({
        ...{ kind: 'unavailable', code: 'account.providerUnreachable' },
      })
    }
    await lost.close()
  })
})

describe('a passkey', () => {
  const call = (path: string, headers: Headers, body?: object) => {
    headers.set('origin', baseUrl)
    const given = body && { method: 'POST', body: JSON.stringify(body) }
    if (body) headers.set('content-type', 'application/json')
    return answerAuthRequest(
      stage.accounts,
      new Request(`${baseUrl}/auth/passkey/${path}`, { headers, ...given }),
    )
  }

  async function add(browser: Headers, key: ReturnType<typeof makePasskey>, isUnlocked = true) {
    const asked = await call('generate-register-options', browser)
    const { challenge } = (await asked.json()) as { challenge: string }
    const cookies = browserAfter(asked).get('cookie')
    const both = new Headers({ cookie: `${browser.get('cookie')}; ${cookies}` })
    return call('verify-registration', both, { response: key.register({ challenge, isUnlocked }) })
  }

  async function use(key: ReturnType<typeof makePasskey>, isUnlocked = true) {
    const asked = await call('generate-authenticate-options', new Headers())
    const { challenge } = (await asked.json()) as { challenge: string }
    return call('verify-authentication', browserAfter(asked), {
      response: key.authenticate({ challenge, isUnlocked }),
    })
  }

  beforeEach(() => {
    claims = {}
  })

  test('signs in without a password, and counts as a second factor', async () => {
    const { userId, email } = await join(stage, auditor)
    const key = makePasskey(baseUrl)
    expect((await add(await browserOf(stage, email), key)).status).toBe(200)
    const answer = await use(key)
    expect(answer.status).toBe(200)
    expect(await signedInBy(stage, browserAfter(answer))).toMatchObject({
      ...{ person: { id: userId, grants: [auditor] }, withheldRoles: [], secondFactor: true },
    })
    const events = await listEvents(stage.database.query, { subject: `user:${userId}`, limit: 9 })
    expect(events.map(({ event }) => event)).toContain('passkey.added')
    expect(events[0]).toMatchObject({ event: 'session.started', details: { means: 'passkey' } })
  })

  test('must be unlocked by the person, is refused when unknown, and is added by nobody but its owner', async () => {
    const { email } = await join(stage, auditor)
    const key = makePasskey(baseUrl)
    const browser = await browserOf(stage, email)
    expect((await add(browser, key, false)).ok).toBe(false)
    expect((await use(key)).ok).toBe(false)
    expect((await call('generate-register-options', new Headers())).ok).toBe(false)
    expect((await add(browser, key)).ok).toBe(true)
    expect((await use(key, false)).ok).toBe(false)
    expect((await use(key)).ok).toBe(true)
  })

  test('gives the roles at once to the session in which the first is added', async () => {
    const { email } = await join(stage, auditor)
    const browser = await browserOf(stage, email)
    expect((await signedInBy(stage, browser)).withheldRoles).toEqual(['auditor'])
    await add(browser, makePasskey(baseUrl))
    expect(await signedInBy(stage, browser)).toMatchObject({ withheldRoles: [], isProven: true })
  })

  test('is wanted of whoever would add another way to prove it: the password alone does not do', async () => {
    const { userId, email } = await join(stage, auditor)
    await add(await browserOf(stage, email), makePasskey(baseUrl))
    const thief = await browserOf(stage, email)
    expect((await add(thief, makePasskey(baseUrl))).status).toBe(403)
    expect(await listPasskeys(stage.database.query, { id: userId })).toHaveLength(1)
    await expect(startSecondFactor(stage.accounts, thief, password)).rejects.toMatchObject({
      ...{ kind: 'forbidden', code: 'account.proveFirst' },
    })
    expect((await signedInBy(stage, thief)).withheldRoles).toEqual(['auditor'])
  })

  test('is removed by its owner alone, and then lets nobody in', async () => {
    const { userId, email } = await join(stage, auditor)
    const key = makePasskey(baseUrl)
    const browser = await browserOf(stage, email)
    await add(browser, key)
    const [{ id } = { id: '' }] = await listPasskeys(stage.database.query, { id: userId })
    const other = (await signedInBy(stage, await browserOf(stage, (await join(stage, auditor)).email))).person
    const remove = (actor: typeof other) => stage.actAs(actor, (context) => removePasskey(context, id))
    await expect(remove(other)).rejects.toMatchObject({ code: 'account.passkeyNotFound' })
    await remove((await signedInBy(stage, browser)).person)
    expect((await use(key)).ok).toBe(false)
  })
})

test.each([
  ['sign-in/email', { email: 'a@example.go.th', password: 'x' }],
  ['sign-up/email', { email: 'a@example.go.th', password: 'a long password', name: 'A' }],
  ['two-factor/verify-totp', { code: '123456' }],
  ['passkey/delete-passkey', { id: 'x' }],
  ['list-sessions', undefined],
])('the address %s of the library is closed', async (path, body) => {
  const given = body && { method: 'POST', body: JSON.stringify(body) }
  const response = await answerAuthRequest(stage.accounts, new Request(`${baseUrl}/auth/${path}`, given))
  expect(response.status).toBe(404)
})
