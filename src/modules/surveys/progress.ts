/** How many have answered each part of an agency, and how many must: counts only, live while the part is open. */
import { and, eq, sql } from 'drizzle-orm'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { type EnrolledPlace, getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { findHeadcount, type Headcount } from './headcount.ts'
import { surveyOfPart } from './link.ts'
import { type Minimum, minimumOf } from './minimum.ts'
import { interviews, surveyAnswers, surveyClosings, surveyParts, waitingAnswers } from './tables.ts'

export type PartProgress = Minimum & {
  /** Answers stored, those that still wait to be mixed or are held for review among them. */
  readonly count: number
  /** The count and the minimum stand as they were at the close. */
  readonly isClosed: boolean
}

/** By survey part in the framework's order: iit, eitPublic, eitSurvey, or eit where it is one. */
export type Progress = Readonly<Record<string, PartProgress>>

/** Throws `round.notFound` or `round.notEnrolled`. */
export async function getProgress(
  db: Queryable,
  { fiscalYear, agencyCode }: { readonly fiscalYear: number; readonly agencyCode: string },
): Promise<Progress> {
  const round = await getRound(db, fiscalYear)
  const place = await getEnrolledPlace(db, round, agencyCode)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const headcount = await findHeadcount(db, { roundId: round.id, agencyId: place.agencyId })
  const counts = await countByPart(db, round, place.agencyId)
  const closings = await findClosings(db, round, place.agencyId)
  const parts = surveyPartIds(framework).map((part) => {
    const closing = closings.find((one) => one.part === part)
    const asked = partMinimum(framework, part, { place, headcount })
    const atClose: Minimum =
      closing?.minimum == null
        ? { minimum: null, reason: asked.reason ?? 'headcountUnknown' }
        : { minimum: closing.minimum, reason: null }
    const count = closing?.answers ?? counts.get(part) ?? 0
    return [part, { count, ...(closing ? atClose : asked), isClosed: closing !== undefined }] as const
  })
  return Object.fromEntries(parts)
}

/** Every part that people answer, in the framework's order. */
export function surveyPartIds(framework: Framework): string[] {
  return framework.instruments
    .filter(({ kind }) => kind === 'survey')
    .flatMap(({ parts }) => parts.map(({ id }) => id))
}

export function partMinimum(
  framework: Framework,
  part: string,
  { place, headcount }: { readonly place: EnrolledPlace; readonly headcount: Headcount },
): Minimum {
  const rule = framework.sampling.find((one) => one.part === part)?.rule
  const isStaff = surveyOfPart(framework, part) === 'iit'
  return minimumOf(rule, {
    ...{ agencyType: place.type, size: place.size },
    headcount: isStaff ? headcount.staff : headcount.serviceUsers,
  })
}

/** In one statement, so that an answer on its way from the waiting room is counted once. */
async function countByPart(db: Queryable, round: Round, agencyId: string): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ part: string; count: number }>(sql`
    select part, sum(count)::int as count from (
      select ${surveyAnswers.part} as part, sum(${surveyAnswers.respondents}) as count from ${surveyAnswers}
      where ${surveyAnswers.roundId} = ${round.id} and ${surveyAnswers.agencyId} = ${agencyId}
      group by ${surveyAnswers.part}
      union all
      select ${surveyParts.part}, count(*) from ${surveyParts}
      join ${waitingAnswers} on ${waitingAnswers.partId} = ${surveyParts.id}
      where ${surveyParts.roundId} = ${round.id} and ${surveyParts.agencyId} = ${agencyId}
      group by ${surveyParts.part}
      union all
      select ${surveyParts.part}, count(*) from ${surveyParts}
      join ${interviews} on ${interviews.partId} = ${surveyParts.id} and ${interviews.sealed} is not null
      where ${surveyParts.roundId} = ${round.id} and ${surveyParts.agencyId} = ${agencyId}
      group by ${surveyParts.part}
    ) counted group by part
  `)
  return new Map(rows.map(({ part, count }) => [part, count]))
}

export interface Closing {
  readonly agencyId: string
  readonly part: string
  readonly answers: number
  readonly minimum: number | null
  readonly isUnderMinimum: boolean
  readonly at: Date
}

/** The closed parts of one agency, or of the whole round: what results carry as a mark where too few answered. */
export async function findClosings(db: Queryable, round: Round, agencyId?: string): Promise<Closing[]> {
  const rows = await db
    .select({ agencyId: surveyParts.agencyId, part: surveyParts.part, closing: surveyClosings })
    .from(surveyClosings)
    .innerJoin(surveyParts, eq(surveyParts.id, surveyClosings.partId))
    .where(
      and(
        eq(surveyParts.roundId, round.id),
        agencyId === undefined ? undefined : eq(surveyParts.agencyId, agencyId),
      ),
    )
  return rows.map(({ closing: { answers, minimum, at }, ...place }) => ({
    ...{ ...place, answers, minimum, at },
    isUnderMinimum: minimum !== null && answers < minimum,
  }))
}
