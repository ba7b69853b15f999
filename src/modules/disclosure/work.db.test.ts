/** The agency's work on its items, from assignment to handing in: who may do what, in which state and phase. */
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { closeUnit } from '#modules/registry/close-unit.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import type { Queryable } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import {
  agency,
  answered,
  approveAll,
  link,
  makeReady,
  startDisclosing,
  submitAll,
} from '../../../tests/support/disclosing.ts'
import { answerItem } from './answer-item.ts'
import { approveItems } from './approve-items.ts'
import { assignItems } from './assign-items.ts'
import { commentOnItem } from './comment-on-item.ts'
import { explainItem } from './explain-item.ts'
import { passItem } from './pass-item.ts'
import { requestCheck } from './request-check.ts'
import { returnItem } from './return-item.ts'
import { sendToReview } from './send-to-review.ts'
import { showStatus } from './show-status.ts'
import { submitItems } from './submit-items.ts'
import { disclosureAnswers, disclosureSnapshots, disclosureSteps } from './tables.ts'
import { takeBack } from './take-back.ts'

async function jobsOf(db: Queryable, task: string): Promise<unknown[]> {
  const { rows } = await db.execute(
    sql`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`,
  )
  return rows.map(({ payload }) => payload)
}

const wrongState = { kind: 'conflict', code: 'item.wrongState' }
const refused = { kind: 'forbidden', code: 'access.refused' }
const phaseClosed = { kind: 'closed', code: 'round.phaseNotOpen' }

const eventsOf = async (db: Queryable, event: string) =>
  db.select().from(auditEvents).where(eq(auditEvents.event, event))

describe('assigning items', () => {
  test('several items go to a unit and an owner, with one event', async ({ as, db }) => {
    const { people, stateOf } = await startDisclosing(as)
    const given = { ...agency, itemCodes: ['O1', 'o๒', 'o3'], unit: 'plan', owner: people.owner.id }
    expect(await assignItems(as(people.coordinator), { ...given, dueOn: '2025-06-30' })).toEqual({
      assigned: 3,
    })
    expect([await stateOf('o1'), await stateOf('o2'), await stateOf('o4')]).toEqual([
      'assigned',
      'assigned',
      'open',
    ])
    expect(await eventsOf(db, 'item.assigned')).toMatchObject([
      {
        role: 'coordinator',
        subject: `items:${fiscalYear}/HILL`,
        details: { items: 'o1 o2 o3', dueOn: '2025-06-30' },
      },
    ])
  })

  test('the same again changes nothing', async ({ as, db }) => {
    const { people } = await startDisclosing(as)
    const given = { ...agency, itemCodes: ['o1'], unit: 'PLAN' }
    await assignItems(as(people.coordinator), given)
    expect(await assignItems(as(people.coordinator), given)).toEqual({ assigned: 0 })
    expect(await eventsOf(db, 'item.assigned')).toHaveLength(1)
  })

  test('an owner of items assigns none', async ({ as }) => {
    const { people } = await startDisclosing(as)
    const act = assignItems(as(people.owner), { ...agency, itemCodes: ['o1'], unit: 'PLAN' })
    await expect(act).rejects.toMatchObject(refused)
  })

  test('an approved item is assigned to nobody else', async ({ as }) => {
    const stage = await startDisclosing(as)
    await approveAll(as, stage)
    const act = assignItems(as(stage.people.coordinator), { ...agency, itemCodes: ['o1'], unit: 'PLAN' })
    await expect(act).rejects.toMatchObject(wrongState)
  })

  test('units and owners are of the agency, and owners of a unit get only items of that unit', async ({
    as,
  }) => {
    const { people } = await startDisclosing(as)
    const assign = (given: object) =>
      assignItems(as(people.coordinator), { ...agency, itemCodes: ['o1'], ...given })
    await expect(assign({ unit: 'NONE' })).rejects.toMatchObject({ code: 'item.unitUnknown' })
    await expect(assign({ owner: people.stranger.id })).rejects.toMatchObject({ code: 'item.ownerUnknown' })
    await expect(assign({ owner: people.reviewer.id })).rejects.toMatchObject({ code: 'item.ownerUnknown' })
    await expect(assign({ owner: people.unitOwner.id })).rejects.toMatchObject({
      code: 'item.ownerElsewhere',
    })
    await expect(assign({ dueOn: '31/02/2568' })).rejects.toMatchObject({ code: 'item.dayInvalid' })
    await expect(assign({ dueOn: '2055-02-01' })).rejects.toMatchObject({ code: 'round.dayFarFromYear' })
    await expect(assign({})).rejects.toMatchObject({ code: 'item.nothingToAssign' })
    await expect(assign({ itemCodes: ['o99'], unit: 'PLAN' })).rejects.toMatchObject({ code: 'item.unknown' })
    expect(await assign({ unit: 'PLAN', owner: people.unitOwner.id })).toEqual({ assigned: 1 })
    await closeUnit(as(operator), { agency: 'HILL', unit: 'PLAN', closedOn: '2025-01-01' })
    await expect(assign({ itemCodes: ['o2'], unit: 'PLAN' })).rejects.toMatchObject({
      code: 'item.unitUnknown',
    })
  })
})

describe('answering an item', () => {
  test('an answer is kept with its links, and a check of them is asked for', async ({ as, db }) => {
    const { people, named, stateOf } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), ...answered, explanation: 'หน้าเกี่ยวกับเรา' })
    expect(await stateOf('o1')).toBe('drafted')
    expect(await jobsOf(db, 'checkItem')).toEqual([named('o1')])
    expect(await eventsOf(db, 'item.answered')).toMatchObject([
      { role: 'itemOwner', subject: `item:${fiscalYear}/HILL/o1`, details: { has: true, links: 1 } },
    ])
  })

  test('the same answer again is not stored twice, another one is the next', async ({ as, db }) => {
    const { people, named } = await startDisclosing(as)
    const first = await answerItem(as(people.owner), { ...named('o1'), ...answered })
    expect(await answerItem(as(people.owner), { ...named('o1'), ...answered })).toEqual(first)
    await answerItem(as(people.owner), { ...named('o1'), has: false, links: [] })
    const kept = await db.select().from(disclosureAnswers).orderBy(disclosureAnswers.number)
    expect(kept.map(({ number, has }) => [number, has])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  test('an owner in a unit answers what was assigned to the unit, and nothing else', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    const act = () => answerItem(as(people.unitOwner), { ...named('o1'), ...answered })
    await expect(act()).rejects.toMatchObject(refused)
    await assignItems(as(people.coordinator), { ...agency, itemCodes: ['o1'], unit: 'PLAN' })
    await act()
  })

  test('people of another agency and reviewers are refused', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    for (const person of [people.stranger, people.reviewer, people.executive]) {
      await expect(answerItem(as(person), { ...named('o1'), ...answered })).rejects.toMatchObject(refused)
    }
  })

  test('an item in review is not answered', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    await sendToReview(as(people.owner), named('o1'))
    const act = answerItem(as(people.owner), { ...named('o1'), has: false, links: [] })
    await expect(act).rejects.toMatchObject({
      ...wrongState,
      parameters: { item: 'o1', state: 'inReview', act: 'answer' },
    })
  })

  test('an answer comes too late after its phase, but what was returned may be mended', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await makeReady(as, stage, 'o1')
    await schedulePhase(as(operator), {
      fiscalYear,
      phase: 'answer',
      opensOn: '2025-08-01',
      closesOn: '2025-08-14',
    })
    await schedulePhase(as(operator), {
      fiscalYear,
      phase: 'approve',
      opensOn: '2025-08-10',
      closesOn: '2025-08-30',
    })
    await expect(answerItem(as(people.owner), { ...named('o2'), ...answered })).rejects.toMatchObject(
      phaseClosed,
    )
    await returnItem(as(people.executive), { ...named('o1'), reason: 'ลิงก์ผิดหน้า' })
    await answerItem(as(people.owner), { ...named('o1'), has: true, links: [{ ...link, place: 'เมนูบน' }] })
  })

  test.for([
    ['item.linkMissing', { has: true, links: [] }],
    ['item.linkWithoutHas', { has: false, links: [link] }],
    ['item.urlInvalid', { has: true, links: [{ ...link, url: 'ftp://hill.example.go.th' }] }],
    ['item.urlInvalid', { has: true, links: [{ ...link, url: 'javascript:alert(1)' }] }],
    ['item.urlInvalid', { has: true, links: [{ ...link, url: 'https://a.go.th/x y' }] }],
    ['item.urlWithPassword', { has: true, links: [{ ...link, url: 'https://me:secret@a.go.th/' }] }],
    ['item.textTooLong', { has: true, links: [{ ...link, place: 'ก'.repeat(501) }] }],
    ['item.textTooLong', { has: true, links: [link], explanation: 'ก'.repeat(4001) }],
    ['item.linkTwice', { has: true, links: [link, link] }],
    [
      'item.tooManyLinks',
      { has: true, links: Array.from({ length: 21 }, (_, at) => ({ ...link, place: `${at}` })) },
    ],
  ] as const)('an answer with a fault is refused: %s', async ([code, given], { as, db }) => {
    const { people, named } = await startDisclosing(as)
    await expect(answerItem(as(people.owner), { ...named('o1'), ...given })).rejects.toMatchObject({
      code: 'item.answerInvalid',
      findings: [{ code }],
    })
    expect(await db.select().from(disclosureAnswers)).toEqual([])
  })
})

describe('sending to review and taking back', () => {
  test('an answer goes to review, and comes back while nobody has reviewed it', async ({ as, db }) => {
    const { people, named, stateOf } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    await sendToReview(as(people.owner), named('o1'))
    expect(await stateOf('o1')).toBe('inReview')
    await takeBack(as(people.owner), named('o1'))
    expect(await stateOf('o1')).toBe('drafted')
    expect(await eventsOf(db, 'item.sentToReview')).toHaveLength(1)
    expect(await eventsOf(db, 'item.takenBack')).toHaveLength(1)
  })

  test('a reviewer does neither', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    await expect(sendToReview(as(people.reviewer), named('o1'))).rejects.toMatchObject(refused)
    await expect(takeBack(as(people.reviewer), named('o1'))).rejects.toMatchObject(refused)
  })

  test('what has no answer is not sent, what is ready is not taken back', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await expect(sendToReview(as(people.owner), named('o1'))).rejects.toMatchObject(wrongState)
    await makeReady(as, stage, 'o1')
    await expect(takeBack(as(people.owner), named('o1'))).rejects.toMatchObject(wrongState)
  })
})

describe('commenting', () => {
  test('the people of the item talk about it, and the trail keeps no word of it', async ({ as, db }) => {
    const { people, named } = await startDisclosing(as)
    await commentOnItem(as(people.executive), { ...named('o1'), text: 'เร่งด้วย' })
    const [event] = await eventsOf(db, 'item.commented')
    expect(JSON.stringify(event)).not.toContain('เร่ง')
  })

  test('strangers do not, and nobody says nothing or too much', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    await expect(commentOnItem(as(people.stranger), { ...named('o1'), text: 'a' })).rejects.toMatchObject(
      refused,
    )
    const say = (text: string) => commentOnItem(as(people.owner), { ...named('o1'), text })
    await expect(say(' \n ')).rejects.toMatchObject({ code: 'item.textMissing' })
    await expect(say('ก'.repeat(2001))).rejects.toMatchObject({ code: 'item.textTooLong' })
  })
})

describe('reviewing', () => {
  test('an item passes when every element that applies is ticked', async ({ as, db }) => {
    const stage = await startDisclosing(as)
    await makeReady(as, stage, 'o1')
    expect(await stage.stateOf('o1')).toBe('ready')
    expect(await eventsOf(db, 'item.passed')).toMatchObject([{ role: 'reviewer' }])
  })

  test('an element that is not met keeps it back, and is named', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { people, named, ticks, stateOf } = stage
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    await sendToReview(as(people.owner), named('o1'))
    const [first, ...others] = ticks('o1')
    const pass = (elements: { element: number; isMet: boolean }[]) =>
      passItem(as(people.reviewer), { ...named('o1'), elements })
    await expect(pass(others)).rejects.toMatchObject({
      code: 'item.elementsNotMet',
      findings: [{ code: 'item.elementNotMet', parameters: { element: 1 } }],
    })
    await expect(pass([{ element: first?.element ?? 0, isMet: false }, ...others])).rejects.toMatchObject({
      code: 'item.elementsNotMet',
    })
    // The fifth is for provinces only.
    await expect(pass([...ticks('o1'), { element: 4, isMet: true }])).rejects.toMatchObject({
      code: 'item.ticksInvalid',
      findings: [{ code: 'item.elementUnknown' }],
    })
    expect(await stateOf('o1')).toBe('inReview')
  })

  test('an answer that the agency has it not needs no ticks', async ({ as }) => {
    const stage = await startDisclosing(as)
    await makeReady(as, stage, 'o1', { has: false, links: [] })
    expect(await stage.stateOf('o1')).toBe('ready')
  })

  test('owners do not review, and a draft is not reviewed', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    const pass = (person: typeof people.owner) => passItem(as(person), { ...named('o1'), elements: [] })
    await expect(pass(people.owner)).rejects.toMatchObject(refused)
    await expect(pass(people.reviewer)).rejects.toMatchObject(wrongState)
  })
})

describe('returning an item', () => {
  test('the reviewer returns it with a reason, and the step keeps it', async ({ as, db }) => {
    const { people, named, stateOf } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    await sendToReview(as(people.owner), named('o1'))
    await returnItem(as(people.reviewer), {
      ...named('o1'),
      reason: 'ขาดแผนผัง',
      elements: [{ element: 0, isMet: false }],
    })
    expect(await stateOf('o1')).toBe('returned')
    const steps = await db.select().from(disclosureSteps).where(eq(disclosureSteps.act, 'return'))
    expect(steps).toMatchObject([{ reason: 'ขาดแผนผัง', role: 'reviewer', fromState: 'inReview' }])
  })

  test('what was found ready is returned by the executive, not by the reviewer', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await makeReady(as, stage, 'o1')
    const give = (person: typeof people.owner) => returnItem(as(person), { ...named('o1'), reason: 'แก้' })
    await expect(give(people.reviewer)).rejects.toMatchObject(refused)
    await expect(give(people.owner)).rejects.toMatchObject(refused)
    await give(people.executive)
    await expect(give(people.executive)).rejects.toMatchObject(wrongState)
  })

  test('a reason is needed', async ({ as }) => {
    const stage = await startDisclosing(as)
    await makeReady(as, stage, 'o1')
    const act = returnItem(as(stage.people.executive), { ...stage.named('o1'), reason: '  ' })
    await expect(act).rejects.toMatchObject({ code: 'item.textMissing' })
  })
})

describe('approving and handing in', () => {
  test('the set is approved whole, and handed in with its links to be kept', async ({ as, db }) => {
    const stage = await startDisclosing(as)
    await submitAll(as, stage)
    const { framework, stateOf } = stage
    const items = framework.disclosureItems.length
    expect([await stateOf('o1'), await stateOf(`o${items}`)]).toEqual(['submitted', 'submitted'])
    const snapshots = await db.select().from(disclosureSnapshots)
    expect(snapshots).toHaveLength(items)
    expect(new Set(snapshots.map(({ state }) => state))).toEqual(new Set(['waiting']))
    expect(await jobsOf(db, 'takeSnapshots')).toEqual([agency])
    expect(await eventsOf(db, 'items.submitted')).toMatchObject([{ details: { items, links: items } }])
  })

  test('a set with an item that is not ready is not approved, and the item is named', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { framework, people, named, stateOf } = stage
    for (const { code } of framework.disclosureItems) await makeReady(as, stage, code)
    await returnItem(as(people.executive), { ...named('o7'), reason: 'แก้' })
    await expect(approveItems(as(people.executive), agency)).rejects.toMatchObject({
      code: 'item.notAllReady',
      parameters: { items: 'o7', count: 1 },
      findings: [{ code: 'item.stands', parameters: { item: 'o7', state: 'returned' } }],
    })
    expect(await stateOf('o1')).toBe('ready')
  })

  test('after one was returned and mended, only that one is approved anew', async ({ as }) => {
    const stage = await startDisclosing(as)
    await approveAll(as, stage)
    await returnItem(as(stage.people.executive), { ...stage.named('o7'), reason: 'แก้' })
    await expect(submitItems(as(stage.people.executive), agency)).rejects.toMatchObject({
      code: 'item.notAllApproved',
      parameters: { items: 'o7' },
    })
    await makeReady(as, stage, 'o7')
    expect(await approveItems(as(stage.people.executive), agency)).toEqual({ approved: 1 })
    await expect(approveItems(as(stage.people.executive), agency)).rejects.toMatchObject(wrongState)
  })

  test('reviewers neither approve nor hand in, owners do not either', async ({ as }) => {
    const { people } = await startDisclosing(as)
    for (const person of [people.reviewer, people.owner]) {
      await expect(approveItems(as(person), agency)).rejects.toMatchObject(refused)
      await expect(submitItems(as(person), agency)).rejects.toMatchObject(refused)
    }
  })

  test('after the phases nothing is approved or handed in', async ({ as }) => {
    const stage = await startDisclosing(as)
    await approveAll(as, stage)
    for (const phase of ['answer', 'approve']) {
      await schedulePhase(as(operator), { fiscalYear, phase, opensOn: '2025-08-01', closesOn: '2025-08-10' })
    }
    await expect(submitItems(as(stage.people.executive), agency)).rejects.toMatchObject(phaseClosed)
    await expect(approveItems(as(stage.people.executive), agency)).rejects.toMatchObject(phaseClosed)
  })

  test('before the days of approval nothing is approved, though answers still come in', async ({ as }) => {
    const stage = await startDisclosing(as)
    await approveAll(as, stage)
    await schedulePhase(as(operator), {
      ...{ fiscalYear, phase: 'approve', opensOn: '2025-08-20', closesOn: '2025-08-30' },
    })
    await expect(approveItems(as(stage.people.executive), agency)).rejects.toMatchObject({
      ...phaseClosed,
      parameters: { phase: 'approve', opens: '2025-08-20', closes: '2025-08-30' },
    })
    await expect(submitItems(as(stage.people.coordinator), agency)).rejects.toMatchObject(phaseClosed)
  })

  test('where approval has no days of its own, those of answering hold', async ({ as }) => {
    const stage = await startDisclosing(as)
    await approveAll(as, stage)
    await schedulePhase(as(operator), {
      ...{ fiscalYear, phase: 'answer', opensOn: '2025-08-01', closesOn: '2025-08-10' },
    })
    await expect(submitItems(as(stage.people.executive), agency)).rejects.toMatchObject({
      ...phaseClosed,
      parameters: { phase: 'answer' },
    })
  })

  test('what was handed in is locked', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await submitAll(as, stage)
    await expect(answerItem(as(people.owner), { ...named('o1'), ...answered })).rejects.toMatchObject(
      wrongState,
    )
    const back = returnItem(as(people.executive), { ...named('o1'), reason: 'แก้' })
    await expect(back).rejects.toMatchObject(wrongState)
    await expect(submitItems(as(people.executive), agency)).rejects.toMatchObject({
      code: 'item.notAllApproved',
    })
  })
})

describe('checks and the public status', () => {
  test('a check is asked for anew, in place of one that waits', async ({ as, db }) => {
    const { people, named } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    expect(await requestCheck(as(people.reviewer), named('o1'))).toEqual({ links: 1 })
    expect(await jobsOf(db, 'checkItem')).toHaveLength(1)
    await expect(requestCheck(as(people.stranger), named('o1'))).rejects.toMatchObject(refused)
    await expect(requestCheck(as(people.owner), named('o2'))).rejects.toMatchObject({
      code: 'item.nothingToCheck',
    })
  })

  test('the agency shows its status to everyone, and hides it again', async ({ as, db }) => {
    const { people } = await startDisclosing(as)
    await showStatus(as(people.executive), { agencyCode: 'HILL', isShown: true })
    await showStatus(as(people.coordinator), { agencyCode: 'HILL', isShown: true })
    await showStatus(as(people.coordinator), { agencyCode: 'HILL', isShown: false })
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.event, 'item.statusShown')))
    expect(events.map(({ details }) => details)).toEqual([{ isShown: true }, { isShown: false }])
    const act = showStatus(as(people.owner), { agencyCode: 'HILL', isShown: true })
    await expect(act).rejects.toMatchObject(refused)
  })
})

describe('a closed round', () => {
  test('takes nothing more about items', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    await closeRound(as(operator), fiscalYear)
    const { coordinator, owner, reviewer, executive } = people
    const acts = [
      assignItems(as(coordinator), { ...agency, itemCodes: ['o1'], unit: 'PLAN' }),
      answerItem(as(owner), { ...named('o1'), ...answered }),
      sendToReview(as(owner), named('o1')),
      takeBack(as(owner), named('o1')),
      commentOnItem(as(owner), { ...named('o1'), text: 'ความเห็น' }),
      passItem(as(reviewer), { ...named('o1'), elements: [] }),
      returnItem(as(reviewer), { ...named('o1'), reason: 'แก้' }),
      approveItems(as(executive), agency),
      submitItems(as(executive), agency),
      explainItem(as(executive), { ...named('o1'), text: 'ชี้แจง' }),
      requestCheck(as(owner), named('o1')),
    ]
    for (const act of await Promise.allSettled(acts)) {
      expect(act).toMatchObject({ status: 'rejected', reason: { code: 'round.closed' } })
    }
  })
})
