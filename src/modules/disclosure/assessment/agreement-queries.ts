/** Reads how far the assessors of a round agree: by item, and by assessor. */
import { sql } from 'drizzle-orm'
import type { Exact } from '#base/decimal.ts'
import { compareThai } from '#base/thai-text.ts'
import type { Words } from '#base/words.ts'
import { mapAccountNames } from '#modules/accounts/queries.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { type MarkKind, titleOf } from '../item.ts'
import { disclosureMarks } from '../tables.ts'
import { addPairs, cohensKappa, type Drift, driftOf, type MarkCounts, type PairCounts } from './agreement.ts'

export interface PairAgreement extends PairCounts {
  /** Marked by two. */
  readonly pairs: number
  /** Null where it is not defined. */
  readonly kappa: Exact | null
}

export interface ItemAgreement extends PairAgreement {
  readonly itemCode: string
  readonly title: Words
}

export interface AssessorDrift extends Drift {
  readonly assessorId: string
  readonly name: string
  /** Marks of theirs that the lead's settled mark, or the one after an explanation, went against. */
  readonly overturnedBySettling: number
  readonly overturnedByClarification: number
}

export interface Agreement {
  readonly overall: PairAgreement
  /** One for each item of the year, in its order. */
  readonly items: readonly ItemAgreement[]
  /** By name; everybody who gave a first or second mark. */
  readonly assessors: readonly AssessorDrift[]
}

/** Whether the reader may see it is for `canSeeAgreement`. */
export async function getAgreement(db: Queryable, round: Round): Promise<Agreement> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const counts = await countMarks(db, round)
  const byItem = Map.groupBy(counts, ({ itemCode }) => itemCode)
  const items = framework.disclosureItems.map((item) => ({
    ...{ itemCode: item.code, title: titleOf(item, framework.fiscalYear) },
    ...toAgreement(addPairs(byItem.get(item.code) ?? [])),
  }))
  return { overall: toAgreement(addPairs(items)), items, assessors: await listDrifts(db, counts) }
}

function toAgreement(counts: PairCounts): PairAgreement {
  const { bothFull, bothNone, onlyFirstFull, onlySecondFull } = counts
  const pairs = bothFull + bothNone + onlyFirstFull + onlySecondFull
  return { bothFull, bothNone, onlyFirstFull, onlySecondFull, pairs, kappa: cohensKappa(counts) }
}

/** The marks of an assessor on an item of the year; of the pairs those in which theirs was the first. */
interface Counted extends MarkCounts, PairCounts {
  readonly assessorId: string
  readonly itemCode: string
  readonly settledAway: number
  readonly clarifiedAway: number
}

async function listDrifts(db: Queryable, counts: readonly Counted[]): Promise<AssessorDrift[]> {
  const byItem = Map.groupBy(counts, ({ itemCode }) => itemCode)
  const ofAll = new Map([...byItem].map(([code, ofItem]) => [code, sumOf(ofItem)]))
  const byAssessor = Map.groupBy(counts, ({ assessorId }) => assessorId)
  const names = await mapAccountNames(db, [...byAssessor.keys()])
  return [...byAssessor]
    .map(([assessorId, own]) => ({
      ...{ assessorId, name: names[assessorId] ?? '' },
      ...driftOf(new Map(own.map((one) => [one.itemCode, one])), ofAll),
      overturnedBySettling: own.reduce((sum, { settledAway }) => sum + settledAway, 0),
      overturnedByClarification: own.reduce((sum, { clarifiedAway }) => sum + clarifiedAway, 0),
    }))
    .toSorted((a, b) => compareThai(a.name, b.name))
}

function sumOf(counts: readonly MarkCounts[]): MarkCounts {
  return {
    marks: counts.reduce((sum, { marks }) => sum + marks, 0),
    zeros: counts.reduce((sum, { zeros }) => sum + zeros, 0),
  }
}

/**
 * In one pass over the marks in the order of their index, for a nation has half a million. What was settled is what
 * clarification goes against, not what the lead had set aside already.
 */
async function countMarks(db: Queryable, round: Round): Promise<Counted[]> {
  const scoreOf = (kind: MarkKind) => sql`max(score) filter (where kind = ${kind})`
  const markerOf = (kind: MarkKind) => sql`any_value(assessor_id) filter (where kind = ${kind})`
  const { rows } = await db.execute<Pick<Counted, keyof Counted>>(sql`
    with latest as (
      select distinct on (agency_id, item_code, kind) agency_id, item_code, kind, score, assessor_id
      from ${disclosureMarks} where round_id = ${round.id}
      order by agency_id, item_code, kind, at desc, id desc
    ), item as (
      select item_code, ${scoreOf('first')} as one, ${markerOf('first')} as one_by,
        ${scoreOf('second')} as two, ${markerOf('second')} as two_by,
        ${scoreOf('settled')} as settled, ${scoreOf('remarked')} as remarked
      from latest group by agency_id, item_code
    ), mark as (
      select item_code, one_by as by, one as score, two as other, settled, remarked from item where one_by is not null
      union all
      select item_code, two_by, two, null, settled, remarked from item where two_by is not null
    )
    select by as "assessorId", item_code as "itemCode", count(*)::int as marks,
      (count(*) filter (where score = 0))::int as zeros,
      (count(*) filter (where settled <> score))::int as "settledAway",
      (count(*) filter (where remarked <> score and coalesce(settled, score) = score))::int as "clarifiedAway",
      (count(*) filter (where score = 100 and other = 100))::int as "bothFull",
      (count(*) filter (where score = 0 and other = 0))::int as "bothNone",
      (count(*) filter (where score = 100 and other = 0))::int as "onlyFirstFull",
      (count(*) filter (where score = 0 and other = 100))::int as "onlySecondFull"
    from mark group by by, item_code`)
  return rows
}
