/** What the first page of the workspace counts for each who works on an agency's items, and nothing for others. */
import { describe, expect } from 'vitest'
import type { Person } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import {
  agency,
  answered,
  approveAll,
  type Disclosing,
  makeReady,
  startDisclosing,
  submitAll,
} from '../../../tests/support/disclosing.ts'
import { answerItem } from './answer-item.ts'
import { claimAgency } from './assessment/claim-agency.ts'
import { scoreItem } from './assessment/score-item.ts'
import { findAssessorToDo, findLeadToDo } from './assessment/to-do.ts'
import { assignItems } from './assign-items.ts'
import { getBoard } from './board.ts'
import { explainItem } from './explain-item.ts'
import { returnItem } from './return-item.ts'
import { sendToReview } from './send-to-review.ts'
import { storeCheck } from './store-check.ts'
import { listAgencyToDos } from './to-do.ts'

type As = (actor: Person | typeof operator) => Context
const now = new Date('2025-08-15T03:00:00Z')
const nothing = { late: 0, soon: 0, returned: 0, inReview: 0, toApprove: null, unassigned: 0 }

async function countFor(as: As, { round, agencyId }: Disclosing, viewer: Person) {
  const agencies = [{ id: agencyId, code: 'HILL', name: { th: 'เขา', en: 'Hill' } }]
  const [found] = await listAgencyToDos(as(operator).transaction, round, { viewer, now, agencies })
  return found
}

describe('while the agency works', () => {
  test('an owner is told of late, soon and returned items, and of nobody else’s', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { owner, coordinator, reviewer, stranger } = stage.people
    const give = (itemCodes: string[], dueOn: string) =>
      assignItems(as(coordinator), { ...agency, itemCodes, owner: owner.id, dueOn })
    await give(['o1'], '2025-08-14')
    await give(['o2', 'o3'], '2025-08-20')
    await give(['o4'], '2025-09-20')
    await answerItem(as(owner), { ...stage.named('o3'), ...answered })
    await sendToReview(as(owner), stage.named('o3'))
    expect(await countFor(as, stage, reviewer)).toMatchObject({ ...nothing, inReview: 1 })
    await returnItem(as(reviewer), { ...stage.named('o3'), reason: 'แก้ลิงก์' })
    expect(await countFor(as, stage, owner)).toMatchObject({ ...nothing, late: 1, soon: 2, returned: 1 })
    expect(await countFor(as, stage, stranger)).toMatchObject(nothing)
  })

  test('an executive sees how many are ready, a coordinator what nobody has and what fails', async ({
    as,
  }) => {
    const stage = await startDisclosing(as)
    const { executive, coordinator, owner } = stage.people
    const of = stage.framework.disclosureItems.length
    await makeReady(as, stage, 'o1')
    const board = await getBoard(as(operator).transaction, owner, { ...agency, now })
    const linkId = board.items[0]?.links[0]?.id ?? ''
    const dead = {
      url: 'a',
      finalUrl: 'a',
      onMainSite: true,
      contentType: null,
      sha256: null,
      textHash: null,
    }
    await storeCheck(as(operator), { linkId, report: { ...dead, verdict: 'notFound', findings: [] } })
    expect(await countFor(as, stage, executive)).toMatchObject({ ...nothing, toApprove: { ready: 1, of } })
    const coordinating = { ...nothing, unassigned: of - 1, failing: 1 }
    expect(await countFor(as, stage, coordinator)).toMatchObject(coordinating)
  })

  test('the whole approved set waits for those who hand it in', async ({ as }) => {
    const stage = await startDisclosing(as)
    await approveAll(as, stage)
    const of = stage.framework.disclosureItems.length
    expect(await countFor(as, stage, stage.people.executive)).toMatchObject({ ...nothing, toSubmit: of })
    expect(await countFor(as, stage, stage.people.owner)).toMatchObject({ ...nothing, toSubmit: 0 })
  })

  test('nothing waits once the days of answering and approval are over', async ({ as }) => {
    const stage = await startDisclosing(as)
    for (const phase of ['answer', 'approve']) {
      const days = { opensOn: '2025-07-01', closesOn: '2025-07-31' }
      await schedulePhase(as(operator), { fiscalYear, phase, ...days })
    }
    expect(await countFor(as, stage, stage.people.coordinator)).toMatchObject({ ...nothing, failing: 0 })
  })
})

describe('while assessors work', () => {
  test('an assessor is told of what is free and what they hold, the lead of explanations, the agency of its zero', async ({
    as,
  }) => {
    const stage = await startDisclosing(as)
    const { assessor, lead, coordinator } = stage.people
    const db = as(operator).transaction
    await submitAll(as, stage)
    const ask = (viewer: Person) => findAssessorToDo(db, stage.round, { viewer, now })
    expect(await ask(assessor)).toEqual({ agencies: 0, items: 0, free: 1 })
    expect(await ask(coordinator)).toBeNull()
    await claimAgency(as(assessor), agency)
    const codes = stage.framework.disclosureItems.map(({ code }) => code)
    expect(await ask(assessor)).toEqual({ agencies: 1, items: codes.length, free: 0 })
    for (const code of codes) {
      const zero = { score: 0, reasonKind: 'element', remark: 'ขาด' } as const
      const given = code === 'o1' ? zero : { score: 100, remark: '' }
      const mark = { ...given, elements: [], assessedOn: dayOf(as(operator).now) }
      await scoreItem(as(assessor), { ...stage.named(code), mark })
    }
    expect(await countFor(as, stage, coordinator)).toMatchObject({ toExplain: 1, daysToExplain: null })
    const ofLead = () => findLeadToDo(db, stage.round, { viewer: lead, now })
    expect(await ofLead()).toEqual({ disputed: 0, explained: 0, toConfirm: 1 })
    await explainItem(as(coordinator), { ...stage.named('o1'), text: 'อยู่หน้า 4' })
    expect(await ofLead()).toEqual({ disputed: 0, explained: 1, toConfirm: 0 })
    expect(await findLeadToDo(db, stage.round, { viewer: assessor, now })).toBeNull()
    expect(await countFor(as, stage, coordinator)).toMatchObject({ toExplain: 0 })
  })
})
