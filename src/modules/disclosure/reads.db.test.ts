/** What an agency reads of its items: the board, one item, what stands between it and a hundred, and how far agencies are. */
import { describe, expect } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Context } from '#platform/context.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import {
  agency,
  answered,
  type Disclosing,
  link,
  makeReady,
  startDisclosing,
  submitAll,
} from '../../../tests/support/disclosing.ts'
import { answerItem } from './answer-item.ts'
import { claimAgency } from './assessment/claim-agency.ts'
import { scoreItem } from './assessment/score-item.ts'
import { assignItems } from './assign-items.ts'
import { getBoard } from './board.ts'
import type { CheckReport } from './check-report.ts'
import { commentOnItem } from './comment-on-item.ts'
import { explainItem } from './explain-item.ts'
import { getGap } from './gap.ts'
import { getItemView } from './item-view.ts'
import { listItemsProgress } from './progress-list.ts'
import { returnItem } from './return-item.ts'
import { sendToReview } from './send-to-review.ts'
import { storeCheck } from './store-check.ts'
import { disclosureChecks } from './tables.ts'

type As = (actor: typeof operator | Disclosing['people']['owner']) => Context
const now = new Date('2025-08-15T03:00:00Z')
const read = { ...agency, now }
const refused = { kind: 'forbidden', code: 'access.refused' }

const sound: CheckReport = {
  ...{ url: link.url, finalUrl: link.url, verdict: 'live', onMainSite: true, contentType: 'text/html' },
  ...{
    sha256: 'aa',
    textHash: 'bb',
    findings: [{ element: 'fiscalYear', result: 'pass', quote: '2568', fix: null }],
  },
}
const cell: CheckReport = {
  ...sound,
  findings: [
    {
      ...{ element: 'งบประมาณ', result: 'fail', quote: 'ใช้งบประมาณบุคลากร' },
      fix: { code: 'moneyCell', parameters: { heading: 'งบประมาณ', none: 'ไม่มี', count: 1 } },
    },
  ],
}

async function linkOf(as: As, { people }: Disclosing, code: string): Promise<string> {
  const { items } = await getBoard(as(operator).transaction, people.owner, read)
  return items.find((item) => item.code === code)?.links[0]?.id ?? ''
}

const scored = (score: 0 | 100) => ({
  ...{ score, remark: score === 0 ? 'ไม่พบจำนวนเงิน' : '', elements: [], assessedOn: '2025-08-15' },
  ...(score === 0 ? { reasonKind: 'element' as const } : {}),
})

async function assess(
  as: As,
  { people, framework, named }: Disclosing,
  zeros: readonly string[],
): Promise<void> {
  await claimAgency(as(people.assessor), agency)
  for (const { code } of framework.disclosureItems) {
    const mark = scored(zeros.includes(code) ? 0 : 100)
    await scoreItem(as(people.assessor), { ...named(code), mark })
  }
}

const schedule = (context: Context, phase: string, opensOn: string, closesOn: string) =>
  schedulePhase(context, { fiscalYear, phase, opensOn, closesOn })

describe('the board', () => {
  test('shows every item of the year with who is in charge, what is late and what was found', async ({
    as,
    db,
  }) => {
    const stage = await startDisclosing(as)
    const { people, named, framework } = stage
    await assignItems(as(people.coordinator), {
      ...{ ...agency, itemCodes: ['o1'], unit: 'PLAN', owner: people.owner.id, dueOn: '2025-08-14' },
    })
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    await commentOnItem(as(people.reviewer), { ...named('o1'), text: 'ดูแล้ว' })
    await storeCheck(as(operator), { linkId: await linkOf(as, stage, 'o1'), report: cell })
    const board = await getBoard(db, people.coordinator, read)
    expect(board.items.map(({ code }) => code)).toEqual(framework.disclosureItems.map(({ code }) => code))
    expect(board.items[0]).toMatchObject({
      ...{
        code: 'o1',
        id: 'structure',
        state: 'drafted',
        stateAt: now,
        isLate: true,
        has: true,
        comments: 1,
      },
      ...{
        points: '2.50',
        unit: { name: { en: 'Planning' } },
        owner: { name: people.owner.name },
        score: null,
      },
      links: [{ url: link.url, check: { worst: 'fail', report: { verdict: 'live' } } }],
    })
    expect(board.items[5]?.title.th).toContain('2568')
    expect(board.counts).toMatchObject({ drafted: 1, open: framework.disclosureItems.length - 1 })
    expect(board.owners.map(({ id }) => id).toSorted()).toEqual(
      [people.coordinator.id, people.owner.id, people.unitOwner.id].toSorted(),
    )
    const filtered = await getBoard(db, people.coordinator, { ...read, filter: { due: 'late' } })
    expect(filtered.items.map(({ code }) => code)).toEqual(['o1'])
    const ofUnit = await getBoard(db, people.coordinator, {
      ...read,
      filter: { unitId: stage.unitId, state: 'open' },
    })
    expect(ofUnit.items).toEqual([])
  })

  test('somebody who owns items in a unit sees those of the unit, strangers and assessors see none', async ({
    as,
    db,
  }) => {
    const { people } = await startDisclosing(as)
    await assignItems(as(people.coordinator), { ...agency, itemCodes: ['o2'], unit: 'PLAN' })
    const board = await getBoard(db, people.unitOwner, read)
    expect(board.items.map(({ code }) => code)).toEqual(['o2'])
    expect(board.total).toBe(1)
    for (const actor of [people.stranger, people.assessor]) {
      await expect(getBoard(db, actor, read)).rejects.toMatchObject(refused)
    }
    const other = getItemView(db, people.unitOwner, { ...read, itemCode: 'o1' })
    await expect(other).rejects.toMatchObject(refused)
  })

  test('scores stay with the assessors until clarification opens', async ({ as, db }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await schedule(as(operator), 'clarify', '2025-08-20', '2025-08-25')
    await submitAll(as, stage)
    await assess(as, stage, ['o26'])
    const before = await getItemView(db, people.owner, { ...read, itemCode: 'o26' })
    expect(before).toMatchObject({ state: 'submitted', score: null })
    expect(JSON.stringify(before)).not.toContain('ไม่พบจำนวนเงิน')
    expect(before.history.at(-1)).toMatchObject({ act: 'submit' })
    const late = explainItem(as(people.executive), { ...named('o26'), text: 'ชี้แจง' })
    await expect(late).rejects.toMatchObject({ code: 'round.phaseNotOpen' })

    const then = new Date('2025-08-20T03:00:00Z')
    const after = await getItemView(db, people.owner, { ...read, now: then, itemCode: 'o26' })
    expect(after).toMatchObject({
      state: 'assessed',
      score: { score: 0, assessed: { reasonKind: 'element', remark: 'ไม่พบจำนวนเงิน' }, remarked: null },
    })
    expect(after.history.at(-1)).toMatchObject({ act: 'score', by: { name: null, role: 'assessor' } })
    expect(JSON.stringify(after)).not.toContain(people.assessor.id)
    const gap = await getGap(db, people.executive, { ...read, now: then })
    expect(gap.items.map(({ code, kind, points }) => [code, kind, points])).toEqual([['o26', 'lost', '5.00']])
  })
})

describe('one item', () => {
  test('shows its elements for this type of agency, its answers and what happened, with names', async ({
    as,
    db,
  }) => {
    const { people, named } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o1'), has: false, links: [] })
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    await sendToReview(as(people.owner), named('o1'))
    await returnItem(as(people.reviewer), {
      ...named('o1'),
      reason: 'แก้',
      elements: [{ element: 0, isMet: false }],
    })
    const view = await getItemView(db, people.executive, { ...read, itemCode: 'O๑' })
    expect(view.elements.map(({ place }) => place)).toEqual([0, 1, 2, 3, 5])
    expect(view.answer).toMatchObject({
      number: 2,
      has: true,
      links: [{ url: link.url, check: null, snapshot: null }],
    })
    expect(view.earlierAnswers).toMatchObject([{ number: 1, has: false, by: { name: people.owner.name } }])
    expect(view.review).toMatchObject({
      elements: [{ element: 0, isMet: false }],
      by: { name: people.reviewer.name },
    })
    expect(view.history).toMatchObject([
      { act: 'answer', from: 'open' },
      { act: 'answer', from: 'drafted' },
      { act: 'sendToReview' },
      { act: 'return', reason: 'แก้', by: { name: people.reviewer.name, role: 'reviewer' } },
    ])
    expect([view.previous, view.next]).toEqual([null, 'o2'])
  })

  test('offers what was answered to the same item in an earlier year, whatever its code was', async ({
    as,
    db,
  }) => {
    const { people, named } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o26'), has: true, links: [{ ...link, place: 'ข่าว' }] })
    const next = await readFramework(`${frameworksRoot}/2569`)
    await openRound(as(operator), next)
    await enrolAgencies(as(operator), { fiscalYear: 2569, agencies: [{ agencyCode: 'HILL' }] })
    const view = await getItemView(db, people.owner, { ...read, fiscalYear: 2569, itemCode: 'o24' })
    expect(view.offered).toEqual({
      ...{ fiscalYear, itemCode: 'o26', has: true },
      links: [{ url: link.url, kind: 'page', place: 'ข่าว' }],
    })
    const other = await getItemView(db, people.owner, { ...read, fiscalYear: 2569, itemCode: 'o1' })
    expect(other.offered).toBeNull()
    await answerItem(as(people.owner), { ...named('o24'), fiscalYear: 2569, ...answered })
    const taken = await getItemView(db, people.owner, { ...read, fiscalYear: 2569, itemCode: 'o24' })
    expect(taken.offered).toBeNull()
  })
})

describe('what stands between the agency and a hundred', () => {
  test('what would be lost comes first, the dearest at the top, with the cell quoted', async ({ as, db }) => {
    const stage = await startDisclosing(as)
    const { people, framework } = stage
    for (const { code } of framework.disclosureItems) {
      if (code === 'o2') continue
      await makeReady(as, stage, code, code === 'o3' ? { has: false, links: [] } : answered)
    }
    for (const { code, links } of (await getBoard(db, people.owner, read)).items) {
      const report = code === 'o26' ? cell : sound
      for (const { id } of links) await storeCheck(as(operator), { linkId: id, report })
    }
    const gap = await getGap(db, people.executive, read)
    expect(gap.items.slice(0, 3).map(({ code, kind }) => [code, kind])).toEqual([
      ['o26', 'lost'],
      ['o2', 'lost'],
      ['o3', 'lost'],
    ])
    expect(gap.items[0]?.reasons[0]).toMatchObject({
      code: 'finding',
      finding: { quote: 'ใช้งบประมาณบุคลากร', fix: { code: 'moneyCell' } },
    })
    expect(gap.items[1]?.reasons).toEqual([{ code: 'notAnswered' }])
    expect(gap.items[2]?.reasons[0]).toEqual({ code: 'hasNot' })
    expect(gap.items[3]?.reasons).toEqual([{ code: 'notApproved' }])
    expect(gap.points).toMatchObject({ lost: '10.00', risk: '0.00', pending: '90.00' })
    expect([gap.reachable, gap.sound]).toEqual(['90.00', 0])
  })
})

describe('explaining a score', () => {
  test('an item that scored 0 is explained, and explained otherwise while clarification is open', async ({
    as,
    db,
  }) => {
    const stage = await startDisclosing(as)
    const { people, named, stateOf } = stage
    await schedule(as(operator), 'clarify', '2025-08-10', '2025-08-25')
    await submitAll(as, stage)
    await assess(as, stage, ['o26'])
    const explain = (text: string, person = people.executive) =>
      explainItem(as(person), { ...named('o26'), text })
    await explain('จำนวนเงินอยู่หน้า 4')
    await explain('จำนวนเงินอยู่หน้า 4')
    await explain('จำนวนเงินอยู่หน้า 5')
    expect(await stateOf('o26')).toBe('explained')
    const view = await getItemView(db, people.owner, { ...read, itemCode: 'o26' })
    const said = view.history.filter(({ kind }) => kind === 'explanation')
    expect(said).toHaveLength(2)
    await expect(explain('ขอชี้แจง', people.owner)).rejects.toMatchObject(refused)
    await expect(explain(' ')).rejects.toMatchObject({ code: 'item.textMissing' })
    const full = explainItem(as(people.executive), { ...named('o1'), text: 'ขอชี้แจง' })
    await expect(full).rejects.toMatchObject({ code: 'item.nothingToExplain' })
  })

  test('without a clarification window, not before the last item has its score', async ({ as }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await submitAll(as, stage)
    await claimAgency(as(people.assessor), agency)
    await scoreItem(as(people.assessor), { ...named('o26'), mark: scored(0) })
    const act = explainItem(as(people.executive), { ...named('o26'), text: 'ขอชี้แจง' })
    await expect(act).rejects.toMatchObject({ code: 'item.wrongState', parameters: { state: 'submitted' } })
  })

  test('an item that was never handed in is refused as what it is', async ({ as }) => {
    const { people, named } = await startDisclosing(as)
    await answerItem(as(people.owner), { ...named('o26'), ...answered })
    const act = explainItem(as(people.executive), { ...named('o26'), text: 'ขอชี้แจง' })
    await expect(act).rejects.toMatchObject({ code: 'item.wrongState', parameters: { state: 'drafted' } })
  })
})

describe('keeping what the checker found', () => {
  test('the same again moves the time, something else is a new row', async ({ as, db }) => {
    const stage = await startDisclosing(as)
    const { people, named } = stage
    await answerItem(as(people.owner), { ...named('o1'), ...answered })
    const linkId = await linkOf(as, stage, 'o1')
    const later = { ...as(operator), now: new Date('2025-08-16T03:00:00Z') }
    expect(await storeCheck(as(operator), { linkId, report: sound })).toMatchObject({
      isNew: true,
      previous: null,
    })
    expect(await storeCheck(later, { linkId, report: { ...sound, sha256: 'cc' } })).toMatchObject({
      isNew: false,
    })
    expect(await storeCheck(later, { linkId, report: cell })).toMatchObject({
      isNew: true,
      previous: { verdict: 'live' },
    })
    const rows = await db.select().from(disclosureChecks).orderBy(disclosureChecks.firstAt)
    expect(rows.map(({ isCurrent, lastAt }) => [isCurrent, lastAt])).toEqual([
      [false, later.now],
      [true, later.now],
    ])
    await expect(storeCheck(as(people.owner), { linkId, report: sound })).rejects.toMatchObject(refused)
    await expect(storeCheck(as(operator), { linkId: stage.round.id, report: sound })).rejects.toMatchObject({
      code: 'item.linkUnknown',
    })
  })
})

describe('how far agencies are', () => {
  test('each agency within reach with its items by stage, sorted and searched', async ({ as, db }) => {
    const stage = await startDisclosing(as)
    const { round, people, framework } = stage
    await makeReady(as, stage, 'o1')
    await answerItem(as(people.owner), { ...stage.named('o2'), ...answered })
    await assignItems(as(people.coordinator), { ...agency, itemCodes: ['o3'], dueOn: '2025-08-01' })
    const page = { number: 1, size: 2 }
    const all = await listItemsProgress(db, round, { actor: operator, now, page })
    expect([all.total, all.agencies.length, all.itemsPerAgency]).toEqual([
      3,
      2,
      framework.disclosureItems.length,
    ])
    const beyond = await listItemsProgress(db, round, { actor: operator, now, page: { number: 9, size: 2 } })
    expect([beyond.total, beyond.agencies]).toEqual([3, []])
    const open = framework.disclosureItems.length - 2
    const late = await listItemsProgress(db, round, { actor: operator, now, page, sort: 'late' })
    expect(late.agencies[0]).toMatchObject({ code: 'HILL', late: 1, stages: { open, atWork: 1, ready: 1 } })
    const least = await listItemsProgress(db, round, { actor: operator, now, page, sort: 'least' })
    expect(least.agencies.map(({ code }) => code)).not.toContain('HILL')
    const found = await listItemsProgress(db, round, {
      actor: operator,
      now,
      page,
      search: 'ทุ่ง',
      stage: 'open',
    })
    expect(found.agencies.map(({ code }) => code)).toEqual(['FIELD'])
    const own = await listItemsProgress(db, round, { actor: people.executive, now, page, stage: 'ready' })
    expect([own.total, own.agencies.map(({ code }) => code)]).toEqual([1, ['HILL']])
    expect((await listItemsProgress(db, round, { actor: people.assessor, now, page })).agencies).toEqual([])
  })
})
