/** The agencies of a round some of whose answers do not change any more, as far as a person may see their signals. */
import { and, count, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import type { Words } from '#base/words.ts'
import { agencyMatches, byThaiName } from '#modules/registry/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Round } from '#modules/rounds/round.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { canSeeSignals } from '../access.ts'
import { withinReach } from '../reach.ts'
import { isSettled } from '../settled.ts'
import { surveyAnswers } from '../tables.ts'

export interface SettledAgency {
  readonly agencyId: string
  readonly code: string
  readonly type: string
  readonly name: Words
  readonly isImaginary: boolean
}

export interface SettledQuery {
  readonly actor: Actor
  /** Part of a name or of the code. */
  readonly search?: string | undefined
  /** From 1. */
  readonly page: { readonly number: number; readonly size: number }
}

/** By Thai name; `total` is of all pages. */
export async function listSettledAgencies(
  db: Queryable,
  round: Round,
  { actor, search, page }: SettledQuery,
): Promise<{ readonly agencies: readonly SettledAgency[]; readonly total: number }> {
  const where = and(
    eq(enrolments.roundId, round.id),
    withinReach(actor, canSeeSignals),
    search?.trim() ? agencyMatches(search) : undefined,
    hasSettled(round),
  )
  const rows = await db
    .select({
      ...{ agencyId: agencies.id, code: agencies.code, type: agencies.typeCode },
      ...{ nameTh: agencies.nameTh, nameEn: agencies.nameEn, isImaginary: agencies.isImaginary },
    })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(where)
    .orderBy(byThaiName, agencies.codeKey)
    .limit(page.size)
    .offset((page.number - 1) * page.size)
  const [counted] = await db
    .select({ total: count() })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(where)
  const found = rows.map(({ nameTh, nameEn, ...row }) => ({ ...row, name: { th: nameTh, en: nameEn } }))
  return { agencies: found, total: counted?.total ?? 0 }
}

function hasSettled(round: Round): SQL {
  return sql`exists (
    select from ${surveyAnswers} where ${surveyAnswers.roundId} = ${round.id}
      and ${surveyAnswers.agencyId} = ${enrolments.agencyId} and ${isSettled(round)}
  )`
}
