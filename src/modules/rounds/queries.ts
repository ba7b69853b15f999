/** Reads of rounds and of who is enrolled in them. */
import { and, count, desc, eq, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { agencies, agencyTypes } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Round } from './round.ts'
import { enrolments, roundCloses, rounds } from './tables.ts'

export async function findRound(db: Queryable, fiscalYear: number): Promise<Round | undefined> {
  const [row] = await selectRounds(db).where(eq(rounds.fiscalYear, fiscalYear))
  return row && toRound(row)
}

/** Throws `round.notFound`, naming the years that have one. */
export async function getRound(db: Queryable, fiscalYear: number): Promise<Round> {
  const round = await findRound(db, fiscalYear)
  if (round) return round
  const years = (await listRounds(db)).map((other) => other.fiscalYear)
  throw new Problem('notFound', 'round.notFound', { year: fiscalYear, years: years.join(', ') })
}

/** All rounds, the newest year first. */
export async function listRounds(db: Queryable): Promise<Round[]> {
  return (await selectRounds(db).orderBy(desc(rounds.fiscalYear))).map(toRound)
}

function selectRounds(db: Queryable) {
  return db
    .select({ round: rounds, closedAt: roundCloses.at })
    .from(rounds)
    .leftJoin(roundCloses, eq(roundCloses.roundId, rounds.id))
    .$dynamic()
}

function toRound(row: { round: typeof rounds.$inferSelect; closedAt: Date | null }): Round {
  return { ...row.round, isClosed: row.closedAt !== null }
}

/**
 * The round, for a verb that writes to it: it cannot be closed before the transaction ends.
 * Throws `round.notFound`, or `round.closed`.
 */
export async function getOpenRound(db: Queryable, fiscalYear: number): Promise<Round> {
  const round = await holdRound(db, fiscalYear)
  refuseClosedRound(round)
  return round
}

/** The round as it stands; it cannot be closed before the transaction ends. Throws `round.notFound`. */
export async function holdRound(db: Queryable, fiscalYear: number): Promise<Round> {
  await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.fiscalYear, fiscalYear)).for('share')
  return getRound(db, fiscalYear)
}

/** Throws `round.closed`. */
export function refuseClosedRound({ isClosed, fiscalYear }: Round): void {
  if (isClosed) throw new Problem('conflict', 'round.closed', { year: fiscalYear })
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
  readonly nameEn: string
  readonly typeCode: string
  readonly ministryCode: string | null
  readonly provinceCode: string | null
}

/** The round's agencies in order of their codes. */
export async function listEnrolledAgencies(db: Queryable, round: Round): Promise<EnrolledAgency[]> {
  return db
    .select({
      id: agencies.id,
      code: agencies.code,
      nameTh: agencies.nameTh,
      nameEn: agencies.nameEn,
      typeCode: agencies.typeCode,
      ministryCode: agencies.ministryCode,
      provinceCode: agencies.provinceCode,
    })
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

export async function countEnrolled(db: Queryable, round: Round): Promise<number> {
  const [row] = await db
    .select({ agencies: count() })
    .from(enrolments)
    .where(eq(enrolments.roundId, round.id))
  return row?.agencies ?? 0
}

/** Codes of the agencies of some types that exist on a day, in order. */
export async function listAgencyCodes(
  db: Queryable,
  { types, existingOn }: { readonly types: readonly string[]; readonly existingOn: string },
): Promise<string[]> {
  const rows = await db
    .select({ code: agencies.code })
    .from(agencies)
    .where(
      and(
        sql`${agencies.typeCode} = any(${sql.param([...types])}::text[])`,
        sql`coalesce(${agencies.activeFrom} <= ${existingOn}, true)`,
        sql`coalesce(${agencies.activeTo} >= ${existingOn}, true)`,
      ),
    )
    .orderBy(agencies.codeKey)
  return rows.map(({ code }) => code)
}

/** In the official order. */
export async function listAgencyTypeCodes(db: Queryable): Promise<string[]> {
  const rows = await db.select({ code: agencyTypes.code }).from(agencyTypes).orderBy(agencyTypes.position)
  return rows.map(({ code }) => code)
}
