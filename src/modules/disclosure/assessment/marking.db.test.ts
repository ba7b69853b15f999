/** Marks of items: by whom, when, and what they make of the item. */
import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Context } from '#platform/context.ts'
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
import { databaseTest as test } from '../../../../tests/support/database.ts'
import { disclosureSteps } from '../tables.ts'
import { claimAgency } from './claim-agency.ts'
import { listMarks } from './item-marks.ts'
import { releaseClaim } from './release-claim.ts'
import { remarkItem } from './remark-item.ts'
import { scoreItem } from './score-item.ts'
import { setMarking } from './set-marking.ts'
import { settleItem } from './settle-item.ts'

const river = { fiscalYear, agencyCode: 'RIVER' }
const o26 = { ...river, itemCode: 'o26' }

async function play(context: Context, { isDouble = false } = {}) {
  const round = await openAssessment(context)
  await handIn(context, { round, agencyCode: 'RIVER' })
  if (isDouble) await setMarking(context, { fiscalYear, isDouble })
  const dao = await addPerson(context, 'dao', assessorAnywhere)
  const kai = await addPerson(context, 'kai', assessorAnywhere)
  await claimAgency({ ...context, actor: dao }, river)
  if (isDouble) await claimAgency({ ...context, actor: kai }, river)
  const lead = await addPerson(context, 'lead', leadAnywhere)
  return { round, dao, kai, lead, agencyId: await agencyIdOf(context, 'RIVER') }
}

const zero = { itemCode: 'o26', mark: zeroMark }
const full = { itemCode: 'o26', mark: fullMark }

describe('scoring an item', () => {
  test('gives it a score with a row for the step, and may be changed by the same assessor', async ({
    as,
    db,
  }) => {
    const { round, agencyId, dao } = await play(as(operator))
    expect(await score(as, dao, zero)).toBe('assessed')
    expect(await score(as, dao, { itemCode: 'O๒๖', mark: fullMark })).toBe('assessed')
    const marks = await listMarks(db, { roundId: round.id, agencyId })
    expect(marks.map(({ kind, score: given }) => [kind, given])).toEqual([
      ['first', 0],
      ['first', 100],
    ])
    const steps = await db
      .select({ from: disclosureSteps.fromState, to: disclosureSteps.toState, role: disclosureSteps.role })
      .from(disclosureSteps)
      .where(eq(disclosureSteps.act, 'score'))
      .orderBy(asc(disclosureSteps.id))
    expect(steps).toEqual([
      { from: 'submitted', to: 'assessed', role: 'assessor' },
      { from: 'assessed', to: 'assessed', role: 'assessor' },
    ])
  })

  test('is for whoever holds the agency', async ({ as }) => {
    const { kai, lead } = await play(as(operator))
    await expect(score(as, kai, zero)).rejects.toMatchObject({ code: 'assessment.notClaimed' })
    await expect(score(as, lead, zero)).rejects.toMatchObject({ code: 'assessment.notClaimed' })
    await expect(score(as, operator, zero)).rejects.toMatchObject({ code: 'assessment.personOnly' })
    const owner = await addPerson(as(operator), 'owner', { role: 'administrator', scope: { kind: 'centre' } })
    await expect(score(as, owner, zero)).rejects.toMatchObject({ code: 'access.refused' })
  })

  test('leaves the mark of an assessor who let the agency go to them', async ({ as }) => {
    const { dao, kai } = await play(as(operator))
    await score(as, dao, zero)
    await releaseClaim(as(dao), river)
    await claimAgency(as(kai), river)
    await expect(score(as, kai, full)).rejects.toMatchObject({ code: 'mark.ofAnother' })
  })

  test('is refused outside the days of scoring, before the item is handed in, and after clarification opened', async ({
    as,
    db,
  }) => {
    const { round, dao } = await play(as(operator))
    const late = scoreItem(at(as(dao), during.confirm), { ...o26, mark: zeroMark })
    await expect(late).rejects.toMatchObject({ code: 'round.phaseNotOpen', parameters: { phase: 'score' } })
    await score(as, dao, zero)
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    await expect(score(as, dao, full)).rejects.toMatchObject({ code: 'item.wrongState' })
    const unknown = scoreItem(as(dao), { ...river, itemCode: 'o99', mark: fullMark })
    await expect(unknown).rejects.toMatchObject({ code: 'item.unknown' })
    expect(await db.$count(disclosureSteps, eq(disclosureSteps.act, 'score'))).toBe(1)
  })

  test('is not changed once the agency sees it, though scoring is still open', async ({ as }) => {
    const { dao } = await play(as(operator))
    await score(as, dao, zero)
    const days = { opensOn: '2025-08-01', closesOn: '2025-09-20' }
    await schedulePhase(as(operator), { fiscalYear, phase: 'score', ...days })
    const act = scoreItem(at(as(dao), during.clarify), { ...o26, mark: fullMark })
    await expect(act).rejects.toMatchObject({ code: 'mark.clarificationBegan' })
    const late = scoreItem(at(as(dao), during.clarify), { ...river, itemCode: 'o1', mark: fullMark })
    expect(await late).toEqual({ state: 'assessed' })
  })

  test('names every fault of the mark', async ({ as }) => {
    const { dao } = await play(as(operator))
    const mark = { ...fullMark, score: 0, elements: [{ element: 99, isMet: true }], assessedOn: '2025-07-09' }
    await expect(score(as, dao, { itemCode: 'o26', mark })).rejects.toMatchObject({
      code: 'mark.invalid',
      findings: [
        { code: 'mark.reasonMissing' },
        { code: 'mark.remarkMissing' },
        { code: 'mark.elementUnknown' },
        { code: 'mark.dayTooEarly', parameters: { since: '2025-07-10' } },
      ],
    })
  })
})

describe('two assessors', () => {
  test('who agree assess the item; who differ leave it to the lead', async ({ as }) => {
    const { dao, kai } = await play(as(operator), { isDouble: true })
    expect(await score(as, dao, zero)).toBe('markedOnce')
    expect(await score(as, kai, zero)).toBe('assessed')
    expect(await score(as, dao, { ...zero, itemCode: 'o1' })).toBe('markedOnce')
    expect(await score(as, kai, { ...full, itemCode: 'o1' })).toBe('disputed')
    await expect(score(as, kai, { ...zero, itemCode: 'o1' })).rejects.toMatchObject({
      code: 'item.wrongState',
    })
  })

  test('one of them alone does not mark twice', async ({ as }) => {
    const { dao } = await play(as(operator), { isDouble: true })
    await score(as, dao, zero)
    expect(await score(as, dao, full)).toBe('markedOnce')
  })
})

describe('settling what two marked differently', () => {
  test('the lead decides, and the marks of both stay', async ({ as, db }) => {
    const { round, agencyId, dao, kai, lead } = await play(as(operator), { isDouble: true })
    await score(as, dao, zero)
    await score(as, kai, full)
    await settleItem(as(lead), { ...o26, mark: zeroMark })
    const marks = await listMarks(db, { roundId: round.id, agencyId })
    expect(marks.map(({ kind, score: given }) => [kind, given])).toEqual([
      ['first', 0],
      ['second', 100],
      ['settled', 0],
    ])
    await expect(score(as, dao, full)).rejects.toMatchObject({ code: 'mark.settledAlready' })
  })

  test('an assessor does not, and a lead not their own dispute', async ({ as }) => {
    const { dao, kai, lead } = await play(as(operator), { isDouble: true })
    await score(as, dao, zero)
    await releaseClaim(as(kai), river)
    await claimAgency(as(lead), river)
    await score(as, lead, full)
    await expect(settleItem(as(kai), { ...o26, mark: zeroMark })).rejects.toMatchObject({
      code: 'access.refused',
    })
    await expect(settleItem(as(lead), { ...o26, mark: zeroMark })).rejects.toMatchObject({
      code: 'mark.ownDispute',
    })
  })

  test('what nobody disputes is not settled', async ({ as }) => {
    const { dao, lead } = await play(as(operator))
    await score(as, dao, zero)
    const act = settleItem(as(lead), { ...o26, mark: fullMark })
    await expect(act).rejects.toMatchObject({ code: 'item.wrongState', parameters: { act: 'settle' } })
  })
})

describe('marking again after the explanation', () => {
  const again = { ...fullMark, remark: 'พบในหน้า 4', assessedOn: '2025-09-15' }

  test('keeps both marks, and may itself be changed', async ({ as, db }) => {
    const { round, agencyId, dao, lead } = await play(as(operator))
    await score(as, dao, zero)
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    await remarkItem(at(as(dao), during.confirm), { ...o26, mark: { ...zeroMark, assessedOn: '2025-09-15' } })
    await remarkItem(at(as(lead), during.confirm), { ...o26, mark: again })
    const marks = await listMarks(db, { roundId: round.id, agencyId })
    expect(marks.map(({ kind, score: given }) => [kind, given])).toEqual([
      ['first', 0],
      ['remarked', 0],
      ['remarked', 100],
    ])
  })

  test('is for whoever holds the agency, and for the lead', async ({ as }) => {
    const { round, dao, kai } = await play(as(operator))
    await score(as, dao, zero)
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    const act = remarkItem(at(as(kai), during.confirm), { ...o26, mark: again })
    await expect(act).rejects.toMatchObject({ code: 'assessment.notClaimed' })
  })

  test('is refused where nothing was explained, after the days of it, and for a look before the explanation', async ({
    as,
  }) => {
    const { round, dao } = await play(as(operator))
    await score(as, dao, zero)
    const remark = (now: Date, mark = again) => remarkItem(at(as(dao), now), { ...o26, mark })
    await expect(remark(during.confirm)).rejects.toMatchObject({ code: 'item.wrongState' })
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    await expect(remark(new Date('2025-09-21T03:00:00Z'))).rejects.toMatchObject({
      code: 'round.phaseNotOpen',
    })
    await expect(remark(during.confirm, { ...again, assessedOn: '2025-09-04' })).rejects.toMatchObject({
      findings: [{ code: 'mark.dayTooEarly', parameters: { since: '2025-09-05' } }],
    })
  })
})
