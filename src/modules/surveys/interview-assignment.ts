/** Finds an assignment with all that decides who may act on it: its part, its round and where its agency stands. */
import { eq, sql } from 'drizzle-orm'
import type { Place } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { agencies } from '#modules/registry/tables.ts'
import { holdRound, refuseClosedRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { rounds } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { SurveyPart } from './parts.ts'
import { interviewAssignments, surveyParts } from './tables.ts'

export interface FoundAssignment {
  readonly id: string
  readonly enumeratorId: string
  readonly quota: number
  readonly isEnded: boolean
  readonly part: SurveyPart
  readonly round: Round
  readonly agencyCode: string
  readonly place: Place
}

const uuidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** As `holdAssignment`, in an open round. Throws `interview.assignmentUnknown` or `round.closed`. */
export async function lockAssignment(db: Queryable, id: string): Promise<FoundAssignment> {
  const found = await holdAssignment(db, id)
  refuseClosedRound(found.round)
  return found
}

/** The assignment and its part, locked until the transaction ends. Throws `interview.assignmentUnknown`. */
export async function holdAssignment(db: Queryable, id: string): Promise<FoundAssignment> {
  const year = uuidPattern.test(id) ? await findYear(db, id) : undefined
  if (year === undefined) throw new Problem('notFound', 'interview.assignmentUnknown')
  const round = await holdRound(db, year)
  const [row] = await db
    .select({
      ...{ assignment: interviewAssignments, part: surveyParts, agencyCode: agencies.code },
      place: {
        agencyId: agencies.id,
        type: agencies.typeCode,
        ministry: sql<string | null>`${agencies.ministryCode}`,
        province: sql<string | null>`${agencies.provinceCode}`,
      },
    })
    .from(interviewAssignments)
    .innerJoin(surveyParts, eq(surveyParts.id, interviewAssignments.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .where(eq(interviewAssignments.id, id))
    .for('update', { of: [surveyParts, interviewAssignments] })
  if (!row) throw new Problem('notFound', 'interview.assignmentUnknown')
  const { assignment, part, agencyCode, place } = row
  const { enumeratorId, quota, endedAt } = assignment
  return { id, enumeratorId, quota, isEnded: endedAt !== null, part, round, agencyCode, place }
}

async function findYear(db: Queryable, id: string): Promise<number | undefined> {
  const [row] = await db
    .select({ year: rounds.fiscalYear })
    .from(interviewAssignments)
    .innerJoin(surveyParts, eq(surveyParts.id, interviewAssignments.partId))
    .innerJoin(rounds, eq(rounds.id, surveyParts.roundId))
    .where(eq(interviewAssignments.id, id))
  return row?.year
}
