/** An agency of a round, and where it stands as far as the scopes of roles go. */
import { and, eq } from 'drizzle-orm'
import type { Place } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Round } from './round.ts'
import { enrolments } from './tables.ts'

export interface EnrolledPlace extends Place {
  readonly code: string
  readonly size: string | null
  /** As enrolled; the agency may have stated another one since. */
  readonly staffHeadcount: number | null
}

/** An enrolled agency by its code in any case. Throws `round.notEnrolled`. */
export async function getEnrolledPlace(db: Queryable, round: Round, code: string): Promise<EnrolledPlace> {
  const [row] = await db
    .select({
      ...{ agencyId: agencies.id, code: agencies.code, size: agencies.size, type: agencies.typeCode },
      ...{ ministry: agencies.ministryCode, province: agencies.provinceCode },
      staffHeadcount: enrolments.staffHeadcount,
    })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(and(eq(enrolments.roundId, round.id), eq(agencies.codeKey, code.toLowerCase())))
  if (!row) throw new Problem('notFound', 'round.notEnrolled', { agency: code, year: round.fiscalYear })
  return row
}
