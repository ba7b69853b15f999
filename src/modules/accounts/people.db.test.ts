/** Who may come in as what: the first start, invitations, roles given and ended, accounts shut, access keys. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyone, type Grant } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { isAllowed } from '#base/permission.ts'
import { listAgencies } from '#modules/registry/queries.ts'
import { units } from '#modules/registry/tables.ts'
import { listEvents, verifyAudit } from '#platform/audit-queries.ts'
import {
  centre,
  join,
  newEmail,
  password,
  personWith,
  type Stage,
  setStage,
} from '../../../tests/support/accounts.ts'
import { operator } from '../../../tests/support/cast.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { canListAccounts } from './access.ts'
import { createAccessKey } from './create-access-key.ts'
import { disableAccount } from './disable-account.ts'
import { enableAccount } from './enable-account.ts'
import { endGrant } from './end-grant.ts'
import { grantRole } from './grant-role.ts'
import { listActiveGrants } from './grants.ts'
import { invitationToken } from './invitation.ts'
import { invite } from './invite.ts'
import { getPerson, listInvitations, listPeople } from './people.ts'
import { getInvitation, hasStarted, invitationLetterFor, listAccessKeys, mapAccountNames } from './queries.ts'
import { revokeAccessKey } from './revoke-access-key.ts'
import { findActorByKey } from './session.ts'
import { setUpCode } from './set-up-code.ts'
import { startInstance } from './start-instance.ts'
import { accessKeys, roleGrants, users } from './tables.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let stage: Stage
let river: string
let hill: string
beforeAll(async () => {
  stage = await setStage()
  const found = await listAgencies(stage.database.query)
  river = found.find(({ code }) => code === 'RIVER')?.id ?? ''
  hill = found.find(({ code }) => code === 'HILL')?.id ?? ''
})
afterAll(() => stage.close())

const at = (agencyId: string, role: Grant['role']): Grant => ({ role, scope: { kind: 'agency', agencyId } })
const administrator: Grant = { role: 'administrator', scope: centre }
const coordinator = async () =>
  personWith((await join(stage, at(river, 'coordinator'))).userId, at(river, 'coordinator'))
const openInvitation = (grant: Grant = at(river, 'reviewer')) =>
  stage.actAs(operator, (context) => invite(context, { email: newEmail(), name: 'วิชัย', grant }))
const tokenOf = (id: string): string => invitationToken(stage.accounts.secret, id)
const accept = (token: string, word = password) =>
  stage.actAs(anyone, (context) =>
    acceptInvitation(context, stage.accounts, { token, name: 'วิชัย ใจซื่อ', password: word }),
  )

describe('the first start', () => {
  let fresh: Stage
  beforeEach(async () => {
    fresh = await setStage()
    return () => fresh.close()
  })
  const first = { name: 'สมหมาย', email: 'First@Example.go.th', password, mode: 'centre' } as const
  const code = () => setUpCode(fresh.accounts.secret)

  test('makes one administrator, and never a second', async () => {
    expect(await hasStarted(fresh.database.query)).toBe(false)
    const { userId } = await startInstance(fresh.accounts, { ...first, code: code() })
    expect(await hasStarted(fresh.database.query)).toBe(true)
    expect(await listActiveGrants(fresh.database.query, userId)).toMatchObject([administrator])
    await expect(
      startInstance(fresh.accounts, { ...first, email: 'second@example.go.th', code: code() }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'instance.alreadyStarted' })
    const [event] = await listEvents(fresh.database.query, { event: 'instance.started', limit: 1 })
    expect(event).toMatchObject({
      actorKind: 'operator',
      subject: `user:${userId}`,
      details: { mode: 'centre' },
    })
    expect(JSON.stringify(event)).not.toContain('example.go.th')
  })

  test('for one agency makes its administrator and coordinator, and registers it where it is new', async () => {
    const agency = { code: 'LAKE', name: 'กรมทะเลสาบ', type: 'department' }
    const { userId } = await startInstance(fresh.accounts, { ...first, mode: 'agency', agency, code: code() })
    const grants = await listActiveGrants(fresh.database.query, userId)
    expect(grants.map(({ role }) => role).sort()).toEqual(['administrator', 'coordinator'])
  })

  test('is refused without the code, without an agency that is known, and to two at once', async () => {
    const start = (given: object) => startInstance(fresh.accounts, { ...first, code: code(), ...given })
    await expect(start({ code: 'AAAA-BBBB-CCCC' })).rejects.toMatchObject({ code: 'instance.codeWrong' })
    await expect(start({ mode: 'agency' })).rejects.toMatchObject({ code: 'instance.agencyMissing' })
    await expect(start({ mode: 'agency', agency: { code: 'NONE' } })).rejects.toMatchObject({
      code: 'instance.agencyUnknown',
    })
    await expect(start({ password: 'short' })).rejects.toMatchObject({ code: 'account.passwordTooShort' })
    const both = await Promise.allSettled([start({}), start({ email: 'b@example.go.th' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('takes no more codes after too many wrong ones', async () => {
    for (let count = 0; count < 50; count++) {
      await startInstance(fresh.accounts, { ...first, code: 'wrong' }).catch(() => undefined)
    }
    await expect(startInstance(fresh.accounts, { ...first, code: code() })).rejects.toMatchObject({
      code: 'account.locked',
    })
  })
})

describe('an invitation', () => {
  test('is mailed in both languages, shown by its token, and makes an account with the role, once', async () => {
    const { id } = await openInvitation()
    const letter = await invitationLetterFor(stage.database.query, id, stage.accounts)
    expect(letter?.text).toContain(`/invitations/${tokenOf(id)}`)
    expect(letter?.text).toContain('ผู้ตรวจทาน ของกรมแม่น้ำ ๒')
    expect(letter?.text).toContain('Reviewer of River Department 2')
    expect(await getInvitation(stage.doorway, stage.accounts, tokenOf(id))).toMatchObject({
      ...{ name: 'วิชัย', role: 'reviewer', place: { en: 'River Department 2' } },
    })
    const { userId } = await accept(tokenOf(id))
    expect(await listActiveGrants(stage.database.query, userId)).toMatchObject([at(river, 'reviewer')])
    await expect(accept(tokenOf(id))).rejects.toMatchObject({ code: 'invitation.accepted' })
    expect(await invitationLetterFor(stage.database.query, id, stage.accounts)).toBeNull()
  })

  test('that is accepted twice at once makes one account', async () => {
    const { id } = await openInvitation()
    const both = await Promise.allSettled([accept(tokenOf(id)), accept(tokenOf(id))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused when it has expired, was withdrawn, or its token was altered, each told apart', async () => {
    const [lost, late] = [await openInvitation(), await openInvitation()]
    await stage.actAs(operator, (context) => withdrawInvitation(context, lost.id))
    await expect(accept(tokenOf(lost.id))).rejects.toMatchObject({ code: 'invitation.withdrawn' })
    await expect(accept(tokenOf(late.id).replace(/.$/, '!'))).rejects.toMatchObject({
      code: 'invitation.tokenWrong',
    })
    await expect(accept(`${lost.id}.${tokenOf(late.id).split('.')[1]}`)).rejects.toMatchObject({
      code: 'invitation.tokenWrong',
    })
    await expect(accept(tokenOf(late.id), 'short')).rejects.toMatchObject({
      code: 'account.passwordTooShort',
    })
    stage.turnClock(14 * 24 * 60)
    await expect(accept(tokenOf(late.id))).rejects.toMatchObject({
      kind: 'closed',
      code: 'invitation.expired',
    })
  })

  test('is given by administrators anywhere and by coordinators in their own agency', async () => {
    const own = await coordinator()
    const entry = (grant: Grant) => ({ email: newEmail(), name: 'ใหม่', grant })
    const send = (grant: Grant, actor = own) => stage.actAs(actor, (context) => invite(context, entry(grant)))
    await send(at(river, 'itemOwner'))
    for (const refused of [at(hill, 'itemOwner'), administrator]) {
      await expect(send(refused)).rejects.toMatchObject({ code: 'access.refused' })
    }
    await expect(
      send(at(river, 'itemOwner'), personWith(own.id, at(river, 'executive'))),
    ).rejects.toMatchObject({
      code: 'access.refused',
    })
    await send(at(hill, 'itemOwner'), personWith(own.id, administrator))
    const [event] = await listEvents(stage.database.query, { event: 'account.invited', limit: 1 })
    expect(event).toMatchObject({ role: 'administrator', subject: expect.stringMatching(/^invitation:/) })
    expect(event?.details).toEqual({ role: 'itemOwner', scope: 'agency', agencyId: hill })
  })

  test('is not given twice, nor to whom has an account, nor for a role where there is none', async () => {
    const send = (email: string, grant: Grant) =>
      stage.actAs(operator, (context) => invite(context, { email, name: 'ใหม่', grant }))
    const email = newEmail()
    await send(email, at(river, 'reviewer'))
    await expect(send(email.toUpperCase(), at(river, 'reviewer'))).rejects.toMatchObject({
      code: 'invitation.alreadyOpen',
    })
    const { email: taken } = await join(stage, at(river, 'reviewer'))
    await expect(send(taken, at(river, 'reviewer'))).rejects.toMatchObject({ code: 'account.emailTaken' })
    await expect(send(newEmail(), at(river, 'auditor'))).rejects.toMatchObject({
      code: 'grant.scopeNotForRole',
    })
    await expect(
      send(newEmail(), { role: 'supervisor', scope: { kind: 'group', province: 'XX' } }),
    ).rejects.toMatchObject({ code: 'grant.groupUnknown' })
    await expect(send(newEmail(), { role: 'supervisor', scope: { kind: 'group' } })).rejects.toMatchObject({
      code: 'grant.groupMissing',
    })
    await expect(send(newEmail(), at(newId(), 'reviewer'))).rejects.toMatchObject({
      code: 'grant.agencyUnknown',
    })
  })

  test('is withdrawn by those who may give it, while it is open', async () => {
    const { id } = await openInvitation(at(hill, 'reviewer'))
    const withdraw = (actor: Parameters<Stage['actAs']>[0], which = id) =>
      stage.actAs(actor, (context) => withdrawInvitation(context, which))
    await expect(withdraw(await coordinator())).rejects.toMatchObject({ code: 'access.refused' })
    await withdraw(operator)
    await expect(withdraw(operator)).rejects.toMatchObject({ code: 'invitation.withdrawn' })
    await expect(withdraw(operator, 'none')).rejects.toMatchObject({ code: 'invitation.notFound' })
  })
})

describe('a role', () => {
  const give = (actor: Parameters<Stage['actAs']>[0], userId: string, grant: Grant) =>
    stage.actAs(actor, (context) => grantRole(context, { userId, grant }))
  const end = (actor: Parameters<Stage['actAs']>[0], grantId: string, reason = 'ย้ายหน่วยงาน') =>
    stage.actAs(actor, (context) => endGrant(context, { grantId, reason }))

  test('is given and ended, and the row stays with who, when and why', async () => {
    const { userId } = await join(stage, at(river, 'reviewer'))
    const own = await coordinator()
    const { id } = await give(own, userId, at(river, 'executive'))
    await end(own, id)
    const [row] = await stage.database.query.select().from(roleGrants).where(eq(roleGrants.id, id))
    expect(row).toMatchObject({ grantedBy: own.id, endedBy: own.id, endReason: 'ย้ายหน่วยงาน' })
    expect(row?.endedAt).not.toBeNull()
    expect(await listActiveGrants(stage.database.query, userId)).toMatchObject([at(river, 'reviewer')])
    await expect(end(own, id)).rejects.toMatchObject({ code: 'grant.ended' })
  })

  test('is neither given nor ended by those who may not', async () => {
    const { userId } = await join(stage, at(hill, 'reviewer'))
    const [held] = await listActiveGrants(stage.database.query, userId)
    const stranger = await coordinator()
    for (const grant of [at(hill, 'executive'), administrator]) {
      await expect(give(stranger, userId, grant)).rejects.toMatchObject({ code: 'access.refused' })
    }
    await expect(end(stranger, held?.id ?? '')).rejects.toMatchObject({ code: 'access.refused' })
    await expect(end(anyone, held?.id ?? '')).rejects.toMatchObject({ code: 'access.signInFirst' })
  })

  test('is not given twice, nor to nobody, nor to who is disabled; nor ended without a reason', async () => {
    const { userId } = await join(stage, at(river, 'reviewer'))
    await expect(give(operator, userId, at(river, 'reviewer'))).rejects.toMatchObject({
      code: 'grant.alreadyHeld',
    })
    await expect(give(operator, newId(), at(river, 'reviewer'))).rejects.toMatchObject({
      code: 'account.notFound',
    })
    const [held] = await listActiveGrants(stage.database.query, userId)
    await expect(end(operator, held?.id ?? '', '  ')).rejects.toMatchObject({ code: 'grant.reasonMissing' })
    await expect(end(operator, 'none')).rejects.toMatchObject({ code: 'grant.notFound' })
    await stage.actAs(operator, (context) => disableAccount(context, userId))
    await expect(give(operator, userId, at(river, 'executive'))).rejects.toMatchObject({
      code: 'account.isDisabled',
    })
  })

  test('holds in a unit of the agency it names, and of no other', async () => {
    const unitId = newId()
    await stage.database.query.insert(units).values({
      ...{ id: unitId, agencyId: river, code: 'U1', nameTh: 'กอง', nameEn: 'Division', kind: 'division' },
      position: 1,
    })
    const { userId } = await join(stage, at(river, 'reviewer'))
    const inUnit = (agencyId: string): Grant => ({
      role: 'itemOwner',
      scope: { kind: 'unit', agencyId, unitId },
    })
    await give(operator, userId, inUnit(river))
    await expect(give(operator, userId, inUnit(hill))).rejects.toMatchObject({ code: 'grant.unitUnknown' })
  })

  test('the last administrator stays, whichever way they would go', async () => {
    const stages = await setStage()
    const actAs = stages.actAs
    const [one, two] = [await join(stages, administrator), await join(stages, administrator)]
    const idOf = async (userId: string) =>
      (await listActiveGrants(stages.database.query, userId))[0]?.id ?? ''
    const ends = await Promise.allSettled(
      [await idOf(one.userId), await idOf(two.userId)].map((grantId) =>
        actAs(operator, (context) => endGrant(context, { grantId, reason: 'ลาออก' })),
      ),
    )
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = ends[0]?.status === 'rejected' ? one : two
    await expect(actAs(operator, (context) => disableAccount(context, left.userId))).rejects.toMatchObject({
      code: 'grant.lastAdministrator',
    })
    await stages.close()
  })
})

describe('shutting an account', () => {
  test('is for administrators, and not done twice', async () => {
    const { userId } = await join(stage, at(river, 'reviewer'))
    const own = await coordinator()
    await expect(stage.actAs(own, (context) => disableAccount(context, userId))).rejects.toMatchObject({
      code: 'access.refused',
    })
    await expect(stage.actAs(own, (context) => enableAccount(context, userId))).rejects.toMatchObject({
      code: 'access.refused',
    })
    const chief = personWith(own.id, administrator)
    await expect(stage.actAs(chief, (context) => enableAccount(context, userId))).rejects.toMatchObject({
      code: 'account.isEnabled',
    })
    await stage.actAs(chief, (context) => disableAccount(context, userId))
    await expect(stage.actAs(chief, (context) => disableAccount(context, userId))).rejects.toMatchObject({
      code: 'account.isDisabled',
    })
  })
})

describe('an access key', () => {
  const inDays = (days: number) => new Date(stage.doorway.clock().getTime() + days * 86_400_000)
  const make = (person: Awaited<ReturnType<typeof coordinator>>, given: object = {}) =>
    stage.actAs(person, (context) =>
      createAccessKey(context, { name: 'โปรแกรม', scopes: ['read'], expiresAt: inDays(30), ...given }),
    )
  const use = (key: string) => findActorByKey(stage.accounts, `Bearer ${key}`)

  test('acts for its owner within its scopes; only its hash is kept, and the day of its use', async () => {
    const own = await coordinator()
    const { key } = await make(own)
    expect(key).toMatch(/^prs_[0-9a-f]{8}_[0-9a-f]{48}$/)
    const actor = await use(key)
    expect(actor).toMatchObject({ id: own.id, limitedTo: ['read'], grants: [at(river, 'coordinator')] })
    const place = { agencyId: river, type: 'department', ministry: 'industry', province: null }
    expect(isAllowed(actor, canListAccounts, place)).toBe(true)
    await expect(
      stage.actAs(actor, (context) =>
        invite(context, { email: newEmail(), name: 'ก', grant: at(river, 'reviewer') }),
      ),
    ).rejects.toMatchObject({ code: 'access.keyWithoutScope' })
    const kept = await stage.database.query.select().from(accessKeys)
    expect(JSON.stringify(kept)).not.toContain(key.split('_')[2])
    expect((await listAccessKeys(stage.database.query, own))[0]).toMatchObject({
      lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
  })

  test('that is unknown, revoked or expired, or whose owner is disabled, lets nobody in', async () => {
    const [own, other] = [await coordinator(), await coordinator()]
    const [gone, old, orphan] = [
      await make(own),
      await make(own, { expiresAt: inDays(1) }),
      await make(other),
    ]
    await expect(stage.actAs(other, (context) => revokeAccessKey(context, gone.id))).rejects.toMatchObject({
      code: 'accessKey.notFound',
    })
    await stage.actAs(own, (context) => revokeAccessKey(context, gone.id))
    await expect(stage.actAs(own, (context) => revokeAccessKey(context, gone.id))).rejects.toMatchObject({
      code: 'accessKey.revoked',
    })
    await stage.actAs(operator, (context) => disableAccount(context, other.id))
    stage.turnClock(24 * 60)
    for (const key of [gone.key, old.key, orphan.key, `prs_00000000_${'0'.repeat(48)}`, 'nonsense']) {
      await expect(use(key)).rejects.toMatchObject({ kind: 'forbidden', code: 'account.keyInvalid' })
    }
  })

  test('has the roles that its owner has in the demo, and is of no use once the demo is over', async () => {
    const { userId } = await join(stage, { role: 'administrator', scope: centre })
    await stage.database.query
      .update(users)
      .set({ email: `${userId}@demo.prongsai.example` })
      .where(eq(users.id, userId))
    const { key } = await make(personWith(userId))
    const inDemo = await findActorByKey({ ...stage.accounts, isDemo: true }, `Bearer ${key}`)
    expect(inDemo.grants).toMatchObject([{ role: 'administrator' }])
    await expect(use(key)).rejects.toMatchObject({ code: 'account.keyInvalid' })
  })

  test('is made by a person alone, for what there is, and not for longer than a year', async () => {
    const own = await coordinator()
    const withKey = { ...own, limitedTo: ['read'] }
    await expect(make(withKey)).rejects.toMatchObject({ code: 'access.keyWithoutScope' })
    await expect(
      stage.actAs(operator, (context) =>
        createAccessKey(context, { name: 'x', scopes: ['read'], expiresAt: inDays(1) }),
      ),
    ).rejects.toMatchObject({ code: 'account.personOnly' })
    for (const [given, code] of [
      [{ scopes: [] }, 'accessKey.scopeMissing'],
      [{ scopes: ['everything'] }, 'accessKey.scopeUnknown'],
      [{ scopes: ['accessKey.create'] }, 'accessKey.scopeUnknown'],
      [{ expiresAt: inDays(367) }, 'accessKey.expiryInvalid'],
      [{ expiresAt: inDays(0) }, 'accessKey.expiryInvalid'],
      [{ expiresAt: new Date(Number.NaN) }, 'accessKey.expiryInvalid'],
      [{ name: ' ' }, 'account.nameInvalid'],
    ] as const) {
      await expect(make(own, given)).rejects.toMatchObject({ code })
    }
  })

  test('has no role that needs a second factor while its owner has none', async () => {
    const { userId } = await join(stage, administrator)
    const { key } = await make(personWith(userId, administrator), { scopes: ['account.invite'] })
    expect((await use(key)).grants).toEqual([])
    await stage.database.query.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, userId))
    expect((await use(key)).grants).toMatchObject([administrator])
  })
})

describe('the list of people', () => {
  const page = { number: 1, size: 500 }

  test('is everybody for the centre, and for a coordinator those of the agency', async () => {
    const db = stage.database.query
    const own = await coordinator()
    const { email } = await join(stage, at(hill, 'reviewer'))
    const all = await listPeople(db, personWith(own.id, administrator), { page })
    expect(all.people.map((person) => person.email)).toContain(email)
    expect(all.total).toBe(all.people.length)
    const there = await listPeople(db, own, { agencyId: river, page })
    expect(there.people.map(({ id }) => id)).toContain(own.id)
    expect(there.people.map((person) => person.email)).not.toContain(email)
    expect(there.people[0]?.grants[0]?.agency?.code).toBe('RIVER')
    for (const agencyId of [undefined, hill]) {
      await expect(listPeople(db, own, { agencyId, page })).rejects.toMatchObject({ code: 'access.refused' })
      await expect(
        listInvitations(db, own, { agencyId, page, now: stage.doorway.clock() }),
      ).rejects.toMatchObject({ code: 'access.refused' })
    }
    const found = await listPeople(db, operator, { search: email.slice(0, -6), page })
    expect(found.people.map((person) => person.email)).toEqual([email])
    expect((await listPeople(db, operator, { search: '100%_', page })).total).toBe(0)
  })

  test('one person is shown to themselves and to who looks after the agency, with ended roles', async () => {
    const db = stage.database.query
    const own = await coordinator()
    const other = await join(stage, at(hill, 'reviewer'))
    expect(await getPerson(db, personWith(own.id), own.id)).toMatchObject({
      grants: [at(river, 'coordinator')],
    })
    await expect(getPerson(db, own, other.userId)).rejects.toMatchObject({ code: 'access.refused' })
    await expect(getPerson(db, own, 'nobody')).rejects.toMatchObject({ code: 'access.refused' })
    await expect(getPerson(db, operator, 'nobody')).rejects.toMatchObject({ code: 'account.notFound' })
    expect(await mapAccountNames(db, [own.id, 'nobody'])).toEqual({ [own.id]: 'สมใจ ทดสอบ' })
  })

  test('roles and invitations over groups bear the names of the groups, each kind its own', async () => {
    const db = stage.database.query
    const scope = { kind: 'group', type: 'department', ministry: 'industry', province: 'TH-20' } as const
    const { userId, email } = await join(stage, { role: 'supervisor', scope })
    const groups = [
      { th: 'กรมหรือเทียบเท่า', en: 'Department or equivalent' },
      { th: 'กระทรวงอุตสาหกรรม', en: 'Ministry of Industry' },
      { th: 'ชลบุรี', en: 'Chon Buri' },
    ]
    expect(await getPerson(db, operator, userId)).toMatchObject({ grants: [{ role: 'supervisor', groups }] })
    const { people } = await listPeople(db, operator, { search: email, page })
    expect(people).toMatchObject([{ grants: [{ groups }] }])
    const now = stage.doorway.clock()
    const { invitations, total } = await listInvitations(db, operator, { page, now })
    expect(invitations.find((each) => each.email === email)).toMatchObject({ groups, agency: null })
    expect(total).toBe(invitations.length)
    expect(invitations.filter(({ agency }) => agency).map((each) => each.groups)).toContainEqual([])
    expect(invitations.flatMap((each) => (each.agency ? each.groups : []))).toEqual([])
  })

  test('invitations are listed with the state they are in', async () => {
    const { id } = await openInvitation()
    const now = stage.doorway.clock()
    const { invitations: listed } = await listInvitations(stage.database.query, operator, {
      agencyId: river,
      page,
      now,
    })
    expect(listed[0]).toMatchObject({ id, state: 'open', role: 'reviewer', agency: { code: 'RIVER' } })
    expect(new Set(listed.map(({ state }) => state)).size).toBeGreaterThan(1)
  })
})

test('the database refuses a grant whose scope is not whole, and the trail of all this holds', async () => {
  const { userId } = await join(stage, at(river, 'reviewer'))
  const broken = stage.database.query.execute(
    sql`insert into role_grants (id, user_id, role, scope_kind, granted_at) values (${newId()}, ${userId}, 'executive', 'agency', now())`,
  )
  await expect(broken).rejects.toMatchObject({ cause: { constraint: 'role_grants_scope' } })
  expect(await verifyAudit(stage.database.query)).toMatchObject({ isWhole: true })
})
