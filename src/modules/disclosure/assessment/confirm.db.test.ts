/** Scores are confirmed once every item has one, and scoring reads them from then on. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { extendPhase } from '#modules/rounds/extend.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import {
  addPerson,
  agencyIdOf,
  assessorAnywhere,
  at,
  during,
  explain,
  fullMark,
  handIn,
  leadAnywhere,
  openAssessment,
  score,
  zeroMark,
} from '../../../../tests/support/assessing.ts'
import { fiscalYear, operator } from '../../../../tests/support/cast.ts'
import { doorwayOf, openClone, databaseTest as test } from '../../../../tests/support/database.ts'
import { mapItemScores } from '../queries.ts'
import { recordScores } from '../record.ts'
import { disclosureScores, disclosureSteps } from '../tables.ts'
import { claimAgency } from './claim-agency.ts'
import { getClarificationOutcome } from './clarification-outcome.ts'
import { confirmItems } from './confirm-items.ts'
import { confirmRound } from './confirm-round.ts'
import { remarkItem } from './remark-item.ts'
import { listUnconfirmed } from './states.ts'

const river = { fiscalYear, agencyCode: 'RIVER' }

/** RIVER handed in o1 and o26; dao gave o1 100 and o26 0. */
async function play(context: Context) {
  const round = await openAssessment(context)
  await handIn(context, { round, agencyCode: 'RIVER', items: ['o1', 'o26'] })
  const dao = await addPerson(context, 'dao', assessorAnywhere)
  const lead = await addPerson(context, 'lead', leadAnywhere)
  const as = (actor: Actor) => ({ ...context, actor })
  await claimAgency(at(as(dao), during.score), river)
  await score(as, dao, { itemCode: 'o1', mark: fullMark })
  await score(as, dao, { itemCode: 'o26', mark: zeroMark })
  return { round, dao, lead, agencyId: await agencyIdOf(context, 'RIVER') }
}

describe('confirming the scores of an agency', () => {
  test('gives scoring each item: as marked, marked again, and 0 where it was never handed in', async ({
    as,
    db,
  }) => {
    const { round, agencyId, dao, lead } = await play(as(operator))
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    const again = { ...fullMark, remark: 'พบในหน้า 4', assessedOn: '2025-09-15' }
    await remarkItem(at(as(dao), during.confirm), { ...river, itemCode: 'o26', mark: again })
    expect(await confirmItems(at(as(lead), during.confirm), river)).toEqual({ items: 28, zeros: 26 })
    const scores = (await mapItemScores(db, { roundId: round.id })).get(agencyId)
    expect(scores).toMatchObject({ o1: 100, o2: 0, o26: 100 })
    const rows = await db.select().from(disclosureScores).where(eq(disclosureScores.itemCode, 'o26'))
    expect(rows).toMatchObject([{ remark: 'พบในหน้า 4', assessedOn: '2025-09-15' }])
    expect(await db.$count(disclosureSteps, eq(disclosureSteps.act, 'confirm'))).toBe(28)
    const twice = confirmItems(at(as(lead), during.confirm), river)
    await expect(twice).rejects.toMatchObject({ code: 'items.alreadyFinal' })
  })

  test('is for the lead and the administrator', async ({ as }) => {
    const { dao } = await play(as(operator))
    const attempt = confirmItems(at(as(dao), during.confirm), river)
    await expect(attempt).rejects.toMatchObject({ code: 'access.refused' })
  })

  test('waits for its days, and for an agency that was given longer to explain', async ({ as }) => {
    const { lead } = await play(as(operator))
    const early = confirmItems(at(as(lead), during.clarify), river)
    await expect(early).rejects.toMatchObject({
      code: 'round.phaseNotOpen',
      parameters: { phase: 'confirm' },
    })
    const extension = { ...river, phase: 'clarify', until: '2025-09-16', reason: 'น้ำท่วม' }
    await extendPhase(at(as(operator), during.clarify), extension)
    const explaining = confirmItems(at(as(lead), during.confirm), river)
    await expect(explaining).rejects.toMatchObject({
      ...{ code: 'items.clarificationOpen', parameters: { agency: 'RIVER', closes: '2025-09-16' } },
    })
  })

  test('waits for an agency that may still answer what it has not handed in', async ({ as }) => {
    const { lead } = await play(as(operator))
    const extension = { ...river, phase: 'answer', until: '2025-09-16', reason: 'น้ำท่วม' }
    await extendPhase(at(as(operator), during.answer), extension)
    const answering = confirmItems(at(as(lead), during.confirm), river)
    await expect(answering).rejects.toMatchObject({
      ...{ code: 'items.answersOpen', parameters: { agency: 'RIVER', closes: '2025-09-16' } },
    })
  })

  test('is refused with the list of items that have no score yet', async ({ as, db }) => {
    const { round, lead } = await play(as(operator))
    await handIn(as(operator), { round, agencyCode: 'RIVER', items: ['o5'] })
    await handIn(as(operator), { round, agencyCode: 'RIVER', items: ['o6'], state: 'disputed' })
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    await expect(confirmItems(at(as(lead), during.confirm), river)).rejects.toMatchObject({
      ...{ code: 'items.unsettled', parameters: { agency: 'RIVER', count: 3 } },
      findings: [
        { parameters: { item: 'o5', state: 'submitted' } },
        { parameters: { item: 'o6', state: 'disputed' } },
        { parameters: { item: 'o26', state: 'explained' } },
      ],
    })
    expect(await db.$count(disclosureScores)).toBe(0)
  })

  test('leaves scores that were put in as a whole for an agency that did nothing here', async ({ as }) => {
    const { lead } = await play(as(operator))
    const scores = [{ agencyCode: 'HILL', itemCode: 'o1', score: 100 }]
    await recordScores(as(operator), { fiscalYear, scores })
    const hill = { fiscalYear, agencyCode: 'HILL' }
    await expect(confirmItems(at(as(lead), during.confirm), hill)).rejects.toMatchObject({
      code: 'items.scoresRecorded',
    })
    const field = { fiscalYear, agencyCode: 'FIELD' }
    expect(await confirmItems(at(as(lead), during.confirm), field)).toEqual({ items: 28, zeros: 28 })
  })
})

describe('what clarification made of an agency', () => {
  test('shows both remarks with their dates, and the explanation between them', async ({ as, db }) => {
    const { round, dao, lead } = await play(as(operator))
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    const again = { ...zeroMark, remark: 'พิจารณาจากลิงก์เดิม ยังไม่พบ', assessedOn: '2025-09-15' }
    await remarkItem(at(as(dao), during.confirm), { ...river, itemCode: 'o26', mark: again })
    const before = await getClarificationOutcome(db, river)
    expect(before.find(({ itemCode }) => itemCode === 'o26')).toMatchObject({
      assessed: { score: 0, remark: 'ขาดผลการดำเนินงาน', assessedOn: '2025-08-15' },
      explanation: { text: 'อยู่หน้า 4', at: during.clarify },
      remarked: { score: 0, remark: 'พิจารณาจากลิงก์เดิม ยังไม่พบ', assessedOn: '2025-09-15' },
      score: 0,
    })
    expect(before.find(({ itemCode }) => itemCode === 'o2')).toMatchObject({ score: null, assessed: null })
    await confirmItems(at(as(lead), during.confirm), river)
    const after = await getClarificationOutcome(db, river)
    expect(after.find(({ itemCode }) => itemCode === 'o2')).toMatchObject({ score: 0, assessed: null })
    expect(await getClarificationOutcome(db, { fiscalYear, agencyCode: 'HILL' })).toEqual([])
  })
})

test('confirmed scores are not written over by scores put in as a whole', async ({ as, db }) => {
  const { round, agencyId, lead } = await play(as(operator))
  await confirmItems(at(as(lead), during.confirm), river)
  const scores = [{ agencyCode: 'RIVER', itemCode: 'o26', score: 100 }]
  const act = recordScores(at(as(operator), during.score), { fiscalYear, scores })
  await expect(act).rejects.toMatchObject({ code: 'disclosure.alreadyConfirmed' })
  expect((await mapItemScores(db, { roundId: round.id })).get(agencyId)).toMatchObject({ o26: 0 })
})

describe('confirming a round', () => {
  const stage: { database?: Database } = {}
  beforeAll(async () => {
    stage.database = await openClone()
  })
  afterAll(() => stage.database?.close())

  test('confirms the agencies that are ready, leaves the others, and says why', async () => {
    const { database } = stage
    if (!database) throw new Error('there is no database')
    const doorway = { ...doorwayOf(database), clock: () => during.confirm }
    const { round, lead, dao } = await act(doorway, operator, async (context) => {
      const played = await play(context)
      await handIn(context, { round: played.round, agencyCode: 'HILL', items: ['o1'] })
      return played
    })
    expect(await listUnconfirmed(database.query, round)).toMatchObject([
      { code: 'HILL', items: 1 },
      { code: 'RIVER', items: 2 },
    ])
    await expect(confirmRound(doorway, dao, { fiscalYear })).rejects.toMatchObject({ code: 'access.refused' })
    const early = { ...doorway, clock: () => during.clarify }
    await expect(confirmRound(early, lead, { fiscalYear })).rejects.toMatchObject({
      code: 'round.phaseNotOpen',
    })
    const progress: number[] = []
    const confirmed = await confirmRound(doorway, lead, {
      fiscalYear,
      onProgress: (done) => progress.push(done),
    })
    expect(confirmed).toEqual({
      confirmed: 1,
      left: [{ agencyCode: 'HILL', code: 'items.unsettled', parameters: { agency: 'HILL', count: 1 } }],
    })
    expect(progress).toEqual([1, 2])
    expect(await listUnconfirmed(database.query, round)).toMatchObject([{ code: 'HILL' }])
  })
})
