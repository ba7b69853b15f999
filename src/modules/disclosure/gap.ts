/** What stands between an agency and a hundred: the items that would not score in full now, those worth most first. */
import type { Actor } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { add, compare, decimal, type Exact, subtract, zero } from '#base/decimal.ts'
import type { Words } from '#base/words.ts'
import type { Queryable } from '#platform/database.ts'
import { type AgencyItems, type ReadAgency, type ReadItem, readAgencyItems } from './agency-items.ts'
import { type Answer, mapLatestAnswers } from './answers.ts'
import { type GapKind, type GapReason, gapKinds, gapReasons, gravest } from './gap-reasons.ts'
import { titleOf } from './item.ts'
import type { ItemState } from './item-state.ts'
import { type HoldingMark, mapHoldingMarks } from './marks.ts'
import { isScoreShown } from './reveal.ts'
import { mapWorth, type Worth, writePoints } from './worth.ts'

export interface GapItem {
  readonly code: string
  readonly title: Words
  readonly state: ItemState
  readonly unitId: string | null
  readonly ownerId: string | null
  /** Of the gravest of its reasons. */
  readonly kind: GapKind
  /** The gravest first. */
  readonly reasons: readonly GapReason[]
  /** What it is worth of the 100 points of the instrument, and of the 100 of the total; two decimals. */
  readonly points: string
  readonly ofTotal: string
}

export interface Gap {
  readonly fiscalYear: number
  readonly agency: { readonly id: string; readonly code: string; readonly name: Words }
  /** Points of the instrument by kind, each item counted once; two decimals. */
  readonly points: Readonly<Record<GapKind, string>>
  /** What is left of the 100 when all that is lost stays lost. */
  readonly reachable: string
  /** How many items the reader sees, and how many of them have nothing against them. */
  readonly total: number
  readonly sound: number
  /** What is lost first, then what is at risk, then what is pending; in each the greatest loss first. */
  readonly items: readonly GapItem[]
}

interface Weighed extends Omit<GapItem, 'points' | 'ofTotal'> {
  readonly worth: Worth
}

const nothing: Worth = { points: zero, ofTotal: zero }

/** A role in a unit sees the items of the unit. Throws as `readAgencyItems`. */
export async function getGap(db: Queryable, actor: Actor, query: ReadAgency): Promise<Gap> {
  const read = await readAgencyItems(db, actor, query)
  const { round, place, name, items, isRevealed } = read
  const key = { roundId: round.id, agencyId: place.agencyId }
  const known: Known = {
    read,
    answers: await mapLatestAnswers(db, key),
    marks: isRevealed ? await mapHoldingMarks(db, key) : new Map(),
    worths: mapWorth(read.framework),
    today: dayOf(query.now),
  }
  const weighed = items.flatMap((item) => weigh(item, known)).toSorted(byLoss)
  const lost = sumOf(weighed, 'lost')
  return {
    ...{ fiscalYear: round.fiscalYear, agency: { id: place.agencyId, code: place.code, name } },
    points: {
      lost: writePoints(lost),
      risk: writePoints(sumOf(weighed, 'risk')),
      pending: writePoints(sumOf(weighed, 'pending')),
    },
    reachable: writePoints(subtract(decimal('100'), lost)),
    ...{ total: items.length, sound: items.length - weighed.length },
    items: weighed.map(({ worth, ...item }) => ({
      ...item,
      ...{ points: writePoints(worth.points), ofTotal: writePoints(worth.ofTotal) },
    })),
  }
}

interface Known {
  readonly read: AgencyItems
  readonly answers: ReadonlyMap<string, Answer>
  readonly marks: ReadonlyMap<string, HoldingMark>
  readonly worths: ReadonlyMap<string, Worth>
  readonly today: string
}

function weigh(own: ReadItem, { read, answers, marks, worths, today }: Known): Weighed[] {
  const { item, state, dueOn, unitId, ownerId, keptState } = own
  const score = isScoreShown(keptState, read.isRevealed) ? (marks.get(item.code) ?? null) : null
  const reasons = gapReasons({ state, dueOn, answer: answers.get(item.code), score, today })
  const kind = gravest(reasons)
  if (!kind) return []
  const title = titleOf(item, read.round.fiscalYear)
  const worth = worths.get(item.code) ?? nothing
  return [{ code: item.code, title, state, unitId, ownerId, kind, reasons, worth }]
}

function byLoss(a: Weighed, b: Weighed): number {
  const byKind = gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind)
  return byKind || compare(b.worth.points, a.worth.points)
}

function sumOf(weighed: readonly Weighed[], kind: GapKind): Exact {
  return weighed.filter((item) => item.kind === kind).reduce((sum, { worth }) => add(sum, worth.points), zero)
}
