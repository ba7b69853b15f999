/** How far the interviews of a round have come, for those who assign them: by agency and enumerator, counts only. */
import { and, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { isAllowed, type Place } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import { roleGrants, users } from '#modules/accounts/tables.ts'
import { agencyMatches } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { listEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { canAssignInterviews } from './access.ts'
import type { InterviewState } from './interview.ts'
import { withinReach } from './reach.ts'
import { callListEntries, interviewAssignments, interviews, surveyParts } from './tables.ts'

/** An interview that may still be sent back. */
export interface HeldInterview {
  /** The hash of its key, in hex. */
  readonly interview: string
  readonly receivedAt: Date
  /** How long it took, as the tablet says. */
  readonly seconds: number | null
  readonly isOverQuota: boolean
}

export interface ListedAssignment {
  readonly id: string
  readonly agency: { readonly code: string; readonly name: Words }
  readonly enumerator: string
  readonly quota: number
  /** Received and not sent back. */
  readonly count: number
  readonly overQuota: number
  /** Sent back and not yet done again. */
  readonly sentBack: number
  readonly isEnded: boolean
  readonly isClosed: boolean
  /** Of those on the call list; none once it is deleted. */
  readonly calls: { readonly all: number; readonly reached: number }
  /** The latest first. */
  readonly held: readonly HeldInterview[]
}

export interface AssignmentsQuery {
  readonly actor: Actor
  /** Part of the agency's name or of its code. */
  readonly search?: string | undefined
  /** From 1. */
  readonly page: { readonly number: number; readonly size: number }
}

/** Of all pages together. */
export interface AssignmentTotals {
  readonly assignments: number
  readonly count: number
  readonly quota: number
  readonly sentBack: number
}

export interface AssignmentList {
  readonly assignments: readonly ListedAssignment[]
  readonly totals: AssignmentTotals
}

/** Of the agencies where the actor assigns interviews, by agency code. */
export async function listAssignments(
  db: Queryable,
  round: Round,
  { actor, search, page }: AssignmentsQuery,
): Promise<AssignmentList> {
  const where = and(
    eq(surveyParts.roundId, round.id),
    withinReach(actor, canAssignInterviews),
    search?.trim() ? agencyMatches(search) : undefined,
  )
  const rows = await db
    .select({ assignment: interviewAssignments, part: surveyParts, agency: agencies, enumerator: users.name })
    .from(interviewAssignments)
    .innerJoin(surveyParts, eq(surveyParts.id, interviewAssignments.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .innerJoin(users, eq(users.id, interviewAssignments.enumeratorId))
    .where(where)
    .orderBy(agencies.codeKey, users.name, interviewAssignments.id)
    .limit(page.size)
    .offset((page.number - 1) * page.size)
  const ids = rows.map(({ assignment }) => assignment.id)
  const received = Map.groupBy(await listReceived(db, ids), ({ assignmentId }) => assignmentId)
  const calls = await countCalls(db, ids)
  const assignments = rows.map(({ assignment: { id, quota, endedAt }, part, agency, enumerator }) => ({
    ...{ id, enumerator, quota, isEnded: endedAt !== null, isClosed: part.isClosed },
    agency: { code: agency.code, name: { th: agency.nameTh, en: agency.nameEn } },
    ...countReceived(received.get(id) ?? []),
    calls: calls.get(id) ?? { all: 0, reached: 0 },
  }))
  return { assignments, totals: await sumUp(db, where) }
}

async function sumUp(db: Queryable, where: SQL | undefined): Promise<AssignmentTotals> {
  const perAssignment = db
    .select({
      quota: interviewAssignments.quota,
      count: countIn('sent').as('count'),
      sentBack: countIn('sentBack').as('sent_back'),
    })
    .from(interviewAssignments)
    .innerJoin(surveyParts, eq(surveyParts.id, interviewAssignments.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .leftJoin(interviews, eq(interviews.assignmentId, interviewAssignments.id))
    .where(where)
    .groupBy(interviewAssignments.id)
    .as('own')
  const [totals] = await db
    .select({
      assignments: sql<number>`count(*)::int`,
      count: sumOf(perAssignment.count),
      quota: sumOf(perAssignment.quota),
      sentBack: sumOf(perAssignment.sentBack),
    })
    .from(perAssignment)
  return totals ?? { assignments: 0, count: 0, quota: 0, sentBack: 0 }
}

const countIn = (state: InterviewState) => sql<number>`count(*) filter (where ${interviews.state} = ${state})`

const sumOf = (column: SQLWrapper) => sql<number>`coalesce(sum(${column}), 0)::int`

type Received = Awaited<ReturnType<typeof listReceived>>[number]

function listReceived(db: Queryable, ids: readonly string[]) {
  const { keyHash, assignmentId, state, isOverQuota, receivedAt, seconds } = interviews
  return db
    .select({ keyHash, assignmentId, state, isOverQuota, receivedAt, seconds })
    .from(interviews)
    .where(sql`${interviews.assignmentId} = any(${sql.param([...ids])}::uuid[])`)
}

function countReceived(rows: readonly Received[]) {
  const sent = rows.filter(({ state }) => state === 'sent')
  const held = sent.flatMap(({ keyHash, receivedAt, seconds, isOverQuota }) =>
    receivedAt ? [{ interview: keyHash.toString('hex'), receivedAt, seconds, isOverQuota }] : [],
  )
  return {
    count: sent.length,
    overQuota: sent.filter(({ isOverQuota }) => isOverQuota).length,
    sentBack: rows.filter(({ state }) => state === 'sentBack').length,
    held: held.sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime()),
  }
}

async function countCalls(db: Queryable, ids: readonly string[]) {
  const rows = await db
    .select({
      id: callListEntries.assignmentId,
      all: sql<number>`count(*)::int`,
      reached: sql<number>`count(*) filter (where ${callListEntries.state} in ('done', 'refused'))::int`,
    })
    .from(callListEntries)
    .where(sql`${callListEntries.assignmentId} = any(${sql.param([...ids])}::uuid[])`)
    .groupBy(callListEntries.assignmentId)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

type PlaceColumns = Pick<typeof agencies.$inferSelect, 'id' | 'typeCode' | 'ministryCode' | 'provinceCode'>

function placeOf({ id, typeCode, ministryCode, provinceCode }: PlaceColumns): Place {
  return { agencyId: id, type: typeCode, ministry: ministryCode, province: provinceCode }
}

/** The agencies of the round whose part for interviews is open and assigned to somebody, by code. */
export async function listInterviewed(db: Queryable, round: Round): Promise<string[]> {
  const rows = await db
    .selectDistinct({ code: agencies.code })
    .from(interviewAssignments)
    .innerJoin(surveyParts, eq(surveyParts.id, interviewAssignments.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .where(
      sql`${surveyParts.roundId} = ${round.id} and not ${surveyParts.isClosed}
        and ${isNull(interviewAssignments.endedAt)}`,
    )
    .orderBy(agencies.code)
  return rows.map(({ code }) => code)
}

export interface Assignable {
  readonly agencies: readonly { readonly code: string; readonly name: Words }[]
  readonly enumerators: readonly { readonly email: string; readonly name: string }[]
}

/** The agencies of the round where the actor assigns interviews, and everyone who has the enumerator's role anywhere. */
export async function listAssignable(db: Queryable, actor: Actor, round: Round): Promise<Assignable> {
  const enrolled = await listEnrolledAgencies(db, round)
  const enumerators = await db
    .selectDistinct({ email: users.email, name: users.name })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(
      sql`${roleGrants.role} = 'enumerator' and ${isNull(roleGrants.endedAt)} and ${isNull(users.disabledAt)}`,
    )
    .orderBy(users.name)
  return {
    agencies: enrolled
      .filter((agency) => isAllowed(actor, canAssignInterviews, placeOf(agency)))
      .map(({ code, nameTh, nameEn }) => ({ code, name: { th: nameTh, en: nameEn } })),
    enumerators,
  }
}
