/** A round belongs to one year and one framework version, and takes nothing once it is closed. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import { fiscalYear, openCastRound, operator, readRules, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { closeRound } from './close.ts'
import { enrolAgencies } from './enrol.ts'
import { openRound } from './open.ts'
import { findEnrolment, getRound, mapEnrolledAgencies } from './queries.ts'

describe('opening', () => {
  test('a round keeps the very framework it was opened with', async ({ as, db }) => {
    const loaded = await readRules()
    const round = await openRound(as(operator), loaded)
    expect(await getRound(db, fiscalYear)).toEqual(round)
    expect((await getPinnedFramework(db, round.frameworkHash)).framework).toEqual(loaded.framework)
  })

  test('the act and who did it are recorded', async ({ as, db }) => {
    await openRound(as(operator), await readRules())
    expect(await db.select().from(auditEvents)).toMatchObject([
      { event: 'framework.pinned', subject: 'framework:2568' },
      { event: 'round.opened', subject: 'round:2568', actorKind: 'operator', actorName: 'somchai' },
    ])
  })

  test('nobody but the operator opens a round', async ({ as }) => {
    await expect(openRound(as(anyone), await readRules())).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a year has one round', async ({ as }) => {
    await openRound(as(operator), await readRules())
    await expect(openRound(as(operator), await readRules())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'round.alreadyOpen',
    })
  })
})

describe('enrolling', () => {
  test('agencies are enrolled once, and what is known of them can change', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    const note = { th: 'คำตอบสมมติ', en: 'made-up answers' }
    await enrolAgencies(as(operator), {
      fiscalYear,
      agencies: [{ agencyCode: 'hill', staffHeadcount: 40, note }],
    })
    const enrolled = await mapEnrolledAgencies(db, round, ['HILL', 'FIELD', 'NOBODY'])
    expect([...enrolled.keys()].sort()).toEqual(['field', 'hill'])
    const key = { roundId: round.id, agencyId: enrolled.get('hill') ?? '' }
    expect(await findEnrolment(db, key)).toEqual({ staffHeadcount: 40, note })
  })

  test('nobody but the operator enrols agencies', async ({ as }) => {
    await openCastRound(as(operator))
    const act = enrolAgencies(as(anyone), { fiscalYear, agencies: [{ agencyCode: 'HILL' }] })
    await expect(act).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('an agency that is not registered is refused by its code', async ({ as }) => {
    await openCastRound(as(operator))
    const act = enrolAgencies(as(operator), { fiscalYear, agencies: [{ agencyCode: 'NOBODY' }] })
    await expect(act).rejects.toMatchObject({
      code: 'round.enrolmentsInvalid',
      findings: [{ parameters: { code: 'NOBODY' } }],
    })
  })

  test('a year without a round takes no agencies', async ({ as }) => {
    await registerCast(as(operator))
    const act = enrolAgencies(as(operator), { fiscalYear, agencies: [{ agencyCode: 'HILL' }] })
    await expect(act).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('a closed round takes no agencies', async ({ as }) => {
    await openCastRound(as(operator))
    await closeRound(as(operator), fiscalYear)
    const act = enrolAgencies(as(operator), { fiscalYear, agencies: [{ agencyCode: 'HILL' }] })
    await expect(act).rejects.toMatchObject({ code: 'round.closed' })
  })
})

describe('closing', () => {
  test('a closed round stays closed', async ({ as, db }) => {
    await openCastRound(as(operator))
    await closeRound(as(operator), fiscalYear)
    expect((await getRound(db, fiscalYear)).isClosed).toBe(true)
    await expect(closeRound(as(operator), fiscalYear)).rejects.toMatchObject({ code: 'round.closed' })
  })

  test('nobody but the operator closes a round', async ({ as, db }) => {
    await openCastRound(as(operator))
    await expect(closeRound(as(anyone), fiscalYear)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await getRound(db, fiscalYear)).isClosed).toBe(false)
  })
})
