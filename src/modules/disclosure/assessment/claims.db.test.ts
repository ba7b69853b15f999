/** Who takes an agency to assess, who may not, and how it is let go. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { anyone, type Person } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { roleGrants } from '#modules/accounts/tables.ts'
import { people } from '#modules/registry/tables.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import {
  addPerson,
  agencyIdOf,
  assessorAnywhere,
  at,
  centre,
  during,
  fullMark,
  handIn,
  leadAnywhere,
  openAssessment,
  score,
} from '../../../../tests/support/assessing.ts'
import { fiscalYear, operator } from '../../../../tests/support/cast.ts'
import { doorwayOf, openClone, databaseTest as test } from '../../../../tests/support/database.ts'
import { claimAgency } from './claim-agency.ts'
import { listClaims } from './claims.ts'
import { listMarks } from './item-marks.ts'
import { releaseClaim } from './release-claim.ts'
import { setMarking } from './set-marking.ts'

const river = { fiscalYear, agencyCode: 'RIVER' }

async function play(context: Context) {
  const round = await openAssessment(context)
  await handIn(context, { round, agencyCode: 'RIVER' })
  return {
    round,
    agencyId: await agencyIdOf(context, 'RIVER'),
    dao: await addPerson(context, 'dao', assessorAnywhere),
    kai: await addPerson(context, 'kai', assessorAnywhere),
    lead: await addPerson(context, 'lead', leadAnywhere),
  }
}

/** A role that the person has or had at RIVER. */
async function bind({ transaction, now }: Context, person: Person, endedAt: Date | null): Promise<void> {
  const agencyId = await agencyIdOf({ transaction, now } as Context, 'RIVER')
  const scope = { scopeKind: 'agency', agencyId, role: 'coordinator' }
  await transaction
    .insert(roleGrants)
    .values({ id: newId(), userId: person.id, ...scope, grantedAt: now, endedAt })
}

describe('claiming an agency', () => {
  test('one assessor holds it, and the trail says who', async ({ as, db }) => {
    const { round, agencyId, dao, kai } = await play(as(operator))
    expect(await claimAgency(as(dao), { ...river, agencyCode: 'river' })).toEqual({ seat: 1 })
    expect(await listClaims(db, { roundId: round.id, agencyIds: [agencyId] })).toMatchObject([
      { seat: 1, assessorId: dao.id, assessorName: 'dao', since: during.score },
    ])
    await expect(claimAgency(as(kai), river)).rejects.toMatchObject({ code: 'assessment.seatsTaken' })
    await expect(claimAgency(as(dao), river)).rejects.toMatchObject({ code: 'assessment.alreadyClaimed' })
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.event, 'assessment.claimed'))
    expect(event).toMatchObject({ subject: 'items:2568/RIVER', role: 'assessor', actorName: dao.id })
  })

  test('where each item is marked twice, two hold it, and a third does not', async ({ as }) => {
    const { dao, kai, lead } = await play(as(operator))
    await setMarking(as(operator), { fiscalYear, isDouble: true })
    expect(await claimAgency(as(dao), river)).toEqual({ seat: 1 })
    expect(await claimAgency(as(kai), river)).toEqual({ seat: 2 })
    await expect(claimAgency(as(lead), river)).rejects.toMatchObject({ code: 'assessment.seatsTaken' })
  })

  test('only those whose roles reach the agency take it', async ({ as }) => {
    await play(as(operator))
    const group = { kind: 'group', type: 'subdistrictOrganization' } as const
    const far = await addPerson(as(operator), 'far', { role: 'assessor', scope: group })
    const near = await addPerson(as(operator), 'near', {
      ...{ role: 'assessor', scope: { kind: 'group', type: 'department' } },
    })
    await expect(claimAgency(as(far), river)).rejects.toMatchObject({ code: 'access.refused' })
    await expect(claimAgency(as(anyone), river)).rejects.toMatchObject({ code: 'access.signInFirst' })
    await expect(claimAgency(as(operator), river)).rejects.toMatchObject({ code: 'assessment.personOnly' })
    expect(await claimAgency(as(near), river)).toEqual({ seat: 1 })
  })

  test('nobody takes the agency they have or had a role at', async ({ as }) => {
    const { dao, kai } = await play(as(operator))
    await bind(as(operator), dao, null)
    await bind(as(operator), kai, during.answer)
    await expect(claimAgency(as(dao), river)).rejects.toMatchObject({ code: 'assessment.ownAgency' })
    await expect(claimAgency(as(kai), river)).rejects.toMatchObject({ code: 'assessment.formerAgency' })
  })

  test('nobody takes the agency whose list of people has or had their e-mail', async ({ as, db }) => {
    const { agencyId, dao, kai } = await play(as(operator))
    const listed = (name: string, leftOn: string | null) => ({
      ...{ id: newId(), agencyId, name, leftOn, email: `${name.toUpperCase()}@Example.go.th` },
    })
    await db.insert(people).values([listed('dao', null), listed('kai', '2024-01-31')])
    await expect(claimAgency(as(dao), river)).rejects.toMatchObject({ code: 'assessment.ownAgency' })
    await expect(claimAgency(as(kai), river)).rejects.toMatchObject({ code: 'assessment.formerAgency' })
  })

  test('nothing is taken before scoring opens, without items handed in, or in a closed round', async ({
    as,
  }) => {
    const { dao } = await play(as(operator))
    const early = claimAgency(at(as(dao), during.answer), river)
    await expect(early).rejects.toMatchObject({ code: 'round.phaseNotOpen', parameters: { phase: 'score' } })
    const empty = claimAgency(as(dao), { fiscalYear, agencyCode: 'HILL' })
    await expect(empty).rejects.toMatchObject({ code: 'assessment.nothingSubmitted' })
    await closeRound(as(operator), fiscalYear)
    await expect(claimAgency(as(dao), river)).rejects.toMatchObject({ code: 'round.closed' })
  })
})

describe('two who claim at once', () => {
  const stage: { database?: Database } = {}
  beforeAll(async () => {
    stage.database = await openClone()
  })
  afterAll(() => stage.database?.close())

  test('do not get the same seat', async () => {
    const { database } = stage
    if (!database) throw new Error('there is no database')
    const doorway = doorwayOf(database)
    const { dao, kai, lead } = await act(doorway, operator, play)
    const claim = (person: Person) => act(doorway, person, (context) => claimAgency(context, river))
    const alone = await Promise.allSettled([claim(dao), claim(kai)])
    expect(alone.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const holder = alone[0]?.status === 'fulfilled' ? dao : kai
    await act(doorway, holder, (context) => releaseClaim(context, river))
    await act(doorway, operator, (context) => setMarking(context, { fiscalYear, isDouble: true }))
    const both = await Promise.all([claim(dao), claim(kai)])
    expect(both.map(({ seat }) => seat).toSorted()).toEqual([1, 2])
    await expect(claim(lead)).rejects.toMatchObject({ code: 'assessment.seatsTaken' })
  })
})

describe('letting an agency go', () => {
  test('another assessor may take it then, and the marks stay', async ({ as, db }) => {
    const { round, agencyId, dao, kai } = await play(as(operator))
    await claimAgency(as(dao), river)
    await score(as, dao, { itemCode: 'o1', mark: fullMark })
    await releaseClaim(as(dao), river)
    expect(await claimAgency(as(kai), river)).toEqual({ seat: 1 })
    expect(await listMarks(db, { roundId: round.id, agencyId })).toMatchObject([{ assessorId: dao.id }])
  })

  test('that of somebody else is for those who lead', async ({ as }) => {
    const { dao, kai, lead } = await play(as(operator))
    await claimAgency(as(dao), river)
    const ofDao = { ...river, assessorId: dao.id }
    await expect(releaseClaim(as(kai), ofDao)).rejects.toMatchObject({ code: 'access.refused' })
    await releaseClaim(as(lead), ofDao)
    expect(await claimAgency(as(kai), river)).toEqual({ seat: 1 })
  })

  test('what nobody holds is not let go', async ({ as }) => {
    const { dao, lead } = await play(as(operator))
    await expect(releaseClaim(as(dao), river)).rejects.toMatchObject({ code: 'assessment.notHeld' })
    const ofDao = releaseClaim(as(lead), { ...river, assessorId: dao.id })
    await expect(ofDao).rejects.toMatchObject({ code: 'assessment.notHeld' })
  })
})

describe('how many assessors mark an item', () => {
  test('is set, and set back, before the first mark', async ({ as, db }) => {
    const { dao } = await play(as(operator))
    const administrator = await addPerson(as(operator), 'somsri', { role: 'administrator', scope: centre })
    await setMarking(as(administrator), { fiscalYear, isDouble: true })
    await setMarking(as(administrator), { fiscalYear, isDouble: true })
    await setMarking(as(administrator), { fiscalYear, isDouble: false })
    const set = await db.select().from(auditEvents).where(eq(auditEvents.event, 'assessment.markingSet'))
    expect(set.map(({ details }) => details)).toEqual([{ assessors: 2 }, { assessors: 1 }])
    await claimAgency(as(dao), river)
    await score(as, dao, { itemCode: 'o1', mark: fullMark })
    const late = setMarking(as(administrator), { fiscalYear, isDouble: true })
    await expect(late).rejects.toMatchObject({ code: 'assessment.hasBegun' })
  })

  test('is not for assessors to say', async ({ as }) => {
    const { dao } = await play(as(operator))
    const attempt = setMarking(as(dao), { fiscalYear, isDouble: true })
    await expect(attempt).rejects.toMatchObject({ code: 'access.refused' })
  })
})
