/** The demo's sign-ins: each lets in with its role, while the demo runs and not otherwise. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#base/actor.ts'
import { makeAccounts } from '#modules/accounts/accounts.ts'
import { findSignedIn } from '#modules/accounts/session.ts'
import { installReference } from '#modules/registry/install-reference.ts'
import { readReference } from '#modules/registry/reference-files.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { act } from '#platform/context.ts'
import { seedsRoot } from '#platform/paths.ts'
import { browserOf, type Stage, setStage, signedInBy } from '../../../tests/support/accounts.ts'
import { listSignIns, loadPeople } from './accounts.ts'
import { readCast } from './cast.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage({ isDemo: true })
  const { agencies, imaginary } = await readCast()
  await act(stage.doorway, { kind: 'system', name: 'demo' }, async (context) => {
    const reference = await readReference(`${seedsRoot}/reference`)
    await installReference(context, { ...reference, provinces: [...reference.provinces, imaginary.province] })
    const made = imaginary.agencies.map(({ code, name, type }) => ({ code, name, type, isImaginary: true }))
    await registerAgencies(context, [...agencies, ...made])
  })
  await loadPeople(stage.doorway)
})
afterAll(() => stage.close())

test('there is one for each role, and loading again changes nothing', async () => {
  const signIns = await listSignIns(stage)
  await loadPeople(stage.doorway)
  expect(new Set(signIns.map(({ role }) => role))).toEqual(new Set(roles))
  expect(signIns).toHaveLength(12)
  expect(new Set(signIns.map(({ password }) => password.length >= 12))).toEqual(new Set([true]))
})

test('each lets in, and its role holds without a second factor', async () => {
  for (const { email, password, role } of await listSignIns(stage)) {
    const { person, withheldRoles } = await signedInBy(stage, await browserOf(stage, email, password))
    expect([email, person.grants.map((grant) => grant.role), withheldRoles]).toEqual([email, [role], []])
  }
})

test('none lets in where the product runs in earnest, nor does a session that was begun in the demo', async () => {
  const earnest = {
    ...stage,
    accounts: makeAccounts({ ...stage.accounts, outbox: { put: async () => {} }, isDemo: false }),
  }
  const [{ email, password } = { email: '', password: '' }] = await listSignIns(stage)
  const browser = await browserOf(stage, email, password)
  expect(await findSignedIn(earnest.accounts, browser)).toBeNull()
  await expect(browserOf(earnest, email, password)).rejects.toMatchObject({ code: 'account.isDisabled' })
})
