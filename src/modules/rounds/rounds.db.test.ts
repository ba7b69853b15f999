/** A round belongs to one year and one framework version, and takes nothing once it is closed. */
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, openCastRound, operator, readRules, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { closeRound } from './close.ts'
import { enrolAgencies } from './enrol.ts'
import { enrolAgenciesByType } from './enrol-by-type.ts'
import { openRound } from './open.ts'
import { countEnrolled, findEnrolment, getRound, mapEnrolledAgencies } from './queries.ts'

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

  test('what is known of an agency stays when it is enrolled again without it', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    const note = { th: 'คำตอบสมมติ', en: 'made-up answers' }
    const known = { agencyCode: 'HILL', staffHeadcount: 40, note }
    await enrolAgencies(as(operator), { fiscalYear, agencies: [known] })
    expect(await enrolAgencies(as(operator), { fiscalYear, agencies: [{ agencyCode: 'HILL' }] })).toEqual({
      agencies: 1,
      added: 0,
    })
    const agencyId = (await mapEnrolledAgencies(db, round, ['HILL'])).get('hill') ?? ''
    expect(await findEnrolment(db, { roundId: round.id, agencyId })).toEqual({ staffHeadcount: 40, note })
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

  test('a year without a round names the years that have one', async ({ as, db }) => {
    await openCastRound(as(operator))
    await expect(getRound(db, 2570)).rejects.toMatchObject({ parameters: { year: 2570, years: '2568' } })
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

describe('enrolling by type', () => {
  async function openEmptyRound(context: Context) {
    await registerCast(context)
    return openRound(context, await readRules())
  }

  test('takes every agency of the types and no other, and says how many are new', async ({ as, db }) => {
    const round = await openEmptyRound(as(operator))
    const byType = (types: readonly string[] | 'all') =>
      enrolAgenciesByType(as(operator), { fiscalYear, types })
    expect(await byType(['subdistrictOrganization'])).toEqual({ agencies: 2, added: 2 })
    const enrolled = await mapEnrolledAgencies(db, round, ['HILL', 'FIELD', 'RIVER'])
    expect([...enrolled.keys()].sort()).toEqual(['field', 'hill'])
    expect(await byType('all')).toEqual({ agencies: 3, added: 1 })
    expect(await countEnrolled(db, round)).toBe(3)
  })

  test('leaves out agencies that do not exist on the day', async ({ as, db }) => {
    await openEmptyRound(as(operator))
    await db.update(agencies).set({ activeTo: '2025-08-14' }).where(eq(agencies.code, 'HILL'))
    await db.update(agencies).set({ activeFrom: '2025-08-16' }).where(eq(agencies.code, 'FIELD'))
    const act = () => enrolAgenciesByType(as(operator), { fiscalYear, types: ['subdistrictOrganization'] })
    await expect(act()).rejects.toMatchObject({ code: 'round.noneToEnrol' })
    await db.update(agencies).set({ activeTo: '2025-08-15' }).where(eq(agencies.code, 'HILL'))
    expect(await act()).toEqual({ agencies: 1, added: 1 })
  })

  test('a type that nobody knows is refused with the types there are', async ({ as }) => {
    await openEmptyRound(as(operator))
    await expect(
      enrolAgenciesByType(as(operator), { fiscalYear, types: ['department', 'school'] }),
    ).rejects.toMatchObject({
      code: 'round.typeUnknown',
      parameters: { type: 'school', types: 'department, subdistrictOrganization' },
    })
  })

  test('nobody but the operator enrols by type', async ({ as }) => {
    await openEmptyRound(as(operator))
    await expect(enrolAgenciesByType(as(anyone), { fiscalYear, types: 'all' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('a closed round takes no agencies by type', async ({ as }) => {
    await openEmptyRound(as(operator))
    await closeRound(as(operator), fiscalYear)
    await expect(enrolAgenciesByType(as(operator), { fiscalYear, types: 'all' })).rejects.toMatchObject({
      code: 'round.closed',
    })
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
