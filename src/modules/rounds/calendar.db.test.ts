/** A round's calendar: where its dates come from, who may change them, and what an act outside its phase meets. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { contentHash } from '#base/id.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import { disclosureScores } from '#modules/disclosure/tables.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { surveyAnswers } from '#modules/surveys/tables.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, openCastRound, operator, readRules } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { getCalendar, listExtensions } from './calendar-queries.ts'
import { closeRound } from './close.ts'
import { extendPhase } from './extend.ts'
import { openRound } from './open.ts'
import { getRoundOverview, listRoundOverviews } from './overview.ts'
import { mapEnrolledAgencies } from './queries.ts'
import { schedulePhase } from './schedule.ts'
import { roundPhases } from './tables.ts'

/** The test's own now is 15 August 2025 at 10.00 น. */
const past = { fiscalYear, opensOn: '2025-08-01', closesOn: '2025-08-14' }
const present = { fiscalYear, opensOn: '2025-08-01', closesOn: '2025-08-15' }
const extension = {
  ...{ fiscalYear, agencyCode: 'HILL', phase: 'score' },
  ...{ until: '2025-08-20', reason: 'น้ำท่วมที่ทำการ' },
}
const score = (agencyCode: string) => ({ agencyCode, itemCode: 'o1', score: 100 })
const record = (context: Context, ...codes: string[]) =>
  recordScores(context, { fiscalYear, scores: codes.map(score) })
const later = (context: Context, milliseconds: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + milliseconds),
})

async function rulesWith(phases: LoadedFramework['framework']['phases']): Promise<LoadedFramework> {
  const { framework } = await readRules()
  return { framework: { ...framework, phases }, hash: contentHash(JSON.stringify(phases)) }
}

describe('opening a round', () => {
  test('takes over the days of the framework, each to the end of its day', async ({ as, db }) => {
    const name = { th: 'x', en: 'x' }
    const loaded = await rulesWith([
      { id: 'collect', name, opensOn: '2025-03-01', closesOn: '2025-04-30' },
      { id: 'answer', name, opensOn: null, closesOn: '2025-04-30' },
      { id: 'score', name, opensOn: null, closesOn: null },
    ])
    const round = await openRound(as(operator), loaded)
    const closesAt = endOfDay('2025-04-30')
    expect(await getCalendar(db, round)).toEqual({
      phases: [
        { phase: 'collect', name, opensAt: startOfDay('2025-03-01'), closesAt },
        { phase: 'answer', name, opensAt: null, closesAt },
        { phase: 'score', name, opensAt: null, closesAt: null },
      ],
      extensions: [],
    })
  })

  test('under a framework without a calendar is possible', async ({ as, db }) => {
    const round = await openRound(as(operator), await rulesWith([]))
    expect(await getCalendar(db, round)).toEqual({ phases: [], extensions: [] })
  })
})

describe('scheduling', () => {
  test('sets the days of a phase, and the latest days hold', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    await schedulePhase(as(operator), { ...past, phase: 'score' })
    await schedulePhase(as(operator), { ...present, phase: 'score', reason: 'เลื่อน' })
    const { phases } = await getCalendar(db, round)
    expect(phases.find(({ phase }) => phase === 'score')).toMatchObject({
      opensAt: startOfDay('2025-08-01'),
      closesAt: endOfDay('2025-08-15'),
    })
  })

  test('records the days in the trail, and the reason beside the dates only', async ({ as, db }) => {
    await openCastRound(as(operator))
    await schedulePhase(as(operator), { ...past, phase: 'score', reason: 'เลื่อน' })
    const events = await db.select().from(auditEvents)
    expect(events.at(-1)).toMatchObject({
      ...{ event: 'phase.scheduled', subject: 'round:2568', actorName: 'somchai' },
      details: { phase: 'score', opensOn: '2025-08-01', closesOn: '2025-08-14' },
    })
    expect(JSON.stringify(events)).not.toContain('เลื่อน')
  })

  test('nobody but the operator schedules', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    await expect(schedulePhase(as(anyone), { ...past, phase: 'score' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const { phases } = await getCalendar(db, round)
    expect(phases.find(({ phase }) => phase === 'score')?.closesAt).toBeNull()
  })

  test('a closed round is not scheduled, but for what comes after the close', async ({ as, db }) => {
    const round = await openCastRound(as(operator))
    await closeRound(as(operator), fiscalYear)
    await expect(schedulePhase(as(operator), { ...past, phase: 'score' })).rejects.toMatchObject({
      code: 'round.closed',
    })
    await schedulePhase(as(operator), { ...past, phase: 'publish' })
    const { phases } = await getCalendar(db, round)
    expect(phases.find(({ phase }) => phase === 'publish')?.closesAt).toEqual(endOfDay('2025-08-14'))
  })

  test('days and words that cannot be meant are refused, each by its name', async ({ as, db }) => {
    await openCastRound(as(operator))
    const before = await db.select().from(roundPhases)
    const faults = [
      [{ phase: 'dance' }, 'round.phaseUnknown'],
      [{ opensOn: '2025-08-16' }, 'round.closesBeforeOpens'],
      [{ closesOn: '2116-08-15' }, 'round.dayFarFromYear'],
      [{ opensOn: '1925-08-01' }, 'round.dayFarFromYear'],
      [{ reason: 'x'.repeat(501) }, 'round.reasonTooLong'],
    ] as const
    for (const [change, code] of faults) {
      const act = schedulePhase(as(operator), { ...present, phase: 'score', ...change })
      await expect(act).rejects.toMatchObject({ code })
    }
    expect(await db.select().from(roundPhases)).toEqual(before)
  })
})

describe('an act outside its phase', () => {
  async function openScoring(context: Context, dates: typeof past) {
    const round = await openCastRound(context)
    await schedulePhase(context, { ...dates, phase: 'score' })
    await schedulePhase(context, { ...dates, phase: 'collect' })
    return round
  }

  test('is let through on the last day, to its last second, and not one second after', async ({ as, db }) => {
    await openScoring(as(operator), present)
    const hour = 3_600_000
    await record(later(as(operator), 14 * hour - 1000), 'HILL')
    expect(await db.select().from(disclosureScores)).toHaveLength(1)
    await expect(record(later(as(operator), 14 * hour), 'FIELD')).rejects.toMatchObject({
      ...{ kind: 'closed', code: 'round.phaseNotOpen' },
      parameters: { phase: 'score', state: 'closed', opens: '2025-08-01', closes: '2025-08-15' },
    })
    expect(await db.select().from(disclosureScores)).toHaveLength(1)
  })

  test('is refused for answers as it is for scores, and nothing is kept', async ({ as, db }) => {
    await openScoring(as(operator), past)
    const columns = leafQuestions((await readRules()).framework, 'iit').map(({ id }) => id)
    const answers = [Uint8Array.from(columns, () => 0)]
    const entry = { fiscalYear, part: 'iit', answeredOn: '2025-08-15', columns, answers }
    await expect(recordAnswers(as(operator), { ...entry, agencyCode: 'HILL' })).rejects.toMatchObject({
      code: 'round.phaseNotOpen',
      parameters: { phase: 'collect', closes: '2025-08-14' },
    })
    expect(await db.select().from(surveyAnswers)).toHaveLength(0)
    await extendPhase(as(operator), { ...extension, phase: 'collect' })
    await recordAnswers(as(operator), { ...entry, agencyCode: 'HILL' })
    expect(await db.select().from(surveyAnswers)).toHaveLength(1)
  })

  test('is refused before the phase opens', async ({ as }) => {
    await openScoring(as(operator), { fiscalYear, opensOn: '2025-08-16', closesOn: '2025-08-31' })
    await expect(record(as(operator), 'HILL')).rejects.toMatchObject({ parameters: { state: 'upcoming' } })
  })

  test('is let through for the agency that was given longer, and for no other', async ({ as, db }) => {
    await openScoring(as(operator), past)
    await extendPhase(as(operator), extension)
    await record(as(operator), 'HILL')
    for (const codes of [['FIELD'], ['HILL', 'FIELD']]) {
      await expect(record(as(operator), ...codes)).rejects.toMatchObject({ code: 'round.phaseNotOpen' })
    }
    expect(await db.select().from(disclosureScores)).toHaveLength(1)
  })
})

describe('extending', () => {
  async function openScored(context: Context) {
    const round = await openCastRound(context)
    await schedulePhase(context, { ...past, phase: 'score' })
    return round
  }

  test('the latest extension holds, and the close itself takes it back', async ({ as, db }) => {
    const round = await openScored(as(operator))
    const [agencyId = ''] = (await mapEnrolledAgencies(db, round, ['HILL'])).values()
    for (const until of ['2025-08-31', '2025-08-20', '2025-08-14']) {
      await extendPhase(as(operator), { ...extension, until })
      const { extensions } = await getCalendar(db, round, [agencyId])
      expect(extensions).toEqual([{ phase: 'score', agencyId, until: endOfDay(until) }])
    }
    await expect(record(as(operator), 'HILL')).rejects.toMatchObject({ code: 'round.phaseNotOpen' })
  })

  test('is listed with its reason, which the trail does not repeat', async ({ as, db }) => {
    const round = await openScored(as(operator))
    await extendPhase(as(operator), { ...extension, agencyCode: 'hill', reason: '  น้ำท่วม\nที่ทำการ ' })
    expect(await listExtensions(db, round)).toEqual([
      { agency: 'HILL', phase: 'score', until: '2025-08-20', reason: 'น้ำท่วม ที่ทำการ' },
    ])
    const events = await db.select().from(auditEvents)
    expect(events.at(-1)).toMatchObject({
      event: 'phase.extended',
      details: { agency: 'hill', phase: 'score', until: '2025-08-20' },
    })
    expect(JSON.stringify(events)).not.toContain('น้ำท่วม')
  })

  test('nobody but the operator extends', async ({ as, db }) => {
    const round = await openScored(as(operator))
    await expect(extendPhase(as(anyone), extension)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await listExtensions(db, round)).toEqual([])
  })

  test('a closed round is not extended', async ({ as }) => {
    await openScored(as(operator))
    await closeRound(as(operator), fiscalYear)
    await expect(extendPhase(as(operator), extension)).rejects.toMatchObject({ code: 'round.closed' })
  })

  test('what gives nothing, or gives it to nobody, is refused by its name', async ({ as, db }) => {
    const round = await openScored(as(operator))
    const faults = [
      [{ reason: ' \n ' }, 'round.reasonMissing'],
      [{ until: '2025-08-13' }, 'round.extensionNotLater'],
      [{ until: '2116-08-13' }, 'round.dayFarFromYear'],
      [{ phase: 'clarify' }, 'round.phaseHasNoClose'],
      [{ phase: 'dance' }, 'round.phaseUnknown'],
      [{ agencyCode: 'NOBODY' }, 'round.notEnrolled'],
    ] as const
    for (const [change, code] of faults) {
      const act = extendPhase(as(operator), { ...extension, ...change })
      await expect(act).rejects.toMatchObject({ code })
    }
    expect(await listExtensions(db, round)).toEqual([])
  })
})

describe('the overview', () => {
  test('tells how many take part and where the round stands, without any agency of its own', async ({
    as,
    db,
  }) => {
    const { frameworkHash } = await openCastRound(as(operator))
    await schedulePhase(as(operator), { ...present, phase: 'collect' })
    await schedulePhase(as(operator), { ...past, phase: 'score' })
    await extendPhase(as(operator), extension)
    const { now } = as(operator)
    const overview = await getRoundOverview(db, { fiscalYear, now })
    expect(overview).toMatchObject({ fiscalYear, frameworkHash, isClosed: false, enrolledCount: 3 })
    const states = overview.timetable.map(({ phase, state, daysLeft }) => [phase, state, daysLeft])
    expect(states).toContainEqual(['collect', 'open', 0])
    expect(states).toContainEqual(['score', 'closed', null])
    expect(states).toContainEqual(['answer', 'notScheduled', null])
    expect(await listRoundOverviews(db, now)).toEqual([overview])
  })

  test('of a year without a round is not found', async ({ as, db }) => {
    const { now } = as(operator)
    await expect(getRoundOverview(db, { fiscalYear, now })).rejects.toMatchObject({ kind: 'notFound' })
    expect(await listRoundOverviews(db, now)).toEqual([])
  })
})
