/** What assessors see: their queue, an agency's sheet, an item with everything about it, and how far they agree. */
import { describe, expect } from 'vitest'
import type { Person } from '#base/actor.ts'
import { format } from '#base/decimal.ts'
import { newId } from '#base/id.ts'
import { people } from '#modules/registry/tables.ts'
import { enrolments, rounds } from '#modules/rounds/tables.ts'
import type { Context } from '#platform/context.ts'
import {
  addPerson,
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
import { disclosureScores, disclosureSnapshots } from '../tables.ts'
import { getAgencySheet } from './agency-sheet.ts'
import { getAgreement } from './agreement-queries.ts'
import { getAssessmentView } from './assessment-view.ts'
import { claimAgency } from './claim-agency.ts'
import { listQueue, type QueueFilter } from './queue.ts'
import { remarkItem } from './remark-item.ts'
import { setMarking } from './set-marking.ts'
import { settleItem } from './settle-item.ts'

const river = { fiscalYear, agencyCode: 'RIVER' }

async function play(context: Context, { isDouble = false } = {}) {
  const round = await openAssessment(context)
  const links = await handIn(context, { round, agencyCode: 'RIVER', items: ['o1', 'o2', 'o26'] })
  await handIn(context, { round, agencyCode: 'HILL', items: ['o1'] })
  if (isDouble) await setMarking(context, { fiscalYear, isDouble })
  const dao = await addPerson(context, 'dao', assessorAnywhere)
  const kai = await addPerson(context, 'kai', assessorAnywhere)
  const lead = await addPerson(context, 'lead', leadAnywhere)
  await claimAgency({ ...context, actor: dao }, river)
  if (isDouble) await claimAgency({ ...context, actor: kai }, river)
  return { round, links, dao, kai, lead }
}

describe('the queue', () => {
  const queueOf = async ({ transaction }: Context, viewer: Person, filter: QueueFilter, search?: string) => {
    const page = { number: 1, size: 25 }
    const found = await listQueue(transaction, viewer, {
      fiscalYear,
      filter,
      search,
      page,
      now: during.score,
    })
    return { ...found, codes: found.agencies.map(({ code }) => code) }
  }

  test('says what waits where, who holds it, and the next close', async ({ as }) => {
    const { dao, kai } = await play(as(operator))
    await score(as, dao, { itemCode: 'o1', mark: fullMark })
    const { agencies, total } = await queueOf(as(operator), kai, 'all')
    expect(total).toBe(2)
    expect(agencies.find(({ code }) => code === 'RIVER')).toMatchObject({
      counts: { submitted: 3, toMark: 2, marked: 1, disputed: 0, explained: 0, final: 0 },
      claims: [{ seat: 1, assessorName: 'dao', since: during.score }],
      ...{ isMine: false, mayClaim: false, conflict: null },
      clock: { phase: 'score', lastDay: '2025-08-31' },
    })
    expect(agencies.find(({ code }) => code === 'HILL')).toMatchObject({ claims: [], mayClaim: true })
  })

  test('knows how many there are on a page past the last', async ({ as, db }) => {
    const { kai } = await play(as(operator))
    const query = { fiscalYear, filter: 'all', now: during.score } as const
    expect(await listQueue(db, kai, { ...query, page: { number: 9, size: 25 } })).toMatchObject({
      ...{ agencies: [], total: 2 },
    })
  })

  test('is cut to what is asked for', async ({ as }) => {
    const { round, dao, kai } = await play(as(operator))
    expect((await queueOf(as(operator), dao, 'mine')).codes).toEqual(['RIVER'])
    expect((await queueOf(as(operator), kai, 'mine')).codes).toEqual([])
    expect((await queueOf(as(operator), kai, 'free')).codes).toEqual(['HILL'])
    expect((await queueOf(as(operator), kai, 'all', 'แม่น้ำ ๒')).codes).toEqual(['RIVER'])
    expect((await queueOf(as(operator), kai, 'disputed')).codes).toEqual([])
    await score(as, dao, { itemCode: 'o26', mark: zeroMark })
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    const explained = await queueOf(as(operator), kai, 'explained')
    expect(explained.agencies).toMatchObject([{ code: 'RIVER', explainedSince: during.clarify }])
  })

  test('of two seats the second is free to others, not to whoever holds the first', async ({ as }) => {
    const round = await openAssessment(as(operator))
    await handIn(as(operator), { round, agencyCode: 'RIVER', items: ['o1'] })
    await setMarking(as(operator), { fiscalYear, isDouble: true })
    const dao = await addPerson(as(operator), 'dao', assessorAnywhere)
    const kai = await addPerson(as(operator), 'kai', assessorAnywhere)
    await claimAgency(as(dao), river)
    expect((await queueOf(as(operator), dao, 'free')).codes).toEqual([])
    expect((await queueOf(as(operator), kai, 'free')).codes).toEqual(['RIVER'])
    await claimAgency(as(kai), river)
    const lead = await addPerson(as(operator), 'lead', leadAnywhere)
    expect((await queueOf(as(operator), lead, 'free')).codes).toEqual([])
  })

  test('ends where the roles of the assessor do', async ({ as }) => {
    await play(as(operator))
    const group = { kind: 'group', type: 'subdistrictOrganization' } as const
    const near = await addPerson(as(operator), 'near', { role: 'assessor', scope: group })
    expect((await queueOf(as(operator), near, 'all')).codes).toEqual(['HILL'])
    const owner = await addPerson(as(operator), 'owner', { role: 'supervisor', scope: group })
    await expect(queueOf(as(operator), owner, 'all')).rejects.toMatchObject({ code: 'access.refused' })
  })
})

describe('an item before the assessor', () => {
  const viewOf = ({ transaction }: Context, viewer: Person, itemCode: string, now = during.score) =>
    getAssessmentView(transaction, { ...river, viewer, itemCode, now })

  test('comes with its elements, answer, snapshot, neighbours and the way to the next', async ({
    as,
    db,
  }) => {
    const { links, dao } = await play(as(operator))
    const linkId = links.get('o26') ?? ''
    const times = { askedAt: during.answer, takenAt: during.answer }
    await db.insert(disclosureSnapshots).values({ linkId, state: 'taken', ...times, bodyKey: 'snapshots/1' })
    await score(as, dao, { itemCode: 'o2', mark: fullMark })
    const view = await viewOf(as(operator), dao, 'O26')
    expect(view).toMatchObject({
      ...{ state: 'submitted', waitsForViewer: true, own: null, standing: null, marks: [] },
      answer: {
        has: true,
        links: [{ url: 'https://www.example.go.th/o26', snapshot: { bodyKey: 'snapshots/1' } }],
      },
      ...{ handedInAt: during.answer, previousItem: 'o25', nextItem: 'o27', nextWaiting: 'o1' },
      rights: { isMine: true, mayMark: true, mayClaim: false, conflict: null },
    })
    expect(view.elements.map(({ place }) => place)).toEqual(
      view.item.elements.map((_element, place) => place),
    )
    const first = await viewOf(as(operator), dao, 'o1')
    expect(first.elements.every(({ element }) => element.appliesTo === 'all')).toBe(true)
    expect(first.elements.length).toBeLessThan(first.item.elements.length)
  })

  test('shows how the same item scored the year before, whatever its code was', async ({ as, db }) => {
    const { round, dao } = await play(as(operator))
    const view = await viewOf(as(operator), dao, 'o26')
    const earlier = { id: newId(), fiscalYear: fiscalYear - 1, frameworkHash: round.frameworkHash }
    await db.insert(rounds).values(earlier)
    expect(view.previous).toBeNull()
    await db.insert(enrolments).values({ roundId: earlier.id, agencyId: view.place.agencyId })
    const key = { roundId: earlier.id, agencyId: view.place.agencyId, itemCode: 'o26' }
    await db.insert(disclosureScores).values({ ...key, score: 0, remark: 'ไม่พบผล', assessedOn: '2024-07-01' })
    expect((await viewOf(as(operator), dao, 'o26')).previous).toEqual({
      ...{ fiscalYear: 2567, itemCode: 'o26', score: 0, remark: 'ไม่พบผล', assessedOn: '2024-07-01' },
    })
  })

  test('hides the mark of the other until both have marked', async ({ as }) => {
    const { dao, kai, lead } = await play(as(operator), { isDouble: true })
    await score(as, dao, { itemCode: 'o26', mark: zeroMark })
    expect((await viewOf(as(operator), dao, 'o26')).own?.score).toBe(0)
    for (const viewer of [kai, lead]) {
      const view = await viewOf(as(operator), viewer, 'o26')
      expect(view).toMatchObject({ state: 'markedOnce', marks: [], own: null, standing: null })
    }
    expect((await viewOf(as(operator), kai, 'o26')).waitsForViewer).toBe(true)
    expect((await viewOf(as(operator), dao, 'o26')).waitsForViewer).toBe(false)
    await score(as, kai, { itemCode: 'o26', mark: fullMark })
    const view = await viewOf(as(operator), lead, 'o26')
    expect(view.marks.map(({ assessorName, score: given }) => [assessorName, given])).toEqual([
      ['dao', 0],
      ['kai', 100],
    ])
    expect(view.standing).toBeNull()
  })

  test('tells what was explained, and how long the agency may still explain', async ({ as }) => {
    const { round, dao } = await play(as(operator))
    await score(as, dao, { itemCode: 'o26', mark: zeroMark })
    await explain(as(operator), { ...river, round, itemCode: 'o26' })
    const view = await viewOf(as(operator), dao, 'o26', during.clarify)
    expect(view).toMatchObject({
      explanation: { text: 'อยู่หน้า 4', at: during.clarify },
      explaining: { phase: 'clarify', lastDay: '2025-09-10' },
      ...{ standing: { score: 0 }, waitsForViewer: true },
    })
    expect(view.history.map(({ act, actor }) => [act, actor])).toEqual([
      ['submit', null],
      ['score', 'dao'],
      ['explain', null],
    ])
  })

  test('is closed to an assessor who belonged to the agency, and open to an auditor who did', async ({
    as,
    db,
  }) => {
    const { dao, kai } = await play(as(operator))
    const { place } = await viewOf(as(operator), dao, 'o26')
    const left = { agencyId: place.agencyId, leftOn: '2024-01-31' }
    await db.insert(people).values({ ...left, id: newId(), name: 'ไก่', email: 'kai@example.go.th' })
    await expect(viewOf(as(operator), kai, 'o26')).rejects.toMatchObject({ code: 'assessment.formerAgency' })
    const auditor: Person = { ...kai, grants: [{ role: 'auditor', scope: { kind: 'centre' } }] }
    const { rights } = await viewOf(as(operator), auditor, 'o26')
    expect(rights).toMatchObject({ conflict: 'former', mayMark: false, mayClaim: false, mayRemark: false })
  })

  test('is not for people of the agency', async ({ as }) => {
    const { dao } = await play(as(operator))
    const { place } = await viewOf(as(operator), dao, 'o26')
    const own = { kind: 'agency', agencyId: place.agencyId } as const
    const owner = await addPerson(as(operator), 'owner', { role: 'coordinator', scope: own })
    await expect(viewOf(as(operator), owner, 'o26')).rejects.toMatchObject({ code: 'access.refused' })
  })
})

describe('the sheet of an agency', () => {
  test('lists all items of the year with what was answered, marked and explained', async ({ as, db }) => {
    const { dao } = await play(as(operator))
    await score(as, dao, { itemCode: 'o1', mark: fullMark })
    const sheet = await getAgencySheet(db, { ...river, viewer: dao, now: during.score })
    expect(sheet.items).toHaveLength(28)
    expect(sheet.counts).toMatchObject({ open: 25, submitted: 2, assessed: 1 })
    const [first, second, third] = sheet.items
    expect(first).toMatchObject({ itemCode: 'o1', own: { score: 100 }, standing: { score: 100 }, links: 1 })
    expect(second).toMatchObject({ state: 'submitted', has: true, waitsForViewer: true })
    expect(third).toMatchObject({ state: 'open', has: null, links: 0, waitsForViewer: false })
  })
})

describe('agreement', () => {
  test('is told by item and by assessor, with what was overturned', async ({ as, db }) => {
    const { round, dao, kai, lead } = await play(as(operator), { isDouble: true })
    for (const [itemCode, one, two] of [
      ['o1', fullMark, fullMark],
      ['o2', zeroMark, zeroMark],
      ['o26', zeroMark, fullMark],
    ] as const) {
      await score(as, dao, { itemCode, mark: { ...one, elements: [] } })
      await score(as, kai, { itemCode, mark: { ...two, elements: [] } })
    }
    await settleItem(as(lead), { ...river, itemCode: 'o26', mark: fullMark })
    await explain(as(operator), { ...river, round, itemCode: 'o2' })
    const again = { ...fullMark, assessedOn: '2025-09-15' }
    await remarkItem(at(as(kai), during.confirm), { ...river, itemCode: 'o2', mark: again })
    const { overall, items, assessors } = await getAgreement(db, round)
    expect(overall).toMatchObject({ pairs: 3, bothFull: 1, bothNone: 1, onlySecondFull: 1 })
    expect(overall.kappa && format(overall.kappa, 2)).toBe('0.40')
    expect(items.find(({ itemCode }) => itemCode === 'o26')).toMatchObject({ pairs: 1 })
    expect(assessors).toMatchObject([
      { name: 'dao', marks: 3, zeros: 2, overturnedBySettling: 1, overturnedByClarification: 1 },
      { name: 'kai', marks: 3, zeros: 1, overturnedBySettling: 0, overturnedByClarification: 1 },
    ])
    const [difference] = assessors.map((one) => one.difference && format(one.difference, 3))
    expect(difference).toBe('0.167')
  })
})
