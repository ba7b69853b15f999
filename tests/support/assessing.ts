/** Assessors with something to assess: agencies that handed items in, in a round with its days of scoring and clarification. */
import { and, eq } from 'drizzle-orm'
import type { Actor, Grant, Person } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { users } from '#modules/accounts/tables.ts'
import type { GivenMark } from '#modules/disclosure/assessment/mark.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import type { ItemState } from '#modules/disclosure/item-state.ts'
import {
  disclosureAnswers,
  disclosureExplanations,
  disclosureItems,
  disclosureLinks,
  disclosureSteps,
} from '#modules/disclosure/tables.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Round } from '#modules/rounds/round.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, openCastRound, readRules } from './cast.ts'

export const centre = { kind: 'centre' } as const

/** Days of the round's calendar, and moments in them. */
export const during = {
  answer: new Date('2025-07-10T03:00:00Z'),
  score: new Date('2025-08-15T03:00:00Z'),
  clarify: new Date('2025-09-05T03:00:00Z'),
  confirm: new Date('2025-09-15T03:00:00Z'),
} as const

const days = {
  answer: ['2025-07-01', '2025-07-31'],
  score: ['2025-08-01', '2025-08-31'],
  clarify: ['2025-09-01', '2025-09-10'],
  confirm: ['2025-09-11', '2025-09-20'],
} as const

export const fullMark: GivenMark = { score: 100, remark: '', elements: [], assessedOn: '2025-08-15' }

export const zeroMark: GivenMark = {
  ...{ score: 0, reasonKind: 'element', remark: 'ขาดผลการดำเนินงาน', assessedOn: '2025-08-15' },
  elements: [{ element: 0, isMet: false }],
}

export const assessorAnywhere: Grant = { role: 'assessor', scope: centre }
export const leadAnywhere: Grant = { role: 'leadAssessor', scope: centre }

/** Opens the round with its days. */
export async function openAssessment(context: Context): Promise<Round> {
  const round = await openCastRound(context)
  for (const [phase, [opensOn, closesOn]] of Object.entries(days)) {
    await schedulePhase(context, { fiscalYear, phase, opensOn, closesOn })
  }
  return round
}

/** Somebody with an account, who acts with these grants. */
export async function addPerson(
  { transaction, now }: Context,
  name: string,
  ...grants: Grant[]
): Promise<Person> {
  const id = newId()
  const email = `${name}@example.go.th`
  await transaction.insert(users).values({ id, name, email, createdAt: now, updatedAt: now })
  return { kind: 'person', id, name, grants }
}

export async function agencyIdOf({ transaction }: Context, code: string): Promise<string> {
  const [row] = await transaction.select({ id: agencies.id }).from(agencies).where(eq(agencies.code, code))
  if (!row) throw new Error(`there is no ${code}`)
  return row.id
}

export interface HandedIn {
  readonly round: Round
  readonly agencyCode: string
  /** All of the year without them. */
  readonly items?: readonly string[]
  readonly state?: ItemState
}

/** The items as an agency hands them in while answers are open, each with one link. The ids of the links by item. */
export async function handIn(
  context: Context,
  { round, agencyCode, state = 'submitted', ...given }: HandedIn,
): Promise<ReadonlyMap<string, string>> {
  const { transaction } = context
  const { framework } = await readRules()
  const codes = given.items ?? framework.disclosureItems.map(({ code }) => code)
  const agencyId = await agencyIdOf(context, agencyCode)
  const at = during.answer
  const links = new Map<string, string>()
  for (const itemCode of codes) {
    const key = { roundId: round.id, agencyId, itemCode }
    const by = { at, actorKind: 'person', actorName: null }
    const [answerId, linkId] = [newId(), newId()]
    await transaction.insert(disclosureItems).values({ ...key, state, stateAt: at })
    await transaction.insert(disclosureAnswers).values({
      ...{ ...key, ...by, id: answerId, number: 1, has: true, explanation: 'หน้าแรก' },
    })
    const link = { id: linkId, answerId, position: 1, kind: 'page' as const, place: '' }
    await transaction
      .insert(disclosureLinks)
      .values({ ...link, url: `https://www.example.go.th/${itemCode}` })
    const step = { ...key, ...by, id: newId(), act: 'submit' as const, role: 'executive' }
    await transaction.insert(disclosureSteps).values({ ...step, fromState: 'approved', toState: 'submitted' })
    links.set(itemCode, linkId)
  }
  return links
}

/** As the agency explains an item that is assessed, while clarification is open. */
export async function explain(
  context: Context,
  { round, agencyCode, itemCode }: { round: Round; agencyCode: string; itemCode: string },
): Promise<void> {
  const { transaction } = context
  const at = during.clarify
  const key = { roundId: round.id, agencyId: await agencyIdOf(context, agencyCode), itemCode }
  const by = { at, actorKind: 'person', actorName: null }
  await transaction.insert(disclosureExplanations).values({ ...key, ...by, id: newId(), text: 'อยู่หน้า 4' })
  await transaction
    .update(disclosureItems)
    .set({ state: 'explained', stateAt: at })
    .where(and(eq(disclosureItems.agencyId, key.agencyId), eq(disclosureItems.itemCode, itemCode)))
  const step = { ...key, ...by, id: newId(), act: 'explain' as const, role: 'coordinator' }
  await transaction.insert(disclosureSteps).values({ ...step, fromState: 'assessed', toState: 'explained' })
}

export const at = (context: Context, now: Date): Context => ({ ...context, now })

/** A mark of an item of RIVER, while scoring is open. */
export async function score(
  as: (actor: Actor) => Context,
  assessor: Actor,
  { itemCode, mark }: { readonly itemCode: string; readonly mark: GivenMark },
): Promise<ItemState> {
  const entry = { fiscalYear, agencyCode: 'RIVER', itemCode, mark }
  return (await scoreItem(at(as(assessor), during.score), entry)).state
}
