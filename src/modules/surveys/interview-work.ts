/** All that an enumerator's tablet needs to go out with: assignments, questions, whom to call, and what was sent back. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Person } from '#base/actor.ts'
import { reaches } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { canRecordInterviews } from './access.ts'
import { standingAt } from './collecting.ts'
import type { CallState, Contact } from './interview.ts'
import type { InterviewDesk } from './interview-desk.ts'
import { type InterviewQuestion, interviewQuestions } from './interview-form.ts'
import { describeCollecting } from './parts.ts'
import { callListEntries, interviewAssignments, interviews, surveyParts } from './tables.ts'

export interface CallListEntry extends Contact {
  readonly id: string
  readonly state: CallState
}

export interface SentBackInterview {
  /** The hash of its key, in hex. */
  readonly interview: string
  readonly reason: string
}

export interface WorkAssignment {
  readonly id: string
  readonly fiscalYear: number
  readonly agency: { readonly code: string; readonly name: Words }
  /** The id of its form. */
  readonly form: string
  readonly quota: number
  /** Received and not sent back. */
  readonly count: number
  readonly state: 'upcoming' | 'open' | 'closed'
  /** Days such as "2026-01-29". */
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly callList: readonly CallListEntry[]
  readonly sentBack: readonly SentBackInterview[]
}

export interface InterviewForm {
  /** The hash of the framework it comes from. */
  readonly id: string
  readonly fiscalYear: number
  readonly questions: readonly InterviewQuestion[]
}

export interface Work {
  readonly person: { readonly id: string; readonly name: string }
  /** Those that were not ended, the newest year first. */
  readonly assignments: readonly WorkAssignment[]
  readonly forms: readonly InterviewForm[]
}

interface Asking {
  readonly desk: InterviewDesk
  readonly now: Date
}

/** The person's own assignments, as far as their role still reaches. */
export async function getWork(db: Queryable, person: Person, { desk, now }: Asking): Promise<Work> {
  const rows = (await listOwn(db, person.id)).filter(({ place }) =>
    person.grants.some(
      ({ role, scope }) => canRecordInterviews.roles.includes(role) && reaches(scope, place),
    ),
  )
  const ids = rows.map(({ assignment }) => assignment.id)
  const [calls, counts, sentBack] = [
    await listCalls(db, desk, ids),
    await countSent(db, ids),
    await listSentBack(db, ids),
  ]
  const assignments: WorkAssignment[] = []
  const forms = new Map<string, InterviewForm>()
  for (const round of await listRounds(db)) {
    const own = rows.filter(({ part }) => part.roundId === round.id)
    if (own.length === 0) continue
    const { frameworkHash: form, fiscalYear } = round
    const { framework } = await getPinnedFramework(db, form)
    forms.set(form, { id: form, fiscalYear, questions: interviewQuestions(framework) })
    for (const { assignment, part, agency } of own) {
      const { id, quota } = assignment
      assignments.push({
        ...{ id, fiscalYear, agency, form, quota, count: counts.get(id) ?? 0 },
        ...standingAt(await describeCollecting(db, round, part), now),
        ...{ callList: calls.get(id) ?? [], sentBack: sentBack.get(id) ?? [] },
      })
    }
  }
  return { person: { id: person.id, name: person.name }, assignments, forms: [...forms.values()] }
}

async function listOwn(db: Queryable, personId: string) {
  const rows = await db
    .select({ assignment: interviewAssignments, part: surveyParts, agency: agencies })
    .from(interviewAssignments)
    .innerJoin(surveyParts, eq(surveyParts.id, interviewAssignments.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .where(and(eq(interviewAssignments.enumeratorId, personId), isNull(interviewAssignments.endedAt)))
    .orderBy(agencies.codeKey)
  return rows.map(({ assignment, part, agency }) => ({
    ...{ assignment, part },
    agency: { code: agency.code, name: { th: agency.nameTh, en: agency.nameEn } },
    place: {
      ...{ agencyId: agency.id, type: agency.typeCode },
      ...{ ministry: agency.ministryCode, province: agency.provinceCode },
    },
  }))
}

async function listCalls(
  db: Queryable,
  desk: InterviewDesk,
  ids: readonly string[],
): Promise<Map<string, CallListEntry[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(callListEntries)
    .where(inArray(callListEntries.assignmentId, [...ids]))
    .orderBy(callListEntries.id)
  const byAssignment = Map.groupBy(rows, ({ assignmentId }) => assignmentId)
  const opened = [...byAssignment].map(([assignment, own]) => {
    const calls = own.map(({ id, sealed, state }) => ({ id, ...desk.openContact(sealed), state }))
    return [assignment, calls] as const
  })
  return new Map(opened)
}

async function countSent(db: Queryable, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: interviews.assignmentId, count: sql<number>`count(*)::int` })
    .from(interviews)
    .where(and(inArray(interviews.assignmentId, [...ids]), eq(interviews.state, 'sent')))
    .groupBy(interviews.assignmentId)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** By assignment: those sent back under it, or under one of the same enumerator and part that was ended since. */
async function listSentBack(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, SentBackInterview[]>> {
  if (ids.length === 0) return new Map()
  const now = alias(interviewAssignments, 'now')
  const rows = await db
    .select({ id: now.id, keyHash: interviews.keyHash, reason: interviews.reason })
    .from(interviews)
    .innerJoin(interviewAssignments, eq(interviewAssignments.id, interviews.assignmentId))
    .innerJoin(
      now,
      and(
        eq(now.partId, interviewAssignments.partId),
        eq(now.enumeratorId, interviewAssignments.enumeratorId),
      ),
    )
    .where(and(inArray(now.id, [...ids]), eq(interviews.state, 'sentBack')))
    .orderBy(interviews.keyHash)
  const byAssignment = Map.groupBy(rows, ({ id }) => id)
  const told = [...byAssignment].map(([assignment, own]) => {
    const listed = own.map(({ keyHash, reason }) => ({
      interview: keyHash.toString('hex'),
      reason: reason ?? '',
    }))
    return [assignment, listed] as const
  })
  return new Map(told)
}
