/** Reads how many people there are to ask: what the agency stated last, else what it was enrolled with. */
import { and, desc, eq } from 'drizzle-orm'
import { findEnrolment } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { surveyHeadcounts } from './tables.ts'

/** Null where it is not known. */
export interface Headcount {
  readonly staff: number | null
  readonly serviceUsers: number | null
}

export async function findHeadcount(
  db: Queryable,
  { roundId, agencyId }: { readonly roundId: string; readonly agencyId: string },
): Promise<Headcount> {
  const enrolment = await findEnrolment(db, { roundId, agencyId })
  const [stated] = await db
    .select({ staff: surveyHeadcounts.staff, serviceUsers: surveyHeadcounts.serviceUsers })
    .from(surveyHeadcounts)
    .where(and(eq(surveyHeadcounts.roundId, roundId), eq(surveyHeadcounts.agencyId, agencyId)))
    .orderBy(desc(surveyHeadcounts.at), desc(surveyHeadcounts.id))
    .limit(1)
  const enrolled = enrolment?.staffHeadcount ?? null
  return { staff: stated?.staff ?? enrolled, serviceUsers: stated?.serviceUsers ?? null }
}
