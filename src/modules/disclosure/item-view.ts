/** One item of an agency, with all that its people may know of it. */
import type { Actor } from '#base/actor.ts'
import { authorize, type Place } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import { mapAccountNames } from '#modules/accounts/queries.ts'
import type { DisclosureItem, Evidence } from '#modules/frameworks/framework.ts'
import { evidenceOf, isUnverified } from '#modules/frameworks/lookup.ts'
import { listUnits } from '#modules/registry/unit-list.ts'
import type { Queryable } from '#platform/database.ts'
import { canSeeItems } from './access.ts'
import {
  type AgencyItems,
  type ReadAgency,
  type ReadItem,
  readAgencyItems,
  type Standings,
  standingsOf,
} from './agency-items.ts'
import { type Answer, listAnswers } from './answers.ts'
import { type EarlierAnswer, findEarlierAnswer } from './earlier-answer.ts'
import { type ItemElement, viewElements } from './element.ts'
import {
  type Doer,
  findReview,
  type HistoryEntry,
  listHistory,
  type Naming,
  nameDoers,
  type Review,
} from './history.ts'
import { getDisclosureItem, titleOf } from './item.ts'
import type { ItemState } from './item-state.ts'
import { findShownMarks, type Mark, mapHoldingMarks } from './marks.ts'
import { isScoreShown } from './reveal.ts'
import { itemCode } from './scores-file.ts'
import { mapWorth, writePoints } from './worth.ts'

export interface ViewedAnswer extends Omit<Answer, 'actorKind' | 'actorName'> {
  readonly by: Doer
}

export interface ItemScore {
  readonly score: number
  readonly assessed: Mark | null
  /** After the agency explained. */
  readonly remarked: Mark | null
}

export interface ItemView {
  readonly fiscalYear: number
  readonly isRoundClosed: boolean
  readonly agency: {
    readonly id: string
    readonly code: string
    readonly name: Words
    readonly website: string | null
  }
  readonly code: string
  readonly id: string
  readonly title: Words
  readonly isUnverified: boolean
  readonly evidence: Evidence
  /** Those that an agency of this type must meet. */
  readonly elements: readonly ItemElement[]
  /** Of the 100 points of the instrument, with two decimals. */
  readonly points: string
  readonly state: ItemState
  readonly stateAt: Date | null
  readonly unit: { readonly id: string; readonly name: Words } | null
  readonly owner: { readonly id: string; readonly name: string | null } | null
  readonly dueOn: string | null
  /** The agency's own extensions are counted in. */
  readonly phases: Standings
  /** Where it stands as far as permissions go: in its unit, where it has one. */
  readonly place: Place
  /** Null where it was not answered. */
  readonly answer: ViewedAnswer | null
  /** The latest first. */
  readonly earlierAnswers: readonly ViewedAnswer[]
  /** From an earlier year; offered while nothing was answered this year. */
  readonly offered: EarlierAnswer | null
  /** What was ticked of the answer that holds. */
  readonly review: Review | null
  readonly history: readonly HistoryEntry[]
  /** Null until scores are shown to the agency. */
  readonly score: ItemScore | null
  /** Codes of the items before and after it, of those the reader may see. */
  readonly previous: string | null
  readonly next: string | null
}

export interface ItemQuery extends ReadAgency {
  readonly itemCode: string
}

/** Throws as `readAgencyItems`, or `item.unknown`; an item of another unit is refused to a role in a unit. */
export async function getItemView(db: Queryable, actor: Actor, query: ItemQuery): Promise<ItemView> {
  const read = await readAgencyItems(db, actor, query)
  const { round, place, framework, isRevealed } = read
  const item = getDisclosureItem(framework, itemCode(query.itemCode))
  const index = read.items.findIndex((one) => one.item.code === item.code)
  const own = read.items[index]
  if (!own) throw refused(actor, read)
  const key = { roundId: round.id, agencyId: place.agencyId, itemCode: item.code }
  const answers = await listAnswers(db, key)
  const naming = await nameDoers(db, answers)
  const [answer = null, ...earlierAnswers] = answers.map((one) => viewAnswer(one, naming))
  const same = { agencyId: place.agencyId, fiscalYear: round.fiscalYear, itemId: item.id }
  return {
    ...describeItem(read, item),
    ...(await describeRow(db, read, own)),
    ...{ phases: standingsOf(read, query.now), answer, earlierAnswers },
    offered: answer ? null : await findEarlierAnswer(db, same),
    review: answer && (await findReview(db, answer.id)),
    history: await listHistory(db, key, isRevealed),
    score: isScoreShown(own.keptState, isRevealed) ? await findScore(db, key) : null,
    previous: read.items[index - 1]?.item.code ?? null,
    next: read.items[index + 1]?.item.code ?? null,
  }
}

function refused(actor: Actor, { place }: AgencyItems): Error {
  authorize(actor, canSeeItems, place)
  return new Error('an item of the year is not among those of the agency')
}

function viewAnswer({ actorKind, actorName, ...answer }: Answer, naming: Naming): ViewedAnswer {
  return { ...answer, by: naming({ actorKind, actorName }) }
}

function describeItem(read: AgencyItems, item: DisclosureItem) {
  const { round, place, name, website, framework } = read
  const worth = mapWorth(framework).get(item.code)
  return {
    ...{ fiscalYear: round.fiscalYear, isRoundClosed: round.isClosed },
    agency: { id: place.agencyId, code: place.code, name, website },
    ...{ code: item.code, id: item.id, title: titleOf(item, round.fiscalYear) },
    isUnverified: isUnverified(item.evidence, framework),
    evidence: evidenceOf(item, framework),
    elements: viewElements(framework, item, place.type),
    points: worth ? writePoints(worth.points) : '0.00',
  }
}

async function describeRow(db: Queryable, { place }: AgencyItems, row: ReadItem) {
  const { state, stateAt, unitId, ownerId, dueOn } = row
  const units = unitId === null ? [] : await listUnits(db, { agency: place.code, withClosed: true })
  const unit = units.find(({ id }) => id === unitId)
  const names = await mapAccountNames(db, ownerId === null ? [] : [ownerId])
  return {
    ...{ state, stateAt, dueOn, place: unitId === null ? place : { ...place, unitId } },
    unit: unit ? { id: unit.id, name: unit.name } : null,
    owner: ownerId === null ? null : { id: ownerId, name: names[ownerId] ?? null },
  }
}

async function findScore(
  db: Queryable,
  key: Parameters<typeof findShownMarks>[1],
): Promise<ItemScore | null> {
  const holding = (await mapHoldingMarks(db, key)).get(key.itemCode)
  return holding ? { score: holding.score, ...(await findShownMarks(db, key)) } : null
}
