/** Reads of rounds and of who is enrolled in them. */
import { and, eq, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Round } from './round.ts'
import { enrolments, roundCloses, rounds } from './tables.ts'

export async function findRound(db: Queryable, fiscalYear: number): Promise<Round | undefined> {
  const [row] = await db
    .select({ round: rounds, closedAt: roundCloses.at })
    .from(rounds)
    .leftJoin(roundCloses, eq(roundCloses.roundId, rounds.id))
    .where(eq(rounds.fiscalYear, fiscalYear))
  return row && { ...row.round, isClosed: row.closedAt !== null }
}

/** Throws `round.notFound`. */
export async function getRound(db: Queryable, fiscalYear: number): Promise<Round> {
  const round = await findRound(db, fiscalYear)
  if (!round) throw new Problem('notFound', 'round.notFound', { year: fiscalYear })
  return round
}

/**
 * The round, for a verb that writes to it: it cannot be closed before the transaction ends.
 * Throws `round.notFound`, or `round.closed`.
 */
export async function getOpenRound(db: Queryable, fiscalYear: number): Promise<Round> {
  await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.fiscalYear, fiscalYear)).for('share')
  const round = await getRound(db, fiscalYear)
  if (round.isClosed) throw new Problem('conflict', 'round.closed', { year: fiscalYear })
  return round
}

/** The round, for a verb that must be alone with it until the transaction ends. Throws `round.notFound`. */
export async function lockRound(db: Queryable, fiscalYear: number): Promise<Round> {
  await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.fiscalYear, fiscalYear)).for('update')
  return getRound(db, fiscalYear)
}

export interface EnrolledAgency {
  readonly id: string
  readonly code: string
  readonly nameTh: string
}

/** The round's agencies in order of their codes. */
export async function listEnrolledAgencies(db: Queryable, round: Round): Promise<EnrolledAgency[]> {
  return db
    .select({ id: agencies.id, code: agencies.code, nameTh: agencies.nameTh })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(eq(enrolments.roundId, round.id))
    .orderBy(agencies.codeKey)
}

/** Ids of the agencies among `codes` that are enrolled, by code in lower case. */
export async function mapEnrolledAgencies(
  db: Queryable,
  round: Round,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const keys = [...new Set(codes.map((code) => code.toLowerCase()))]
  const rows = await db
    .select({ key: agencies.codeKey, id: agencies.id })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(and(eq(enrolments.roundId, round.id), sql`${agencies.codeKey} = any(${sql.param(keys)}::text[])`))
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export interface Enrolment {
  readonly staffHeadcount: number | null
  /** How the answers came to be, where readers must be told. */
  readonly note: Words | null
}

export async function findEnrolment(
  db: Queryable,
  { roundId, agencyId }: { readonly roundId: string; readonly agencyId: string },
): Promise<Enrolment | undefined> {
  const [row] = await db
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.roundId, roundId), eq(enrolments.agencyId, agencyId)))
  if (!row) return undefined
  const note = row.noteTh && row.noteEn ? { th: row.noteTh, en: row.noteEn } : null
  return { staffHeadcount: row.staffHeadcount, note }
}
