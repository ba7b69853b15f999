/** How far the agencies of a round are with their items: a page at a time, as far as the reader's roles reach. */
import { and, count, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import type { Words } from '#base/words.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencyMatches, byThaiName } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Round } from '#modules/rounds/round.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import { withinReach } from '#modules/surveys/reach.ts'
import type { Queryable } from '#platform/database.ts'
import { canSeeItems } from './access.ts'
import type { ItemState } from './item-state.ts'
import { disclosureItems } from './tables.ts'

/** How far an item is, for those who look at many agencies: what assessors do with it does not show before it is final. */
export const itemStages = ['open', 'atWork', 'ready', 'approved', 'submitted', 'final'] as const
export type ItemStage = (typeof itemStages)[number]

const statesOf: Readonly<Record<Exclude<ItemStage, 'open'>, readonly ItemState[]>> = {
  atWork: ['drafted', 'inReview', 'returned'],
  ready: ['ready'],
  approved: ['approved'],
  submitted: ['submitted', 'markedOnce', 'disputed', 'assessed', 'explained', 'remarked'],
  final: ['final'],
}

export interface ListedItems {
  readonly agencyId: string
  readonly code: string
  readonly name: Words
  readonly isImaginary: boolean
  /** How many items are in each stage; `open` are those without an answer. */
  readonly stages: Readonly<Record<ItemStage, number>>
  /** Behind their due dates. */
  readonly late: number
}

export const progressOrders = ['name', 'least', 'late'] as const

export interface ItemsProgressQuery {
  /** Only agencies whose items this actor may see. */
  readonly actor: Actor
  readonly now: Date
  /** Part of a name or of the code. */
  readonly search?: string | undefined
  /** Only agencies with an item in this stage. */
  readonly stage?: ItemStage | undefined
  /** By Thai name; those that answered least first; those with most items behind their due dates first. */
  readonly sort?: (typeof progressOrders)[number] | undefined
  /** From 1. */
  readonly page: { readonly number: number; readonly size: number }
}

export interface ItemsProgressList {
  readonly agencies: readonly ListedItems[]
  /** How many there are on all pages. */
  readonly total: number
  /** The items the year has. */
  readonly itemsPerAgency: number
}

/** By name only the items of the page are counted; by anything that is counted, those of all agencies within reach. */
export async function listItemsProgress(
  db: Queryable,
  round: Round,
  query: ItemsProgressQuery,
): Promise<ItemsProgressList> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const itemsPerAgency = framework.disclosureItems.length
  const { stage, sort, page } = query
  const within = and(
    eq(enrolments.roundId, round.id),
    withinReach(query.actor, canSeeItems),
    query.search?.trim() ? agencyMatches(query.search) : undefined,
  )
  const isByName = stage === undefined && (sort === undefined || sort === 'name')
  const named = isByName ? await selectPage(db, within, page) : undefined
  const counts = countItems(db, round, { today: dayOf(query.now), itemsPerAgency, agencyIds: named })
  const counted = selectCounted(db, counts).orderBy(...orderOf(sort, counts))
  if (named) {
    const rows = await counted.where(and(within, sql`${agencies.id} = any(${sql.param(named)}::uuid[])`))
    return { agencies: rows.map(toListed), total: await countAgencies(db, within), itemsPerAgency }
  }
  const rows = await counted
    .where(and(within, stage && hasStage(stage, counts)))
    .limit(page.size)
    .offset((page.number - 1) * page.size)
  const isPastTheLast = rows.length === 0 && page.number > 1
  const total = isPastTheLast
    ? (await listItemsProgress(db, round, { ...query, page: { number: 1, size: 1 } })).total
    : (rows[0]?.total ?? 0)
  return { agencies: rows.map(toListed), total, itemsPerAgency }
}

async function selectPage(
  db: Queryable,
  where: SQL | undefined,
  { number, size }: ItemsProgressQuery['page'],
): Promise<string[]> {
  const rows = await db
    .select({ id: agencies.id })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(where)
    .orderBy(byThaiName, agencies.codeKey)
    .limit(size)
    .offset((number - 1) * size)
  return rows.map(({ id }) => id)
}

function selectCounted(db: Queryable, { counted, open }: Counts) {
  return db
    .select({
      ...{ agencyId: agencies.id, code: agencies.code, isImaginary: agencies.isImaginary, open },
      ...{ nameTh: agencies.nameTh, nameEn: agencies.nameEn, late: orZero(counted.late) },
      ...{ atWork: orZero(counted.atWork), ready: orZero(counted.ready), approved: orZero(counted.approved) },
      ...{ submitted: orZero(counted.submitted), final: orZero(counted.final) },
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .leftJoin(counted, eq(counted.agencyId, enrolments.agencyId))
    .$dynamic()
}

async function countAgencies(db: Queryable, where: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(where)
  return row?.total ?? 0
}

const inStates = (states: readonly ItemState[]): SQL =>
  sql`${disclosureItems.state} in (${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )})`

interface Counting {
  readonly today: string
  readonly itemsPerAgency: number
  /** These agencies only; all of the round without it. */
  readonly agencyIds: readonly string[] | undefined
}

function countItems(db: Queryable, round: Round, { today, itemsPerAgency, agencyIds }: Counting): Counts {
  const counted = countedItems(db, round, { today, agencyIds })
  const open = sql<number>`(${itemsPerAgency}::int - coalesce(${counted.touched}, 0))`.mapWith(Number)
  return { counted, open }
}

function countedItems(db: Queryable, round: Round, { today, agencyIds }: Omit<Counting, 'itemsPerAgency'>) {
  const { agencyId, roundId, dueOn } = disclosureItems
  const counting = (states: readonly ItemState[], name: string) =>
    sql<number>`count(*) filter (where ${inStates(states)})`.as(name)
  const { atWork, ready, approved, submitted, final } = statesOf
  const behind = and(inStates(['open', 'assigned', ...statesOf.atWork]), sql`${dueOn} < ${today}`)
  return db
    .select({
      agencyId,
      touched: sql<number>`count(*) filter (where not ${inStates(['open', 'assigned'])})`.as('touched'),
      ...{ atWork: counting(atWork, 'at_work'), ready: counting(ready, 'ready') },
      ...{ approved: counting(approved, 'approved'), submitted: counting(submitted, 'submitted') },
      final: counting(final, 'final'),
      late: sql<number>`count(*) filter (where ${behind})`.as('late'),
    })
    .from(disclosureItems)
    .where(
      and(eq(roundId, round.id), agencyIds && sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`),
    )
    .groupBy(agencyId)
    .as('counted')
}

interface Counts {
  readonly counted: ReturnType<typeof countedItems>
  readonly open: SQL<number>
}

const orZero = (column: SQL.Aliased<number>) => sql<number>`coalesce(${column}, 0)`.mapWith(Number)

function hasStage(stage: ItemStage, { counted, open }: Counts): SQL {
  return stage === 'open' ? sql`${open} > 0` : sql`${counted[stage]} > 0`
}

function orderOf(sort: ItemsProgressQuery['sort'], { counted, open }: Counts): SQL[] {
  const name = [byThaiName, sql`${agencies.codeKey}`]
  if (sort === 'least') return [sql`${open} desc`, ...name]
  return sort === 'late' ? [sql`coalesce(${counted.late}, 0) desc`, ...name] : name
}

interface CountedRow extends Record<ItemStage, number>, Omit<ListedItems, 'name' | 'stages'> {
  readonly nameTh: string
  readonly nameEn: string
}

function toListed(row: CountedRow): ListedItems {
  const { agencyId, code, isImaginary, nameTh, nameEn, late } = row
  const { open, atWork, ready, approved, submitted, final } = row
  const stages = { open, atWork, ready, approved, submitted, final }
  return { agencyId, code, isImaginary, name: { th: nameTh, en: nameEn }, stages, late }
}
