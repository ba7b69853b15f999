/** An agency's people with their roles in a round that takes disclosure answers, for the tests of items. */
import { and, eq } from 'drizzle-orm'
import type { Grant, Person, Role } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { storeGrant } from '#modules/accounts/grants.ts'
import { users } from '#modules/accounts/tables.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { approveItems } from '#modules/disclosure/approve-items.ts'
import { elementsFor } from '#modules/disclosure/element.ts'
import type { GivenAnswer } from '#modules/disclosure/item.ts'
import type { ItemState } from '#modules/disclosure/item-state.ts'
import { passItem } from '#modules/disclosure/pass-item.ts'
import { sendToReview } from '#modules/disclosure/send-to-review.ts'
import { submitItems } from '#modules/disclosure/submit-items.ts'
import { disclosureItems } from '#modules/disclosure/tables.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { addUnit } from '#modules/registry/add-unit.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { getUnit } from '#modules/registry/unit-list.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Context } from '#platform/context.ts'
import { fiscalYear, openCastRound, operator, readRules } from './cast.ts'

type As = (actor: Person | typeof operator) => Context

export const link = { url: 'https://hill.example.go.th/oit', kind: 'page' } as const
export const answered: GivenAnswer = { has: true, links: [link] }

export interface Disclosing {
  readonly round: Round
  readonly framework: Framework
  readonly agencyId: string
  readonly unitId: string
  /** All of HILL, but for `stranger`, who owns items of FIELD, and `unitOwner`, who owns those of the unit PLAN; and assessors of the centre. */
  readonly people: Readonly<
    Record<
      | 'coordinator'
      | 'owner'
      | 'unitOwner'
      | 'reviewer'
      | 'executive'
      | 'stranger'
      | 'assessor'
      | 'second'
      | 'lead',
      Person
    >
  >
  readonly named: (itemCode: string) => { fiscalYear: number; agencyCode: string; itemCode: string }
  /** Every element that HILL must meet, ticked. */
  readonly ticks: (itemCode: string) => { element: number; isMet: boolean }[]
  readonly stateOf: (itemCode: string) => Promise<ItemState | undefined>
}

export const agency = { fiscalYear, agencyCode: 'HILL' }

export async function startDisclosing(as: As): Promise<Disclosing> {
  const context = as(operator)
  const round = await openCastRound(context)
  const { framework } = await readRules()
  const agencyId = (await getPlacedAgency(context.transaction, 'HILL')).place.agencyId
  const fieldId = (await getPlacedAgency(context.transaction, 'FIELD')).place.agencyId
  await addUnit(context, 'HILL', { code: 'PLAN', name_th: 'กองแผนงาน', name_en: 'Planning' })
  const unitId = (await getUnit(context.transaction, { agency: 'HILL', unit: 'PLAN' })).id
  const hire = (role: Role, scope: Grant['scope'] = { kind: 'agency', agencyId }) =>
    hirePerson(context, { role, scope })
  return {
    ...{ round, framework, agencyId, unitId },
    people: {
      coordinator: await hire('coordinator'),
      owner: await hire('itemOwner'),
      unitOwner: await hire('itemOwner', { kind: 'unit', agencyId, unitId }),
      reviewer: await hire('reviewer'),
      executive: await hire('executive'),
      stranger: await hire('itemOwner', { kind: 'agency', agencyId: fieldId }),
      assessor: await hire('assessor', { kind: 'centre' }),
      second: await hire('assessor', { kind: 'centre' }),
      lead: await hire('leadAssessor', { kind: 'centre' }),
    },
    named: (itemCode) => ({ ...agency, itemCode }),
    ticks: (itemCode) => {
      const item = framework.disclosureItems.find(({ code }) => code === itemCode)
      return item
        ? elementsFor(item, 'subdistrictOrganization').map(({ place }) => ({ element: place, isMet: true }))
        : []
    },
    stateOf: async (itemCode) => {
      const of = and(eq(disclosureItems.agencyId, agencyId), eq(disclosureItems.itemCode, itemCode))
      const [row] = await context.transaction.select().from(disclosureItems).where(of)
      return row?.state
    },
  }
}

let count = 0

async function hirePerson(context: Context, grant: Grant): Promise<Person> {
  const { transaction, now } = context
  const id = newId()
  const name = `${grant.role}-${++count}`
  const email = `${name}@example.go.th`.toLowerCase()
  await transaction.insert(users).values({ id, name, email, createdAt: now, updatedAt: now })
  await storeGrant(context, { userId: id, grant })
  return { kind: 'person', id, name, grants: [grant] }
}

/** The item answered and found ready. */
export async function makeReady(
  as: As,
  stage: Disclosing,
  itemCode: string,
  given = answered,
): Promise<void> {
  const { people, named, ticks } = stage
  await answerItem(as(people.owner), { ...named(itemCode), ...given })
  await sendToReview(as(people.owner), named(itemCode))
  await passItem(as(people.reviewer), { ...named(itemCode), elements: given.has ? ticks(itemCode) : [] })
}

/** Every item answered, found ready and approved. */
export async function approveAll(as: As, stage: Disclosing): Promise<void> {
  for (const { code } of stage.framework.disclosureItems) await makeReady(as, stage, code)
  await approveItems(as(stage.people.executive), agency)
}

export async function submitAll(as: As, stage: Disclosing): Promise<void> {
  await approveAll(as, stage)
  await submitItems(as(stage.people.executive), agency)
}
