/** The agencies of a round with their live counts, minimums and paces: a page at a time, as far as a person's roles reach. */
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencyMatches, byThaiName } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import type { EnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { canFollowSurveys } from './access.ts'
import type { Headcount } from './headcount.ts'
import {
  type AgencyState,
  agencyStates,
  type CollectDays,
  expectedBy,
  type PartStanding,
  partStanding,
} from './pace.ts'
import { partMinimum, surveyPartIds } from './progress.ts'
import { withinReach } from './reach.ts'
import {
  interviews,
  surveyAnswers,
  surveyClosings,
  surveyHeadcounts,
  surveyParts,
  waitingAnswers,
} from './tables.ts'

export interface ListedPart {
  readonly part: string
  readonly count: number
  readonly minimum: number | null
  /** What should be there today; null where it cannot be told. */
  readonly expected: number | null
  readonly standing: PartStanding
  /** Closed with fewer answers than the minimum. */
  readonly isUnderMinimum: boolean
}

export interface ListedProgress extends CollectDays {
  readonly agencyId: string
  readonly code: string
  readonly name: Words
  readonly isImaginary: boolean
  /** In the framework's order. */
  readonly parts: readonly ListedPart[]
  readonly states: readonly AgencyState[]
}

export interface ProgressQuery {
  /** Only agencies where this actor may follow surveys. */
  readonly actor: Actor
  readonly now: Date
  /** Part of a name or of the code. */
  readonly search?: string | undefined
  readonly state?: AgencyState | undefined
  /** From 1; no page means all there are. */
  readonly page?: { readonly number: number; readonly size: number } | undefined
}

export interface ProgressList {
  readonly agencies: readonly ListedProgress[]
  /** How many there are on all pages. */
  readonly total: number
}

/** By Thai name. Only the agencies of the page are counted, unless a state is asked for: then all within reach are. */
export async function listProgress(db: Queryable, round: Round, query: ProgressQuery): Promise<ProgressList> {
  const { now, state, page } = query
  const where = and(
    eq(enrolments.roundId, round.id),
    withinReach(query.actor, canFollowSurveys),
    query.search?.trim() ? agencyMatches(query.search) : undefined,
  )
  const isCut = page !== undefined && state === undefined
  const rows = await selectPlaces(db, where, isCut ? page : undefined)
  const listed = await describePlaces(db, round, { rows, now })
  if (!page) return { agencies: listed.filter(isIn), total: listed.filter(isIn).length }
  if (state === undefined) return { agencies: listed, total: await countPlaces(db, where) }
  const found = listed.filter(isIn)
  const start = (page.number - 1) * page.size
  return { agencies: found.slice(start, start + page.size), total: found.length }

  function isIn({ states }: ListedProgress): boolean {
    return state === undefined || states.includes(state)
  }
}

type Where = SQL | undefined

interface PlaceRow extends EnrolledPlace {
  readonly name: Words
  readonly isImaginary: boolean
}

async function selectPlaces(db: Queryable, where: Where, page: ProgressQuery['page']): Promise<PlaceRow[]> {
  const rows = db
    .select({
      ...{ agencyId: agencies.id, code: agencies.code, size: agencies.size, type: agencies.typeCode },
      ...{ ministry: agencies.ministryCode, province: agencies.provinceCode },
      ...{ nameTh: agencies.nameTh, nameEn: agencies.nameEn, isImaginary: agencies.isImaginary },
      staffHeadcount: enrolments.staffHeadcount,
    })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(where)
    .orderBy(byThaiName, agencies.codeKey)
    .$dynamic()
  const found = await (page ? rows.limit(page.size).offset((page.number - 1) * page.size) : rows)
  return found.map(({ nameTh, nameEn, ...row }) => ({ ...row, name: { th: nameTh, en: nameEn } }))
}

async function countPlaces(db: Queryable, where: Where): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(where)
  return row?.total ?? 0
}

interface Described {
  readonly rows: readonly PlaceRow[]
  readonly now: Date
}

async function describePlaces(
  db: Queryable,
  round: Round,
  { rows, now }: Described,
): Promise<ListedProgress[]> {
  const ids = rows.map(({ agencyId }) => agencyId)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const known: Known = {
    framework,
    counts: await mapCounts(db, round, ids),
    closings: await mapClosings(db, round, ids),
    headcounts: await mapHeadcounts(db, round, ids),
    daysOf: daysFinder(await getCalendar(db, round, ids), now),
    today: dayOf(now),
  }
  return rows.map((row) => {
    const days = known.daysOf(row.agencyId)
    const parts = surveyPartIds(framework).map((part) => describePart(known, row, { part, ...days }))
    const { agencyId, code, name, isImaginary } = row
    const states = agencyStates(parts.map(({ standing }) => standing))
    return { agencyId, code, name, isImaginary, ...days, parts, states }
  })
}

interface Known {
  readonly framework: Framework
  readonly counts: ReadonlyMap<string, number>
  readonly closings: ReadonlyMap<string, { readonly answers: number; readonly minimum: number | null }>
  readonly headcounts: ReadonlyMap<string, Headcount>
  readonly daysOf: (agencyId: string) => CollectDays
  readonly today: string
}

function describePart(
  { framework, counts, closings, headcounts, today }: Known,
  place: PlaceRow,
  { part, ...days }: CollectDays & { readonly part: string },
): ListedPart {
  const key = `${place.agencyId} ${part}`
  const closing = closings.get(key)
  const stated = headcounts.get(place.agencyId)
  const headcount = {
    staff: stated?.staff ?? place.staffHeadcount,
    serviceUsers: stated?.serviceUsers ?? null,
  }
  const { minimum } = closing ?? partMinimum(framework, part, { place, headcount })
  const counted = closing?.answers ?? counts.get(key) ?? 0
  const facts = { ...days, today, minimum, count: counted, isClosed: closing !== undefined }
  return {
    ...{ part, count: counted, minimum, expected: expectedBy(facts), standing: partStanding(facts) },
    isUnderMinimum: facts.isClosed && minimum !== null && counted < minimum,
  }
}

/** The days of the `collect` phase, those an agency was given beyond them included. */
function daysFinder({ phases, extensions }: Calendar, now: Date): (agencyId: string) => CollectDays {
  const own = Map.groupBy(extensions, ({ agencyId }) => agencyId)
  return (agencyId) => {
    const calendar = { phases, extensions: own.get(agencyId) ?? [] }
    const { opensAt, closesAt } = phaseState(calendar, { phase: 'collect', agencyId, now })
    return { opensOn: opensAt && dayOf(opensAt), closesOn: closesAt && lastDayBefore(closesAt) }
  }
}

/** By agency and part, those that wait or are held for review included; in one statement, so that an answer on its way is counted once. */
async function mapCounts(db: Queryable, round: Round, ids: readonly string[]): Promise<Map<string, number>> {
  const among = sql`${sql.param([...ids])}::uuid[]`
  const { rows } = await db.execute<{ key: string; count: number }>(sql`
    select agency_id || ' ' || part as key, sum(count)::int as count from (
      select ${surveyAnswers.agencyId}, ${surveyAnswers.part}, sum(${surveyAnswers.respondents}) as count from ${surveyAnswers}
      where ${surveyAnswers.roundId} = ${round.id} and ${surveyAnswers.agencyId} = any(${among})
      group by ${surveyAnswers.agencyId}, ${surveyAnswers.part}
      union all
      select ${surveyParts.agencyId}, ${surveyParts.part}, count(*) from ${surveyParts}
      join ${waitingAnswers} on ${waitingAnswers.partId} = ${surveyParts.id}
      where ${surveyParts.roundId} = ${round.id} and ${surveyParts.agencyId} = any(${among})
      group by ${surveyParts.agencyId}, ${surveyParts.part}
      union all
      select ${surveyParts.agencyId}, ${surveyParts.part}, count(*) from ${surveyParts}
      join ${interviews} on ${interviews.partId} = ${surveyParts.id} and ${interviews.sealed} is not null
      where ${surveyParts.roundId} = ${round.id} and ${surveyParts.agencyId} = any(${among})
      group by ${surveyParts.agencyId}, ${surveyParts.part}
    ) counted group by agency_id, part
  `)
  return new Map(rows.map(({ key, count: counted }) => [key, counted]))
}

async function mapClosings(db: Queryable, round: Round, ids: readonly string[]): Promise<Known['closings']> {
  const { agencyId, part, roundId } = surveyParts
  const rows = await db
    .select({ agencyId, part, answers: surveyClosings.answers, minimum: surveyClosings.minimum })
    .from(surveyClosings)
    .innerJoin(surveyParts, eq(surveyParts.id, surveyClosings.partId))
    .where(and(eq(roundId, round.id), sql`${agencyId} = any(${sql.param([...ids])}::uuid[])`))
  return new Map(rows.map((row) => [`${row.agencyId} ${row.part}`, row]))
}

async function mapHeadcounts(
  db: Queryable,
  round: Round,
  ids: readonly string[],
): Promise<Known['headcounts']> {
  const { agencyId, roundId, staff, serviceUsers, at, id } = surveyHeadcounts
  const rows = await db
    .selectDistinctOn([agencyId], { agencyId, staff, serviceUsers })
    .from(surveyHeadcounts)
    .where(and(eq(roundId, round.id), sql`${agencyId} = any(${sql.param([...ids])}::uuid[])`))
    .orderBy(agencyId, desc(at), desc(id))
  return new Map(rows.map((row) => [row.agencyId, row]))
}
